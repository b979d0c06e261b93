import Reports
import Results
import ScenarioFiles
import Words
import WrittenFiles

/// `pingji schema`: what scenario files may say, for editors and other programs.
enum SchemaCommand: Command {
    static let name = "schema"
    static let summary = LocalizedText(
        zh: "输出想定文件的 JSON Schema，供编辑器补全和检查",
        en: "print the JSON Schema of scenario files, for editors to complete and check")
    static let operands = ""
    static let examples = [
        (
            line: "pingji schema > scenario.schema.json",
            meaning: LocalizedText(
                zh: "在想定中写 \"$schema\": \"scenario.schema.json\"，编辑器便会提示键名、单位和缺省值",
                en:
                    "with \"$schema\": \"scenario.schema.json\" in a scenario, editors offer keys, units and defaults")
        )
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw Refusal(
                .wrongUse, zh: "schema 不带参数；检查想定用 pingji check",
                en: "schema takes no argument; to check a scenario use pingji check")
        }
        console.output(JSONWriter.document(ScenarioSchema.scenario))
        return .done
    }
}
