import Experiments
import Mobilization
import Organization
import Places
import Reports
import Results
import ScenarioFiles
import Words

extension Digest {
    /// What the record of an experiment comes to; `planned` replications were asked for.
    init(_ record: ExperimentRecord, _ analysis: ExperimentAnalysis, of scenario: Scenario, planned: Int) {
        let first = record.variants[analysis.baseline].first
        let world = record.firstWorlds[analysis.baseline]
        let blocks = record.blockCount
        self.init(
            title: scenario.title, question: scenario.question, variants: analysis.variants,
            baseline: analysis.baseline, replications: record.replications.count, planned: planned,
            placesDrawn: scenario.generatesPlace ? blocks : 0, drawsAssumptions: analysis.drawsAssumptions,
            horizon: Double(scenario.experiment.horizon) / 60_000)
        orders = Self.orders(first, world)
        figures = Self.shownMeasures(analysis, orders).map { Self.figure($0.measure, $0.label, analysis) }
        waterfall = Self.waterfall(analysis)
        curves = analysis.mobilization.map { people in
            Curve(arrived: people.mean(inAny: PersonState.mobilized), onPost: people.mean(.onPost))
        }
        sampleMinutes = Double(RunRecord.sampleStep) / 60_000
        slowGrids = Self.slowGrids(analysis, world.ground.place, first)
        islands = Self.islands(analysis.grids[analysis.baseline], world.ground.place)
        if let decisive = analysis.decideOn.first, analysis.drawsAssumptions {
            sources = analysis.evidence[analysis.baseline][decisive].flatMap {
                Self.sources($0, blocks: blocks, runs: replications)
            }
        }
    }

    /// What the evidence is worth saying: of fewer than ten runs or six places, nobody can tell what they contribute.
    private static func sources(_ evidence: MeasureEvidence, blocks: Int, runs: Int) -> Sources? {
        if runs < 10 { return evidence.luckOfSpread.map { _ in Sources(luck: nil, place: nil, assumptions: 0) } }
        if blocks >= 6, let luck = evidence.luck, let place = evidence.place, let assumptions = evidence.assumptions {
            return Sources(luck: luck, place: place, assumptions: assumptions)
        }
        return evidence.luckOfSpread.map { Sources(luck: $0, place: nil, assumptions: 1 - $0) }
    }

    // MARK: Figures

    /// The measures shown, with the labels a planner understands; those that decide come first.
    private static func shownMeasures(
        _ analysis: ExperimentAnalysis, _ orders: [Order]
    ) -> [(measure: Int, label: LocalizedText)] {
        var names = ["authorize_min", "first_team_min"]
        let highest = orders.last?.level
        let main = orders.max { ($0.posts, $1.minutes) < ($1.posts, $0.minutes) }?.level
        if let main, main != highest {
            names += ["t50_level_\(main.lowercased())_min", "t80_level_\(main.lowercased())_min"]
        }
        names += ["t50_min", "t80_min", "deadline_missed"]
        let decisive = analysis.decideOn.map { Measures.all[$0].name }
        // The highest level's own measure says the same as the one without a level.
        let others = names.filter { !decisive.contains($0) }
        return (decisive + others).compactMap { name in
            Measures.index(of: name).map { ($0, label(of: Measures.all[$0], highest: highest)) }
        }
    }

    private static func label(of measure: Measure, highest: String?) -> LocalizedText {
        let parts = measure.name.split(separator: "_")
        switch measure.name {
        case "authorize_min":
            return LocalizedText(zh: "从首个信号到首个命令", en: "From the first signal to the first order")
        case "first_team_min":
            return LocalizedText(zh: "从首个命令到首支队伍开工或到岗", en: "From the first order to the first team at work or on post")
        case "deadline_missed":
            return LocalizedText(zh: "水到时还没完成的任务", en: "Tasks not done when the water came")
        case "t50_min", "t80_min", "t95_min":
            let share = parts[0].dropFirst()
            let level = highest.map { LocalizedText(zh: "（\($0)级）", en: " (\($0))") } ?? LocalizedText("")
            return LocalizedText(
                zh: "从最高等级\(level.zh)的命令到其所需岗位的\(share)%到位",
                en:
                    "From the order of the highest level\(level.en) to \(share) % of the posts it requires being staffed"
            )
        case let name where name.contains("_level_") && parts.count == 4:
            let (share, level) = (parts[0].dropFirst(), parts[2].uppercased())
            return LocalizedText(
                zh: "从\(level)级命令到其所需岗位的\(share)%到位",
                en: "From the order of level \(level) to \(share) % of the posts it requires being staffed")
        default:
            return LocalizedText(
                zh: "\(measure.definition.zh)（\(measure.name)）", en: "\(measure.definition.en) (\(measure.name))")
        }
    }

