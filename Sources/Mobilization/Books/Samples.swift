import DenseTables
import Organization

/// The mobilization and coverage curves, sampled at fixed times.
///
/// A sample holds the state after everything that happened up to its time, and no event is spent on it. People are kept as changes from one
/// sample to the next, to which every step adds whenever it is booked; coverage is written whenever it is about to change.
struct Samples {
    /// Milliseconds between two samples.
    static var step: Int64 { 300_000 }

    /// How many samples there are, the one at time 0 included.
    let count: Int
    /// People by state, one row of `PersonState.allCases.count` a sample; what each row adds to the one before until `finish`.
    private(set) var people: [Int32]
    /// Residents covered once, twice and thrice, for each of the circles, one row a sample.
    private(set) var covered: [Int32] = []

    /// The most people in `state` at any sample; nil before `finish` has been told of any.
    func peak(in state: PersonState) -> Int32? {
        stride(from: Int(state.rawValue), to: people.count, by: Self.states).map { people[$0] }.max()
    }

    private static let states = PersonState.allCases.count

    /// Begins with so many `people`, all of them standing.
    init(horizon: Int64, people: Int) {
        count = Int(horizon / Self.step) + 1
        self.people = Array(repeating: 0, count: count * Self.states)
        self.people[Int(PersonState.standing.rawValue)] = Int32(people)
        covered.reserveCapacity(count * CoverageBook.kinds)
    }

    /// Somebody goes from one state to another.
    mutating func move(from old: PersonState, to new: PersonState, at time: Int64) {
        let sample = Int((time + Self.step - 1) / Self.step)
        guard sample < count else { return }
        people[sample * Self.states + Int(old.rawValue)] -= 1
        people[sample * Self.states + Int(new.rawValue)] += 1
    }

    /// Writes the coverage of every sample whose time lies before `now`.
    mutating func advance(to now: Int64, _ coverage: SIMD8<Int64>) {
        while nextTime < now { append(coverage) }
    }

    /// Writes the samples left at the end.
    mutating func finish(_ coverage: SIMD8<Int64>) {
        while nextTime != .max { append(coverage) }
        for cell in Self.states..<max(people.count, Self.states) { people[cell] += people[cell - Self.states] }
    }

    /// The time of the sample of coverage to be written next; `Int64.max` after the last.
    private var nextTime: Int64 = 0

    private mutating func append(_ coverage: SIMD8<Int64>) {
        for index in 0..<CoverageBook.kinds { covered.append(Int32(clamping: coverage[index])) }
        let taken = covered.count / CoverageBook.kinds
        nextTime = taken < count ? Int64(taken) * Self.step : .max
    }
}
