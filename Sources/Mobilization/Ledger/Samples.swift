import DenseTables
import Organization

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
    /// Residents covered once, twice and thrice, for each of the circles, one row a sample.
    private(set) var covered: [Int32] = []

    init(step: Int64, horizon: Int64, people: Int) {
        self.step = step
        count = Int(horizon / step) + 1
        self.people.reserveCapacity(count * PersonState.allCases.count)
        covered.reserveCapacity(count * CoverageBook.kinds)
    }

    /// Writes every sample whose time lies before `now`.
    mutating func advance(
        to now: Int64, _ counts: borrowing StateBook<PersonID, PersonState>, _ coverage: SIMD8<Int64>
    ) {
        while nextTime < now { append(counts, coverage) }
    }

    /// Writes the samples left at the end.
    mutating func finish(_ counts: borrowing StateBook<PersonID, PersonState>, _ coverage: SIMD8<Int64>) {
        while nextTime != .max { append(counts, coverage) }
    }

    /// The time of the sample to be written next; `Int64.max` after the last.
    private var nextTime: Int64 = 0

    private mutating func append(_ counts: borrowing StateBook<PersonID, PersonState>, _ coverage: SIMD8<Int64>) {
        for state in PersonState.allCases { people.append(Int32(clamping: counts.count(of: state))) }
        for index in 0..<CoverageBook.kinds { covered.append(Int32(clamping: coverage[index])) }
        let taken = people.count / PersonState.allCases.count
        nextTime = taken < count ? Int64(taken) * step : .max
    }
}
