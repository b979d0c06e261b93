import DenseTables

/// Names one state of a kind of thing, by its raw value.
struct StateRow: RowID {
    let raw: Int32
    init(raw: Int32) { self.raw = raw }
    init(_ state: some RawRepresentable<UInt8>) { raw = Int32(state.rawValue) }
}

/// Who is in which of a few states, how many, and for how long: the books of one kind of thing.
///
/// Time is booked twice, independently: once by thing, when it leaves a state, and once by state, as what is left of the run whenever a count
/// changes. That both agree to the millisecond is Little's law and the balance of person-hours. Neither hangs on the order in which different
/// things are booked, so a step of somebody with whom nothing can interfere is booked as soon as its time is known.
struct StateBook<Row: RowID, State: RawRepresentable & CaseIterable & BitwiseCopyable>: ~Copyable
where State.RawValue == UInt8 {
    private var state: Column<Row, State>
    private var since: Column<Row, Int64>
    private let legal: Column<StateRow, UInt32>
    private var counts: Column<StateRow, Int64>
    /// How often each state has been entered, by whom it may be.
    private var entries: Column<StateRow, Int64>
    /// What all counts together have entered and left with: the times of leaving less those of entering, and of all time once closed.
    private var timeByCount: Column<StateRow, Int64>
    private var timeByThing: Column<StateRow, Int64>
    private(set) var firstIllegal: String?

    /// Puts `count` things into `initial` at time 0; `successors` is the table of legal transitions.
    init(count: Int, initial: State, successors: (State) -> [State]) {
        state = Column(repeating: initial, count: count)
        since = Column(repeating: 0, count: count)
        let states = State.allCases.count
        legal = Column(State.allCases.map { successors($0).reduce(0) { $0 | 1 << UInt32($1.rawValue) } })
        counts = Column(repeating: 0, count: states)
        entries = Column(repeating: 0, count: states)
        timeByCount = Column(repeating: 0, count: states)
        timeByThing = Column(repeating: 0, count: states)
        counts[StateRow(initial)] = Int64(count)
    }

    /// The state of `row`.
    subscript(row: Row) -> State { state[row] }

    /// How many are in `state`.
    func count(of state: State) -> Int64 { counts[StateRow(state)] }

    /// How often `state` has been entered so far; beginning in it does not count.
    func entries(into state: State) -> Int64 { entries[StateRow(state)] }

    /// How long all things together have been in `state`; once the book is closed.
    func time(in state: State) -> Int64 { timeByCount[StateRow(state)] }

    /// When `row` entered its state.
    func entered(_ row: Row) -> Int64 { since[row] }

    var bytes: Int { state.bytes + since.bytes }

    /// Moves `row` to `next` and returns how long it was in the state it leaves.
    ///
    /// An illegal transition is carried out and remembered, so that the audit can name it.
    mutating func move(_ row: Row, to next: State, at now: Int64) -> Int64 {
        let old = StateRow(state[row])
        let new = StateRow(next)
        if legal[old] >> UInt32(new.raw) & 1 == 0, firstIllegal == nil {
            firstIllegal = "\(Row.self) \(row.raw) went from \(state[row]) to \(next) at \(now) ms"
        }
        let stay = now - since[row]
        counts[old] -= 1
        timeByCount[old] += now
        counts[new] += 1
        entries[new] += 1
        timeByCount[new] -= now
        timeByThing[old] += stay
        state[row] = next
        since[row] = now
        return stay
    }

    #if MUTANTS
        /// The broken copies of `move`, for the audit to find; tells beside the stay whether anything went wrong.
        @inline(never)
        mutating func moveBroken(
            _ row: Row, to next: State, at now: Int64, _ mutant: Mutant?
        ) -> (stay: Int64, isBroken: Bool) {
            let old = StateRow(state[row])
            let new = StateRow(next)
            let entered = since[row]
            let stay = move(row, to: next, at: now)
            switch mutant {
            case .personInTwoStates: counts[old] += 1
            case .personHoursLost: timeByThing[old] -= stay
            case .hoursOfAnotherState:
                timeByThing[old] -= stay
                timeByThing[new] += stay
            case .countRaisedTooSoon: timeByCount[new] += now - entered
            default: return (stay, false)  // open: every other mutant breaks a rule elsewhere
            }
            return (stay, mutant == .personInTwoStates || stay > 0)
        }
    #endif

    /// Books everything up to the end of a run.
    ///
    /// - Complexity: O(things).
    mutating func close(at horizon: Int64) {
        for index in 0..<state.count {
            let row = Row(index)
            timeByThing[StateRow(state[row])] += horizon - since[row]
            since[row] = horizon
        }
        for state in State.allCases {
            let row = StateRow(state)
            timeByCount[row] += counts[row] * horizon
        }
    }

    /// The first thing wrong with the books of a closed run, if any.
    ///
    /// - Complexity: O(things).
    func breach(elapsed: Int64) -> LawBreach? {
        if let firstIllegal { return LawBreach(law: .oneState, detail: firstIllegal) }
        var recount = [Int64](repeating: 0, count: counts.count)
        for index in 0..<state.count { recount[StateRow(state[Row(index)]).index] += 1 }
        var total: Int64 = 0
        for name in State.allCases {
            let row = StateRow(name)
            total += timeByThing[row]
            if counts[row] < 0 {
                return LawBreach(law: .oneState, detail: "\(counts[row]) \(Row.self) are booked as \(name)")
            }
            if recount[row.index] == counts[row] { continue }
            return LawBreach(
                law: .oneState, detail: "\(counts[row]) \(Row.self) are booked as \(name), \(recount[row.index]) are")
        }
        if total != elapsed * Int64(state.count) {
            return LawBreach(
                law: .personHours,
                detail: "\(Row.self): \(total) ms booked, \(elapsed * Int64(state.count)) ms went by")
        }
        for name in State.allCases {
            let (byCount, byThing) = (timeByCount[StateRow(name)], timeByThing[StateRow(name)])
            if byCount == byThing { continue }
            return LawBreach(
                law: .littlesLaw, detail: "\(Row.self) as \(name): \(byCount) ms by count, \(byThing) ms by thing")
        }
        return nil
    }
}
