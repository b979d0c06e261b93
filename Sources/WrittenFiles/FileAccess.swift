import Words

/// How scenario files reach the loader, so that tests need no disk.
public protocol FileAccess: Sendable {
    /// The absolute path of what `path` names, symbolic links and `..` resolved.
    func resolve(_ path: String) throws(FileProblem) -> String

    /// The content of the ordinary file at a resolved path, if it has at most `limit` bytes.
    ///
    /// It returns in bounded time for whatever is there: devices, pipes and folders are refused, not read.
    func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8]

    /// The path of something that is there and was probably meant by one that leads nowhere.
    func nearest(to path: String) -> String?
}

extension FileAccess {
    /// Nothing, where nobody can look around.
    public func nearest(to path: String) -> String? { nil }
}

/// Why a file could not be read.
public enum FileProblem: Error, Sendable, Equatable {
    /// Nothing is there.
    case missing
    /// A folder, a device, a pipe or a socket.
    case notAFile
    /// More bytes than wanted.
    case tooLarge
    /// The system refuses, with its reason.
    case unreadable(LocalizedText)
}
