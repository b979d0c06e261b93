import Foundation
import Words
import WrittenFiles

/// A reader of XML as data files use it: elements and attributes, one at a time, in memory of a fixed size.
///
/// A scanner of our own and not Foundation's `XMLParser`, which on Linux tells nobody that a file has a document type,
/// answers `true` for a file that ends too early, and names errors by number. Document types and entities are refused where
/// they begin, so nothing is ever expanded or fetched. Text between elements is passed over.
struct XMLScanner {
    /// What was found.
    enum Token {
        /// An element begins; its attributes can be asked for until the next token.
        case start
        /// The element begun last ends.
        case end
    }

    /// The limits beyond which a file is not a map any more.
    private enum Limit {
        static let depth = 32
        static let tagBytes = 1 << 20
        static let attributes = 64
        static let textBytes = 4 << 20
        static let heardBytes = 2000
        static let strayBytes = 200
    }

    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var cursor = 0
    private var tokenEnd = 0
    private var isAtEnd = false
    private var endsAtOnce = false
    private var hasRoot = false
    private var line = 1
    private var column = 1
    private var attributes: [(name: String, value: Range<Int>)] = []
    private var open: [(name: String, line: Int, column: Int)] = []

    private var isListening = false

    /// The text since `listen` was called, the first of it, until the element ended.
    private(set) var heard = ""

    /// Text where a data file has none.
    struct Stray {
        /// The beginning of it.
        let text: String
        /// The element it stands in, and how many enclose it, that one included.
        let element: String
        let depth: Int
        /// Where it begins.
        let place: (line: Int, column: Int)
    }

    private var stray: Stray?

    /// The first text before the present token that nobody listened to, once.
    mutating func takeStray() -> Stray? {
        defer { stray = nil }
        return stray
    }

