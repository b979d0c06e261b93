/// A place in one of the files of a scenario: which file, and how many bytes into it.
///
/// Eight bytes, because every key and every value of a scenario carries one. `SourceFile` turns it into line and
/// column.
public struct SourcePosition: Hashable, Sendable {
    /// The index of the file in the list of the scenario's files, or -1 for what the program itself declares.
    public let file: Int32

    /// The number of bytes before the place.
    public let offset: Int32

    /// Creates the place `offset` bytes into the file with index `file`.
    public init(file: Int, offset: Int) {
        self.file = Int32(file)
        self.offset = Int32(offset)
    }

    /// The place of everything no file says: defaults, and trees made by the program.
    public static let declared = SourcePosition(file: -1, offset: 0)
}

/// One text file of a scenario, as read.
///
/// The bytes are kept, so that a manifest can state their hash. Lines and columns are found from landmarks laid every
/// few thousand bytes, not from a table of lines: a file of nothing but line breaks must not cost many times its size.
public struct SourceFile: Sendable {
    /// The path as the user would write it.
    public let path: String

    /// The absolute path without links, by which the file is found whatever names it; `path` where there is none.
    public let resolvedPath: String

    /// What the file holds.
    public let bytes: [UInt8]

    private struct Landmark {
        var line: Int32
        var column: Int32
    }

    private static let spacing = 4096
    private let landmarks: [Landmark]

    /// Creates a file from its path and content.
    ///
    /// - Complexity: O(`bytes.count`).
    public init(path: String, resolvedPath: String? = nil, bytes: [UInt8]) {
        self.path = path
        self.resolvedPath = resolvedPath ?? path
        self.bytes = bytes
        var landmarks: [Landmark] = []
        landmarks.reserveCapacity(bytes.count / Self.spacing + 1)
        var here = Landmark(line: 1, column: 1)
        var start = 0
        repeat {
            landmarks.append(here)
            let end = min(start + Self.spacing, bytes.count)
            Self.walk(&here, over: bytes, from: start, to: end)
            start = end
        } while start < bytes.count
        self.landmarks = landmarks
    }

    /// The line and the column of the character `offset` bytes into the file, both counted from 1.
    ///
    /// Columns count Unicode scalars, so that a Chinese character counts as one. A byte order mark counts as none.
    ///
    /// - Complexity: O(1).
    public func lineAndColumn(at offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, 0), bytes.count)
        let nearest = min(offset / Self.spacing, landmarks.count - 1)
        var here = landmarks[nearest]
        Self.walk(&here, over: bytes, from: nearest * Self.spacing, to: offset)
        let markLength = here.line == 1 && offset > 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
        return (Int(here.line), Int(here.column) - markLength)
    }

    private static func walk(_ here: inout Landmark, over bytes: [UInt8], from start: Int, to end: Int) {
        for index in start..<end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\n") {
                here.line += 1
                here.column = 1
            } else if byte & 0xC0 != 0x80 {  // continuation bytes of UTF-8 start no character
                here.column += 1
            }
        }
    }
}
