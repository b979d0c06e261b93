import Foundation

/// Which file or folder something is, whatever it is called: equal for all its links and spellings.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64

    /// The identity of what `information` describes.
    init(_ information: stat) {
        device = UInt64(truncatingIfNeeded: information.st_dev)
        number = UInt64(truncatingIfNeeded: information.st_ino)
    }
}

/// Where a path leads, whatever its spelling: what is there, or where it would be made.
///
/// Links, linked folders, `x/../` and hard links are seen through. What does not exist yet is known by the nearest folder that
/// does, and by its name below it; a link that dangles leads to where it points.
public struct FilePlace: Sendable {
    /// The absolute path without links.
    let path: String
    /// What is there, nil for nothing.
    let identity: FileIdentity?
    /// The kind of what is there, as one of the system's `S_IF…` constants; nil for nothing.
    let kind: mode_t?
    /// The existing folders it lies in, the top folder first.
    private let folders: [FileIdentity]
    /// The names below the last of these folders that are not there yet, its own the last; empty if it exists.
    private let names: [String]

    /// Finds where `path` leads now.
    ///
    /// - Complexity: one look at each folder on the way.
    init(_ path: String) {
        if FileAccess.resolved(path) == nil, let information = FileAccess.information(path) {
            // An open pipe has a name in `/dev/fd` but no place.
            self.path = path
            (identity, kind) = (FileIdentity(information), information.st_mode & S_IFMT)
            (folders, names) = ([], [])
            return
        }
        var (rest, linksLeft) = (path.isEmpty ? "." : path, 40)
        var missing: [String] = []
        var base = "/"
        while true {
            if let resolved = FileAccess.resolved(rest) {
                base = resolved
                break
            }
            let whole = PathName(rest)
            if linksLeft > 0, let target = FileAccess.linkTarget(rest) {
                linksLeft -= 1
                rest = target.hasPrefix("/") || whole.folder.isEmpty ? target : Self.joined(whole.folder, target)
                continue
            }
            missing.append(whole.name)
            if rest == "." || rest == "/" {
                // The current folder itself is gone, and so is whatever a relative path means.
                base = rest
                break
            }
            rest = whole.folder.isEmpty ? "." : whole.folder
        }
        var names: [String] = []
        for name in missing.reversed() where name != "." {
            if name == ".." { _ = names.popLast() } else { names.append(name) }
        }
        let whole = names.reduce(base) { Self.joined($0, $1) }
        // After `x/..` something may be there although there is no `x`.
        if !missing.isEmpty, let resolved = FileAccess.resolved(whole) { (base, names) = (resolved, []) }
        self.path = names.reduce(base) { Self.joined($0, $1) }
        var ways = Self.folders(above: base)
        if names.isEmpty {
            let information = FileAccess.information(base)
            (identity, kind) = (information.map { FileIdentity($0) }, information.map { $0.st_mode & S_IFMT })
        } else {
            (identity, kind) = (nil, nil)
            ways.append(base)
        }
        folders = ways.compactMap { FileAccess.information($0).map { FileIdentity($0) } }
        self.names = Self.compared(names, in: base)
    }

    /// Whether relative paths lead anywhere: not if the current folder was removed, or another put in its place.
    public static var hasCurrentFolder: Bool { FileAccess.resolved(".") != nil }

    /// Whether nothing or an ordinary file is there, and no folder, pipe or device.
    var takesAFile: Bool { kind == nil || kind == S_IFREG }

    /// Whether something is there that neither holds files nor keeps what is written to it: a pipe, a socket, a device.
    var isStream: Bool { kind.map { $0 != S_IFREG && $0 != S_IFDIR } ?? false }

    /// The standard stream of this process that leads here: to move another file here would part the stream from its name.
    var standardStream: Int32? {
        guard let identity else { return nil }
        return [STDOUT_FILENO, STDERR_FILENO].first { descriptor in
            var information = stat()
            return fstat(descriptor, &information) == 0 && FileIdentity(information) == identity
        }
    }

    /// Whether `path` names an open stream of a process and no file, as `/dev/stdout` does wherever that leads.
    static func namesStream(_ path: String) -> Bool {
        var (rest, linksLeft) = (path, 40)
        while linksLeft > 0 {
            let whole = PathName(rest)
            let folder = FileAccess.resolved(whole.folder.isEmpty ? "." : whole.folder) ?? whole.folder
            if folder == "/dev/fd" || folder.hasPrefix("/proc/") && folder.hasSuffix("/fd") { return true }
            guard let target = FileAccess.linkTarget(rest) else { return false }
            rest = target.hasPrefix("/") || whole.folder.isEmpty ? target : joined(whole.folder, target)
            linksLeft -= 1
        }
        return false
    }

    /// Whether both lead to one file or folder, be it there or not.
    func isSame(as other: FilePlace) -> Bool {
        if let identity { return identity == other.identity }
        return other.identity == nil && folders.last == other.folders.last && names == other.names
    }

    /// Whether it lies in `folder` or in a folder of it.
    func isInside(_ folder: FilePlace) -> Bool {
        if let whole = folder.identity { return folders.contains(whole) }
        return identity == nil && folders.last == folder.folders.last && names.count > folder.names.count
            && names.starts(with: folder.names)
    }

    /// Whether it lies directly in `folder`.
    func isDirectly(in folder: FilePlace) -> Bool {
        guard let whole = folder.identity else { return false }
        return folders.last == whole && names.count <= 1
    }

    /// The path that leads to the same place without detours: as it is spelled but for dots and slashes that add nothing, and where
    /// it goes back up on its way, the absolute path of the place.
    ///
    /// A folder that `x/.` or `x/..` goes through need not be there, so nothing may be made or named by such a spelling.
    public static func plain(_ path: String) -> String {
        let parts = path.split(separator: "/").filter { $0 != "." }
        if path.isEmpty { return "" }
        let names = parts.drop { $0 == ".." }
        if names.isEmpty || names.contains("..") { return FilePlace(path).path }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// The folders that lead to an absolute path, the top folder first.
    private static func folders(above path: String) -> [String] {
        var above: [String] = []
        var folder = PathName(path).folder
        while !folder.isEmpty {
            above.append(folder)
            folder = folder == "/" ? "" : PathName(folder).folder
        }
        return above.reversed()
    }

    /// The names as they are compared: some file systems take `A` and `a` for one.
    private static func compared(_ names: [String], in folder: String) -> [String] {
        #if canImport(Darwin)
            if pathconf(folder, _PC_CASE_SENSITIVE) == 0 { return names.map { $0.lowercased() } }
        #endif
        return names
    }
}
