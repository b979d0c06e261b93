import Reports
import Results
import Words

/// A command of `pingji`: what its help says, and what it does.
protocol Command: Sendable {
    /// The name users type.
    static var name: String { get }
    /// What it does, in one line.
    static var summary: LocalizedText { get }
    /// What follows the name, such as `SCENARIO…`.
    static var operands: String { get }
    /// Its options beside those every command has.
    static var options: [OptionDeclaration] { get }
    /// Examples with what they do.
    static var examples: [(line: String, meaning: LocalizedText)] { get }

    /// The files it reads and writes; by default operands and options that name files, as they are declared.
    static func files(_ arguments: ArgumentList) throws(Refusal) -> CallFiles

    /// Carries the command out; whatever it writes beside standard output goes through `outputs`.
    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode
}

extension Command {
    /// By default none.
    static var options: [OptionDeclaration] { [] }

    /// By default what the declarations say.
    static func files(_ arguments: ArgumentList) -> CallFiles { CallFiles(arguments, options) }

    /// The text of `--help`, at most `columns` wide.
    static func help(_ language: Language, width columns: Int) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let all = options + OptionDeclaration.common
        let usage = "pingji \(name)" + (operands.isEmpty ? "" : " \(operands)") + say(" [选项]", " [options]")
        var lines = DisplayWidth.wrapped(summary.text(in: language), to: columns)
        lines += ["", say("用法：", "Usage: ") + usage, "", say("选项：", "Options:")]
        let names = all.map { $0.name + ($0.value.map { " \($0)" } ?? "") }
        let width = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        for (option, name) in zip(all, names) {
            let repeats = option.isRepeatable ? say("（可重复）", " (repeatable)") : ""
            let help = option.help.text(in: language) + repeats
            let start = "  " + DisplayWidth.padded(name, to: width)
            lines +=
                (width + 2) * 5 <= columns * 2
                ? DisplayWidth.wrapped(
                    help, to: columns, first: start, rest: String(repeating: " ", count: width + 2))
                : DisplayWidth.labeled(name, to: columns, help, to: columns, indent: "  ")
        }
        lines += ["", examples.count == 1 ? say("例：", "Example:") : say("例：", "Examples:")]
        for (line, meaning) in examples {
            // A command goes on after a backslash, so that it can be pasted as it stands.
            let parts = DisplayWidth.wrapped(line, to: columns - 2, first: "  ", rest: "      ")
            lines += [parts.joined(separator: " \\\n")]
            lines += DisplayWidth.wrapped(meaning.text(in: language), to: columns, first: "      ", rest: "      ")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
