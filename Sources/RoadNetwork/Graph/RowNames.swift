import DenseTables

/// Names one node of a road network: a crossing, a bend worth keeping, or a dead end.
@frozen
public struct RoadNodeID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one directed arc of a road network; a two-way road is two arcs.
@frozen
public struct RoadArcID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}
