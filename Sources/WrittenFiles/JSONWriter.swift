/// Writes a tree as plain JSON: no comments, keys in their order, numbers as they were written.
///
/// The same tree always gives the same bytes. What fits on a line of 100 characters stays on one, so that coordinates
/// and distributions read well. A scenario whose includes are expanded becomes the `scenario.json` of its results this
/// way.
public struct JSONWriter {
    private var text: [UInt8] = []

    /// The tree over several lines, indented by two spaces, with a line break at the end.
    ///
    /// - Complexity: O(nodes · depth).
    public static func document(_ node: JSONNode) -> String {
        var writer = JSONWriter()
        writer.write(node, indentation: 0)
        return String(decoding: writer.text, as: UTF8.self) + "\n"
    }

    /// The tree on one line.
    public static func line(_ node: JSONNode) -> String {
        var writer = JSONWriter()
        _ = writer.writeLine(node, upTo: .max)
        return String(decoding: writer.text, as: UTF8.self)
    }

    private mutating func write(_ node: JSONNode, indentation: Int) {
        let start = text.count
        if writeLine(node, upTo: start + 100 - indentation) { return }
        text.removeSubrange(start...)
        switch node.value {
        case .array(let elements):
            append("[")
            for (number, element) in elements.enumerated() {
                startElement(number, indentation + 2)
                write(element, indentation: indentation + 2)
            }
            startElement(nil, indentation)
            append("]")
        case .object(let members):
            append("{")
            for (number, member) in members.enumerated() {
                startElement(number, indentation + 2)
                appendLiteral(member.key)
                append(": ")
                write(member.node, indentation: indentation + 2)
            }
            startElement(nil, indentation)
            append("}")
        default: _ = writeLine(node, upTo: .max)
        }
    }

    private mutating func startElement(_ number: Int?, _ indentation: Int) {
        append(number ?? 0 > 0 ? ",\n" : "\n")
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    }

    /// Writes `node` on the present line; gives up, and says so, once the text is longer than `end`.
    private mutating func writeLine(_ node: JSONNode, upTo end: Int) -> Bool {
        switch node.value {
        case .invalid: preconditionFailure("a tree with faults is not written")
        case .null: append("null")
        case .flag(let value): append(value ? "true" : "false")
        case .number(let number): append(number.text)
        case .string(let string): appendLiteral(string)
        case .array(let elements):
            append("[")
            for (number, element) in elements.enumerated() {
                if number > 0 { append(", ") }
                guard writeLine(element, upTo: end) else { return false }
            }
            append("]")
        case .object(let members):
            append(members.isEmpty ? "{" : "{ ")
            for (number, member) in members.enumerated() {
                if number > 0 { append(", ") }
                appendLiteral(member.key)
                append(": ")
                guard writeLine(member.node, upTo: end) else { return false }
            }
            append(members.isEmpty ? "}" : " }")
        }
        return text.count <= end
    }

    private mutating func append(_ string: String) { text.append(contentsOf: string.utf8) }

    private mutating func appendLiteral(_ string: String) {
        append("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\t"): append("\\t")
            case 0..<0x20: append("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: text.append(byte)
            }
        }
        append("\"")
    }
}
