import Foundation
import Synchronization

/// A hidden folder beside a target, in which a result or a file grows until it is complete.
///
/// It is removed with its owner. As long as the owner lives it is locked, so a later run can tell it from the folder of a
/// killed run, and removes the latter.
final class TemporaryFolder {
    /// The folder's path.
    let path: String
    private let lock: FolderLock?

    /// Makes a new folder in `parent` for the target `name`, and removes those that killed runs left there.
    init(in parent: String, for name: String) throws(ResultError) {
        let prefix = Self.prefix(for: name)
        // Held while folders come and go, so that nobody takes a folder just made for one left behind.
        let parentLock = FolderLock(waitingFor: parent)
        for other in FileAccess.names(in: parent) where other.hasPrefix(prefix) {
            if let abandoned = FolderLock(ifFree: "\(parent)/\(other)") {
                FileAccess.remove("\(parent)/\(other)")
                _ = consume abandoned
            }
        }
        let made = try Self.make("\(parent)/\(prefix)", for: "\(parent)/\(name)")
        path = made
        lock = FolderLock(ifFree: made)
        _ = consume parentLock
    }

    deinit {
        FileAccess.remove(path)
        Temporaries.guarded { paths in paths.removeAll { $0 == path } }
    }

    /// Writes a file in the folder and waits until it is on the disk; errors name it `target`, the place it is meant for.
    func write(_ bytes: [UInt8], to name: String, meantFor target: String) throws(ResultError) {
        try write(pieces: CollectionOfOne(bytes), to: name, meantFor: target)
    }

    /// The same of a content that comes in pieces.
    func write(
        pieces: some Sequence<[UInt8]>, to name: String, meantFor target: String
    ) throws(ResultError) {
        let (file, code) = Temporaries.guarded { _ in
            (open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666), errno)
        }
        guard file >= 0 else { throw FileAccess.createError(target, code) }
        defer { close(file) }
        try FileAccess.write(pieces: pieces, to: file, namedAs: target)
    }

    /// What the names of all temporary folders for the target `name` begin with; a long name is cut, as the system takes 255
    /// bytes.
    static func prefix(for name: String) -> String {
        var start = name[...]
        while start.utf8.count > 200 { start.removeLast() }
        return ".\(start).pingji-"
    }

    /// Folders made by this process.
    ///
    /// A number is never used again: what a run has moved away from its folder may be cleared
    /// by another run before the first one is done with it, and must not then be somebody else's new folder.
    private static let made = Atomic<Int>(0)

    private static func make(_ prefix: String, for target: String) throws(ResultError) -> String {
        for _ in 1...10_000 {
            let path = "\(prefix)\(getpid())-\(made.wrappingAdd(1, ordering: .relaxed).newValue)"
            let code = Temporaries.guarded { paths in
                guard mkdir(path, 0o777) == 0 else { return errno }
                paths.append(path)
                return 0
            }
            if code == 0 { return path }
            guard code == EEXIST else { throw FileAccess.createError(target, code) }
        }
        throw .cannotCreate(path: target, code: EEXIST)
    }
}
