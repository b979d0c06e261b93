import Foundation
import Results
import Words
import WrittenFiles

/// Where the bytes of a map file come from.
public enum ByteSource: Sendable {
    /// The ordinary file at a path.
    case file(String)
    /// Bytes at hand, with the name that faults show.
    case bytes([UInt8], name: String)

    /// The name that faults show.
    public var name: String {
        switch self {
        case .file(let path): path
        case .bytes(_, let name): name
        }
    }
}

/// The bytes of a source, piece by piece, so that a large file never lies in memory.
final class ByteStream {
    /// How much is read at a time.
    static let chunk = 1 << 18

    private var descriptor: Int32 = -1
    private var rest: ArraySlice<UInt8> = []

    /// Opens a source; what is no ordinary file is refused without waiting for it.
    init(_ source: ByteSource) throws(FileProblem) {
        switch source {
        case .bytes(let bytes, _): rest = bytes[...]
        case .file(let path):
            let resolved = try DiskFiles().resolve(path)
            descriptor = open(resolved, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
            guard descriptor >= 0 else { throw .unreadable(SystemError.text(errno)) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                descriptor = -1
                throw .notAFile
            }
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Appends the next piece to `buffer`; false at the end.
    func read(into buffer: inout [UInt8]) throws(FileProblem) -> Bool {
        guard descriptor >= 0 else {
            let piece = rest.prefix(Self.chunk)
            rest = rest.dropFirst(Self.chunk)
            buffer += piece
            return !piece.isEmpty
        }
        let start = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { space in
                Foundation.read(descriptor, space.baseAddress?.advanced(by: start), Self.chunk)
            }
        } while count < 0 && errno == EINTR
        let reason = errno
        buffer.removeLast(Self.chunk - max(count, 0))
        guard count >= 0 else { throw .unreadable(SystemError.text(reason)) }
        return count > 0
    }
}
