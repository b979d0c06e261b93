import DenseTables
import Organization
import RandomStreams

/// Names one turn-out.
struct TurnoutID: RowID {
    let raw: Int32
}

/// Every turn-out, 出动: one person's answer to one incident, step by step, with the team it led to and its end.
///
/// A person has any number of them, one after the other, each a row of its own with a link to the one before; whoever is never called has
/// none. Steps are durations in 32-bit milliseconds, up to 49 days each and 24 for check-in, so that a turn-out takes 42 bytes and a person 4 more; the
/// start is a full time. The steps of a turn-out add up to the time of check-in exactly.
struct Turnouts: ~Copyable {
    /// A step that has not been taken.
    private static let open = UInt32.max
    /// Marks a check-in that is not over: so far the step holds the time in the queue alone.
    private static let isQueued: UInt32 = 1 << 31
    /// When a person was called and how long each step to the muster point took.
    private struct Steps {
        /// The milliseconds of the call, in two halves so that a row needs no padding.
        private var low: UInt32
        private var high: UInt32
        var notify = Turnouts.open
        var answer = Turnouts.open
        var prepare = Turnouts.open
        var travel = Turnouts.open
        var checkIn = Turnouts.open

        init(called: Int64) {
            low = UInt32(truncatingIfNeeded: called)
            high = UInt32(truncatingIfNeeded: called >> 32)
        }

        var called: Int64 { Int64(bitPattern: UInt64(high) << 32 | UInt64(low)) }
    }

    /// What a turn-out led to, and the one before.
    private struct Links {
        var team = TeamID.none
        var previous = TurnoutID.none
        /// From the call to everyday life again; `open` until then.
        var length = Turnouts.open
    }

    /// Which turn-out it is: the incident, and how many times its person had turned out for that before.
    struct Number {
        var incident: UInt8
        var before: UInt8
    }

    private var current: Column<PersonID, TurnoutID>
    private var steps: ContiguousArray<Steps> = []
    private var links: ContiguousArray<Links> = []
    private var numbers: ContiguousArray<Number> = []

    /// Bytes a person takes while there is one turn-out of each.
    static var bytesPerPerson: Int {
        MemoryLayout<TurnoutID>.stride + MemoryLayout<Steps>.stride + MemoryLayout<Links>.stride
            + MemoryLayout<Number>.stride
    }

    /// Begins without any, and with room for `expected`.
    init(people: Int, expected: Int) {
        current = Column(repeating: .none, count: people)
        steps.reserveCapacity(expected)
        links.reserveCapacity(expected)
        numbers.reserveCapacity(expected)
    }

    // MARK: Writing

    /// Somebody is called for an incident: a turn-out begins.
    mutating func begin(_ person: PersonID, for incident: Int, at now: Int64) {
        let number = number(ofNext: person, for: incident)
        guard let incident = UInt8(exactly: incident), let before = UInt8(exactly: number) else {
            preconditionFailure("an incident is one of at most 256, and nobody turns out for one more often than that")
        }
        let previous = current[person]
        current[person] = TurnoutID(steps.count)
        steps.append(Steps(called: now))
        links.append(Links(previous: previous))
        numbers.append(Number(incident: incident, before: before))
    }

    /// A person goes from one state to another, having been in the first for `stay` milliseconds.
    mutating func record(
        _ person: PersonID, leaving old: PersonState, entering new: PersonState, after stay: Int64, at now: Int64
    ) {
        let row = current[person].index
        switch old {
        case .called: steps[row].notify = UInt32(clamping: stay)
        case .reached: steps[row].answer = UInt32(clamping: stay)
        case .preparing: steps[row].prepare = UInt32(clamping: stay)
        case .traveling: steps[row].travel = UInt32(clamping: stay)
        case .queuing: steps[row].checkIn = UInt32(clamping: min(stay, Int64(Self.isQueued) - 1)) | Self.isQueued
        case .checkingIn: steps[row].checkIn = (steps[row].checkIn & ~Self.isQueued) + UInt32(clamping: stay)
        case .standing, .declined, .noShow, .waiting, .forming, .ready, .underWay, .onPost, .resting, .returning,
            .recovering:
            break
        }
        if new == .standing { links[row].length = UInt32(clamping: now - steps[row].called) }
    }

    /// A person's turn-out has led to a team.
    mutating func join(_ team: TeamID, _ person: PersonID) { links[current[person].index].team = team }

    // MARK: Reading

    /// How many have begun: call-ups, 应召次数, which the measure `turnouts` (人次, people at tasks) does not count.
    var callUps: Int { steps.count }

    /// The latest turn-out of a person; none before the first call.
    func latest(of person: PersonID) -> TurnoutID { current[person] }

    /// The turn-out before, of the same person.
    func previous(of turnout: TurnoutID) -> TurnoutID { links[turnout.index].previous }

    /// The time at which the person of each turn-out was reached, of those that were.
    ///
    /// - Complexity: O(turn-outs).
    var allReached: [Int64] { steps.indices.compactMap { reached(TurnoutID($0)) } }

