import DenseTables

/// Names one team a plan foresees.
@frozen
public struct TeamID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one task or post.
@frozen
public struct TaskID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one station that takes calls.
@frozen
public struct StationID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one stream of calls.
@frozen
public struct CallStreamID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}
