import Mobilization

/// Which share of residents was near how many teams, over time.
public struct CoverageCurves: Sendable {
    /// One of the curves: within so many minutes of so many teams.
    public struct Kind: Equatable, Sendable {
        /// Minutes of travel.
        public let minutes: Int
        /// Teams, at least.
        public let teams: Int
    }

    /// The curves there are, in the order in which a run's record keeps them.
    public static let kinds = [10, 15].flatMap { minutes in
        [1, 2, 3].map { Kind(minutes: minutes, teams: $0) }
    }

    /// One curve for each of `kinds`; empty where nobody lives.
    public let curves: [Curve]

    init(_ record: VariantRecord) {
        curves =
            record.covered.map { book in
                Self.kinds.indices.map { book.curve(from: $0, stride: Self.kinds.count) }
            } ?? []
    }
}
