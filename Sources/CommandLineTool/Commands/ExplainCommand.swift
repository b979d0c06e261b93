import Experiments
import Mobilization
import Reports
import Results
import Words
import WrittenFiles

/// `pingji explain`: what a scenario contains, or what every measure means.
enum ExplainCommand: Command {
    static let name = "explain"
    static let summary = LocalizedText(
        zh: "说明一个想定的内容：规模、开关、来源与假设", en: "show what a scenario contains: sizes, switches, sources, assumptions")
    static let operands = "SCENARIO"
    static let options = [
        OptionDeclaration(
            "--measures", zh: "列出全部指标及其单位与定义，不需要想定",
            en: "list every measure with unit and definition; needs no scenario")
    ]
    static let examples = [
        (
            line: "pingji explain scenarios/meijiang-flood-night.jsonc",
            meaning: LocalizedText(
                zh: "规模、开关、有来源的数值、假设及其范围", en: "sizes, switches, figures with sources, assumptions with ranges")
        ),
        (line: "pingji explain --measures", meaning: LocalizedText(zh: "全部指标", en: "every measure")),
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        if arguments.has("--measures") {
            console.output(MeasureList.text(language, width: console.columns))
            if arguments.operands.isEmpty { return .done }
        }
        let paths = try ScenarioLoading.paths(arguments)
        guard paths.count == 1 else {
            throw Refusal(.wrongUse, zh: "一次只能说明一个想定", en: "one scenario can be explained at a time")
        }
        let scenario = try ScenarioLoading.load(paths, outputs, language, console)[0]
        guard let place = try ScenarioLoading.check(scenario, language, console).place else { return .badData }
        let explanation = ScenarioExplanation(
            scenario: scenario, place: place, work: WorkSizes(scenario, place: place), language: language,
            width: console.columns)
        console.output(explanation.text)
        return .done
    }
}

/// The list of measures.
enum MeasureList {
    static func text(_ language: Language, width: Int) -> String {
        let names = Measures.all.map(\.name)
        let units = Measures.all.map(\.unit)
        let nameWidth = names.reduce(0) { max($0, $1.count) } + 2
        let unitWidth = units.reduce(0) { max($0, $1.count) } + 2
        return Measures.all.flatMap { measure -> [String] in
            let definition = measure.definition.text(in: language)
            let start =
                DisplayWidth.padded(measure.name, to: nameWidth) + DisplayWidth.padded(measure.unit, to: unitWidth)
            guard nameWidth + unitWidth <= width / 2 else {
                return [DisplayWidth.trimmed(start)]
                    + DisplayWidth.wrapped(definition, to: width, first: "    ", rest: "    ")
            }
            return DisplayWidth.wrapped(
                definition, to: width, first: start, rest: String(repeating: " ", count: nameWidth + unitWidth))
        }.joined(separator: "\n") + "\n"
    }
}
