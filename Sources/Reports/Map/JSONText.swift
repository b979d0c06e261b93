import Results

/// A value of a JSON document that keeps the order of its keys, for formats whose readers people look into.
public indirect enum JSONText: Sendable {
    /// Nothing.
    case null
    /// A truth value.
    case boolean(Bool)
    /// A finite number.
    case number(Double)
    /// A number written with so many decimals.
    case decimal(Double, Int)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONText])
    /// Keys and values in order.
    case object([(String, JSONText)])

    /// The value on one line.
    public var line: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number(let value): NumberFormat.shortest(value)
        case .decimal(let value, let decimals): NumberFormat.fixed(value, decimals: decimals)
        case .string(let text): Self.quoted(text)
        case .array(let values): "[" + values.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { Self.quoted($0.0) + ":" + $0.1.line }.joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