    private static func figure(
        _ number: Int, _ label: LocalizedText, _ analysis: ExperimentAnalysis
    ) -> Figure {
        let measure = Measures.all[number]
        let parts = measure.name.split(separator: "_")
        let kind: Figure.Kind
        switch measure.kind {
        case .time: kind = .time
        case .share, .indicator: kind = .share
        case .count, .quantity: kind = .number
        }
        let values = analysis.variants.indices.map { variant -> Value? in
            guard let row = analysis.summaries[variant][number]?.row else { return nil }
            return Value(
                count: row.count, reached: row.reached, mean: row.mean, interval: interval(row.lower, row.upper),
                median: row.p50,
                difference: analysis.comparisons[variant][number].map { comparison in
                    Difference(
                        mean: comparison.meanDifference, interval: interval(comparison.lower, comparison.upper),
                        verdict: Verdict(rawValue: comparison.verdict.rawValue) ?? .exploratory,
                        sets: analysis.drawsAssumptions
                            ? (comparison.setsBetter, comparison.setsWorse, comparison.pairs) : nil)
                })
        }
        return Figure(
            label: label, kind: kind, decides: analysis.decideOn.contains(number),
            beginsAtOrder: measure.name == "first_team_min"
                || parts.first.map { ["t50", "t80", "t95"].contains($0) } ?? false,
            values: values)
    }

    private static func interval(_ lower: Double?, _ upper: Double?) -> ClosedRange<Double>? {
        guard let lower, let upper else { return nil }
        return lower...upper
    }

    // MARK: The rest

    private static func waterfall(_ analysis: ExperimentAnalysis) -> [Step] {
        func means(_ name: String) -> [Double?] {
            analysis.variants.indices.map { variant in
                Measures.index(of: name).flatMap { analysis.summaries[variant][$0]?.row.mean }
            }
        }
        func step(_ name: String, _ zh: String, _ en: String) -> Step {
            Step(label: LocalizedText(zh: zh, en: en), counts: means(name))
        }
        let (names, people) = (means("roster_names"), means("roster_people"))
        let doubled = zip(names, people).map { names, people in
            names.flatMap { names in people.map { names - $0 } }
        }
        return [
            step("roster_names", "名册上的名字", "names on all lists"),
            Step(
                label: LocalizedText(zh: "同一人重复列名", en: "the same person on several lists"), isDeduction: true,
                counts: doubled),
            step("roster_people", "人", "people"), step("people_called", "被呼叫", "called"),
            step("people_reached", "联系上", "reached"), step("people_accepted", "答应前来", "said yes"),
            step("people_arrived", "到达集结点", "came to their muster point"),
            step("people_turned_out", "到过岗位或任务", "were on post or at a task"),
        ]
    }

    /// When the district acted on each level in the first replication, and how many posts that opened.
    private static func orders(_ first: RunRecord?, _ world: World) -> [Order] {
        guard let district = first?.detail?.units.first else { return [] }
        // A level overtaken by a higher one is never acted on; its posts open with the higher one's order.
        var posts = 0
        return zip(WorkSizes(world).postsByLevel, district.acted).compactMap { entry, seconds in
            posts += entry.posts
            guard let seconds else { return nil }
            defer { posts = 0 }
            return Order(level: entry.level.name, minutes: seconds / 60, posts: posts)
        }
    }

    /// The grids cut off in at least half of the replications, those cut off longest first.
    private static func islands(_ grids: [GridSummary], _ place: Place) -> [Island] {
        grids.filter { ($0.cutOffMedian ?? 0) > 0 }
            .sorted { ($1.cutOffMedian ?? 0, $0.row) < ($0.cutOffMedian ?? 0, $1.row) }
            .map { grid in
                Island(
                    name: shown(place.organization[place.grids[grid.row].node].name),
                    residents: place.grids[grid.row].residents, minutes: grid.cutOffMedian ?? 0,
                    count: grid.islandCount)
            }
    }

    /// The three slowest of the baseline's grids that had needs in at least half of the replications.
    private static func slowGrids(
        _ analysis: ExperimentAnalysis, _ place: Place, _ first: RunRecord?
    ) -> [SlowGrid] {
        let grids = analysis.grids[analysis.baseline]
        let most = grids.map(\.count).max() ?? 0
        let candidates = grids.filter { $0.count > 0 && 2 * $0.count >= most }
        let slowest = candidates.sorted { first, second in
            let (one, other) = (first.median ?? 0, second.median ?? 0)
            if one != other { return one > other }
            let (reached, otherReached) = (first.reached * second.count, second.reached * first.count)
            return reached == otherReached ? first.row < second.row : reached < otherReached
        }
        return slowest.prefix(3).map { grid in
            // A grid that mostly never got there was held up by what it was still waiting for.
            let obstacle =
                grid.median == .infinity ? first.flatMap { GridObstacle.main(ofGrid: grid.row, in: $0) } : nil
            return SlowGrid(
                name: shown(place.organization[place.grids[grid.row].node].name), minutes: grid.median ?? .infinity,
                never: grid.count - grid.reached, count: grid.count,
                reason: obstacle.map { ($0.label, nil) } ?? grid.slowest.map { ($0.label, grid.slowestCount) })
        }
    }
}

extension Scenario {
    /// Whether the baseline's place is generated rather than written out.
    fileprivate var generatesPlace: Bool {
        let number = variantNames.firstIndex(of: experiment.baseline) ?? 0
        if case .figures = place(of: number, block: 0).form { return true }
        return false
    }
}
