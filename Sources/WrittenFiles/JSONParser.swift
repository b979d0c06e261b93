/// How much one text file, and all files of a scenario together, may hold before reading ends in a fault.
public struct ReadingLimits: Sendable {
    /// The largest file in bytes; a larger one is not read at all.
    public var fileBytes = 64 << 20

    /// The most bytes of all files of one scenario together.
    public var totalBytes = 256 << 20

    /// How deeply lists and objects may be nested.
    public var depth = 200

    /// The longest key in bytes.
    public var keyBytes = 200

    /// The most values in all files of one scenario; each takes a hundred bytes of memory or two.
    public var values = 4_000_000

    /// The most values that all variants together may make it necessary to look at, each reading the whole scenario.
    public var work = 20_000_000

    /// Whether a text may hold the character NUL, written `\u0000`; as a byte it never may.
    public var allowsNUL = false

    /// The most variants.
    public var variants = 1000

    /// Creates the usual limits.
    public init() {}
}

/// Reads JSON with comments and trailing commas, keeping the position of every key and value.
///
/// A parser of our own, because a fault has to name its line and column, all faults are wanted at once, and a hostile
/// file must end in a fault: depth and number of values are limited, the text is strict UTF-8, keys stand once, numbers
/// are finite. Slips of the pen (a bad escape, `NaN`, a missing comma, a key without quotes) are reported and reading
/// goes on with `.invalid` in the place of the value; where the structure is lost, reading of the file ends and all of
/// it is `.invalid`, so that nobody reports keys as missing that were only not reached.
public struct JSONParser {
    let bytes: [UInt8]
    let file: Int
    var faults: FaultList
    var index = 0

    let limits: ReadingLimits
    private let top: DocumentPath
    private var valueCount = 0

    /// The objects and lists that are open at the present place, the innermost last; a stack of our own, so that depth is
    /// limited by what is sensible and not by the thread that happens to read.
    private var open: [Container] = []

    private struct Container {
        let start: SourcePosition
        let isObject: Bool
        var isFirst = true
        var members: [JSONMember] = []
        var elements: [JSONNode] = []

        /// The keys of the members once they are too many to look through.
        var keys: Set<String> = []

        /// Whether a value is being read, its key if it has a valid one, and whether it is kept.
        var isReading = false
        var key: String?
        var keyPosition = SourcePosition.declared
        var isKept = true

        var closing: UInt8 { isObject ? UInt8(ascii: "}") : UInt8(ascii: "]") }

        var node: JSONNode { JSONNode(isObject ? .object(members) : .array(elements), at: start) }

        mutating func add(_ node: JSONNode) {
            isReading = false
            if !isObject { elements.append(node) }
            if let key, isKept { members.append(JSONMember(key, at: keyPosition, node)) }
        }

        /// Takes note of the key of the next value, and tells whether it is new.
        mutating func begin(_ key: String?, at position: SourcePosition) -> Bool {
            isReading = true
            self.key = key
            keyPosition = position
            guard let key else { return true }
            if members.count < 16 {
                isKept = !members.contains { $0.key == key }
            } else {
                if keys.isEmpty { keys = Set(members.map(\.key)) }
                isKept = keys.insert(key).inserted
            }
            return isKept
        }
    }

    /// Thrown after a fault that ends the reading of the file.
    struct Stop: Error {}

    /// Reads file number `file` of the list; `top` is the path of what the file holds.
    ///
    /// - Complexity: O(bytes), memory included, within `limits`.
    public static func parse(
        file: Int, faults: inout FaultList, at top: DocumentPath = .root, limits: ReadingLimits = ReadingLimits()
    ) -> JSONNode {
        var count = 0
        return parse(file: file, faults: &faults, at: top, limits: limits, valuesBefore: &count)
    }

    /// Reads file number `file`, after others that hold `count` values; the values of this one are added to them.
    public static func parse(
        file: Int, faults: inout FaultList, at top: DocumentPath, limits: ReadingLimits, valuesBefore count: inout Int
    ) -> JSONNode {
        var parser = JSONParser(
            bytes: faults.files[file].bytes, file: file, faults: faults, limits: limits, top: top)
        parser.valueCount = count
        let node = try? parser.document()
        faults = parser.faults
        count = parser.valueCount
        return node ?? JSONNode(.invalid, at: SourcePosition(file: file, offset: 0))
    }

    private init(bytes: [UInt8], file: Int, faults: FaultList, limits: ReadingLimits, top: DocumentPath) {
        self.bytes = bytes
        self.file = file
        self.faults = faults
        self.limits = limits
        self.top = top
    }

    // MARK: Faults

    var position: SourcePosition { SourcePosition(file: file, offset: index) }

    mutating func report(_ problem: @autoclosure () -> Fault.Problem, at offset: Int) {
        // Building the path costs time that a fault beyond the limit is not worth.
        let path = faults.isFull ? top : path
        faults.add(problem(), at: SourcePosition(file: file, offset: offset), path)
    }

    /// The path of the value that is being read.
    private var path: DocumentPath {
        open.reduce(top) { path, container in
            guard container.isReading else { return path }
            return container.isObject ? path.key(container.key ?? "?") : path.index(container.elements.count)
        }
    }

    mutating func stop(_ problem: Fault.Problem, at offset: Int) -> Stop {
        report(problem, at: offset)
        return Stop()
    }

    // MARK: Structure

