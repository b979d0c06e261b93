import Coverage
import DenseTables
import Experiments
import MapFiles
import Mobilization
import Organization
import Places
import Reports
import Results
import RoadNetwork
import ScenarioFiles
import Words
import WrittenFiles

// Service circles of a scenario's place: its 1+7+N service centers and its grids.

extension CoverageSurvey {
    /// Circles on the roads of the baseline's place as written, in good weather, with what closes them in the file given, the plan
    /// and the incident.
    static func scenario(
        _ path: String, _ options: CoverageOptions, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let scenario = try ScenarioLoading.load([path], outputs, language, console)[0]
        guard let place = try ScenarioLoading.check(scenario, language, console).place else {
            throw Refusal(reported: .badData)
        }
        var written = scenario
        written.experiment.uncertainty = .monteCarlo
        let baseline = scenario.variantNames.firstIndex(of: scenario.experiment.baseline) ?? 0
        let document = written.place(of: baseline, block: 0)
        let conditions = written.conditions(of: baseline, names: document.names, replication: 0)

        let centers = place.facilities.filter { $0.kind == .serviceCenter || $0.kind == .areaCenter }
        let grids = place.grids.filter { $0.residents > 0 }
        guard !centers.isEmpty, !grids.isEmpty else {
            throw Refusal(
                .badData, zh: "\(printable(path))：该地方没有服务中心或没有居民，画不出服务圈",
                en: "\(printable(path)): the place has no service center or no residents, so there are no circles")
        }
        let metric = RoadMetric(network: place.roads, speeds: document.speeds, mode: options.mode)
        let (closed, areas) = try closures(
            place.roads, metric, conditions, horizon: scenario.experiment.horizon, options, language, console)
        func access(_ location: LocationID) -> RoadAccess { RoadAccess(RoadNodeID(location), of: place.roads) }
        let circles = try circles(
            place.roads, metric, closed: closed, from: centers.map { access($0.location) },
            to: grids.map { access($0.location) }, weights: grids.map { Double($0.residents) }, options)
        let findings = CoverageFindings(
            title: scenario.title, mode: options.mode.label, unit: CoverageFindings.residents,
            moment: options.arguments.value("--at"), closedArcs: closed?.count ?? 0,
            facilities: centers.map { point($0, place) }, demand: grids.map { point($0, place) },
            minutes: options.minutes, open: circles.open, closed: circles.closed)
        return CoverageSurvey(
            findings: findings, roads: place.roads, closed: closed ?? [], closedAreas: areas,
            rivers: rivers(document.form))
    }

    private static func point(_ center: Facility, _ place: Place) -> CoverageFindings.Point {
        let middle = place.coordinate(of: center.location)
        return .init(
            id: place.organization.nodes[center.node.index].path, name: center.name,
            place: SIMD2(middle.longitude, middle.latitude))
    }

    private static func point(_ grid: Grid, _ place: Place) -> CoverageFindings.Point {
        let (node, middle) = (place.organization.nodes[grid.node.index], place.coordinate(of: grid.location))
        return .init(
            id: node.path, name: node.name, place: SIMD2(middle.longitude, middle.latitude),
            outline: grid.outline.map { SIMD2($0.longitude, $0.latitude) }, weight: Double(grid.residents))
    }

    // MARK: Closures

    /// The arcs closed at `--at`, or ever, in the order of the network, nil if neither the file nor the scenario closes any; and the
    /// areas of the file.
    private static func closures(
        _ roads: RoadNetwork, _ metric: RoadMetric, _ conditions: Scenario.Conditions, horizon: Int64,
        _ options: CoverageOptions,
        _ language: Language, _ console: Console
    ) throws(Refusal) -> (arcs: [RoadArcID]?, areas: [[SIMD2<Double>]]) {
        let map = RoadMap(network: roads, nodeNames: roads.nodes.indices.map { "\($0)" })
        var file: RoadClosures?
        if let path = options.closures {
            file = try MapLoading.load(language, console) { () throws(FaultList) in
                try MapFiles.closures(at: path, on: map, datum: options.datum)
            }
        }
        let (plan, incident) = (conditions.plan, conditions.incident)
        let mayClose = RoadChanges.mayHappen(plan, incident, to: TravelModeSet(options.mode))
        let instant = try MapLoading.instant(options.arguments, for: file ?? (mayClose ? RoadClosures.none : nil))
        if case .dated = instant, mayClose {
            throw Refusal(
                .wrongUse, zh: "想定自己会封路，--at 应为距首个信号的时长，如 \"3.5 h\"",
                en: "the scenario closes roads itself, so --at must be a time from the first signal, such as \"3.5 h\"")
        }
        if let moment = instant?.milliseconds, moment > horizon {
            let end = ReadableNumber.time(Double(horizon) / 60_000)
            console.complain(
                LocalizedText(
                    zh: "--at 晚于想定模拟的 \(end)（时:分）；道路按此后仍照所写变化",
                    en:
                        "--at lies beyond the \(end) (hours:minutes) that the scenario simulates; roads are taken to close and reopen as written beyond it"
                ).text(in: language))
        }
        if !mayClose { MapLoading.tellIdleInstant(options.arguments, for: file, language, console) }
        guard file != nil || mayClose else { return (nil, []) }
        var closed = Set(
            file?.closed(at: instant, for: metric).content { MapLoading.tell($0, language, console) } ?? [])
        if mayClose {
            // The river as expected; at a moment past the end of the runs, as they would go on.
            let changes = RoadChanges(
                roads, plan, incident, crest: 1,
                horizon: instant == nil ? horizon : max(horizon, RoadChanges.lastChange(plan, incident)))
            closed.formUnion(changes.closed(to: options.mode, at: instant?.milliseconds))
        }
        return (closed.sorted(), file?.rings(at: instant) ?? [])
    }

    // MARK: Water

    /// The river of a generated place, drawn as the generator bends it and on beyond both ends; it hides what lies outside.
    private static func rivers(_ ground: PlaceDocument.Form) -> [MapDrawing.River] {
        guard case .figures(let figures) = ground, figures.river.course.count > 1 else { return [] }
        let first = figures.river.course[0].longitude
        var course = figures.river.course.map { SIMD2(Meridian.near(first, $0.longitude), $0.latitude) }
        for _ in 0..<2 { course = cornersCut(course) }
        let far = 10.0
        let (start, end) = (course[0], course[course.count - 1])
        course.insert(start + (start - course[1]) * far, at: 0)
        course.append(end + (end - course[course.count - 2]) * far)
        return [MapDrawing.River(course: course, width: figures.river.width)]
    }

    /// Chaikin's corner cutting ("An algorithm for high-speed curve generation", 1974), ends kept.
    private static func cornersCut(_ line: [SIMD2<Double>]) -> [SIMD2<Double>] {
        var cut = [line[0]]
        for (start, end) in zip(line, line.dropFirst()) {
            let quarter = (end - start) / 4
            cut += [start + quarter, end - quarter]
        }
        return cut + [line[line.count - 1]]
    }
}
