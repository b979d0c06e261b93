import Foundation

/// The move of a finished folder into the place of an older one.
enum FolderExchange {
    /// Puts `folder` at `target`; what was at `target` is at `folder` or gone afterwards.
    ///
    /// Linux swaps two folders in one step, so that no reader ever finds the place empty. Elsewhere, and on file systems
    /// that cannot swap, the old folder is renamed to `spare` for the moment between two renames, and back if the second
    /// one fails; `recover` does the same after a crash.
    static func replace(
        _ target: String, with folder: String, spare: String, swapping: Bool = true
    ) throws(ResultError) {
        if rename(folder, target) == 0 { return }
        guard [EEXIST, ENOTEMPTY].contains(errno) else { throw FileAccess.createError(target, errno) }
        if swapping && swap(folder, target) { return }
        FileAccess.remove(spare)
        guard rename(target, spare) == 0 else { throw FileAccess.createError(target, errno) }
        guard rename(folder, target) == 0 else {
            let code = errno
            rename(spare, target)
            throw FileAccess.createError(target, code)
        }
        FileAccess.remove(spare)
    }

    /// Puts the old folder back that a run killed between the two renames left at `spare`.
    static func recover(_ target: String, spare: String) {
        guard FileAccess.exists(spare) else { return }
        if FileAccess.exists(target) {
            FileAccess.remove(spare)
        } else {
            rename(spare, target)
        }
    }

    /// Swaps two folders in one step, `false` if the system cannot.
    private static func swap(_ first: String, _ second: String) -> Bool {
        #if os(Linux)
            // Swift's Glibc module hides renameat2, so it is looked up by name.
            typealias Renameat2 =
                @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
            guard let symbol = dlsym(nil, "renameat2") else { return false }
            let exchange: UInt32 = 2
            return unsafeBitCast(symbol, to: Renameat2.self)(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
        #else
            return false
        #endif
    }
}
