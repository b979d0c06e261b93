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

    init(_ observations: [ExperimentRecord.Observation]) {
        guard observations.allSatisfy({ $0.ground.residents > 0 }) else {
            curves = []
            return
        }
        curves = Self.kinds.indices.map { kind in
            Curve(
                observations.map { observation in
                    let covered = observation.run.covered
                    let residents = Double(observation.ground.residents)
                    return stride(from: kind, to: covered.count, by: Self.kinds.count).map {
                        Double(covered[$0]) / residents
                    }
                })
        }
    }
}
