/// The mobilization and coverage curves, sampled at fixed times.
///
/// Filled whenever something is about to change, so no event is spent on it: a sample holds the state after everything that
/// happened up to its time.
struct Samples {
    /// Milliseconds between two samples.
    let step: Int64
    /// How many samples there are, the one at time 0 included.
    let count: Int
    /// People by state, one row of `PersonState.allCases.count` a sample.
    private(set) var people: [Int32] = []
    /// Residents covered once and twice, for each of the circles, one row a sample.
    private(set) var covered: [Int32] = []

    init(step: Int64, horizon: Int64, people: Int) {
        self.step = step
        count = Int(horizon / step) + 1
        self.people.reserveCapacity(count * PersonState.allCases.count)
        covered.reserveCapacity(count * 4)
    }

    /// Writes every sample whose time lies before `now`.
    mutating func advance(to now: Int64, _ counts: [Int64], _ coverage: [Int]) {
        while taken < count, Int64(taken) * step < now { append(counts, coverage) }
    }

    /// Writes the samples left at the end.
    mutating func finish(_ counts: [Int64], _ coverage: [Int]) {
        while taken < count { append(counts, coverage) }
    }

    private var taken: Int { people.count / PersonState.allCases.count }

    private mutating func append(_ counts: [Int64], _ coverage: [Int]) {
        for count in counts { people.append(Int32(clamping: count)) }
        for residents in coverage { covered.append(Int32(clamping: residents)) }
    }
}
