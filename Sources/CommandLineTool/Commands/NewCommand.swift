import Reports
import Results
import Words
import WrittenFiles

/// `pingji new`: a small scenario to begin with.
enum NewCommand: Command {
    static let name = "new"
    static let summary = LocalizedText(zh: "写出一个带注释、可直接运行的小想定", en: "write a small commented scenario that runs")
    static let operands = "NAME"
    static let examples = [
        (
            line: "pingji new my-district",
            meaning: LocalizedText(
                zh: "写出 my-district.jsonc；已有的文件绝不覆盖", en: "writes my-district.jsonc; never overwrites a file")
        )
    ]

    static func files(_ arguments: ArgumentList) throws(Refusal) -> CallFiles {
        var files = CallFiles(arguments, options, operands: [])
        files.write(.file(try path(arguments), LocalizedText(zh: "新想定", en: "the new scenario"), replacing: .nothing))
        return files
    }

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        let (path, title) = try file(arguments)
        try outputs.save([(path, Array(StarterScenario.text(title: title).utf8))])
        let shown = printable(path)
        let word = ShellText.word(path)
        console.output(
            LocalizedText(
                zh: """
                    已写出 \(shown)：一个虚构小镇的汛夜，三个方案。接下来：
                      pingji explain \(word)   看看里面有什么
                      pingji run \(word)       运行，约需几秒
                    然后用编辑器打开它，把数值换成你们的，再运行一次。

                    """,
                en: """
                    Wrote \(shown): a flood night in an invented small town, three variants. Next:
                      pingji explain \(word)   see what it contains
                      pingji run \(word)       run it, which takes seconds
                    Then open it in an editor, put your own figures in, and run it again.

                    """
            ).text(in: language))
        return .done
    }

    /// The file to be written.
    private static func path(_ arguments: ArgumentList) throws(Refusal) -> String { try file(arguments).path }

    /// The file to write and its title; throws for a name that leaves no title, or that would be a file of another sort.
    private static func file(_ arguments: ArgumentList) throws(Refusal) -> (path: String, title: String) {
        guard arguments.operands.count == 1, let name = arguments.operands.first else {
            throw Refusal(.wrongUse, zh: "应给出一个名称", en: "one name must be given")
        }
        let last = name.hasSuffix("/") ? "" : PathName(name).name
        let parts = last.split(separator: ".", omittingEmptySubsequences: false)
        let isWhole = parts.count > 1 && parts.last?.lowercased() == "jsonc"
        let title = isWhole ? parts.dropLast().joined(separator: ".") : last
        let isOdd = name.unicodeScalars.contains(where: \.isInvisible)
        guard !isOdd else {
            throw Refusal(
                .wrongUse, zh: "\"\(printable(name))\" 不能作名称：其中有换行等看不见的字符",
                en: "\"\(printable(name))\" is no name: it holds characters that cannot be seen, such as a line break")
        }
        guard title.contains(where: { $0.isLetter || $0.isNumber }), !title.hasPrefix(".") else {
            throw Refusal(
                .wrongUse, zh: "\"\(printable(name))\" 不能作名称，应为有字母、汉字或数字的名称，如 my-district",
                en: "\"\(printable(name))\" is no name; expected one with letters or digits in it, such as my-district")
        }
        if parts.last == "json" {
            throw Refusal(
                .wrongUse, zh: "想定带注释，文件名应以 .jsonc 结尾，是否想写 \(printable(name))c",
                en: "a scenario has comments, so its file ends in .jsonc; did you mean \(printable(name))c")
        }
        return (isWhole ? name : name + ".jsonc", title)
    }
}
