import Mobilization
import Results
import ScenarioFiles
import Synchronization
import Testing

@testable import Experiments

@Suite struct ExperimentTests {
    @Test func `workers change nothing`() throws {
        let scenario = try SmallStreet.scenario()
        let tables = try [1, 2, 5].map { workers in
            let record = try Experiment(scenario, options: ExperimentOptions(workers: workers)).run()
            let analysis = ExperimentAnalysis(record, of: scenario)
            return [
                analysis.summaryTable, record.replicationsTable(variants: analysis.variants), analysis.comparisonTable,
                analysis.evidenceTable, analysis.mobilizationTable, analysis.coverageTable,
                record.unitsTable(variants: analysis.variants), record.teamsTable(variants: analysis.variants),
                record.tasksTable(variants: analysis.variants), record.gridsTable(analysis),
            ].map(\.bytes)
        }
        #expect(tables[0] == tables[1] && tables[0] == tables[2])
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
        #expect(all.observations[2].map(\.run.measures) == one.observations[0].map(\.run.measures))
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
        #expect(record.wasInterrupted && record.replications == [0, 1])
        var shorter = scenario
        shorter.experiment.replications = 2
        let whole = try Experiment(shorter, options: ExperimentOptions(workers: 2)).run()
        #expect(!whole.wasInterrupted)
        for variant in 0..<3 {
            #expect(
                record.observations[variant].map(\.run.measures) == whole.observations[variant].map(\.run.measures))
        }
    }

    @Test func `interrupted before anything is finished it has nothing to keep`() throws {
        let experiment = Experiment(try SmallStreet.scenario(), options: ExperimentOptions(workers: 2))
        #expect(throws: ExperimentError.self) { try experiment.run(isStopped: { true }) }
    }

    @Test func `the audit passes, and names the law a broken rule breaks`() throws {
        #expect(try SmallStreet.record().breach == nil)
        let options = ExperimentOptions(workers: 2, audited: true, mutant: .personHoursLost)
        let record = try Experiment(try SmallStreet.scenario(), options: options).run()
        #expect(record.breach?.breach.law == .personHours || record.breach?.breach.law == .littlesLaw)
        #expect(record.breach?.replication == 0)
    }

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
        #expect(first.observations.map { $0.map(\.run.measures) } == second.observations.map { $0.map(\.run.measures) })
    }

    @Test func `the largest seed is written as it is`() throws {
        var scenario = try SmallStreet.scenario()
        scenario.experiment.seed = 9_007_199_254_740_991
        let text = JSONWriter.document(scenario.resolvedTree)
        let again = try Scenario.load("again.json", loader: ScenarioLoader(access: OneFile(text: text)))
        #expect(again.experiment.seed == 9_007_199_254_740_991)
    }
}
