/// Travel times from some nodes to others, in milliseconds.
public struct TravelTimeTable: Sendable, Equatable {
    /// What stands where there is no way.
    @inlinable public static var unreachable: UInt32 { RoadMetric.unreachable }

    /// The longest time that can be counted: 49 days, 17 hours and some minutes.
    ///
    /// A way that takes as long or longer takes this, so that it never looks like no way; who shows times to users refuses it.
    public static let longest = unreachable - 1

    /// A time as tables have it, at most `longest`.
    static func counted(_ milliseconds: UInt64) -> UInt32 {
        milliseconds < UInt64(longest) ? UInt32(truncatingIfNeeded: milliseconds) : longest
    }

    /// The number of rows, one for each source.
    public let rows: Int

    /// The number of columns, one for each target.
    public let columns: Int

    /// The times, row after row.
    public let milliseconds: [UInt32]

    /// Creates a table from its times, row after row.
    public init(rows: Int, columns: Int, milliseconds: [UInt32]) {
        precondition(milliseconds.count == rows * columns, "a table must have one time for every row and column")
        self.rows = rows
        self.columns = columns
        self.milliseconds = milliseconds
    }

    /// The milliseconds from the source of `row` to the target of `column`.
    @inlinable
    public subscript(row: Int, column: Int) -> UInt32 {
        precondition(row >= 0 && row < rows && column >= 0 && column < columns, "outside the travel-time table")
        return milliseconds[row * columns + column]
    }
}
