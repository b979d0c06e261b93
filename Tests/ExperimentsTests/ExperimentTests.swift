import Mobilization
import Results
import ScenarioFiles
import Synchronization
import Testing
import WrittenFiles

@testable import Experiments

@Suite struct ExperimentTests {
    /// Every table of a result, as bytes.
    private func tables(_ record: ExperimentRecord, of scenario: Scenario) -> [[UInt8]] {
        let analysis = ExperimentAnalysis(record, of: scenario)
        let rows = ReplicationRows(record, variants: analysis.variants)
        return [
            analysis.summaryTable, rows.reduce(into: Table(.replications)) { $0.append($1) }, analysis.comparisonTable,
            analysis.evidenceTable, analysis.mobilizationTable, analysis.coverageTable,
            record.unitsTable(variants: analysis.variants), record.teamsTable(variants: analysis.variants),
            record.tasksTable(variants: analysis.variants), record.gridsTable(analysis),
        ].map(\.bytes)
    }

    @Test(arguments: [[], [("\"seed\": 7", "\"seed\": 7, \"uncertainty\": \"monteCarlo\"")]])
    func `workers change nothing, however narrow the way`(changes: [(String, String)]) throws {
        var scenario = try SmallStreet.scenario(changes)
        scenario.experiment.replications = 11
        let alone = tables(try Experiment(scenario, options: ExperimentOptions(workers: 1)).run(), of: scenario)
        for (workers, width) in [(2, 8), (8, 32), (8, 1), (8, 2), (8, 3), (1, 1)] {
            let experiment = Experiment(scenario, options: ExperimentOptions(workers: workers))
            let done = Mutex<[Int]>([])
            let record = try experiment.run(width: width, progress: { runs, _ in done.withLock { $0.append(runs) } })
            #expect(tables(record, of: scenario) == alone, "\(workers) workers, \(width) places")
            #expect(done.withLock { $0 } == (1...11).map { $0 * 3 })
        }
    }

    @Test func `identical variants differ by exactly zero`() throws {
        let scenario = try SmallStreet.scenario()
        let record = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        let analysis = ExperimentAnalysis(record, of: scenario)
        let comparisons = analysis.comparisons[1].compactMap { $0 }
        #expect(comparisons.count > 30)
        for comparison in comparisons {
            #expect(comparison.meanDifference == 0 && comparison.lower == 0 && comparison.upper == 0)
            #expect(comparison.verdict == .same || !comparison.decides)
        }
        #expect(analysis.comparisons[2].contains { $0.map { $0.meanDifference != 0 } ?? false })
    }

    @Test func `a variant alone is what it is among others`() throws {
        let scenario = try SmallStreet.scenario()
        var alone = scenario
        alone.keep(["phoneOnly"])
        let all = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        let one = try Experiment(alone, options: ExperimentOptions(workers: 2)).run()
        #expect(all.variants[2].measures == one.variants[0].measures)
    }

    @Test func `an interrupted experiment keeps what all variants finished`() throws {
        let scenario = try SmallStreet.scenario()
        let done = Mutex(0)
        // Asked to stop after the fourth of twelve runs: a replication is run in all three variants or in none.
        let record = try Experiment(scenario, options: ExperimentOptions(workers: 1)).run {
            done.withLock { $0 >= 4 }
        } progress: { finished, all in
            #expect(all == 12)
            done.withLock { $0 = finished }
        }
        #expect(record.wasInterrupted && record.replications == 0..<2)
        var shorter = scenario
        shorter.experiment.replications = 2
        let whole = try Experiment(shorter, options: ExperimentOptions(workers: 2)).run()
        #expect(!whole.wasInterrupted)
        #expect(record.variants.map(\.measures) == whole.variants.map(\.measures))
        #expect(tables(record, of: shorter) == tables(whole, of: shorter))
    }

    @Test func `an interrupted experiment is a shorter one, on any number of workers`() throws {
        var scenario = try SmallStreet.scenario()
        scenario.experiment.replications = 400
        for width in [1, 3, 32] {
            let done = Mutex(0)
            let record = try Experiment(scenario, options: ExperimentOptions(workers: 8)).run(width: width) {
                done.withLock { $0 >= 15 }
            } progress: { finished, _ in
                done.withLock { $0 = finished }
            }
            #expect(record.wasInterrupted && record.planned == 400 && record.replications.count >= 5)
            #expect(done.withLock { $0 } == 3 * record.replications.count)
            var shorter = scenario
            shorter.experiment.replications = record.replications.count
            let whole = try Experiment(shorter, options: ExperimentOptions(workers: 2)).run()
            #expect(tables(record, of: shorter) == tables(whole, of: shorter))
        }
    }

    @Test func `interrupted before anything is finished it has nothing to keep`() throws {
        let experiment = Experiment(try SmallStreet.scenario(), options: ExperimentOptions(workers: 2))
        #expect(throws: ExperimentError.self) { try experiment.run(isStopped: { true }) }
    }

    #if MUTANTS
        @Test func `the audit passes, and names the law a broken rule breaks`() throws {
            #expect(try SmallStreet.record().breach == nil)
            var options = ExperimentOptions(workers: 2, audited: true)
            options.mutant = .personHoursLost
            let record = try Experiment(try SmallStreet.scenario(), options: options).run()
            #expect(record.breach?.breach.law == .personHours || record.breach?.breach.law == .littlesLaw)
            #expect(record.breach?.replication == 0)
        }
    #endif

    @Test func `the resolved scenario gives the same again`() throws {
        var scenario = try SmallStreet.scenario()
        scenario.keep(["asIs", "phoneOnly"])
        scenario.experiment.seed = 99
        scenario.experiment.replications = 2
        let text = JSONWriter.document(scenario.resolvedTree)
        let again = try Scenario.load("again.json", loader: ScenarioLoader(access: OneFile(text: text)))
        #expect(again.variantNames == ["asIs", "phoneOnly"])
        #expect(again.experiment.seed == 99 && again.experiment.replications == 2)
        #expect(JSONWriter.document(again.resolvedTree) == text)
        let first = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        let second = try Experiment(again, options: ExperimentOptions(workers: 2)).run()
        #expect(first.variants.map(\.measures) == second.variants.map(\.measures))
    }

    @Test func `the largest seed is written as it is`() throws {
        var scenario = try SmallStreet.scenario()
        scenario.experiment.seed = 9_007_199_254_740_991
        let text = JSONWriter.document(scenario.resolvedTree)
        let again = try Scenario.load("again.json", loader: ScenarioLoader(access: OneFile(text: text)))
        #expect(again.experiment.seed == 9_007_199_254_740_991)
    }
}
