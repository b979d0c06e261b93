import Mobilization
import Results
import Testing

@testable import Experiments

@Suite struct ResultTablesTests {
    private struct Rows {
        let cells: [[Cell]]
        let names: [String]

        init(_ declaration: TableDeclaration, _ rows: some Sequence<[Cell]>) throws {
            try self.init(rows.reduce(into: Table(declaration)) { $0.append($1) })
        }

        init(_ table: Table) throws {
            var reader = try TableReader(table.declaration, bytes: table.bytes, path: "t")
            var rows: [[Cell]] = []
            while let row = try reader.next() { rows.append(row) }
            cells = rows
            names = table.declaration.columns.map(\.name)
        }

        func column(_ name: String) -> [Cell] {
            guard let index = names.firstIndex(of: name) else { return [] }
            return cells.map { $0[index] }
        }
    }

    private let record: ExperimentRecord
    private let analysis: ExperimentAnalysis

    init() throws {
        let scenario = try SmallStreet.scenario()
        record = try Experiment(scenario, options: ExperimentOptions(workers: 2)).run()
        analysis = ExperimentAnalysis(record, of: scenario)
    }

    @Test func `everybody is in one state at every moment`() throws {
        let rows = try Rows(analysis.mobilizationTable)
        let (times, means, variants) = (rows.column("time_s"), rows.column("mean"), rows.column("variant"))
        var totals: [String: Double] = [:]
        for index in times.indices {
            totals["\(variants[index].string ?? "") \(times[index].number ?? -1)", default: 0] +=
                means[index].number ?? 0
        }
        // Eight hours in steps of five minutes, both ends included, in three variants.
        #expect(totals.count == 97 * 3)
        #expect(totals.values.allSatisfy { abs($0 - 26) < 1e-9 })
    }

    @Test func `a grid's stages up to the work add up to its minutes`() throws {
        let rows = try Rows(record.gridsTable(analysis))
        let stages = ResponseStage.allCases.dropLast().map { rows.column("stage_\($0.name)_s") }
        var counted = 0
        for (index, cell) in rows.column("minutes").enumerated() {
            guard let minutes = cell.number, minutes.isFinite else {
                #expect(stages.allSatisfy { $0[index] == .missing })
                continue
            }
            let seconds = stages.reduce(0.0) { $0 + ($1[index].number ?? .nan) }
            #expect((seconds - minutes * 60).magnitude < 1e-6)
            counted += 1
        }
        #expect(counted > 0)
    }

    @Test func `the summary is what the replications say`() throws {
        let rows = try Rows(analysis.summaryTable)
        let replications = try Rows(.replications, ReplicationRows(record, variants: analysis.variants))
        let (measures, variants) = (rows.column("measure"), rows.column("variant"))
        for index in measures.indices {
            let values = replications.cells.filter { $0[0] == variants[index] && $0[2] == measures[index] }
                .compactMap(\.[3].number)
            #expect(Int64(values.count) == rows.column("n")[index].integer)
            #expect(values.max() == rows.column("max")[index].number)
            if values.allSatisfy(\.isFinite) {
                let mean = values.reduce(0, +) / Double(values.count)
                #expect(abs(mean - (rows.column("mean")[index].number ?? .nan)) <= 1e-9 * max(1, mean.magnitude))
            } else {
                #expect(rows.column("mean")[index] == .missing)
            }
        }
    }

    @Test func `verdicts are about the measures that decide`() throws {
        let rows = try Rows(analysis.comparisonTable)
        for (measure, (decides, verdict)) in zip(
            rows.column("measure"), zip(rows.column("decides"), rows.column("verdict")))
        {
            let isDeciding = ["t80_min", "deadline_missed"].contains(measure.string)
            #expect(decides.boolean == isDeciding)
            #expect((verdict.string == "exploratory") == !isDeciding)
        }
        #expect(Set(rows.column("variant").compactMap(\.string)) == ["twin", "phoneOnly"])
    }

    @Test func `shares of evidence add up to 1`() throws {
        let rows = try Rows(analysis.evidenceTable)
        var varying = 0
        for row in rows.cells {
            guard let luck = row[2].number, let place = row[3].number, let assumptions = row[4].number else { continue }
            varying += 1
            #expect(luck >= 0 && place >= 0 && assumptions >= 0 && abs(luck + place + assumptions - 1) < 1e-9)
        }
        #expect(varying > 20)
        let holding = rows.column("verdict_holds_share").compactMap(\.number)
        #expect(!holding.isEmpty && holding.allSatisfy { (0...1).contains($0) })
    }

    @Test func `stages of a task add up to its response`() throws {
        let rows = try Rows(record.tasksTable(variants: analysis.variants))
        let stages = ResponseStage.allCases.dropLast().map { rows.column("stage_\($0.name)_s") }
        let (appeared, started) = (rows.column("appeared_s"), rows.column("started_s"))
        var begun = 0
        for index in started.indices {
            guard let start = started[index].number, let origin = appeared[index].number else { continue }
            begun += 1
            let sum = stages.reduce(0) { $0 + ($1[index].number ?? 0) }
            #expect(abs(sum - (start - origin)) < 1e-6)
        }
        #expect(begun > 3)
        let names = zip(rows.column("variant"), rows.column("task")).map { "\($0.string ?? "") \($1.string ?? "")" }
        #expect(Set(names).count == names.count)
    }

    @Test func `tables name each other's rows`() throws {
        let teams = Set(try Rows(record.teamsTable(variants: analysis.variants)).column("team").compactMap(\.string))
        let units = Set(try Rows(record.unitsTable(variants: analysis.variants)).column("path").compactMap(\.string))
        let tasks = try Rows(record.tasksTable(variants: analysis.variants))
        let working = (tasks.column("team") + tasks.column("department_team")).compactMap(\.string).filter {
            !$0.isEmpty
        }
        #expect(!working.isEmpty && working.allSatisfy(teams.contains))
        #expect(tasks.column("organization").compactMap(\.string).allSatisfy(units.contains))
        let grids = try Rows(record.gridsTable(analysis))
        #expect(
            grids.column("path").compactMap(\.string)
                == Array(repeating: ["tiny/street/community/g1", "tiny/street/community/g2"], count: 3).flatMap { $0 })
    }

    @Test func `coverage shares lie between 0 and 1 and farther is more`() throws {
        let rows = try Rows(analysis.coverageTable)
        #expect(rows.column("share_mean").compactMap(\.number).allSatisfy { (0...1).contains($0) })
        for start in stride(from: 0, to: rows.cells.count, by: 6) {
            // One, two and three teams within 10 minutes, then within 15.
            let shares = rows.cells[start..<start + 6].compactMap(\.[4].number)
            try #require(shares.count == 6)
            for teams in 0..<3 {
                #expect(shares[3 + teams] >= shares[teams])
                if teams > 0 { #expect(shares[teams] <= shares[teams - 1] && shares[3 + teams] <= shares[2 + teams]) }
            }
        }
    }
}
