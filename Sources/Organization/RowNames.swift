import DenseTables

/// Names one node of the standing organization.
@frozen
public struct OrganizationNodeID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names one person.
@frozen
public struct PersonID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}

/// Names a point on the ground: a node of the place's road network.
///
/// The organization knows where things are without knowing what a road is.
@frozen
public struct LocationID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    @inlinable public init(raw: Int32) { self.raw = raw }
}
