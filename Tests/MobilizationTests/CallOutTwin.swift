import DenseTables
import Organization
import RandomStreams

@testable import Mobilization

/// One list called event by event, by the rules of `docs/call-out.md` and with the same random numbers one by one: what the model, which
/// calls a list as a whole, is held against.
///
/// Chances must not be shared: it takes those of the plan.
struct CallOutTwin {
    /// What became of one person up to setting out.
    struct Fate: Equatable {
        /// When he or she was called, reached, had answered and was ready to set out, or should have been.
        var times: [Int64]
        /// The state then, `traveling` for whoever set out.
        var state: PersonState
    }

    private enum Happening {
        /// A ring of `caller` at `place` ends, the `attempt`-th.
        case ringEnds(caller: Int, place: Int, attempt: Int)
        case contact(Int)
    }

    let world: World
    let random: RandomStream
    let people: [PersonID]
    private(set) var calls = 0
    private(set) var duplicates = 0
    private(set) var fates: [Fate] = []
    private var pending: [(time: Int64, number: Int, what: Happening)] = []
    private var number = 0

    /// Calls `people`, a list, from `start` on.
    init(_ world: World, _ random: RandomStream, _ people: [PersonID], at start: Int64) {
        self.world = world
        self.random = random
        self.people = people
        fates = people.map { _ in Fate(times: [start], state: .called) }
        let plan = world.plan.callOut
        for (entry, person) in people.enumerated() {
            let traits = world.people.traits[person]
            if traits.contains(.onDuty) { expect(.contact(entry), at: start) }
            guard plan.channels.contains(.groupMessage), !traits.contains(.staleEntry) else { continue }
            let bits = random.bits(world.people.key[person], .messageAnswer)
            let soon = Double(Float(world.clock.isNight(at: start) ? plan.messageRead.night : plan.messageRead.day))
            if bits.uniform < soon {
                expect(.contact(entry), at: start + length(plan.messageDelay, bits.secondUniform))
            } else if bits.uniform < soon + (1 - soon) * plan.messageReadLate {
                expect(.contact(entry), at: start + length(plan.messageLateDelay, bits.secondUniform))
            }
        }
        if plan.channels.contains(.phoneTree) { ring(1, by: 0, attempt: 0, at: start) }
        while !pending.isEmpty {
            var next = 0
            for index in pending.indices.dropFirst() where isEarlier(index, next) { next = index }
            let (time, _, what) = pending.remove(at: next)
            if time <= world.horizon { happen(what, at: time) }
        }
    }

    private func isEarlier(_ one: Int, _ other: Int) -> Bool {
        (pending[one].time, pending[one].number) < (pending[other].time, pending[other].number)
    }

    /// How long something takes that does not take for ever.
    private func length(_ delay: Distribution, _ uniform: Double) -> Int64 {
        guard let length = delay.milliseconds(uniform) else { preconditionFailure("delays of this twin end") }
        return length
    }

    private mutating func expect(_ what: Happening, at time: Int64) {
        pending.append((time, number, what))
        number += 1
    }

    private mutating func happen(_ what: Happening, at time: Int64) {
        switch what {
        case .contact(let entry): reach(entry, at: time)
        case .ringEnds(let caller, let place, let attempt):
            let person = people[place - 1]
            let plan = world.plan.callOut
            let chance = world.clock.isNight(at: time) ? plan.callAnswered.night : plan.callAnswered.day
            let uniform = random.uniform(world.people.key[person], .phoneAnswer, UInt32(attempt))
            if uniform < Double(Float(chance)), !world.people.traits[person].contains(.staleEntry) {
                reach(place - 1, at: time)
                ring(place * plan.span + 1, by: place, attempt: 0, at: time)
                goOn(caller, from: place, missed: false, at: time)
            } else if attempt < plan.retries {
                ring(place, by: caller, attempt: attempt + 1, at: time)
            } else {
                goOn(caller, from: place, missed: true, at: time)
            }
        }
    }

    private mutating func ring(_ place: Int, by caller: Int, attempt: Int, at time: Int64) {
        guard place <= people.count else { return }
        let uniform = random.uniform(world.people.key[people[place - 1]], .phoneLength, UInt32(attempt))
        calls += 1
        let end = time + length(world.plan.callOut.call, uniform)
        expect(.ringEnds(caller: caller, place: place, attempt: attempt), at: end)
    }

    private mutating func goOn(_ caller: Int, from place: Int, missed: Bool, at time: Int64) {
        let span = world.plan.callOut.span
        if missed, place * span + 1 <= people.count { return ring(place * span + 1, by: caller, attempt: 0, at: time) }
        var place = place
        while place != caller {
            // The last child of p is p s + s.
            let isLast = place % span == 0 || place == people.count
            if !isLast { return ring(place + 1, by: caller, attempt: 0, at: time) }
            place = (place - 1) / span
        }
    }

    // MARK: One person

    private mutating func reach(_ entry: Int, at time: Int64) {
        guard fates[entry].state == .called else {
            duplicates += 1
            return
        }
        fates[entry].state = .reached
        fates[entry].times.append(time)
        answer(entry, after: time)
    }

    private mutating func answer(_ entry: Int, after reached: Int64) {
        let person = people[entry]
        let key = world.people.key[person]
        let plan = world.plan.callOut
        let isOnDuty = world.people.traits[person].contains(.onDuty)
        let answers = plan.answers[Int(world.people.role[person].rawValue)]
        var time = reached + length(plan.decide, random.uniform(key, .acknowledge))
        guard time <= world.horizon else { return }
        let refusal = Elementary.power(1 - answers.willing, Double(world.people.propensity[person]))
        let isWilling = answers.willing >= 1 || random.uniform(key, .acceptance) < 1 - refusal
        let band = Int(world.clock.band(at: time).rawValue)
        let isFree = random.uniform(key, .availability) < answers.available[band]
        if !isOnDuty, !isWilling { return end(entry, .declined, at: time) }
        if !isOnDuty, !isFree {
            let later = random.bits(key, .availability, 1)
            guard later.uniform < plan.comesLater else { return end(entry, .declined, at: time) }
            time += length(plan.laterDelay, later.secondUniform)
            guard time <= world.horizon else { return }
        }
        end(entry, .preparing, at: time)
        let muster = world.plan.muster
        let prepare = world.clock.isNight(at: time) ? muster.prepareNight : muster.prepareDay
        let start = isOnDuty ? time : time + length(prepare, random.uniform(key, .prepare))
        guard start <= world.horizon else { return }
        let isThere = isOnDuty || random.uniform(key, .noShow) >= muster.noShow
        end(entry, isThere ? .traveling : .noShow, at: start)
    }

    private mutating func end(_ entry: Int, _ state: PersonState, at time: Int64) {
        fates[entry].state = state
        fates[entry].times.append(time)
    }
}
