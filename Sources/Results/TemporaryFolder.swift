import Foundation
import Synchronization

/// A hidden folder beside a target, in which a result grows until it is complete.
///
/// It is removed with its owner. As long as the owner lives it is locked, so a later run can tell it from the folder of a
/// killed run, and removes the latter.
struct TemporaryFolder: ~Copyable {
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

    deinit { FileAccess.remove(path) }

    /// What the names of all temporary folders for the target `name` begin with.
    static func prefix(for name: String) -> String { ".\(name).pingji-" }

    /// Folders made by this process.
    ///
    /// A number is never used again: what a run has moved away from its folder may be cleared
    /// by another run before the first one is done with it, and must not then be somebody else's new folder.
    private static let made = Atomic<Int>(0)

    private static func make(_ prefix: String, for target: String) throws(ResultError) -> String {
        for _ in 1...10_000 {
            let path = "\(prefix)\(getpid())-\(made.wrappingAdd(1, ordering: .relaxed).newValue)"
            if mkdir(path, 0o777) == 0 { return path }
            guard errno == EEXIST else { throw FileAccess.createError(target, errno) }
        }
        throw .cannotCreate(path: target, code: EEXIST)
    }
}
