import Foundation
import Results
import ScenarioFiles
import Testing

@testable import Experiments

@Suite struct ValidationTests {
    private static func scenario(_ name: String) throws -> Scenario {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "scenarios/validation")
        return try Scenario.load(folder.appending(path: name + ".jsonc").path)
    }

    private func rows(
        _ name: String, seeds: [UInt64] = [3], _ change: (inout Scenario) -> Void = { _ in }
    ) throws -> [TheoryRow] {
        var scenario = try Self.scenario(name)
        change(&scenario)
        return try Validation(scenarios: [name: scenario], seeds: seeds).rows(options: ExperimentOptions(workers: 2))
    }

    @Test(arguments: Validation.checks.map(\.name))
    func `every check has its scenario, and every variant is what the theory is about`(_ name: String) throws {
        // Two short replications cannot be precise, but they go the whole way.
        let rows = try rows(name) {
            $0.experiment.replications = 2
            if $0.experiment.warmUp > 0 { ($0.experiment.warmUp, $0.experiment.horizon) = (3_600_000, 36_000_000) }
        }
        #expect(rows.count >= 2)
        #expect(rows.allSatisfy { $0.check == name && $0.theory.isFinite && $0.simulated.isFinite })
    }

    @Test func `a cascade without misses is exact`() throws {
        let rows = try rows("cascade", seeds: [1, 2])
        #expect(rows.count == 10)
        #expect(rows.allSatisfy { $0.agrees && $0.simulated == $0.theory })
    }

    @Test func `the calls until the last one follow the shape of the tree`() {
        // Full trees: as many rows as it takes, times the span.
        for span in 1...6 {
            var (people, row) = (0, 1)
            for rows in 1...4 {
                row *= span
                people += row
                #expect(TheoryCheck.mostCalls(among: people, span: span) == rows * span)
            }
        }
        #expect(TheoryCheck.mostCalls(among: 4, span: 3) == 3)
    }

    @Test func `a program that is wrong is found out`() throws {
        // Half the replications of a scenario in which the plan's switch does something theory does not know of.
        let right = try rows("k-of-n") { $0.experiment.replications = 300 }
        #expect(right.allSatisfy { $0.simulated > 0 })
        var wrong = try Self.scenario("k-of-n")
        wrong.experiment.replications = 300
        let record = try Experiment(wrong, options: ExperimentOptions(workers: 2)).run()
        let trial = TheoryTrial(scenario: wrong, record: record)
        let check = try #require(TheoryCheck.all.first { $0.name == "k-of-n" })
        for item in check.cases(trial) {
            let shifted = TheoryCase(item.name, theory: item.theory[0] + 0.06, values: item.values, item.judgment)
            #expect(!TheoryRow("k-of-n", shifted, seed: 1, confidence: 0.999).agrees)
        }
    }

    @Test func `a scenario the theory says nothing about is refused`() throws {
        let text = try String(
            contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "scenarios/validation/md1.jsonc"), encoding: .utf8)
        let changed = text.replacingOccurrences(of: #""work": "8 s""#, with: #""work": { "exponential": "8 s" }"#)
        #expect(changed != text)
        let scenario = try Scenario.load("md1.jsonc", loader: ScenarioLoader(access: OneFile(text: changed)))
        let validation = Validation(scenarios: ["md1": scenario])
        #expect(throws: ValidationError.self) { try validation.rows(options: ExperimentOptions(workers: 1)) }
    }

    @Test func `rows are the same on any number of workers, and as CSV have the promised columns`() throws {
        func table(_ workers: Int) throws -> String {
            var scenario = try Self.scenario("recall-trial")
            scenario.experiment.replications = 20
            let validation = Validation(scenarios: ["recall-trial": scenario], seeds: [4, 5])
            var table = Table(TheoryRow.declaration)
            for row in try validation.rows(options: ExperimentOptions(workers: workers)) { table.append(row.cells) }
            return String(decoding: table.bytes, as: UTF8.self)
        }
        let one = try table(1)
        #expect(one == (try table(2)))
        #expect(one.hasPrefix("check,case,theory,simulated,lower,upper,ok\n"))
        #expect(one.split(separator: "\n").count == 7)
    }
}
