import Foundation

/// A single file that is complete beside its place and waits to be moved there, so that a reader sees the old one or the new one.
///
/// What keeps no file, such as a pipe, and the process's own output are written to when it is placed.
final class StagedFile {
    private let bytes: [UInt8]
    private let output: Outputs.Output
    private let place: FilePlace
    private let temporary: TemporaryFolder?

    /// Writes `bytes` beside the place of `output`.
    ///
    /// - Throws: `ResultError`; what is at the place stays as it was.
    init(_ bytes: [UInt8], for output: Outputs.Output) throws(ResultError) {
        self.bytes = bytes
        self.output = output
        place = FilePlace(output.path)
        try output.checkFree(place)
        guard place.takesAFile, place.standardStream == nil else {
            temporary = nil
            return
        }
        let whole = PathName(place.path)
        let temporary: TemporaryFolder
        do throws(ResultError) {
            temporary = try TemporaryFolder(in: whole.folder, for: whole.name)
        } catch { throw error.naming(output.path) }
        try temporary.write(bytes, to: Self.name, meantFor: output.path)
        // A file that only its owner may read stays one.
        if let old = FileAccess.information(place.path) { chmod(temporary.path + "/" + Self.name, old.st_mode & 0o777) }
        self.temporary = temporary
    }

    /// Moves files to their places, all of them or, should the process end, none.
    ///
    /// - Throws: `ResultError` for the first that cannot be moved.
    static func place(_ files: [StagedFile]) throws(ResultError) {
        try Temporaries.guarded { _ throws(ResultError) in
            for file in files { try file.move() }
        }
        // A pipe may take forever.
        for file in files where file.temporary == nil { try file.write() }
        for file in files where file.temporary != nil {
            FileAccess.synchronize(folder: PathName(file.place.path).folder)
        }
    }

    private static let name = "file"

    private func move() throws(ResultError) {
        guard let temporary else { return }
        let source = "\(temporary.path)/\(Self.name)"
        if case .nothing = output.replacing {
            // A link, unlike a move, fails where something is; some file systems have no links.
            if link(source, place.path) == 0 { return }
            let code = errno
            guard code != EEXIST, !FileAccess.exists(place.path) else {
                throw .wouldReplace(path: output.path, kind: nil)
            }
            guard [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK].contains(code) else {
                throw FileAccess.createError(output.path, code)
            }
        }
        guard rename(source, place.path) == 0 else { throw FileAccess.createError(output.path, errno) }
    }

    private func write() throws(ResultError) {
        if let stream = place.standardStream {
            do throws(ResultError) {
                try FileAccess.write(bytes, to: stream, namedAs: output.path)
            } catch .cannotWrite(_, EPIPE) {
                // A reader that goes away early, such as `head`, is no failure.
            }
            return
        }
        let file = open(place.path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY)
        guard file >= 0 else { throw FileAccess.createError(output.path, errno) }
        defer { close(file) }
        try FileAccess.write(bytes, to: file, namedAs: output.path)
    }
}
