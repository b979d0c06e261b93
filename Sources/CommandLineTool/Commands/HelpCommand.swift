import Organization
import Reports
import Results
import Words

/// `pingji help`: the commands there are, or one of them in full.
enum HelpCommand: Command {
    static let name = "help"
    static let summary = LocalizedText(zh: "列出全部命令，或说明其中一个", en: "list the commands, or explain one")
    static let operands = "[COMMAND]"
    static let examples = [
        (line: "pingji help run", meaning: LocalizedText(zh: "说明 run 命令", en: "explain the command run"))
    ]
    static let versionOption = OptionDeclaration("--version", zh: "显示版本", en: "show the version")

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        guard let name = arguments.operands.first else {
            console.output(overview(language, width: console.columns))
            return .done
        }
        guard arguments.operands.count == 1 else {
            throw Refusal(.wrongUse, zh: "一次只能说明一个命令", en: "one command can be explained at a time")
        }
        guard let command = Tool.commands.first(where: { $0.name == name }) else {
            throw .unknown(LocalizedText(zh: "命令", en: "command"), name, among: Tool.commands.map { $0.name })
        }
        console.output(command.help(language, width: console.columns))
        return .done
    }

    /// What the program is and which commands it has.
    static func overview(_ language: Language, width columns: Int) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        func wrapped(_ text: String) -> [String] { DisplayWidth.wrapped(text, to: columns) }
        var lines = wrapped(
            say(
                "pingji（平急）：一座城市的应急动员能多快把名册上的人变成岗位上的人，哪种预案更好。",
                "pingji simulates emergency mobilization: how fast which plan turns people on paper into people on post."
            ))
        lines += [
            "", say("用法：pingji 命令 [选项]", "Usage: pingji COMMAND [options]"), "", say("命令：", "Commands:"),
        ]
        let names = Tool.commands.map { $0.name + ($0.operands.isEmpty ? "" : " \($0.operands)") }
        let width = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        for (command, name) in zip(Tool.commands, names) {
            lines += DisplayWidth.labeled(
                name, to: width - 2, command.summary.text(in: language), to: columns, indent: "  ")
        }
        lines += [
            "", say("第一次使用：", "To begin:"), "  pingji new my-district", "  pingji run my-district.jsonc", "",
        ]
        lines += wrapped(
            say(
                "pingji help 命令 或 pingji 命令 --help 有详细说明和例子。",
                "pingji help COMMAND, or pingji COMMAND --help, says more and gives examples."))
        return lines.joined(separator: "\n") + "\n"
    }
}
