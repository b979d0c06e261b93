import Words
import WrittenFiles

// What can be wrong with the files that a scenario names and with how many variants it has, in both languages.
extension Fault.Problem {
    static func tooManyVariants(_ count: Int, _ limit: Int) -> Self {
        Self(
            .tooLarge, .init(zh: "方案有 \(count) 个，太多", en: "\(count) variants are too many"),
            expected: .init(zh: "这样大的想定至多 \(limit) 个", en: "at most \(limit) for a scenario of this size"))
    }

    static var emptyPath: Self {
        Self(.fileMissing, .init(zh: "路径是空的", en: "the path is empty"), expected: relativePath)
    }

    static func absolutePath(_ path: String) -> Self {
        Self(
            .fileRefused, .init(zh: "\(quoted(path)) 是绝对路径", en: "\(quoted(path)) is an absolute path"),
            expected: relativePath)
    }

    static func outsideTree(_ path: String) -> Self {
        Self(
            .fileRefused,
            .init(zh: "\(quoted(path)) 在想定所在目录之外", en: "\(quoted(path)) lies outside the scenario's folder"),
            expected: relativePath)
    }

    static func includeCycle(_ path: String) -> Self {
        Self(
            .fileRefused,
            .init(zh: "\(quoted(path)) 又引用了自己", en: "\(quoted(path)) names itself, directly or through other files"),
            expected: .init(zh: "不循环的引用", en: "files that do not lead back"))
    }

    private static var relativePath: LocalizedText {
        .init(
            zh: "想定目录之内的相对路径，如 \"plans/four-level.jsonc\"",
            en: "a path relative to this file and inside the scenario's folder, such as \"plans/four-level.jsonc\"")
    }
}
