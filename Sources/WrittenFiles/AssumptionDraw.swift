import RandomStreams

/// Where one replication's assumptions come from: each path has its own uniform number.
///
/// An assumption keeps its number when other inputs come or go, so variants are compared under the same assumptions.
public struct AssumptionDraw: Sendable {
    /// The number from 0 to 1 of the input at a path; 0 stands for the low end of its range, 0.5 for the value as
    /// written.
    public let uniform: @Sendable (_ path: String) -> Double

    /// Creates the draw of one replication.
    public init(stream: RandomStream) {
        uniform = { path in stream.uniform(EntityKey(path: path), .assumption) }
    }

    /// Creates a draw from a rule, for example to set one input to the end of its range and leave all others.
    public init(_ uniform: @escaping @Sendable (_ path: String) -> Double) { self.uniform = uniform }
}

/// A stated range around a value, as numbers.
public struct StatedRange: Sendable, Equatable {
    /// What of a distribution the range is about.
    public enum Subject: Sendable, Equatable {
        /// The value itself, or the central parameter of a distribution.
        case value
        /// The chance that the distribution happens at all.
        case chance
    }

    let low: Double
    let nominal: Double
    let high: Double
    let subject: Subject

    /// Creates a range; checking that it is one is for the decoder.
    public init(low: Double, nominal: Double, high: Double, subject: Subject = .value) {
        self.low = low
        self.nominal = nominal
        self.high = high
        self.subject = subject
    }

    var isOrdered: Bool { low <= high }

    var holdsNominal: Bool { low <= nominal && nominal <= high }

    /// The value at `uniform`: linear from the low end to the nominal value at 0.5, and on to the high end.
    ///
    /// So the median stays the value as written, however lopsided the range.
    func value(at uniform: Double) -> Double {
        let value =
            uniform < 0.5
            ? low + (nominal - low) * (uniform * 2)
            : nominal + (high - nominal) * (uniform * 2 - 1)
        // Rounding must not carry a share past 1.
        return min(max(value, low), high)
    }
}
