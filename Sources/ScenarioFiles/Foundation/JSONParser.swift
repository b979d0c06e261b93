import Organization

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

    /// The most values in one file; each takes some tens of bytes of memory.
    public var values = 4_000_000

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
struct JSONParser {
    let bytes: [UInt8]
    let file: Int
    var faults: FaultList
    var index = 0

    private let limits: ReadingLimits
    private let top: DocumentPath
    private var steps: [Step] = []
    private var valueCount = 0

    private enum Step {
        case key(String)
        case index(Int)
    }

    /// Thrown after a fault that ends the reading of the file.
    struct Stop: Error {}

    /// Reads file number `file` of the list; `top` is the path of what the file holds.
    ///
    /// - Complexity: O(bytes), memory included, within `limits`.
    static func parse(
        file: Int, faults: inout FaultList, at top: DocumentPath = .root, limits: ReadingLimits = ReadingLimits()
    ) -> JSONNode {
        var parser = JSONParser(
            bytes: faults.files[file].bytes, file: file, faults: faults, limits: limits, top: top)
        let node = try? parser.document()
        faults = parser.faults
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
        let path = steps.reduce(top) { path, step in
            switch step {
            case .key(let name): path.key(name)
            case .index(let number): path.index(number)
            }
        }
        faults.add(problem(), at: SourcePosition(file: file, offset: offset), path)
    }

    mutating func stop(_ problem: Fault.Problem, at offset: Int) -> Stop {
        report(problem, at: offset)
        return Stop()
    }

    // MARK: Structure

    private mutating func document() throws(Stop) -> JSONNode {
        if let other = foreignEncoding { throw stop(.encoding(other), at: 0) }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
        try skipTrivia()
        if index == bytes.count { throw stop(.emptyFile, at: index) }
        let node = try value()
        try skipTrivia()
        if index < bytes.count { throw try unexpected(.endOfFile) }
        return node
    }

    /// The name of the encoding a text that is not UTF-8 announces by its first bytes.
    private var foreignEncoding: String? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        // The first character of every scenario is ASCII, so its neighbor is zero in UTF-16 and UTF-32.
        if bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) { return "UTF-16" }
        return nil
    }

    private mutating func value() throws(Stop) -> JSONNode {
        let start = position
        valueCount += 1
        if valueCount > limits.values { throw stop(.tooManyValues(limits.values), at: index) }
        switch peek {
        case UInt8(ascii: "{"): return JSONNode(.object(try object()), at: start)
        case UInt8(ascii: "["): return JSONNode(.array(try array()), at: start)
        case UInt8(ascii: "\""):
            let text = try string()
            return JSONNode(text.map { .string($0) } ?? .invalid, at: start)
        case .some(let byte) where Self.isWord(byte): return JSONNode(scalar(), at: start)
        default: throw try unexpected(.value)
        }
    }

    private mutating func object() throws(Stop) -> [JSONMember] {
        let opening = try open()
        var members: [JSONMember] = []
        var keys: Set<String> = []
        var isFirst = true
        while try !close(UInt8(ascii: "}"), opening, isFirst: isFirst, expected: .keyOrEnd) {
            isFirst = false
            let keyPosition = position
            let key = try key()
            steps.append(.key(key ?? "?"))
            let isNew = isNew(key, among: members, &keys)
            if let key, !isNew { report(.duplicateKey(key), at: Int(keyPosition.offset)) }
            try skipTrivia()
            try expectEnd(opening)
            guard peek == UInt8(ascii: ":") else { throw try unexpected(.colon) }
            index += 1
            try skipTrivia()
            try expectEnd(opening)
            let node = try value()
            steps.removeLast()
            if let key, isNew { members.append(JSONMember(key, at: keyPosition, node)) }
        }
        return members
    }

    /// Whether `key` is not yet among `members`; `keys` holds their keys once they are too many to look through.
    private func isNew(_ key: String?, among members: [JSONMember], _ keys: inout Set<String>) -> Bool {
        guard let key else { return false }
        if members.count < 16 { return !members.contains { $0.key == key } }
        if keys.isEmpty { keys = Set(members.map(\.key)) }
        return keys.insert(key).inserted
    }

    private mutating func array() throws(Stop) -> [JSONNode] {
        let opening = try open()
        var elements: [JSONNode] = []
        while try !close(UInt8(ascii: "]"), opening, isFirst: elements.isEmpty, expected: .valueOrEnd) {
            steps.append(.index(elements.count))
            elements.append(try value())
            steps.removeLast()
        }
        return elements
    }

    private var depth = 0

    private mutating func open() throws(Stop) -> Int {
        depth += 1
        if depth > limits.depth { throw stop(.tooDeep(limits.depth), at: index) }
        index += 1
        return index - 1
    }

    /// Moves behind the comma to the next element, or behind `end`, and tells whether it was the end.
    private mutating func close(_ end: UInt8, _ opening: Int, isFirst: Bool, expected: Expected) throws(Stop) -> Bool {
        try skipTrivia()
        try expectEnd(opening)
        if !isFirst, peek != end {
            if peek == UInt8(ascii: ",") {
                index += 1
                try skipTrivia()
                try expectEnd(opening)
            } else if let next = peek, Self.startsValue(next) {
                report(.missingComma, at: index)
            } else {
                throw try unexpected(end == UInt8(ascii: "}") ? .commaOrBrace : .commaOrBracket)
            }
        }
        guard let next = peek else { return false }
        if next == end {
            index += 1
            depth -= 1
            return true
        }
        guard Self.startsValue(next) else { throw try unexpected(expected) }
        return false
    }

    /// Stops if the file is over inside the object or list that was opened at `opening`.
    private mutating func expectEnd(_ opening: Int) throws(Stop) {
        guard index == bytes.count else { return }
        let (line, column) = faults.files[file].lineAndColumn(at: opening)
        throw stop(.unexpectedEnd(opened: bytes[opening], line: line, column: column), at: index)
    }

    /// Reads a key; nil if it has been reported as malformed and can be stepped over.
    private mutating func key() throws(Stop) -> String? {
        if peek == UInt8(ascii: "\"") {
            let (start, limit) = (index, limits.keyBytes)
            let key = try string()
            // Keys become part of every path below them, so their length has a limit.
            guard let key, key.utf8.count > limit else { return key }
            report(.keyTooLong(key, limit: limit), at: start)
            return nil
        }
        guard let next = peek, Self.isWord(next) else { throw try unexpected(.keyOrEnd) }
        let start = index
        let word = word()
        report(.unquotedKey(word), at: start)
        return word
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
