import Experiments
import Organization
import Reports
import Results
import ScenarioFiles
import Words

/// `pingji check`: everything that is wrong with scenarios, or that nothing is.
enum CheckCommand: Command {
    static let name = "check"
    static let summary = LocalizedText(
        zh: "检查想定，一次列出全部错误", en: "check scenarios and list everything that is wrong with them")
    static let operands = "SCENARIO…"
    static let examples = [
        (
            line: "pingji check scenarios/meijiang-flood-night.jsonc",
            meaning: LocalizedText(
                zh: "每个错误一行：文件:行:列: 位置: 哪里不对，应为什么；没有错误则给出规模",
                en: "one line a fault: file:line:column: path: what is wrong, what was expected; or the sizes")
        )
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        var code: ExitCode?
        for path in try ScenarioLoading.paths(arguments) {
            do throws(Refusal) {
                let scenario = try ScenarioLoading.load([path], outputs, language, console)[0]
                let check = try ScenarioLoading.check(scenario, language, console)
                if let place = check.place {
                    console.print("\(path): \(sizes(PlaceSizes(place), scenario, language))")
                }
            } catch {
                code = worse(code, error.code)
            }
        }
        return code ?? .done
    }

    /// Scenarios that fail for different reasons are bad data taken together.
    private static func worse(_ first: ExitCode?, _ second: ExitCode) -> ExitCode {
        first == nil || first == second ? second : .badData
    }

    private static func sizes(_ sizes: PlaceSizes, _ scenario: Scenario, _ language: Language) -> String {
        func count(_ number: Int) -> String { ReadableNumber.count(Double(number)) }
        func many(_ number: Int, _ noun: String) -> String { counted(number, noun, as: count(number)) }
        let organizations = sizes.organizations.reduce(0) { $0 + $1.count }
        let runs = scenario.experiment.replications
        return LocalizedText(
            zh:
                "没有错误（居民\(count(sizes.residents))，网格\(count(sizes.grids))，可呼叫人员\(count(sizes.peopleInAll))，组织\(count(organizations))；方案\(scenario.variantNames.count)个，各\(count(runs))次）",
            en:
                "ok (\(many(sizes.residents, "resident")), \(many(sizes.grids, "grid")), \(counted(sizes.peopleInAll, "person", "people", as: count(sizes.peopleInAll))) who can be called, \(many(organizations, "organization")); \(counted(scenario.variantNames.count, "variant")) of \(many(runs, "replication")))"
        ).text(in: language)
    }
}