    private mutating func document() throws(Stop) -> JSONNode {
        if let other = foreignEncoding { throw stop(.encoding(other), at: 0) }
        // Programs, pictures and office documents show early that they are no text.
        if let nul = bytes.prefix(512).firstIndex(of: 0) { throw stop(.nul, at: nul) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        try skipTrivia()
        if index == bytes.count { throw stop(.emptyFile, at: index) }
        let node = try tree()
        try skipTrivia()
        if index < bytes.count { throw try unexpected(.endOfFile) }
        return node
    }

    /// The name of the encoding a text that is not UTF-8 announces by its first bytes.
    private var foreignEncoding: String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // The first characters of every scenario are ASCII, so in UTF-16 every other byte is zero.
        let zeros = bytes.prefix(4).map { $0 == 0 }
        return zeros == [true, false, true, false] || zeros == [false, true, false, true] ? "UTF-16" : nil
    }

    /// Reads the value at the present place and everything in it.
    private mutating func tree() throws(Stop) -> JSONNode {
        var finished = try beginValue()
        while true {
            if let finished {
                if open.isEmpty { return finished }
                open[open.count - 1].add(finished)
            }
            finished = try atEnd() ? open.popLast()?.node : beginElement()
        }
    }

    /// Reads a value without parts, or opens an object or list and gives nil.
    private mutating func beginValue() throws(Stop) -> JSONNode? {
        let start = position
        valueCount += 1
        if valueCount > limits.values { throw stop(.tooManyValues(limits.values), at: index) }
        switch peek {
        case .some(let bracket) where bracket == UInt8(ascii: "{") || bracket == UInt8(ascii: "["):
            if open.count == limits.depth { throw stop(.tooDeep(limits.depth), at: index) }
            index += 1
            open.append(Container(start: start, isObject: bracket == UInt8(ascii: "{")))
            return nil
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONNode(text.map { .string($0) } ?? .invalid, at: start)
        case .some(let byte) where Self.isWord(byte): return JSONNode(scalar(), at: start)
        default: throw try unexpected(.value)
        }
    }

    /// Reads the next element of the innermost object or list, its key first if it has one.
    private mutating func beginElement() throws(Stop) -> JSONNode? {
        let last = open.count - 1
        guard open[last].isObject else {
            open[last].isReading = true
            return try beginValue()
        }
        let start = position
        let key = try key()
        if !open[last].begin(key, at: start), let key { report(.duplicateKey(key), at: Int(start.offset)) }
        try skipTrivia()
        try expectMore()
        guard peek == UInt8(ascii: ":") else { throw try unexpected(.colon) }
        index += 1
        try skipTrivia()
        try expectMore()
        return try beginValue()
    }

    /// Moves to the next element of the innermost object or list, or behind its end, and tells whether it was the end.
    private mutating func atEnd() throws(Stop) -> Bool {
        let last = open.count - 1
        let (end, isObject, isFirst) = (open[last].closing, open[last].isObject, open[last].isFirst)
        open[last].isFirst = false
        try skipTrivia()
        try expectMore()
        if !isFirst, peek != end {
            if peek == UInt8(ascii: ",") {
                index += 1
                try skipTrivia()
                try expectMore()
            } else if let next = peek, Self.startsValue(next) {
                report(.missingComma, at: index)
            } else {
                throw try unexpected(isObject ? .commaOrBrace : .commaOrBracket)
            }
        }
        if peek == end {
            index += 1
            return true
        }
        guard let next = peek, Self.startsValue(next) else { throw try unexpected(isObject ? .keyOrEnd : .valueOrEnd) }
        return false
    }

    /// Stops if the file is over inside the innermost object or list.
    private mutating func expectMore() throws(Stop) {
        guard index == bytes.count, let innermost = open.last else { return }
        let (line, column) = faults.files[file].lineAndColumn(at: Int(innermost.start.offset))
        throw stop(.unexpectedEnd(isObject: innermost.isObject, line: line, column: column), at: index)
    }

    /// Reads a key; nil if it has been reported as malformed and can be stepped over.
    private mutating func key() throws(Stop) -> String? {
        let start = index
        let key: String?
        if peek == UInt8(ascii: "\"") {
            key = try string()
        } else {
            guard let next = peek, Self.isWord(next) else { throw try unexpected(.keyOrEnd) }
            let word = word()
            report(.unquotedKey(word), at: start)
            key = word
        }
        // Keys become part of every path below them, so their length has a limit.
        let limit = limits.keyBytes
        guard let key, key.utf8.count > limit else { return key }
        report(.keyTooLong(key, limit: limit), at: start)
        return nil
    }

    // MARK: Between values

    var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func startsValue(_ byte: UInt8) -> Bool {
        isWord(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[")
    }

    private mutating func skipTrivia() throws(Stop) {
        while let byte = peek {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): index += 1
            case UInt8(ascii: "/"): try comment()
            default: return
            }
        }
    }

    private mutating func comment() throws(Stop) {
        let start = index
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        guard second == UInt8(ascii: "/") || second == UInt8(ascii: "*") else { throw try unexpected(.value) }
        let isLine = second == UInt8(ascii: "/")
        index += 2
        while let byte = peek {
            if isLine, byte == UInt8(ascii: "\n") { return }
            if !isLine, byte == UInt8(ascii: "*"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "/") {
                index += 2
                return
            }
            _ = try character()
        }
        if !isLine { throw stop(.unterminatedComment, at: start) }
    }
}
