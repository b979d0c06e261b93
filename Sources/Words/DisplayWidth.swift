/// How many columns of a terminal a text takes, so that tables with Chinese in them line up.
///
/// Wide and fullwidth characters of Unicode's East Asian Width (UAX #11) take two columns, marks that combine with the
/// character before them none, and everything else one; characters of ambiguous width count as narrow.
public enum DisplayWidth {
    /// The columns `text` takes.
    ///
    /// - Complexity: O(length).
    public static func of(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns(of: $1) } }

    /// `text` followed by as many spaces as make it `width` columns wide.
    public static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// `text` after as many spaces as make it `width` columns wide.
    public static func rightAligned(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - of(text))) + text
    }

    /// The lines of `text` broken so that none is wider than `width`, where a line can be broken at all.
    ///
    /// Lines break at spaces and between wide characters, but never before closing punctuation. The first line starts with
    /// `first`, the others with `rest`, both counted. A word wider than a line stays whole, as what somebody pastes must, unless
    /// `breaksWords`, as titles and names are shown.
    ///
    /// - Complexity: O(length).
    public static func wrapped(
        _ text: String, to width: Int, first: String = "", rest: String = "", breaksWords: Bool = false
    ) -> [String] {
        var lines: [String] = []
        var line = first
        var isEmpty = true
        let room = max(2, width - max(of(first), of(rest)))
        for piece in pieces(of: text).flatMap({ breaksWords ? cut($0, to: room) : [$0] }) {
            if !isEmpty, of(line) + of(piece) > width {
                lines.append(trimmed(line))
                line = rest
                isEmpty = true
            }
            line += isEmpty ? String(piece.drop { $0 == " " }) : piece
            isEmpty = false
        }
        return lines + [trimmed(line)]
    }

    /// A line that begins with `label`, padded to `labelWidth`; where that leaves too little room, the label stands on lines of its own.
    ///
    /// - Complexity: O(length).
    public static func labeled(_ label: String, to labelWidth: Int, _ text: String, to width: Int, indent: String)
        -> [String]
    {
        let start = indent + padded(label, to: labelWidth) + "  "
        if of(start) * 2 <= width {
            return wrapped(text, to: width, first: start, rest: String(repeating: " ", count: of(start)))
        }
        let rest = indent + "    "
        if of(start) + of(text) <= width { return [start + text] }
        return wrapped(label, to: width, first: indent, rest: rest, breaksWords: true)
            + wrapped(text, to: width, first: rest, rest: rest)
    }

    /// `text` on one line and with nothing that moves the cursor, whatever a file calls its things.
    public static func oneLine(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { shown, scalar in
            if scalar.isInvisible { shown += "?" } else { shown.unicodeScalars.append(scalar) }
        }
    }

    /// A piece in parts that fit in `width` columns.
    private static func cut(_ piece: String, to width: Int) -> [String] {
        guard of(piece) > width else { return [piece] }
        var parts = [""]
        for character in piece {
            if of(parts[parts.count - 1]) + of(String(character)) > width { parts.append("") }
            parts[parts.count - 1].append(character)
        }
        return parts
    }

    /// `line` without the spaces at its end.
    public static func trimmed(_ line: String) -> String {
        var line = line
        while line.hasSuffix(" ") { line.removeLast() }
        return line
    }

    /// The parts a line can be broken before: words with the space before them, and single wide characters with the
    /// punctuation behind them; a number and its percent sign stay together.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let last = index > 0 ? scalars[index - 1] : " "
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            let startsPiece: Bool
            if scalar == " " {
                startsPiece = last != " " && next != "%"
            } else if last == " " || closing.contains(scalar) || opening.contains(last) {
                startsPiece = false
            } else {
                startsPiece = columns(of: scalar) == 2 || columns(of: last) == 2
            }
            if pieces.isEmpty || startsPiece { pieces.append("") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces
    }

    private static let closing = Set("，。；：、？！）》”’〕…%,.;:?!)".unicodeScalars)
    private static let opening = Set("（《“‘〔(".unicodeScalars)

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The wide and fullwidth blocks, without rare single characters between them.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
