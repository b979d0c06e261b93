import Organization
import Places
import RandomStreams

/// The phone tree of a list: the office rings the first few, and everybody reached rings the next few.
///
/// Callers ring on whether or not they can come themselves; who is not reached loses nobody, because the caller takes over that person's
/// calls. No two callers ring the same person and none knows of another, so each is followed by himself from the moment at which he was
/// reached.
struct PhoneTree {
    /// Calls made, answered or not, on all lists so far.
    private(set) var calls = 0

    /// Somebody who has calls to make: the place in the list, 0 for the office, and since when.
    private struct Caller {
        let place: Int
        let start: Int64
    }

    /// How the first, second, … ring of each entry goes: how long it takes and the number on which an answer hangs.
    private struct Round {
        var length: [Int64] = []
        var answer: [Double] = []
    }

    private var callers: [Caller] = []
    private var rounds: [Round] = []
    /// How many rounds of this list are drawn; a further one is when the first caller rings that often.
    private var drawn = 0
    private var uniform: [Double] = []

    /// Rings through a list from `now` on and tells `contacts` who answers.
    mutating func ring(
        _ plan: CallOutPlan, _ chances: inout CallOut.Chances, _ contacts: inout Contacts, from now: Int64,
        until horizon: Int64, _ clock: WeekClock, _ random: RandomStream
    ) {
        drawn = 0
        let count = contacts.keys.count
        callers.append(Caller(place: 0, start: now))
        while let caller = callers.popLast() {
            var time = caller.start
            var place = Self.first(of: caller.place, span: plan.span, count: count)
            while place > 0 {
                let isAnswered = ring(place, plan, &chances, contacts, &time, until: horizon, clock, random)
                guard let isAnswered else { break }
                if isAnswered {
                    contacts.reach(place - 1, at: time)
                    callers.append(Caller(place: place, start: time))
                }
                place = Self.following(
                    place, of: caller.place, missed: !isAnswered, span: plan.span, count: count)
            }
        }
    }

    /// Rings one place until somebody answers or the caller gives up, and moves `time` to the end of the last ring.
    ///
    /// Returns whether it was answered; nil if the run ends before.
    private mutating func ring(
        _ place: Int, _ plan: CallOutPlan, _ chances: inout CallOut.Chances, _ contacts: Contacts, _ time: inout Int64,
        until horizon: Int64, _ clock: WeekClock, _ random: RandomStream
    ) -> Bool? {
        let entry = place - 1
        for attempt in 0...plan.retries {
            if attempt == drawn { draw(plan.call, contacts, random) }
            let length = rounds[attempt].length[entry]
            guard length != Distribution.never else { return nil }
            calls += 1
            time += length
            guard time <= horizon else { return nil }
            if contacts.isStale[entry] { continue }
            let chance = chances.callAnswered(isNight: clock.isNight(at: time))
            if rounds[attempt].answer[entry] < Double(chance) { return true }
        }
        return false
    }

    /// Draws how the next round of rings goes, for the whole list.
    private mutating func draw(_ call: Distribution, _ contacts: Contacts, _ random: RandomStream) {
        if drawn == rounds.count { rounds.append(Round()) }
        let occasion = contacts.occasion.attempt(drawn)
        random.draw(.phoneLength, occasion.raw, of: contacts.keys, into: &uniform)
        call.milliseconds(uniform, into: &rounds[drawn].length)
        random.draw(.phoneAnswer, occasion.raw, of: contacts.keys, into: &rounds[drawn].answer)
        drawn += 1
    }

    /// The first place that place `caller` rings: with span s place p rings ps + 1 … ps + s; 0 if there is none.
    private static func first(of caller: Int, span: Int, count: Int) -> Int {
        caller * span + 1 <= count ? caller * span + 1 : 0
    }

    /// The place a caller rings after `place`: the calls of one who was missed come first, then the next of the same row; 0 when nobody
    /// is left.
    private static func following(_ place: Int, of caller: Int, missed: Bool, span: Int, count: Int) -> Int {
        if missed, place * span + 1 <= count { return place * span + 1 }
        var place = place
        while place != caller {
            let parent = (place - 1) / span
            if place < min(parent * span + span, count) { return place + 1 }
            place = parent
        }
        return 0
    }
}
