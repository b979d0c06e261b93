import Dispatch
import Experiments
import Mobilization
import Organization
import Places
import Reports
import Results
import ScenarioFiles
import Synchronization
import WrittenFiles

/// The files of a result folder.
enum ResultWriting {
    /// The names of all files.
    static let files =
        [
            "summary", "replications", "comparison", "evidence", "mobilization", "coverage", "units", "teams", "tasks",
            "grids",
        ].map { $0 + ".csv" } + [ResultFormat.map, ResultFormat.scenario, ResultFormat.timings]

    /// Writes everything and moves it into place; fewer replications than `planned` make a partial result.
    ///
    /// - Parameter workers: How many threads make tables.
    static func write(
        _ record: ExperimentRecord, _ analysis: ExperimentAnalysis, of scenario: Scenario, planned: Int,
        cost: ProcessCost, workers: Int, to writer: consuming ResultFolderWriter
    ) throws(ResultError) {
        // What is kept of each replication has one row; it is written as it is made.
        try writer.write(.replications, rows: ReplicationRows(record, variants: analysis.variants))
        for table in tables(record, analysis, workers: workers) { try writer.write(table) }
        try writer.write(Array(map(record, analysis).utf8), to: ResultFormat.map)
        try writer.write(Array(JSONWriter.document(scenario.resolvedTree).utf8), to: ResultFormat.scenario)
        try writer.write(cost.timings(events: record.events).bytes, to: ResultFormat.timings)
        try writer.commit(manifest(of: scenario, planned: planned))
    }

    /// All other tables, made side by side: of many variants they are most of the work between a signal and the end.
    private static func tables(
        _ record: ExperimentRecord, _ analysis: ExperimentAnalysis, workers: Int
    ) -> [Table] {
        let variants = analysis.variants
        // The largest first, so that none of them begins last.
        let makers: [@Sendable () -> Table] = [
            { analysis.mobilizationTable }, { analysis.coverageTable }, { analysis.summaryTable },
            { analysis.comparisonTable }, { analysis.evidenceTable }, { record.unitsTable(variants: variants) },
            { record.teamsTable(variants: variants) }, { record.tasksTable(variants: variants) },
            { record.gridsTable(analysis) },
        ]
        let next = Atomic<Int>(0)
        let made = Mutex<[Table?]>(Array(repeating: nil, count: makers.count))
        DispatchQueue.concurrentPerform(iterations: min(max(1, workers), makers.count)) { _ in
            while true {
                let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard number < makers.count else { return }
                let table = makers[number]()
                made.withLock { $0[number] = table }
            }
        }
        return made.withLock { $0.compactMap { $0 } }
    }

    private static func manifest(of scenario: Scenario, planned: Int) -> Manifest {
        let experiment = scenario.experiment
        let isPartial = experiment.replications < planned
        let folder = scenario.files.first.map { PathName($0.path).folder } ?? ""
        let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        return Manifest(
            programVersion: Tool.version, title: scenario.title, seed: experiment.seed,
            variants: scenario.variantNames, baseline: experiment.baseline, replications: experiment.replications,
            plannedReplications: isPartial ? planned : nil,
            options: [
                "horizon_s": NumberFormat.shortest(Double(experiment.horizon) / 1000),
                "uncertainty": experiment.uncertainty.rawValue, "placeBlock": "\(experiment.placeBlock)",
                "decideOn": experiment.decideOn.joined(separator: ","),
            ],
            inputs: scenario.files.map { file in
                let path = file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path
                return InputFile(path: path, bytes: file.bytes)
            })
    }

    /// The map of the baseline's grids; other variants' grids are those with the same path.
    private static func map(_ record: ExperimentRecord, _ analysis: ExperimentAnalysis) -> String {
        let place = record.firstWorlds[analysis.baseline].ground.place
        let summaries = analysis.variants.indices.map { variant in
            let own = record.firstWorlds[variant].ground.place
            return Dictionary(
                zip(own.grids, analysis.grids[variant]).map { (own.organization[$0.node].path, $1) }
            ) { first, _ in first }
        }
        let features = place.grids.map { grid in
            let node = place.organization[grid.node]
            let middle = place.coordinate(of: grid.location)
            return GridMap.Feature(
                path: node.path, name: node.name, outline: grid.outline.map { ($0.longitude, $0.latitude) },
                middle: (middle.longitude, middle.latitude), residents: grid.residents,
                lowHouseholds: grid.lowHouseholds,
                fates: zip(analysis.variants, summaries).map { name, summaries in
                    let summary = summaries[node.path]
                    return GridMap.Feature.Fate(
                        variant: name, minutes: summary?.median, slowest: summary?.slowest?.name)
                })
        }
        return GridMap.geoJSON(features)
    }
}
