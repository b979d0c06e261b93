import Foundation

/// The writer of a single file that a reader sees whole: the old one or the new one.
public enum AtomicFile {
    /// Writes `bytes` to `path`, replacing a file that is there; what is no file, such as a pipe, is written to directly.
    ///
    /// - Throws: `ResultError.cannotCreate` or `cannotWrite`; an existing file is then as it was.
    public static func write(_ bytes: [UInt8], to path: String) throws(ResultError) {
        let target = FileAccess.resolved(path) ?? path
        if let kind = FileAccess.kind(target), kind != S_IFREG {
            try FileAccess.write(bytes, to: target, namedAs: path)
            return
        }
        let whole = PathName(target)
        let folder = whole.folder.isEmpty ? "." : whole.folder
        let temporary = "\(folder)/.\(whole.name).pingji-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        do {
            try FileAccess.write(bytes, to: temporary, namedAs: path, flags: O_EXCL)
        } catch {
            FileAccess.remove(temporary)
            throw error
        }
        guard rename(temporary, target) == 0 else {
            let code = errno
            FileAccess.remove(temporary)
            throw FileAccess.createError(path, code)
        }
        FileAccess.synchronize(folder: folder)
    }
}
