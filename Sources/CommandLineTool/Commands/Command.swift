import Organization
import Reports
import Results

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

    /// The text of `--help`.
    static func help(_ language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let all = options + OptionDeclaration.common
        let usage = "pingji \(name)" + (operands.isEmpty ? "" : " \(operands)") + say(" [选项]", " [options]")
        var lines = [summary.text(in: language), "", say("用法：", "Usage: ") + usage, "", say("选项：", "Options:")]
        let names = all.map { $0.name + ($0.value.map { " \($0)" } ?? "") }
        let width = (names.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        let indent = String(repeating: " ", count: width + 2)
        for (option, name) in zip(all, names) {
            let repeats = option.isRepeatable ? say("（可重复）", " (repeatable)") : ""
            lines += DisplayWidth.wrapped(
                option.help.text(in: language) + repeats, to: 100, first: "  " + DisplayWidth.padded(name, to: width),
                rest: indent)
        }
        lines += ["", examples.count == 1 ? say("例：", "Example:") : say("例：", "Examples:")]
        for (line, meaning) in examples {
            lines += ["  \(line)", "      \(meaning.text(in: language))"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
