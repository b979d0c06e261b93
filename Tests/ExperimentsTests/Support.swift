import Foundation
import ScenarioFiles
import WrittenFiles

@testable import Experiments
@testable import Mobilization

/// The scenario most tests run, and changed versions of it.
enum SmallStreet {
    /// Its text, with each pair's first part replaced by the second.
    static func text(_ changes: [(String, String)] = []) throws -> String {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Scenarios/small-street.jsonc")
        var text = try String(contentsOf: path, encoding: .utf8)
        for (old, new) in changes {
            precondition(text.contains(old), "the small street has no \(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        return text
    }

    /// The scenario itself, decoded.
    static func scenario(_ changes: [(String, String)] = []) throws -> Scenario {
        try Scenario.load("small.jsonc", loader: ScenarioLoader(access: OneFile(text: try text(changes))))
    }

    /// A run of it.
    static func record(_ changes: [(String, String)] = [], workers: Int = 2) throws -> ExperimentRecord {
        try Experiment(try scenario(changes), options: ExperimentOptions(workers: workers, audited: true)).run()
    }
}

extension VariantRecord {
    /// Every measure of every replication.
    var measures: [[Double?]] { Measures.all.indices.map(values) }
}

/// A disk with one file on it.
struct OneFile: FileAccess {
    let text: String

    func resolve(_ path: String) throws(FileProblem) -> String { "/\(path)" }

    func read(_ resolvedPath: String, limit: Int) throws(FileProblem) -> [UInt8] { Array(text.utf8) }
}

/// Observations made by hand.
enum ByHand {
    /// One observation of which only the measure called `name` matters.
    static func observation(
        _ name: String, _ run: Double?, echo: Double? = nil, block: Int = 0
    ) -> Observation {
        var measures = [Double?](repeating: nil, count: Measures.all.count)
        var echoes = measures
        let number = Measures.index(of: name) ?? 0
        measures[number] = run
        echoes[number] = echo ?? run
        return .init(
            run: RunRecord(
                measures: measures, mobilization: [], covered: [], grids: [], detail: nil, events: 0, breach: nil),
            echo: echoes, ground: .init(block: block, residents: 0, gridKeys: []))
    }

    /// The record of a variant with such observations.
    static func record(_ observations: [Observation]) -> VariantRecord {
        observations.reduce(into: VariantRecord()) { $0.add($1) }
    }

    /// How the grids of a variant with such observations fared.
    static func summaries(_ observations: [Observation]) -> [GridSummary] { record(observations).grids.summaries }

    /// The sample of a measure from values by replication.
    static func sample(
        _ name: String, _ runs: [Double?], echoes: [Double?]? = nil, blocks: [Int]? = nil, horizon: Double = 60
    ) -> MeasureSample {
        let observations = runs.indices.map { index in
            observation(name, runs[index], echo: echoes?[index], block: blocks?[index] ?? 0)
        }
        return MeasureSample(Measures.index(of: name) ?? 0, of: record(observations), horizon: horizon)
    }
}
