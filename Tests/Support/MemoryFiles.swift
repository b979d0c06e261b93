import WrittenFiles

/// Files in memory, with folders, links and things that are no files.
public struct MemoryFiles: FileAccess {
    /// What the ordinary files hold, by path.
    public var files: [String: [UInt8]] = [:]

    /// Where links lead, by path.
    public var links: [String: String] = [:]

    /// The paths of things that are no files.
    public var devices: Set<String> = []

    /// Creates files that hold these texts.
    public init(_ texts: [String: String]) { files = texts.mapValues { Array($0.utf8) } }

    /// The path once links and `..` have been followed.
    public func resolve(_ path: String) throws(FileProblem) -> String {
        var steps: [Substring] = []
        for step in path.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
            let here = "/" + steps.joined(separator: "/")
            if let target = links[here] { steps = target.split(separator: "/") }
        }
        let resolved = "/" + steps.joined(separator: "/")
        guard files[resolved] != nil || devices.contains(resolved) else { throw .missing }
        return resolved
    }

    /// What a file holds, unless it is larger than `limit`.
    public func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8] {
        guard !devices.contains(resolvedPath) else { throw .notAFile }
        guard let bytes = files[resolvedPath] else { throw .missing }
        guard bytes.count <= limit else { throw .tooLarge }
        return bytes
    }
}
