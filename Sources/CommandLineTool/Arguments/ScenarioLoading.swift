import Experiments
import Reports
import Results
import ScenarioFiles
import Words
import WrittenFiles

/// Reads the scenarios a command is given, and reports everything that is wrong with any of them.
enum ScenarioLoading {
    /// The scenarios at `paths`; throws after all faults of all files have been printed, or if a file that they name would be
    /// overwritten.
    static func load(
        _ paths: [String], _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> [Scenario] {
        var scenarios: [Scenario] = []
        var faults: [Fault] = []
        for path in paths {
            do throws(FaultList) {
                scenarios.append(try Scenario.load(path))
            } catch {
                if Outputs.errorsWouldSpoil(anyOf: error.files.map(\.resolvedPath)) {
                    throw Refusal(reported: .wrongUse)
                }
                console.complain(error.text.text(in: language))
                faults += error.faults
            }
        }
        guard faults.isEmpty else { throw Refusal(reported: code(of: faults)) }
        let files = scenarios.flatMap(\.files).map { Outputs.Input($0.resolvedPath, shownAs: $0.path) }
        do throws(OutputClashes) { try outputs.check(reading: files) } catch { throw Refusal(error) }
        return scenarios
    }

    /// Looks for what reading alone cannot find; throws after all of it has been printed.
    ///
    /// - Parameter draws: How many replications' assumptions are drawn. What is about to be run needs all of them; to look
    ///   at a scenario of a million replications must not take hours.
    static func check(
        _ scenario: Scenario, draws: Int = 300, _ language: Language, _ console: Console
    ) throws(Refusal) -> ScenarioCheck {
        let check = ScenarioCheck(scenario, draws: draws)
        for warning in check.warnings.faults {
            let mark = LocalizedText(zh: "提醒：", en: "warning: ").text(in: language)
            console.complain(mark + warning.text.text(in: language))
        }
        guard !check.faults.isEmpty else { return check }
        if let replication = check.contradictoryReplication {
            let text = LocalizedText(
                zh: "第\(replication)次重复在所写范围内抽取的数值互相矛盾：",
                en: "the values drawn for replication \(replication) within the ranges written contradict each other:")
            console.complain(text.text(in: language))
        }
        console.complain(check.faults.text.text(in: language))
        throw Refusal(reported: code(of: check.faults.faults))
    }

    /// A file that is missing or cannot be read decides the code: what else is wrong often follows from it.
    static func code(of faults: [Fault]) -> ExitCode {
        if faults.contains(where: { $0.problem.kind == .fileMissing }) { return .missingInput }
        if faults.contains(where: { $0.problem.kind == .fileUnreadable }) { return .inputOutput }
        return .badData
    }

    /// The operands, of which there must be one at least.
    static func paths(_ arguments: ArgumentList) throws(Refusal) -> [String] {
        guard !arguments.operands.isEmpty else {
            throw Refusal(.wrongUse, zh: "没有指定想定文件", en: "no scenario is given")
        }
        return arguments.operands
    }
}
