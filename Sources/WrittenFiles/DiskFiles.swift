import Words

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The files of this computer.
public struct DiskFiles: FileAccess {
    /// Creates access to the files of this computer.
    public init() {}

    /// The absolute path of what `path` names, symbolic links and `..` resolved.
    public func resolve(_ path: String) throws(FileProblem) -> String {
        // The system would take the text up to the NUL for the path.
        guard !path.utf8.contains(0) else { throw .missing }
        guard let resolved = realpath(path, nil) else {
            let reason = problem(errno)
            // A pipe on standard input is there, though it has no path.
            var status = stat()
            throw reason == .missing && stat(path, &status) == 0 ? .notAFile : reason
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The path of something that is there and was probably meant by `path`: with slashes for backslashes, and each part that
    /// is not there in the case, or else the spelling, of one that is; a scenario's name stands for its file.
    ///
    /// - Complexity: O(names in the folders on the way), the first 2000 of each.
    public func nearest(to path: String) -> String? {
        guard path.utf8.count <= 1000, !path.utf8.contains(0) else { return nil }
        // The system's own names are numbers of things that come and go, none of which is meant by another.
        guard !["/dev/", "/proc/"].contains(where: path.hasPrefix) else { return nil }
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).map(String.init)
        var found = path.hasPrefix("/") ? "/" : ""
        for part in parts {
            let prefix = found.isEmpty || found.hasSuffix("/") ? found : found + "/"
            var status = stat()
            if stat(prefix + part, &status) == 0 {
                found = prefix + part
                continue
            }
            let names = Self.names(in: prefix.isEmpty ? "." : prefix)
            let small = part.lowercased()
            let whole = [small, small + ".jsonc"].lazy.compactMap { meant in names.first { $0.lowercased() == meant } }
            guard let name = whole.first ?? nearestName(to: part, among: names) else { return nil }
            found = prefix + name
        }
        return found == path || found.isEmpty ? nil : found
    }

    /// The folder that was probably meant by `path`: the nearest, or the one that holds the nearest file.
    public func nearestFolder(to path: String) -> String? {
        guard let found = nearest(to: path) else { return nil }
        var status = stat()
        if stat(found, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return found }
        let parts = found.split(separator: "/")
        return parts.count < 2 ? nil : (found.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    }

    /// The visible names in a folder, sorted.
    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while names.count < 100_000, let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// The content of an ordinary file.
    ///
    /// Devices and pipes are not even opened, since opening some of them does something. In case the file is exchanged
    /// at that moment, it is opened without waiting and looked at again. No more than `limit` bytes are read, whatever
    /// size the system states.
    public func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8] {
        var status = stat()
        guard lstat(resolvedPath, &status) == 0 else { throw problem(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        let descriptor = open(resolvedPath, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY)
        guard descriptor >= 0 else { throw problem(errno) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0 else { throw problem(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_size <= limit else { throw .tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(status.st_size))
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Self.readSome(descriptor, &buffer)
            if count < 0 { throw problem(errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            if bytes.count > limit { throw .tooLarge }
        }
    }

    private static func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { space in
                #if canImport(Darwin)
                    Darwin.read(descriptor, space.baseAddress, space.count)
                #elseif canImport(Musl)
                    Musl.read(descriptor, space.baseAddress, space.count)
                #else
                    Glibc.read(descriptor, space.baseAddress, space.count)
                #endif
            }
            if count >= 0 || errno != EINTR { return count }
        }
    }

    private func problem(_ code: Int32) -> FileProblem {
        switch code {
        case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
        // What opening without waiting answers for sockets and for devices nobody serves.
        case ENXIO, ENODEV, EISDIR: .notAFile
        default: .unreadable(SystemError.text(code))
        }
    }
}
