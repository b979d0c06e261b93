import Foundation

/// A lock on a folder that ends with its owner, even a killed one.
///
/// It tells the temporary folder of a run that lives from one left behind, and lets one run at a time move folders about.
/// Where the file system knows no locks, or the folder cannot be opened, it holds nothing.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// Waits for the lock of `folder`.
    init(waitingFor folder: String) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    }

    /// Takes the lock of `folder`, `nil` if somebody holds it or there is no such folder.
    init?(ifFree folder: String) {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
