/// One cell of a table, typed as its column.
public enum Cell: Equatable, Sendable {
    /// A text.
    case string(String)
    /// A whole number.
    case integer(Int64)
    /// A finite number, or infinity for "never" in a column that declares it.
    case number(Double)
    /// A truth value.
    case boolean(Bool)
    /// No value, written as an empty field.
    case missing

    /// A number, missing for `nil`.
    public init(_ number: Double?) { self = number.map { .number($0) } ?? .missing }

    /// A whole number.
    public init(_ integer: Int) { self = .integer(Int64(integer)) }

    /// The text, `nil` for a cell of another type.
    public var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, `nil` for a cell without one.
    public var integer: Int64? {
        guard case .integer(let value) = self else { return nil }
        return value
    }

    /// The number, infinite for never, `nil` for a cell without one.
    public var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// The truth value, `nil` for a cell without one.
    public var boolean: Bool? {
        guard case .boolean(let value) = self else { return nil }
        return value
    }
}
