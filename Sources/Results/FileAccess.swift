import Foundation

/// Whole files and folders through the system's own calls, so that every failure keeps its error number.
enum FileAccess {
    /// The content of a regular file.
    static func read(_ path: String) throws(ResultError) -> [UInt8] {
        // Without O_NONBLOCK, opening a pipe that nobody writes to would wait forever.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw readError(path, errno) }
        defer { close(file) }
        var information = stat()
        guard fstat(file, &information) == 0 else { throw readError(path, errno) }
        guard information.st_mode & S_IFMT == S_IFREG else { throw readError(path, EINVAL) }

        var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Foundation.read(file, buffer.baseAddress?.advanced(by: length), buffer.count - length)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw readError(path, errno) }
            guard count > 0 else { break }
            length += count
        }
        bytes.removeLast(bytes.count - length)
        return bytes
    }

    /// Writes to an open file and waits until it is on the disk; errors name it `name`, the place it is meant for.
    static func write(_ bytes: [UInt8], to file: Int32, namedAs name: String) throws(ResultError) {
        try write(pieces: CollectionOfOne(bytes), to: file, namedAs: name)
    }

    /// The same of a content that comes in pieces.
    static func write(
        pieces: some Sequence<[UInt8]>, to file: Int32, namedAs name: String
    ) throws(ResultError) {
        for bytes in pieces {
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes { buffer in
                    Foundation.write(file, buffer.baseAddress?.advanced(by: written), buffer.count - written)
                }
                if count < 0 && errno == EINTR { continue }
                guard count >= 0 else { throw .cannotWrite(path: name, code: errno) }
                written += count
            }
        }
        // Pipes and devices have nothing to wait for and say so with EINVAL.
        guard fsync(file) == 0 || [EINVAL, EROFS, ENOTSUP].contains(errno) else {
            throw .cannotWrite(path: name, code: errno)
        }
    }

    /// Makes a folder and those that lead to it, unless they are there.
    static func makeFolders(_ path: String) throws(ResultError) {
        guard kind(path) != S_IFDIR else { return }
        let parent = PathName(path).folder
        if !parent.isEmpty && parent != path { try makeFolders(parent) }
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        guard code == EEXIST && kind(path) == S_IFDIR else { throw createError(path, code) }
    }

    /// The error of a failed creation: a full or broken disk is a write error, everything else is in the user's hands.
    static func createError(_ path: String, _ code: Int32) -> ResultError {
        [ENOSPC, EDQUOT, EIO].contains(code)
            ? .cannotWrite(path: path, code: code) : .cannotCreate(path: path, code: code)
    }

    private static func readError(_ path: String, _ code: Int32) -> ResultError {
        [ENOENT, ENOTDIR].contains(code) ? .missing(path: path) : .cannotRead(path: path, code: code)
    }

    /// Tells whether anything is at `path`, a dangling link included.
    static func exists(_ path: String) -> Bool { ownInformation(path) != nil }

    /// What the system knows of what is at `path`, links followed; `nil` for nothing.
    static func information(_ path: String) -> stat? {
        var information = stat()
        return stat(path, &information) == 0 ? information : nil
    }

    /// What the system knows of what is at `path`, of the link itself if it is one; `nil` for nothing.
    static func ownInformation(_ path: String) -> stat? {
        var information = stat()
        return lstat(path, &information) == 0 ? information : nil
    }

    /// The kind of what is at `path`, links followed, as one of the system's `S_IF…` constants; `nil` for nothing.
    static func kind(_ path: String) -> mode_t? { information(path).map { $0.st_mode & S_IFMT } }

    /// Whether what is at `path` is protected from being written, be it only by its own mode, which binds nobody with all rights.
    static func isReadOnly(_ path: String) -> Bool {
        guard let information = information(path) else { return false }
        return information.st_mode & 0o222 == 0 || access(path, W_OK) != 0
    }

    /// Where the link at `path` points, `nil` if it is no link.
    static func linkTarget(_ path: String) -> String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: path)
    }

    /// The path with every link resolved, `nil` if it does not lead anywhere.
    static func resolved(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The names in a folder, sorted; empty if it cannot be read.
    static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    }

    /// Removes a file or a folder with everything in it, also from folders that forbid it; what cannot be removed stays.
    static func remove(_ path: String) {
        guard (try? FileManager.default.removeItem(atPath: path)) == nil, exists(path) else { return }
        allowChanges(in: path)
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Lets this user change a folder and all folders in it; files, which may have other names elsewhere, are not touched.
    private static func allowChanges(in path: String) {
        guard let information = ownInformation(path), information.st_mode & S_IFMT == S_IFDIR else { return }
        chmod(path, information.st_mode & 0o7777 | S_IRWXU)
        for name in names(in: path) { allowChanges(in: "\(path)/\(name)") }
    }

    /// Waits until a folder's own entries are on the disk.
    static func synchronize(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
