/// A small integer that names one row of a dense table.
///
/// Every kind of row has its own type, so that a team can never be looked up in a column of people.
public protocol RowID: BitwiseCopyable, Hashable, Comparable, Sendable {
    /// The row number; negative numbers name no row.
    var raw: Int32 { get }

    /// Creates the name of row `raw`.
    init(raw: Int32)
}

extension RowID {
    /// The row number as an index.
    @inlinable public var index: Int { Int(raw) }

    /// Creates the name of row `index`.
    @inlinable public init(_ index: Int) { self.init(raw: Int32(truncatingIfNeeded: index)) }

    /// The name of no row, for links that end.
    @inlinable public static var none: Self { Self(raw: -1) }

    /// Whether this names a row at all.
    @inlinable public var exists: Bool { raw >= 0 }

    /// Orders rows by number.
    @inlinable public static func < (left: Self, right: Self) -> Bool { left.raw < right.raw }
}
