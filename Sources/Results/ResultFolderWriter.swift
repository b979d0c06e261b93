import Foundation

/// The writer of a result folder: everything is written beside the target and moved into place in one step at the end.
///
/// A reader sees the old result or the new one, never a mixture and never half of one. A run that fails or is dropped before
/// `commit` removes what it wrote; what a killed run left behind is removed by the next run to the same target. Two runs
/// to one target at once do not touch each other: the last to finish stays. A target that exists and is not a pingji
/// result is never overwritten (an empty folder has nothing to lose and may be filled). A result is replaced whole; what
/// users keep in its folder comes along. The result of an interrupted run replaces nothing but another one.
public struct ResultFolderWriter: ~Copyable {
    /// The folder that will hold the result, links resolved.
    public let target: String

    let temporary: TemporaryFolder
    private let parent: String
    private let spare: String
    private let files: [String]
    private let isPartial: Bool
    private var tables: [TableDeclaration] = []
    private var written: [String] = []

    /// Prepares to write files of the names `files` to `target`, creating the folders that lead to it.
    ///
    /// - Throws: `ResultError.wouldOverwrite` for anything else than a result, `wouldTakeName` for a user's file with one of
    ///   the names, `readOnly` for a protected result, `cannotKeep` for one that cannot come along, and `cannotCreate` when there is no way to write there, all
    ///   before any work is done.
    init(target path: String, files: [String], isPartial: Bool = false) throws(ResultError) {
        let target = try Self.resolve(path)
        let place = Self.split(target)
        let spare = "\(place.parent)/.\(place.name).old-pingji"
        let parentLock = FolderLock(waitingFor: place.parent)
        FolderExchange.recover(target, spare: spare)
        _ = consume parentLock
        try Self.checkFree(target, isPartial)
        let own = files + [ResultFormat.manifest, ResultFormat.dataPackage]
        try Self.checkNames(own, in: target)
        let temporary = try TemporaryFolder(in: place.parent, for: place.name)
        // Whether everything can come along, trying tells best.
        let trial = temporary.path + "/.trial"
        try Temporaries.guarded { _ throws(ResultError) in try FileAccess.makeFolders(trial) }
        defer { FileAccess.remove(trial) }
        try UserFiles.carry(from: target, to: trial, namedAs: target)

        (self.files, self.isPartial) = (own, isPartial)
        self.target = target
        self.spare = spare
        self.temporary = temporary
        parent = place.parent
    }

    /// Writes one file of the result; `name` is a plain file name.
    ///
    /// - Throws: `ResultError.cannotWrite`, for instance when the disk is full.
    public mutating func write(_ bytes: [UInt8], to name: String) throws(ResultError) {
        try write(pieces: CollectionOfOne(bytes), to: name)
    }

    private mutating func write(pieces: some Sequence<[UInt8]>, to name: String) throws(ResultError) {
        precondition(!name.isEmpty && !name.contains("/") && !name.hasPrefix("."), "a result file has a plain name")
        precondition(files.contains(name), "\(name) was not among the files stated")
        try temporary.write(pieces: pieces, to: name, meantFor: "\(target)/\(name)")
        written.append(name)
    }

    /// Writes a table, which will be listed in the manifest and described in the data package.
    public mutating func write(_ table: Table) throws(ResultError) {
        try write(table.declaration, pieces: CollectionOfOne(table.bytes))
    }

    /// Writes a table row by row, so that no more than a small piece of it is held.
    ///
    /// - Throws: `ResultError.cannotWrite`; the file may then lack rows, and the result must not be committed.
    public mutating func write(_ table: TableDeclaration, rows: some Sequence<[Cell]>) throws(ResultError) {
        try write(table, pieces: TablePieces(table, rows))
    }

    private mutating func write(
        _ table: TableDeclaration, pieces: some Sequence<[UInt8]>
    ) throws(ResultError) {
        precondition(!tables.contains { $0.name == table.name }, "a table is written once")
        try write(pieces: pieces, to: table.file)
        tables.append(table)
    }

    /// Writes `datapackage.json` and `manifest.json` and moves the result into place.
    ///
    /// - Throws: `ResultError`; the old result, if there was one, is then as it was.
    public consuming func commit(_ manifest: Manifest) throws(ResultError) {
        tables.sort { $0.name < $1.name }
        if !tables.isEmpty {
            try write(DataPackage(title: manifest.title, tables: tables).bytes, to: ResultFormat.dataPackage)
        }
        var manifest = manifest
        manifest.tables = tables.map(\.file)
        manifest.files = (written + [ResultFormat.manifest]).sorted()
        try write(manifest.bytes, to: ResultFormat.manifest)
        FileAccess.synchronize(folder: temporary.path)

        let parentLock = FolderLock(waitingFor: parent)
        try Self.checkFree(target, isPartial)
        try Self.checkNames(written, in: target)
        try UserFiles.carry(from: target, to: temporary.path, namedAs: target)
        // Who may look into the folder is the user's to say.
        if let old = FileAccess.information(target) { chmod(temporary.path, old.st_mode & 0o777) }
        let (path, target, spare) = (temporary.path, target, spare)
        try Temporaries.guarded { _ throws(ResultError) in
            try FolderExchange.replace(target, with: path, spare: spare)
        }
        // What the user put there at the last moment.
        try? UserFiles.carry(from: path, to: target, namedAs: target)
        FileAccess.synchronize(folder: parent)
        _ = consume parentLock
        // The old result, now at the temporary place, goes with `self`.
    }

    private static func checkFree(_ target: String, _ isPartial: Bool) throws(ResultError) {
        guard FileAccess.exists(target) else { return }
        if ResultFolder.isResult(target) {
            if isPartial, !ResultFolder.isPartial(target) { throw .wouldReplaceWhole(path: target) }
            return
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: target), names.isEmpty else {
            throw .wouldOverwrite(path: target)
        }
    }

    /// Looks whether users keep something in the folder that has a name of ours, or have protected the result that is there.
    private static func checkNames(_ names: [String], in target: String) throws(ResultError) {
        guard ResultFolder.isResult(target) else { return }
        let own = UserFiles.ownNames(of: target)
        let protected = [target] + own.map { "\(target)/\($0)" }
        let readOnly = protected.filter { FileAccess.isReadOnly($0) }
        if !readOnly.isEmpty { throw .readOnly(paths: readOnly) }
        // What the shell writes to a file of ours was written by nobody else.
        let streams = names.filter { FilePlace("\(target)/\($0)").standardStream != nil }
        let taken = UserFiles.names(in: target).filter { names.contains($0) } + streams
        if !taken.isEmpty { throw .wouldTakeName(paths: taken.map { "\(target)/\($0)" }) }
    }

    /// The absolute path of `path`, whose parent folders are created if need be.
    private static func resolve(_ path: String) throws(ResultError) -> String {
        if let existing = FileAccess.resolved(path) { return existing }
        if FileAccess.exists(path) { throw .wouldOverwrite(path: path) }
        let place = split(path)
        guard !place.name.isEmpty else { throw .cannotCreate(path: path, code: ENOENT) }
        let parent = place.parent.isEmpty ? "." : place.parent
        try FileAccess.makeFolders(parent)
        guard let folder = FileAccess.resolved(parent) else { throw .cannotCreate(path: parent, code: errno) }
        return folder == "/" ? "/\(place.name)" : "\(folder)/\(place.name)"
    }

    private static func split(_ path: String) -> (parent: String, name: String) {
        let whole = PathName(path)
        return (whole.folder, whole.name)
    }
}
