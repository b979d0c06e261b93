import Mobilization

/// How many people of a variant were in each state, over time.
public struct MobilizationCurves: Sendable {
    /// One curve a state, in the order of `PersonState.allCases`; samples are `RunRecord.sampleStep` apart.
    public let states: [Curve]

    init(_ record: VariantRecord) {
        let states = PersonState.allCases
        self.states = states.map { record.people.curve(from: Int($0.rawValue), stride: states.count) }
    }

    /// The mean number of people who are in any of `states`, at each sample.
    public func mean(inAny states: [PersonState]) -> [Double] {
        let curves = states.map { self.states[Int($0.rawValue)] }
        return (curves.first?.mean.indices ?? 0..<0).map { sample in
            curves.reduce(0) { $0 + $1.mean[sample] }
        }
    }

    /// Whether anybody was in `state` at any sample of any replication.
    func hasAnybody(in state: PersonState) -> Bool { states[Int(state.rawValue)].mean.contains { $0 > 0 } }

    /// The mean number of people in `state`, at each sample.
    public func mean(_ state: PersonState) -> [Double] { states[Int(state.rawValue)].mean }
}
