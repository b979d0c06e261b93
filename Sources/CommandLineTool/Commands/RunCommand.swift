import Experiments
import Foundation
import Mobilization
import Places
import Reports
import Results
import ScenarioFiles
import Words
import WrittenFiles

/// `pingji run`: runs every variant of scenarios, writes the results, and says what they come to.
enum RunCommand: Command {
    static let name = "run"
    static let summary = LocalizedText(
        zh: "运行想定的全部方案，写出结果并给出摘要", en: "run every variant of a scenario, write the results, print a summary")
    static let operands = "SCENARIO…"
    static let options = [
        OptionDeclaration(
            "--variant", "NAME", isRepeatable: true, zh: "只运行这个方案", en: "run only this variant"),
        OptionDeclaration(
            "--replications", "N", zh: "每个方案模拟几次，替代想定中的数",
            en: "how often each variant is run, instead of the scenario's number"),
        OptionDeclaration(
            "--seed", "S", zh: "随机数种子，替代想定中的数", en: "the seed of all random numbers, instead of the scenario's"),
        OptionDeclaration(
            "--workers", "W", zh: "同时工作的线程，默认为处理器数；不影响结果",
            en: "threads at work, by default one a processor; never changes results"),
        OptionDeclaration(
            "--out", "DIR", isWritten: true, zh: "结果目录，默认 results/想定文件名/；提前中止时，已完成的部分写入同名加 .partial 的目录",
            en:
                "the result folder, by default results/NAME-OF-THE-SCENARIO/; what an interrupted run has finished goes to a folder of that name with .partial"
        ),
        OptionDeclaration(
            "--audit", zh: "每次模拟后核对模型定律，有违反则以 1 退出",
            en: "check the laws of the model after every run; exit with 1 if one is broken"),
        OptionDeclaration("--quiet", zh: "不显示进度和摘要", en: "show neither progress nor summary"),
    ]
    static let examples = [
        (
            line: "pingji run scenarios/meijiang-flood-night.jsonc",
            meaning: LocalizedText(
                zh: "运行全部方案，结果写入 results/meijiang-flood-night/",
                en: "runs all variants, results in results/meijiang-flood-night/")
        ),
        (
            line: "pingji run my-district.jsonc --variant asIs --replications 5 --out /tmp/try",
            meaning: LocalizedText(zh: "快速试一个方案", en: "a quick try of one variant")
        ),
    ]

    /// One scenario to be run, and where its results go.
    private struct Job {
        let path: String
        var scenario: Scenario
        let folder: String
        let partialFolder: String
    }

    static func files(_ arguments: ArgumentList) throws(Refusal) -> CallFiles {
        var files = CallFiles(arguments, options.filter { $0.name != "--out" })
        if arguments.has("--out"), arguments.operands.count > 1 {
            throw Refusal(.wrongUse, zh: "--out 一次只能用于一个想定", en: "--out goes with one scenario at a time")
        }
        for path in arguments.operands {
            let (folder, shown) = (folder(path, arguments), printable(path))
            files.write(.folder(folder, LocalizedText(zh: "\(shown) 的结果", en: "the results of \(shown)")))
            files.write(
                .folder(
                    partialFolder(folder),
                    LocalizedText(zh: "\(shown) 提前中止时的结果", en: "the results of \(shown), if it is interrupted,")))
        }
        return files
    }

    /// Where the results of the scenario at `path` go.
    private static func folder(_ path: String, _ arguments: ArgumentList) -> String {
        FilePlace.plain(arguments.value("--out") ?? "results/" + PathName(path).nameWithoutExtension)
    }

