import DenseTables
import Organization

/// When each person was called and how long each step to the muster point took.
///
/// Steps are durations in 32-bit milliseconds, up to 49 days each, so that a person takes 28 bytes here; the start is a full
/// time. A person's steps add up to the time of check-in exactly.
struct Journeys: ~Copyable {
    static let never: Int64 = -1
    static var bytesPerPerson: Int { MemoryLayout<Int64>.stride + 5 * MemoryLayout<UInt32>.stride }

    private(set) var called: Column<PersonID, Int64>
    private var notify: Column<PersonID, UInt32>
    private var answer: Column<PersonID, UInt32>
    private var prepare: Column<PersonID, UInt32>
    private var travel: Column<PersonID, UInt32>
    private var checkIn: Column<PersonID, UInt32>

    init(people: Int) {
        called = Column(repeating: Self.never, count: people)
        notify = Column(repeating: 0, count: people)
        answer = Column(repeating: 0, count: people)
        prepare = Column(repeating: 0, count: people)
        travel = Column(repeating: 0, count: people)
        checkIn = Column(repeating: 0, count: people)
    }

    mutating func record(
        _ person: PersonID, leaving old: PersonState, entering new: PersonState, after stay: Int64, at now: Int64
    ) {
        switch old {
        case .standing where new == .called: called[person] = now
        case .called: notify[person] = UInt32(clamping: stay)
        case .reached: answer[person] = UInt32(clamping: stay)
        case .preparing: prepare[person] = UInt32(clamping: stay)
        case .traveling: travel[person] = UInt32(clamping: stay)
        case .queuing, .checkingIn: checkIn[person] += UInt32(clamping: stay)
        default: break
        }
    }

    /// Adds a person's stages up to the end of a run to `sums`, in the order of the states that make them.
    ///
    /// The stage the person is still in lasts until `horizon`.
    func add(_ person: PersonID, in state: PersonState, until horizon: Int64, to sums: inout [Int64]) {
        let start = called[person]
        guard start != Self.never else {
            sums[0] += horizon
            return
        }
        var steps = [start]
        for step in [notify[person], answer[person], prepare[person], travel[person], checkIn[person]] {
            steps.append(Int64(step))
        }
        if let open = Self.stage(of: state) { steps[open] += horizon - steps.reduce(0, +) }
        for index in steps.indices { sums[index] += steps[index] }
    }

    /// The stage a person in `state` is in, counted from the time before the call; nil once checked in or lost.
    static func stage(of state: PersonState) -> Int? {
        switch state {
        case .standing: 0
        case .called: 1
        case .reached: 2
        case .preparing: 3
        case .traveling: 4
        case .queuing, .checkingIn: 5
        default: nil
        }
    }

    /// When somebody who has been reached was.
    func reached(_ person: PersonID) -> Int64 { called[person] + Int64(notify[person]) }

    /// When a checked-in person was checked in.
    func checkedIn(_ person: PersonID) -> Int64 {
        reached(person) + Int64(answer[person]) + Int64(prepare[person]) + Int64(travel[person])
            + Int64(checkIn[person])
    }

    /// The times at which a checked-in person was called, reached, had answered, was ready, arrived and was checked in.
    func times(_ person: PersonID) -> [Int64] {
        var time = called[person]
        var times = [time]
        for step in [notify[person], answer[person], prepare[person], travel[person], checkIn[person]] {
            time += Int64(step)
            times.append(time)
        }
        return times
    }
}
