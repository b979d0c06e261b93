/// The measures of one subject: an enumeration, so that none is looked up by a text and none can be forgotten.
///
/// A measure is a case, its declaration and a line of reading, all in one file beside the verb it is about.
protocol MeasureGroup: CaseIterable, RawRepresentable, Sendable where RawValue == Int {
    /// What the measure is called, counted in and means.
    var measure: Measure { get }

    /// Reads the group off a finished run; what is left unset has no value in that run.
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>)
}

extension MeasureGroup {
    /// The declarations of the group, in order.
    static var measures: [Measure] { allCases.map(\.measure) }

    /// The values of the group in a finished run, in order.
    static func values(of run: FinishedRun) -> [Double?] {
        var readings = Readings<Self>()
        read(run, into: &readings)
        return readings.values
    }
}

/// What a group read of one run: nil where there is nothing to measure, infinite where something never happened.
struct Readings<Group: MeasureGroup> {
    /// The values, by raw value of the group.
    fileprivate var values = [Double?](repeating: nil, count: Group.allCases.count)

    /// The value of a measure.
    subscript(measure: Group) -> Double? {
        get { values[measure.rawValue] }
        set { values[measure.rawValue] = newValue }
    }
}

extension Measure {
    /// Milliseconds as the minutes of tables.
    static func minutes(_ milliseconds: Int64) -> Double { Double(milliseconds) / 60_000 }

    /// Minutes from `start` to the `rank`-th smallest of `times`, counted from 1; infinite where there are too few, or no start.
    ///
    /// It reorders `times`.
    static func minutes(of times: inout [Int64], _ rank: Int, from start: Int64?) -> Double {
        guard let start, rank >= 1, rank <= times.count else { return .infinity }
        return minutes(times.smallest(rank) - start)
    }
}
