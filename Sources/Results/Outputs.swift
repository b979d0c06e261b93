import Foundation
import Words

/// Everything a call reads and writes, stated before it does anything: the only way to write a file or a result folder.
///
/// An output that is an input, or another output, would destroy what the user has; so would a result folder that holds an input.
/// Files are compared as the system knows them, not as they are spelled.
public struct Outputs: Sendable {
    /// Something that is read.
    public struct Input: Sendable {
        /// Where it is, as given.
        public let path: String
        let shownPath: String
        let ending: String?

        /// The file or folder at `path`; of a folder, what is directly in it and ends in `ending` counts, be it there or not.
        ///
        /// What else is read of a folder is an input of its own. The user sees `shownPath`.
        public init(_ path: String, shownAs shownPath: String? = nil, everyFileEndingIn ending: String? = nil) {
            self.path = path
            self.shownPath = shownPath ?? path
            self.ending = ending
        }
    }

    /// What an output may take the place of.
    public enum Replacing: Sendable {
        /// Whatever file is there.
        case anyFile
        /// Only a file that begins in a certain way and that, as a whole, is one of a `kind`.
        ///
        /// The beginning alone would let what a user has added, or another program's file of the same form, be taken for ours.
        case files(beginning: String, kind: LocalizedText, isOne: @Sendable ([UInt8]) -> Bool)
        /// Nothing.
        case nothing
    }

    /// Something that is written.
    public struct Output: Sendable {
        let label: LocalizedText
        /// Where it goes, as given.
        public let path: String
        let isFolder: Bool
        let replacing: Replacing
        let isInsteadOfPrinting: Bool

        /// A file; `label` says in a sentence what it is, such as the option that names it.
        ///
        /// - Parameter isInsteadOfPrinting: Whether nothing is printed because it is written.
        public static func file(
            _ path: String, _ label: LocalizedText, replacing: Replacing = .anyFile, isInsteadOfPrinting: Bool = false
        ) -> Output {
            Output(
                label: label, path: path, isFolder: false, replacing: replacing,
                isInsteadOfPrinting: isInsteadOfPrinting)
        }

        /// A result folder, at the plain form of `path`.
        public static func folder(_ path: String, _ label: LocalizedText) -> Output {
            Output(
                label: label, path: FilePlace.plain(path), isFolder: true, replacing: .anyFile,
                isInsteadOfPrinting: false)
        }
    }

    private let outputs: [Output]

    /// States what a call reads and writes.
    ///
    /// - Throws: `OutputClashes` with everything that is in the way of something else.
    public init(reading inputs: [Input], writing outputs: [Output]) throws(OutputClashes) {
        self.outputs = outputs
        try check(reading: inputs)
    }

    /// Looks at inputs found later, such as the files that a scenario names.
    ///
    /// - Throws: `OutputClashes` with everything that is in the way of something else.
    /// - Complexity: O(outputs · (inputs + outputs)), a few looks at the disk for each of them.
    public func check(reading inputs: [Input]) throws(OutputClashes) {
        let clashes = OutputClashes(outputs, reading: inputs)
        if !clashes.texts.isEmpty { throw clashes }
    }

    /// Whether what is told on standard error would be written into one of some files, which holds something.
    ///
    /// Not even a refusal may be told there.
    public static func errorsWouldSpoil(anyOf paths: [String]) -> Bool {
        let stream = FilePlace("/dev/fd/\(STDERR_FILENO)")
        guard stream.kind == S_IFREG else { return false }
        return paths.contains { path in
            guard let size = FileAccess.information(path)?.st_size, size > 0 else { return false }
            return FilePlace(path).isSame(as: stream)
        }
    }

    /// Finds what is in the way of files before any work is done.
    ///
    /// Result folders are looked at by `folder(at:)`, which makes the folders that lead to them.
    ///
    /// - Throws: `cannotCreate` or `wouldReplace`.
    public func checkFree() throws(ResultError) {
        for output in outputs where !output.isFolder { try output.checkFree(FilePlace(output.path)) }
    }

    /// Writes files that were stated as outputs: first all of them beside their places, then each is moved there.
    ///
    /// - Throws: `ResultError`; whatever is at the places is then as it was, unless the very last step failed.
    public func write(_ files: [(path: String, bytes: [UInt8])]) throws(ResultError) {
        var staged: [StagedFile] = []
        for (path, bytes) in files {
            guard let output = outputs.first(where: { !$0.isFolder && $0.path == path }) else {
                preconditionFailure("\(path) was not stated as an output")
            }
            staged.append(try StagedFile(bytes, for: output))
        }
        try StagedFile.place(staged)
    }

    /// The writer of a result folder that was stated as an output.
    ///
    /// - Parameters:
    ///   - files: The names of all files it will hold.
    ///   - isPartial: Whether it is the result of an interrupted run, which replaces nothing but another one.
    /// - Throws: `ResultError` for whatever is in the way, before any work is done.
    public func folder(
        at path: String, files: [String], isPartial: Bool = false
    ) throws(ResultError) -> ResultFolderWriter {
        let path = FilePlace.plain(path)
        precondition(outputs.contains { $0.isFolder && $0.path == path }, "\(path) was not stated as an output")
        return try ResultFolderWriter(target: path, files: files, isPartial: isPartial)
    }
}

extension Outputs.Output {
    /// Finds what is in the way of a file.
    func checkFree(_ place: FilePlace) throws(ResultError) {
        // What is spelled as a folder is meant as one.
        let spelled = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard !["", ".", ".."].contains(spelled) else { throw .cannotCreate(path: path, code: EISDIR) }
        if place.isStream { return }
        guard place.takesAFile else { throw .cannotCreate(path: path, code: EISDIR) }
        let folder = PathName(place.path).folder
        guard let kind = FileAccess.kind(folder) else { throw .cannotCreate(path: path, code: ENOENT) }
        guard kind == S_IFDIR else { throw .cannotCreate(path: path, code: ENOTDIR) }
        guard place.standardStream != nil || access(folder, W_OK | X_OK) == 0 else {
            throw .cannotCreate(path: path, code: errno)
        }
        guard !UserFiles.ownNames(of: folder).contains(PathName(place.path).name) else {
            throw .wouldBreakResult(path: path)
        }
        guard place.identity != nil else { return }
        guard !FileAccess.isReadOnly(place.path) else { throw .readOnly(paths: [path]) }
        switch replacing {
        case .anyFile: return
        case .nothing: throw .wouldReplace(path: path, kind: nil)
        case .files(let beginning, let kind, let isOne):
            // Most other files need not be read whole.
            guard let file = FileHandle(forReadingAtPath: place.path) else {
                throw .wouldReplace(path: path, kind: kind)
            }
            defer { try? file.close() }
            let head = (try? file.read(upToCount: beginning.utf8.count)) ?? Data()
            // An empty file has nothing to lose.
            if head.isEmpty, FileAccess.information(place.path)?.st_size == 0 { return }
            guard head.elementsEqual(beginning.utf8), let bytes = try? FileAccess.read(place.path), isOne(bytes) else {
                throw .wouldReplace(path: path, kind: kind)
            }
        }
    }
}
