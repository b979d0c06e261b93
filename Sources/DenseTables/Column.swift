/// One column of a structure of arrays: owned, fixed in length, indexed by its own kind of row.
///
/// It cannot be copied by accident, never reallocates, and every access is bounds-checked; measured in this model, the
/// check costs nothing. All state that changes during a run lives in columns, so a snapshot can be a copy of memory.
@frozen
public struct Column<Row: RowID, Element: BitwiseCopyable>: ~Copyable {
    @usableFromInline let base: UnsafeMutablePointer<Element>

    /// The number of rows.
    public let count: Int

    /// Creates a column of `count` rows that all hold `value`.
    ///
    /// - Complexity: O(`count`).
    @inlinable
    public init(repeating value: Element, count: Int) {
        precondition(count >= 0, "a column cannot have a negative number of rows")
        base = .allocate(capacity: Swift.max(count, 1))
        self.count = count
        base.initialize(repeating: value, count: count)
    }

    /// Creates a column that holds `elements` in order.
    ///
    /// - Complexity: O(`elements.count`).
    @inlinable
    public init(_ elements: [Element]) {
        base = .allocate(capacity: Swift.max(elements.count, 1))
        count = elements.count
        elements.withUnsafeBufferPointer { buffer in
            if let source = buffer.baseAddress { base.initialize(from: source, count: buffer.count) }
        }
    }

    /// Creates a column that holds the elements of another.
    @inlinable
    init(copyOf other: borrowing Column) {
        base = .allocate(capacity: Swift.max(other.count, 1))
        count = other.count
        base.initialize(from: other.base, count: other.count)
    }

    @inlinable
    deinit { base.deallocate() }

    /// A second column with the same elements, to be changed by itself.
    ///
    /// - Complexity: O(`count`), a copy of memory.
    @inlinable
    public func copy() -> Column { Column(copyOf: self) }

    /// The element of `row`, which must be one of the column's rows.
    @inlinable
    public subscript(row: Row) -> Element {
        get {
            precondition(UInt(bitPattern: row.index) < UInt(bitPattern: count), "row out of range")
            return base[row.index]
        }
        set {
            precondition(UInt(bitPattern: row.index) < UInt(bitPattern: count), "row out of range")
            base[row.index] = newValue
        }
    }

    /// Hands over the elements as memory, for loops that have checked their rows; nothing of it may be kept.
    @inlinable
    public mutating func withUnsafeMutablePointer<Result>(_ body: (UnsafeMutablePointer<Element>) -> Result) -> Result {
        body(base)
    }

    /// The memory the elements take, in bytes.
    @inlinable public var bytes: Int { count * MemoryLayout<Element>.stride }

    /// The elements as an array, for tests and tables.
    ///
    /// - Complexity: O(`count`).
    public func elements() -> [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }
}

// A run moves to one worker as a whole and nobody else holds the pointer; a world's columns are never written again.
extension Column: @unchecked Sendable where Element: Sendable {}
