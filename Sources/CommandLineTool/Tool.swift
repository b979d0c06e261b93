import Reports
import Results
import Words
import WrittenFiles

/// The `pingji` command, as a function of its arguments.
public enum Tool {
    /// The version of the program, written into every result.
    public static let version = "0.1.0"

    static let commands: [any Command.Type] = [
        RunCommand.self, CheckCommand.self, ExplainCommand.self, NewCommand.self, SchemaCommand.self,
        ValidateCommand.self, ImportCommand.self, TableCommand.self, CoverageCommand.self,
        HelpCommand.self,
    ]

    /// Carries out `arguments`, the name of the program left out.
    public static func run(_ arguments: [String], console: Console) -> ExitCode {
        let language = Language(arguments: arguments) ?? Language(environment: console.environment)
        // Whatever is wrong, an option's name included, is not told at the cost of a file.
        let paths = arguments.map { argument in
            guard argument.hasPrefix("--"), let sign = argument.firstIndex(of: "=") else { return argument }
            return String(argument[argument.index(after: sign)...])
        }
        let console = Outputs.errorsWouldSpoil(anyOf: paths) ? console.mute : console
        do throws(Refusal) {
            let code = try dispatch(arguments, language, console)
            if code == .interrupted { return console.interruption() ?? .interrupted }
            guard code == .done, console.outputHasFailed() else { return code }
            throw Refusal(.inputOutput, zh: "无法写出结果", en: "the output cannot be written")
        } catch {
            if let text = error.text { console.complain("pingji: " + text.text(in: language)) }
            return error.code == .interrupted ? console.interruption() ?? .interrupted : error.code
        }
    }

    private static func dispatch(
        _ arguments: [String], _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        // What stands before the command's name can only be what every command has.
        let (name, rest) = split(arguments)
        guard let name else {
            let list = try ArgumentList(rest, declared: OptionDeclaration.common + [HelpCommand.versionOption])
            try checkLanguage(list)
            if list.has("--version") {
                console.print("pingji \(version)")
                return .done
            }
            if list.has("--help") {
                console.output(HelpCommand.overview(language, width: console.columns))
                return .done
            }
            console.error(HelpCommand.overview(language, width: console.columns))
            return .wrongUse
        }
        guard let command = commands.first(where: { $0.name == name }) else {
            throw .unknown(LocalizedText(zh: "命令", en: "command"), name, among: commands.map { $0.name })
        }
        if helpIsAsked(rest) {
            console.output(command.help(language, width: console.columns))
            return .done
        }
        let list: ArgumentList
        do throws(Refusal) {
            list = try ArgumentList(rest, declared: command.options + OptionDeclaration.common)
            try checkLanguage(list)
        } catch {
            guard let text = error.text else { throw error }
            throw Refusal(
                error.code, zh: text.zh + "；见 pingji \(name) --help", en: text.en + "; see pingji \(name) --help")
        }
        try OpenFiles.check()
        let outputs = try Outputs(try command.files(list))
        return try command.run(list, outputs, language, console)
    }

    /// The command's name, and all other arguments.
    private static func split(_ arguments: [String]) -> (name: String?, rest: [String]) {
        var index = 0
        while index < arguments.count, arguments[index].hasPrefix("-") {
            index += arguments[index] == "--lang" ? 2 : 1
        }
        guard index < arguments.count else { return (nil, arguments) }
        return (arguments[index], Array(arguments[..<index] + arguments[(index + 1)...]))
    }

    /// Whether help is asked for, whatever else is wrong with the arguments.
    private static func helpIsAsked(_ arguments: [String]) -> Bool {
        arguments.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    private static func checkLanguage(_ list: ArgumentList) throws(Refusal) {
        guard let written = list.value("--lang"), Language(rawValue: written) == nil else { return }
        throw .unknown(LocalizedText(zh: "语言", en: "language"), written, among: Language.allCases.map(\.rawValue))
    }
}