    /// Where the results go if the run is interrupted: beside the folder of a complete one, which stays.
    private static func partialFolder(_ folder: String) -> String {
        folder == "/" ? "/.partial" : folder + ".partial"
    }

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        let processors = UInt64(ProcessInfo.processInfo.activeProcessorCount)
        let workers = try arguments.integer("--workers", in: 1...1024) ?? processors
        var options = ExperimentOptions(workers: Int(workers), audited: arguments.has("--audit"))
        #if MUTANTS
            if console.breaksALaw { options.mutant = .personHoursLost }
        #endif
        console.progress(.tooEarly)
        let jobs = try jobs(arguments, outputs, language, console)
        // Whatever is in the way of the last result is found before the first run.
        for job in jobs {
            _ = try writer(for: job, outputs)
            _ = try writer(for: job, outputs, isPartial: true)
        }
        for job in jobs {
            defer { console.progress(.none) }
            let code = try run(job, options, isQuiet: arguments.has("--quiet"), outputs, language, console)
            if code != .done { return code }
        }
        return .done
    }

    // MARK: Preparing

    /// The scenarios with the options laid over them, all of them without fault.
    private static func jobs(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> [Job] {
        let paths = try ScenarioLoading.paths(arguments)
        let seed = try arguments.integer("--seed", in: ExperimentSettings.seeds)
        let replications = try arguments.integer("--replications", in: 1...1_000_000)
        var jobs: [Job] = []
        for (path, loaded) in zip(paths, try ScenarioLoading.load(paths, outputs, language, console)) {
            var scenario = loaded
            let chosen = arguments.all("--variant")
            for name in chosen where !scenario.variantNames.contains(name) {
                throw .unknown(LocalizedText(zh: "方案", en: "variant"), name, among: scenario.variantNames)
            }
            if !chosen.isEmpty {
                let baseline = scenario.experiment.baseline
                scenario.keep(chosen)
                tellBaseline(before: baseline, scenario, path, language, console)
            }
            if let seed { scenario.experiment.seed = seed }
            if let replications { scenario.experiment.replications = Int(replications) }
            let folder = folder(path, arguments)
            jobs.append(Job(path: path, scenario: scenario, folder: folder, partialFolder: partialFolder(folder)))
        }
        for job in jobs { _ = try ScenarioLoading.check(job.scenario, draws: .max, language, console) }
        return jobs
    }

    /// Says so where another variant takes the baseline's place because that one is not run.
    private static func tellBaseline(
        before: String, _ scenario: Scenario, _ path: String, _ language: Language, _ console: Console
    ) {
        let (now, shown) = (scenario.experiment.baseline, printable(path))
        guard now != before, scenario.variantNames.count > 1 else { return }
        console.complain(
            LocalizedText(
                zh: "\(shown)：基准方案 \(printable(before)) 没有运行，改以 \(printable(now)) 为基准",
                en:
                    "\(shown): the baseline \(printable(before)) is not run, so the others are compared with \(printable(now))"
            ).text(in: language))
    }

    private static func writer(
        for job: Job, _ outputs: Outputs, isPartial: Bool = false
    ) throws(Refusal) -> ResultFolderWriter {
        do throws(ResultError) {
            return try outputs.folder(
                at: isPartial ? job.partialFolder : job.folder, files: ResultWriting.files, isPartial: isPartial)
        } catch { throw Refusal(error) }
    }

    // MARK: Running

    private static func run(
        _ job: Job, _ options: ExperimentOptions, isQuiet: Bool, _ outputs: Outputs, _ language: Language,
        _ console: Console
    ) throws(Refusal) -> ExitCode {
        var scenario = job.scenario
        let planned = scenario.experiment.replications
        let cost = ProcessCost()
        let record = try record(scenario, options, isQuiet: isQuiet, language, console)
        if let (variant, replication, breach) = record.breach {
            throw Refusal(
                .failed,
                zh: "\(job.path)：方案 \(scenario.variantNames[variant]) 第\(replication)次重复违反模型定律 \(breach)；未写出结果",
                en:
                    "\(job.path): variant \(scenario.variantNames[variant]), replication \(replication) breaks the law \(breach); no result is written"
            )
        }
        // What is written is what was run, so that the resolved scenario gives the same again.
        scenario.experiment.replications = record.replications.count
        let analysis = ExperimentAnalysis(record, of: scenario)
        let writer = try writer(for: job, outputs, isPartial: record.wasInterrupted)
        do throws(ResultError) {
            try ResultWriting.write(
                record, analysis, of: scenario, planned: planned, cost: cost, workers: options.workers, to: writer)
        } catch { throw Refusal(error) }
        console.progress(.none)
        let folder = record.wasInterrupted ? job.partialFolder : job.folder
        if !isQuiet {
            let digest = Digest(record, analysis, of: scenario, planned: planned)
            console.output(TerminalSummary.text(digest, language: language, width: console.columns))
            let lines = DisplayWidth.wrapped(
                whereabouts(folder, record, analysis).text(in: language), to: console.columns)
            console.output("\n" + lines.joined(separator: "\n") + "\n")
        }
        guard record.wasInterrupted else {
            // A signal that came while the result was written had been answered as if there were less to keep.
            if console.isInterrupted {
                console.complain(
                    LocalizedText(
                        zh: "信号到来时模拟已全部完成：\(printable(folder)) 中的结果是完整的",
                        en:
                            "all replications were finished when the signal came: the result in \(printable(folder)) is whole"
                    ).text(in: language))
            }
            return .done
        }
        let kept = record.replications.count
        let shown = printable(job.folder)
        let untouched =
            FileManager.default.fileExists(atPath: job.folder)
            ? LocalizedText(zh: "；\(shown) 未作改动", en: "; \(shown) is as it was") : LocalizedText("")
        console.complain(
            LocalizedText(
                zh: "已中止：各方案都完成的\(grouped(kept))次（共\(grouped(planned))次）已保留在 \(printable(folder))\(untouched.zh)",
                en:
                    "interrupted: \(grouped(kept)) of \(counted(planned, "replication")) \(kept == 1 ? "was" : "were") finished in every variant and \(kept == 1 ? "is" : "are") kept in \(printable(folder))\(untouched.en)"
            ).text(in: language))
        return .interrupted
    }

    private static func record(
        _ scenario: Scenario, _ options: ExperimentOptions, isQuiet: Bool, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExperimentRecord {
        let progress = ProgressBar(console, language, isQuiet: isQuiet)
        console.progress(.tooEarly)
        do throws(ExperimentError) {
            let record = try Experiment(scenario, options: options).run {
                console.isInterrupted
            } progress: {
                console.progress(.worthKeeping)
                progress.show($0, of: $1)
            }
            progress.finish()
            return record
        } catch {
            progress.finish()
            switch error {
            case .interruptedTooEarly:
                throw Refusal(
                    .interrupted, zh: "已中止：还没有一次重复在所有方案中完成，未写出结果",
                    en: "interrupted before one replication was finished in every variant: nothing is written")
            case .place(let variant, let block, let problem):
                let faults = ScenarioCheck.faults(of: problem, variant: variant, block: block, in: scenario)
                let (first, size) = (block * scenario.experiment.placeBlock, scenario.experiment.placeBlock)
                console.complain(
                    LocalizedText(
                        zh: "第\(first)至\(first + size - 1)次重复所抽取的数值造不出地方：",
                        en: "no place can be made of the values drawn for replications \(first) to \(first + size - 1):"
                    ).text(in: language))
                console.complain(faults.text.text(in: language))
                throw Refusal(reported: .badData)
            }
        }
    }

    /// Where the results are, and which files to look at first; one that holds nothing is not named.
    private static func whereabouts(
        _ folder: String, _ record: ExperimentRecord, _ analysis: ExperimentAnalysis
    ) -> LocalizedText {
        let name = printable(folder.hasSuffix("/") ? folder : folder + "/")
        var files = [LocalizedText(zh: "summary.csv（全部指标）", en: "summary.csv (every measure)")]
        if analysis.variants.count > 1 {
            files.append(LocalizedText(zh: "comparison.csv（与基准比较）", en: "comparison.csv (against the baseline)"))
        }
        if !record.firstWorlds[analysis.baseline].ground.place.grids.isEmpty {
            files.append(LocalizedText(zh: "grids.geojson（地图）", en: "grids.geojson (a map)"))
        }
        return LocalizedText(
            zh: "结果在 \(name)：\(files.map(\.zh).joined(separator: "、"))等；各列的含义见 datapackage.json。",
            en:
                "Results are in \(name): \(files.map(\.en).joined(separator: ", ")) and more; datapackage.json explains every column."
        )
    }
}
