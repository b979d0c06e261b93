import Experiments
import Foundation
import Reports
import Results
import ScenarioFiles
import Words
import WrittenFiles

/// `pingji validate`: the checks against theory, theory beside simulation, as a table.
enum ValidateCommand: Command {
    static let name = "validate"
    static let summary = LocalizedText(
        zh: "用理论检验程序：运行检验想定，理论值与模拟值并列", en: "hold the program against theory: theory beside simulation, as a table")
    static let operands = "[FOLDER]"
    static let options = [
        OptionDeclaration(
            "--check", "NAME", isRepeatable: true, zh: "只做这项检验", en: "make only this check"),
        OptionDeclaration(
            "--seed", "S", isRepeatable: true, zh: "用这个种子，替代 1 至 5", en: "use this seed, instead of 1 to 5"),
        OptionDeclaration(
            "--csv", zh: "输出 CSV：check,case,theory,simulated,lower,upper,ok",
            en: "print CSV: check,case,theory,simulated,lower,upper,ok"),
        OptionDeclaration(
            "--workers", "W", zh: "同时工作的线程，默认为处理器数；不影响结果",
            en: "threads at work, by default one a processor; never changes results"),
        OptionDeclaration("--quiet", zh: "不显示进度", en: "show no progress"),
    ]
    static let examples = [
        (
            line: "pingji validate",
            meaning: LocalizedText(
                zh: "运行 scenarios/validation/ 中的全部检验，五个种子；全部相符才以 0 退出",
                en: "runs every check of scenarios/validation/ with five seeds; exits with 0 only if all agree")
        ),
        (
            line: "pingji validate --check erlang-c --seed 2026 --csv",
            meaning: LocalizedText(zh: "只做一项，用自选的种子，供脚本读取", en: "one check with a seed of your own, for scripts")
        ),
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        let names = try checks(arguments)
        let seeds = try arguments.integers("--seed", in: ExperimentSettings.seeds)
        let processors = UInt64(ProcessInfo.processInfo.activeProcessorCount)
        let workers = try arguments.integer("--workers", in: 1...1024) ?? processors
        guard arguments.operands.count <= 1 else {
            throw Refusal(.wrongUse, zh: "只能指定一个目录", en: "only one folder can be given")
        }
        let folder = arguments.operands.first ?? "scenarios/validation"
        try checkFolder(folder, language, console)
        let paths = names.map { (folder.hasSuffix("/") ? folder : folder + "/") + $0 + ".jsonc" }
        let loaded = try ScenarioLoading.load(paths, outputs, language, console)
        for scenario in loaded { _ = try ScenarioLoading.check(scenario, language, console) }
        let validation = Validation(
            scenarios: Dictionary(uniqueKeysWithValues: zip(names, loaded)),
            seeds: seeds.isEmpty ? Validation.usualSeeds : seeds)
        let rows = try rows(
            validation, ExperimentOptions(workers: Int(workers)), isQuiet: arguments.has("--quiet"), language, console)
        if arguments.has("--csv") {
            var table = Table(TheoryRow.declaration)
            for row in rows { table.append(row.cells) }
            console.output(String(decoding: table.bytes, as: UTF8.self))
        } else {
            console.output(
                ValidationSummary.text(rows, seeds: validation.seeds.count, language, width: console.columns))
        }
        return rows.allSatisfy(\.agrees) && !rows.isEmpty ? .done : .failed
    }

    /// Throws if there is no such folder, once and not for each of its files.
    private static func checkFolder(_ folder: String, _ language: Language, _ console: Console) throws(Refusal) {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue { return }
        let nearest = DiskFiles().nearestFolder(to: folder)
        let expected = LocalizedText(
            zh: "含检验想定的目录，如 scenarios/validation",
            en: "a folder with the scenarios of the checks, such as scenarios/validation")
        var faults = FaultList()
        faults.add(.folderMissing(folder, expected, nearest: nearest), file: folder, line: 1, column: 1)
        console.complain(faults.text.text(in: language))
        throw Refusal(reported: .missingInput)
    }

    /// The checks asked for, in the order of the table; all if none is.
    private static func checks(_ arguments: ArgumentList) throws(Refusal) -> [String] {
        let all = Validation.checks.map(\.name)
        let chosen = arguments.all("--check")
        for name in chosen where !all.contains(name) {
            throw .unknown(LocalizedText(zh: "检验", en: "check"), name, among: all)
        }
        return chosen.isEmpty ? all : all.filter { chosen.contains($0) }
    }

    private static func rows(
        _ validation: Validation, _ options: ExperimentOptions, isQuiet: Bool, _ language: Language, _ console: Console
    ) throws(Refusal) -> [TheoryRow] {
        let progress = ProgressBar(console, language, isQuiet: isQuiet)
        defer { progress.finish() }
        do throws(ValidationError) {
            return try validation.rows(options: options) { progress.show($0, of: $1) }
        } catch {
            switch error {
            case .experiment(.interruptedTooEarly):
                throw Refusal(.interrupted, zh: "已中止：检验未完成", en: "interrupted before the checks were finished")
            case .experiment(.place(let variant, _, let problem)):
                throw Refusal(
                    .badData, zh: "方案 \(variant) 的地方无法生成：\(problem)",
                    en: "no place can be made for the variant \(variant): \(problem)")
            case .unfit(let check, let variant, let needs):
                throw Refusal(
                    .badData, zh: "\(check).jsonc 的方案 \(variant) 不合此检验的理论，应为：\(needs.zh)",
                    en: "the variant \(variant) of \(check).jsonc is not what the theory is about; expected \(needs.en)"
                )
            }
        }
    }
}
