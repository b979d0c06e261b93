import Foundation

/// What users keep in a result folder beside the result: notes, charts, links, whole folders.
///
/// It goes along into the folder that takes its place. Until then the old folder is left as it is: files get a second name, folders
/// and links are made again.
enum UserFiles {
    /// The names in a result folder that no run of the program wrote, sorted.
    static func names(in folder: String) -> [String] {
        let own = Set(ownNames(of: folder))
        return FileAccess.names(in: folder).filter { name in
            guard own.contains(name) else { return true }
            // A folder of that name is not what we wrote.
            return FileAccess.ownInformation("\(folder)/\(name)").map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
        }
    }

    /// Brings what users keep in `old` into `new`; what is in `new` already is left alone.
    ///
    /// - Parameter target: The place that errors name instead of `old`.
    /// - Throws: `ResultError.cannotKeep` for the first thing that cannot be brought over.
    static func carry(from old: String, to new: String, namedAs target: String) throws(ResultError) {
        for name in names(in: old) where !FileAccess.exists("\(new)/\(name)") {
            try copy("\(old)/\(name)", to: "\(new)/\(name)", namedAs: "\(target)/\(name)")
        }
    }

    /// The names of the files that the run wrote whose result a folder holds; none if it holds no result.
    static func ownNames(of folder: String) -> [String] {
        struct Lists: Decodable {
            let tables: [String]?
            let files: [String]?
        }
        let bytes = try? FileAccess.read("\(folder)/\(ResultFormat.manifest)")
        guard let bytes, Manifest.version(of: bytes) != nil,
            let lists = try? JSONDecoder().decode(Lists.self, from: Data(bytes))
        else { return [] }
        // Manifests of earlier programs list tables only.
        return lists.files ?? (lists.tables ?? []) + ResultFormat.unlistedFiles
    }

    private static func copy(_ old: String, to new: String, namedAs name: String) throws(ResultError) {
        guard let information = FileAccess.ownInformation(old) else { return }
        switch information.st_mode & S_IFMT {
        case S_IFDIR: try copyFolder(old, information, to: new, namedAs: name)
        case S_IFLNK:
            let code = FileAccess.linkTarget(old).map { target in step { symlink(target, new) } } ?? EIO
            guard code == 0 else { throw .cannotKeep(path: name, code: code) }
        default:
            var code = step { link(old, new) }
            // Some file systems have no second names, and some systems give none to what is another user's.
            if [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(code),
                information.st_mode & S_IFMT == S_IFREG
            {
                code = Temporaries.guarded { _ in
                    do {
                        try FileManager.default.copyItem(atPath: old, toPath: new)
                        return 0
                    } catch { return code }
                }
            }
            guard code == 0 else { throw .cannotKeep(path: name, code: code) }
        }
    }

    private static func copyFolder(
        _ old: String, _ information: stat, to new: String, namedAs name: String
    ) throws(ResultError) {
        guard let list = try? FileManager.default.contentsOfDirectory(atPath: old) else {
            throw .cannotKeep(path: name, code: EACCES)
        }
        let code = step { mkdir(new, 0o700) }
        guard code == 0 else { throw .cannotKeep(path: name, code: code) }
        for entry in list.sorted() {
            try copy("\(old)/\(entry)", to: "\(new)/\(entry)", namedAs: "\(name)/\(entry)")
        }
        chmod(new, information.st_mode & 0o7777)
        var times = [timespec(), timespec()]
        #if canImport(Darwin)
            times = [information.st_atimespec, information.st_mtimespec]
        #else
            times = [information.st_atim, information.st_mtim]
        #endif
        utimensat(AT_FDCWD, new, times, 0)
    }

    /// Makes one thing; 0, or the system's error number.
    private static func step(_ make: () -> Int32) -> Int32 {
        Temporaries.guarded { _ in make() == 0 ? 0 : errno }
    }
}
