import Words

// What can be wrong with naming and reading a file, in both languages.
extension Fault.Problem {
    /// Why the file shown as `path` could not be read.
    ///
    /// - Parameter nearest: What was probably meant by a path that leads nowhere.
    public static func file(
        _ problem: FileProblem, _ path: String, _ limits: ReadingLimits, nearest: String? = nil
    ) -> Self {
        let name = quoted(path)
        switch problem {
        case .missing:
            return Self(
                .fileMissing, .init(zh: "没有文件 \(name)", en: "there is no file \(name)"), nearest: nearest)
        case .notAFile:
            return Self(
                .fileRefused, .init(zh: "\(name) 不是普通文件", en: "\(name) is not an ordinary file"),
                expected: .init(zh: "文本文件，而不是目录、设备或管道", en: "a text file, not a folder, a device or a pipe"))
        case .tooLarge:
            let (one, all) = (limits.fileBytes >> 20, limits.totalBytes >> 20)
            return Self(
                .tooLarge, .init(zh: "文件 \(name) 太大", en: "the file \(name) is too large"),
                expected: .init(
                    zh: "每个文件至多 \(one) MB，合计至多 \(all) MB", en: "at most \(one) MB a file and \(all) MB in all"))
        case .unreadable(let reason):
            return Self(
                .fileUnreadable,
                .init(zh: "无法读取文件 \(name)：\(reason.zh)", en: "the file \(name) cannot be read: \(reason.en)"))
        }
    }

    /// The fault of a path that leads nowhere where a folder is wanted.
    ///
    /// - Parameter nearest: What was probably meant.
    public static func folderMissing(_ path: String, _ expected: LocalizedText, nearest: String?) -> Self {
        Self(
            .fileMissing, .init(zh: "没有目录 \(quoted(path))", en: "there is no folder \(quoted(path))"),
            expected: expected, nearest: nearest)
    }
}