    /// The time at which the person of each turn-out was checked in, of those that were.
    ///
    /// - Complexity: O(turn-outs).
    var allCheckedIn: [Int64] { steps.indices.compactMap { checkedIn(TurnoutID($0)) } }

    /// Whether a person has been reached in any turn-out.
    func haveReached(_ person: PersonID) -> Bool { any(of: person) { reached($0) != nil } }

    /// Whether a person has been checked in in any turn-out.
    func haveCheckedIn(_ person: PersonID) -> Bool { any(of: person) { checkedIn($0) != nil } }

    private func any(of person: PersonID, _ isOne: (TurnoutID) -> Bool) -> Bool {
        var turnout = current[person]
        while turnout.exists, !isOne(turnout) { turnout = previous(of: turnout) }
        return turnout.exists
    }

    /// The team it led to; none where it led to no team.
    func team(of turnout: TurnoutID) -> TeamID { links[turnout.index].team }

    /// Which turn-out it is.
    func number(of turnout: TurnoutID) -> Number { numbers[turnout.index] }

    /// How many times a person has turned out for an incident.
    ///
    /// - Complexity: O(turn-outs of the person).
    func number(ofNext person: PersonID, for incident: Int) -> Int {
        var number = 0
        var earlier = current[person]
        while earlier.exists {
            if Int(numbers[earlier.index].incident) == incident { number += 1 }
            earlier = links[earlier.index].previous
        }
        return number
    }

    /// The occasion of a person's random numbers in the latest turn-out.
    func occasion(ofLatest person: PersonID) -> Occasion {
        let number = numbers[current[person].index]
        return Occasion(incident: Int(number.incident), turnout: Int(number.before))
    }

    /// When it began.
    func called(_ turnout: TurnoutID) -> Int64 { steps[turnout.index].called }

    /// When it was over and its person back in everyday life; nil while it is not.
    func ended(_ turnout: TurnoutID) -> Int64? {
        let length = links[turnout.index].length
        return length == Self.open ? nil : called(turnout) + Int64(length)
    }

    /// When its person was reached; nil if that has not happened.
    func reached(_ turnout: TurnoutID) -> Int64? {
        let row = steps[turnout.index]
        return row.notify == Self.open ? nil : row.called + Int64(row.notify)
    }

    /// When its person was checked in; nil if that has not happened.
    func checkedIn(_ turnout: TurnoutID) -> Int64? {
        let row = steps[turnout.index]
        // Of whoever is checked in every step is known.
        if row.checkIn & Self.isQueued != 0 { return nil }
        return row.called + Int64(row.notify) + Int64(row.answer) + Int64(row.prepare) + Int64(row.travel)
            + Int64(row.checkIn)
    }

    /// The times of the call and of every step taken so far: reached, answered, ready, arrived and checked in.
    func times(_ turnout: TurnoutID) -> [Int64] {
        let row = steps[turnout.index]
        var times = [row.called]
        for step in [row.notify, row.answer, row.prepare, row.travel, row.checkIn] {
            guard step & Self.isQueued == 0 else { break }
            times.append((times.last ?? 0) + Int64(step))
        }
        return times
    }

    /// Adds what a person spent in each stage, over all turn-outs up to the end of a run, to `sums`: before a call, then in the order of the steps.
    ///
    /// The stage the person is still in, by `state`, lasts until `horizon`.
    func add(_ person: PersonID, in state: PersonState, until horizon: Int64, to sums: inout [Int64]) {
        var turnout = current[person]
        guard turnout.exists else {
            sums[0] += horizon
            return
        }
        if let open = Self.stage(of: state) {
            sums[open] += horizon - (open == 0 ? ended(turnout) ?? horizon : called(turnout) + taken(turnout))
        }
        while turnout.exists {
            let row = steps[turnout.index]
            for (stage, step) in [row.notify, row.answer, row.prepare, row.travel, row.checkIn].enumerated()
            where step != Self.open {
                sums[stage + 1] += Int64(step & ~Self.isQueued)
            }
            let before = previous(of: turnout)
            sums[0] += before.exists ? ended(before).map { row.called - $0 } ?? 0 : row.called
            turnout = before
        }
    }

    /// The milliseconds of all steps taken so far.
    private func taken(_ turnout: TurnoutID) -> Int64 {
        let row = steps[turnout.index]
        return [row.notify, row.answer, row.prepare, row.travel, row.checkIn].reduce(0) {
            $0 + ($1 == Self.open ? 0 : Int64($1 & ~Self.isQueued))
        }
    }

    /// The stage a person in `state` is in, counted from the time before the call; nil once checked in, lost or on the way back.
    static func stage(of state: PersonState) -> Int? {
        switch state {
        case .standing: 0
        case .called: 1
        case .reached: 2
        case .preparing: 3
        case .traveling: 4
        case .queuing, .checkingIn: 5
        case .declined, .noShow, .waiting, .forming, .ready, .underWay, .onPost, .resting, .returning, .recovering: nil
        }
    }
}
