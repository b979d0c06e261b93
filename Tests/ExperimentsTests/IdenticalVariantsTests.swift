import Mobilization
import Results
import ScenarioFiles
import Testing

@testable import Experiments

/// Two identical variants differ by exactly zero, in every measure and every column.
@Suite struct IdenticalVariantsTests {
    /// The rows of `comparison.csv` for a variant, each as cells by column.
    private func rows(_ scenario: Scenario, variant: String) throws -> [[String: String]] {
        let record = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        let text = String(decoding: ExperimentAnalysis(record, of: scenario).comparisonTable.bytes, as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }.filter {
            $0["variant"] == variant
        }
    }

    private static let changes: [[(String, String)]] = [
        [], [("\"placeBlock\": 2", "\"placeBlock\": 1")], [("\"placeBlock\": 2", "\"placeBlock\": 4")],
        [("\"placeBlock\": 2", "\"placeBlock\": 3, \"uncertainty\": \"full\"")],
        [("\"placeBlock\": 2", "\"placeBlock\": 2, \"uncertainty\": \"monteCarlo\"")],
        [("\"seed\": 7", "\"seed\": 123456789"), ("\"replications\": 4", "\"replications\": 7")],
    ]

    @Test(arguments: changes.indices, ["twin", "aFreshName", "另一个"])
    func `every difference is zero, whatever the variant is called and however places are drawn`(
        number: Int, name: String
    ) throws {
        let scenario = try SmallStreet.scenario(Self.changes[number] + [("\"twin\"", "\"\(name)\"")])
        let rows = try rows(scenario, variant: name)
        #expect(rows.count > 30)
        for row in rows {
            let measure = row["measure"] ?? ""
            #expect(row["mean_difference"] == "0", "\(measure)")
            for column in ["lower", "upper", "reached_difference"] {
                #expect(row[column] == "0" || row[column] == "", "\(measure), \(column)")
            }
            #expect(row["lower"] == "0" || scenario.experiment.replications < 4, "\(measure)")
            #expect(row["p_value"] == "1", "\(measure)")
            #expect(row["verdict"] == (row["decides"] == "true" ? "same" : "exploratory"), "\(measure)")
        }
    }

    @Test func `a variant that changes something does not differ by zero`() throws {
        let rows = try rows(try SmallStreet.scenario(), variant: "phoneOnly")
        #expect(rows.contains { $0["mean_difference"] != "0" } && rows.contains { $0["verdict"] != "same" })
    }

    @Test func `identical variants met by other luck would not differ by zero`() throws {
        // What a random number that hung on the variant's name or number would look like.
        let scenario = try SmallStreet.scenario()
        var other = scenario
        other.experiment.seed += 1
        let options = ExperimentOptions(workers: 2)
        let (one, two) = (
            try Experiment(scenario, options: options).run(), try Experiment(other, options: options).run()
        )
        let analysis = ExperimentAnalysis(
            [one.variants[0], two.variants[0]], names: ["a", "b"], baseline: "a", decideOn: ["t80_min"],
            horizon: 480, drawsAssumptions: true)
        #expect(analysis.comparisons[1].contains { $0.map { $0.meanDifference != 0 } ?? false })
    }
}