    private mutating func note(_ start: Int?, to end: Int) {
        guard let start, !isListening, stray == nil, let innermost = open.last else { return }
        let place = fault(.map(.syntax, "", ""), at: start)
        let bytes = buffer[start..<min(end, start + Limit.strayBytes)]
        stray = Stray(
            text: String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines),
            element: innermost.name, depth: depth, place: (place.line, place.column))
    }

    /// The name of the element that begins or ends.
    private(set) var name = ""

    /// How many elements enclose the present place; 1 at the start of the root.
    var depth: Int { open.count }

    /// Opens a source.
    init(_ source: ByteSource) throws(FileProblem) {
        stream = try ByteStream(source)
    }

    /// The next token; nil at the end of a complete file.
    ///
    /// - Complexity: O(bytes passed).
    mutating func next() throws(ScanFault) -> Token? {
        if endsAtOnce {
            endsAtOnce = false
            attributes.removeAll(keepingCapacity: true)
            name = open.removeLast().name
            return .end
        }
        advance(to: tokenEnd)
        if line == 1, column == 1, cursor == 0 { try begin() }
        while true {
            guard try skipText() else { return nil }
            try need(9)
            if starts("<!--") {
                try skip("<!--", through: "-->")
            } else if starts("<![CDATA["), !open.isEmpty {
                try skip("<![CDATA[", through: "]]>")
            } else if starts("<!") {
                throw fault(
                    .map(
                        .syntax, "不接受 DOCTYPE 或实体声明", "document types and entities are not accepted",
                        expected: .init(zh: "只有元素和属性的 XML", en: "XML of elements and attributes alone")))
            } else if starts("<?") {
                try instruction()
            } else {
                return starts("</") ? try endTag() : try startTag()
            }
        }
    }

    /// Keeps the text of the element that has just begun, in `heard` when it ends; other text is passed over.
    mutating func listen() {
        isListening = !endsAtOnce
        heard = ""
    }

    private mutating func hear(from start: Int, to end: Int) {
        guard isListening, heard.utf8.count < Limit.heardBytes else { return }
        heard += String(decoding: buffer[start..<min(end, start + Limit.heardBytes)], as: UTF8.self)
    }

    // MARK: Attributes

    /// The bytes of an attribute as written; nil if the element has none of that name.
    func raw(_ attribute: String) -> ArraySlice<UInt8>? {
        attributes.first { $0.name == attribute }.map { buffer[$0.value] }
    }

    /// The text of an attribute, references resolved; nil if the element has none of that name.
    func text(_ attribute: String) throws(ScanFault) -> String? {
        guard let value = attributes.first(where: { $0.name == attribute })?.value else { return nil }
        guard buffer[value].contains(UInt8(ascii: "&")) else {
            guard let text = String(validating: buffer[value], as: UTF8.self) else {
                throw fault(.map(.encoding, "不是 UTF-8 文字", "this is not UTF-8 text"), at: value.lowerBound)
            }
            return text
        }
        var content: [UInt8] = []
        var index = value.lowerBound
        while index < value.upperBound {
            if buffer[index] == UInt8(ascii: "&") {
                content += String(Character(try reference(&index, before: value.upperBound))).utf8
            } else {
                content.append(buffer[index])
                index += 1
            }
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            throw fault(.map(.encoding, "不是 UTF-8 文字", "this is not UTF-8 text"), at: value.lowerBound)
        }
        return text
    }

    /// A fault at an attribute of the present element, or at the element.
    func fault(_ problem: Fault.Problem, attribute: String? = nil) -> ScanFault {
        fault(problem, at: attributes.first { $0.name == attribute }?.value.lowerBound ?? cursor)
    }

    // MARK: Places

    private func fault(_ problem: Fault.Problem, at index: Int) -> ScanFault {
        var (line, column) = (line, column)
        for byte in buffer[cursor..<max(min(index, buffer.count), cursor)] { Self.walk(&line, &column, byte) }
        return ScanFault(problem: problem, line: line, column: column)
    }

    private static func walk(_ line: inout Int, _ column: inout Int, _ byte: UInt8) {
        if byte == UInt8(ascii: "\n") {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
    }

    private mutating func advance(to index: Int) {
        guard index > cursor else { return }
        buffer.withUnsafeBufferPointer { bytes in
            for index in cursor..<index { Self.walk(&line, &column, bytes[index]) }
        }
        cursor = index
        tokenEnd = index
    }

    // MARK: Bytes

    /// Reads on, or answers false at the end.
    ///
    /// What lies before the cursor is let go.
    private mutating func refill() throws(ScanFault) -> Bool {
        guard !isAtEnd else { return false }
        buffer.removeSubrange(..<cursor)
        tokenEnd -= cursor
        cursor = 0
        do throws(FileProblem) {
            isAtEnd = try !stream.read(into: &buffer)
        } catch {
            throw fault(.map(.fileUnreadable, "无法继续读取文件", "the file cannot be read any further"))
        }
        return !isAtEnd
    }

    /// Makes `count` bytes behind the cursor available if the file has them.
    private mutating func need(_ count: Int) throws(ScanFault) {
        while buffer.count - cursor < count, try refill() {}
    }

    private func starts(_ text: StaticString) -> Bool {
        guard buffer.count - cursor >= text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { buffer[cursor..<(cursor + $0.count)].elementsEqual($0) }
    }

    /// Looks at the first bytes: a mark to pass over, or a sign that this is no XML.
    private mutating func begin() throws(ScanFault) {
        try need(64)
        let head = buffer.prefix(64)
        if head.isEmpty { throw fault(.map(.syntax, "文件是空的", "the file is empty")) }
        let packed: (zh: String, en: String)? =
            head.starts(with: [0x1F, 0x8B]) || head.starts(with: Array("BZh".utf8))
                || head.starts(with: Array("PK".utf8))
            ? ("文件是压缩的，请先解压", "the file is compressed; unpack it first")
            : head.starts(with: [0, 0]) && head.contains(UInt8(ascii: "O"))
                ? ("文件像是 PBF，请先转换为 OSM XML", "the file looks like PBF; convert it to OSM XML first")
                : head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
                    ? ("文件是 UTF-16 编码", "the file is UTF-16 text") : nil
        if let packed {
            throw fault(.map(.encoding, packed.zh, packed.en, expected: .init(zh: "UTF-8 的 XML", en: "XML in UTF-8")))
        }
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { cursor = 3 }
    }

    /// Moves to the next `<`; false at the end of the file.
    private mutating func skipText() throws(ScanFault) -> Bool {
        var passed = 0
        while true {
            try checkLength(passed)
            var index = cursor
            var ink: Int?
            while index < buffer.count, buffer[index] != UInt8(ascii: "<") {
                let byte = buffer[index]
                let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
                if byte == 0 || (open.isEmpty && !isBlank) {
                    throw fault(
                        .map(
                            byte == 0 ? .encoding : .syntax, "此处不是 XML", "this is not XML",
                            expected: .init(zh: "以 < 开头的元素", en: "an element that begins with <")), at: index)
                }
                if !isBlank, ink == nil { ink = index }
                index += 1
            }
            passed += index - cursor
            note(ink, to: index)
            hear(from: cursor, to: index)
            advance(to: index)
            if cursor < buffer.count { return true }
            guard try refill() else { break }
        }
        if let innermost = open.last {
            throw fault(
                .map(
                    .syntax, "文件到此中断，\(innermost.line):\(innermost.column) 处的 <\(visible(innermost.name))> 没有结束",
                    "the file ends inside <\(visible(innermost.name))>, opened at \(innermost.line):\(innermost.column)"
                ))
        }
        guard hasRoot else { throw fault(.map(.syntax, "文件中没有元素", "the file has no element")) }
        return false
    }

    /// Passes over everything from `opening` through `end`, however long.
    private mutating func skip(_ opening: StaticString, through end: StaticString) throws(ScanFault) {
        let start = fault(.map(.syntax, "文件在此处开始的内容中间中断", "the file ends inside what begins here"))
        advance(to: cursor + opening.utf8CodeUnitCount)
        var passed = 0
        while true {
            try checkLength(passed)
            try need(3)
            if starts(end) { return advance(to: cursor + end.utf8CodeUnitCount) }
            guard cursor < buffer.count else { throw start }
            let first = end.utf8Start.pointee
            let next = buffer[(cursor + 1)...].firstIndex(of: first) ?? buffer.count
            passed += next - cursor
            if opening.utf8CodeUnitCount == 9 {
                note(next > cursor ? cursor : nil, to: next)
                hear(from: cursor, to: next)
            }
            advance(to: next)
        }
    }

    /// No map has that much text between two elements.
    private func checkLength(_ passed: Int) throws(ScanFault) {
        guard passed > Limit.textBytes else { return }
        throw fault(
            .map(
                .tooLarge, "元素之间的文字太长", "there is too much text between elements",
                expected: .init(zh: "至多 4 MiB", en: "at most 4 MiB")))
    }

    /// Checks the encoding an XML declaration states; other instructions are passed over.
    private mutating func instruction() throws(ScanFault) {
        try need(256)
        let isDeclaration = starts("<?xml ") || starts("<?xml\t")
        if isDeclaration, let end = buffer[cursor...].firstIndex(of: UInt8(ascii: ">")) {
            let text = String(decoding: buffer[cursor..<end], as: UTF8.self).lowercased()
            if text.contains("encoding"), !["utf-8", "utf8", "us-ascii"].contains(where: text.contains) {
                throw fault(
                    .map(
                        .encoding, "XML 声明了其他编码", "the XML declares another encoding",
                        expected: LocalizedText("UTF-8")))
            }
        }
        try skip("<?", through: "?>")
    }

    // MARK: Tags

    /// The index of the `>` that ends the tag at the cursor, with the whole tag in the buffer.
    private mutating func tagEnd() throws(ScanFault) -> Int {
        var quote: UInt8 = 0
        var offset = 1
        while true {
            while cursor + offset < buffer.count {
                let byte = buffer[cursor + offset]
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    quote = byte
                } else if byte == UInt8(ascii: ">") {
                    return cursor + offset
                }
                offset += 1
            }
            guard offset < Limit.tagBytes else {
                throw fault(
                    .map(
                        .tooLarge, "这个元素太长", "this element is too long",
                        expected: .init(zh: "至多 1 MiB", en: "at most 1 MiB")))
            }
            guard try refill() else {
                throw fault(.map(.syntax, "文件在这个元素中间中断", "the file ends inside this element"))
            }
        }
    }

    private mutating func endTag() throws(ScanFault) -> Token {
        let end = try tagEnd()
        var index = cursor + 2
        let written = try word(&index, before: end)
        skipBlanks(&index, before: end)
        guard let innermost = open.last, innermost.name == written, index == end else {
            let expected = open.last.map { "</\(visible($0.name))>" } ?? "<osm>"
            throw fault(
                .map(
                    .syntax, "</\(visible(written))> 没有对应的开始", "</\(visible(written))> closes nothing that is open",
                    expected: LocalizedText(expected)))
        }
        attributes.removeAll(keepingCapacity: true)
        name = open.removeLast().name
        isListening = false
        tokenEnd = end + 1
        return .end
    }

    private mutating func startTag() throws(ScanFault) -> Token {
        let end = try tagEnd()
        if open.isEmpty, hasRoot {
            throw fault(.map(.syntax, "只能有一个根元素", "there is a second root element"))
        }
        guard open.count < Limit.depth else {
            throw fault(
                .map(
                    .tooLarge, "嵌套太深", "elements are nested too deeply",
                    expected: .init(zh: "至多 \(Limit.depth) 层", en: "at most \(Limit.depth) levels")))
        }
        attributes.removeAll(keepingCapacity: true)
        var index = cursor + 1
        name = try word(&index, before: end)
        endsAtOnce = buffer[end - 1] == UInt8(ascii: "/")
        let last = endsAtOnce ? end - 1 : end
        while true {
            let before = index
            skipBlanks(&index, before: last)
            if index == last { break }
            guard index > before else { throw malformed(at: index) }
            try readAttribute(&index, before: last)
        }
        open.append((name, line, column))
        hasRoot = true
        tokenEnd = end + 1
        return .start
    }

    private mutating func readAttribute(_ index: inout Int, before end: Int) throws(ScanFault) {
        let start = index
        let key = try word(&index, before: end)
        skipBlanks(&index, before: end)
        guard index < end, buffer[index] == UInt8(ascii: "=") else { throw malformed(at: index) }
        index += 1
        skipBlanks(&index, before: end)
        guard index < end, buffer[index] == UInt8(ascii: "\"") || buffer[index] == UInt8(ascii: "'") else {
            throw malformed(at: index)
        }
        let quote = buffer[index]
        index += 1
        let first = index
        while index < end, buffer[index] != quote {
            switch buffer[index] {
            case UInt8(ascii: "<"), 0: throw malformed(at: index)
            case UInt8(ascii: "&"): _ = try reference(&index, before: end)
            default: index += 1
            }
        }
        guard index < end else { throw malformed(at: start) }
        if attributes.contains(where: { $0.name == key }) {
            throw fault(
                .map(.duplicateKey, "属性 \(quoted(key)) 出现了两次", "the attribute \(quoted(key)) stands twice"), at: start)
        }
        guard attributes.count < Limit.attributes else {
            throw fault(.map(.tooLarge, "属性太多", "there are too many attributes"), at: start)
        }
        attributes.append((key, first..<index))
        index += 1
    }

    /// Reads `&amp;` and its like, or a character by number; nothing else exists without a document type.
    private func reference(_ index: inout Int, before end: Int) throws(ScanFault) -> Unicode.Scalar {
        let start = index
        guard let close = buffer[index..<min(end, index + 12)].firstIndex(of: UInt8(ascii: ";")) else {
            throw fault(.map(.syntax, "& 之后缺少 ;", "a ; is missing after &"), at: start)
        }
        let word = String(decoding: buffer[(index + 1)..<close], as: UTF8.self)
        index = close + 1
        switch word {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default: break
        }
        let isHexadecimal = word.hasPrefix("#x")
        let digits = word.dropFirst(isHexadecimal ? 2 : 1)
        if word.hasPrefix("#"), let code = UInt32(digits, radix: isHexadecimal ? 16 : 10), code > 0,
            let scalar = Unicode.Scalar(code)
        {
            return scalar
        }
        throw fault(
            .map(.syntax, "没有实体 &\(visible(word));", "there is no entity &\(visible(word));"), at: start)
    }

    private func malformed(at index: Int) -> ScanFault {
        fault(
            .map(
                .syntax, "这个元素写得不对", "this element is malformed",
                expected: .init(zh: "名称=\"值\"", en: "name=\"value\"")), at: index)
    }

    private func word(_ index: inout Int, before end: Int) throws(ScanFault) -> String {
        let start = index
        while index < end {
            switch buffer[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
                UInt8(ascii: ":"), 0x80...:
                break
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                guard index > start else { throw malformed(at: index) }
            default:
                guard index > start else { throw malformed(at: index) }
                return String(decoding: buffer[start..<index], as: UTF8.self)
            }
            index += 1
            guard index - start <= 256 else { throw malformed(at: start) }
        }
        guard index > start else { throw malformed(at: index) }
        return String(decoding: buffer[start..<index], as: UTF8.self)
    }

    private func skipBlanks(_ index: inout Int, before end: Int) {
        while index < end {
            let byte = buffer[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            index += 1
        }
    }
}
