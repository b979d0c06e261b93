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
        let (closed, areas) = try closures(place.roads, conditions, options, language, console)
        let metric = RoadMetric(network: place.roads, speeds: document.speeds, mode: options.mode)
        let circles = circles(
            place.roads, metric, closed: closed, from: centers.map { RoadNodeID($0.location) },
            to: grids.map { RoadNodeID($0.location) }, weights: grids.map { Double($0.residents) }, options)
        let findings = CoverageFindings(
            title: scenario.title, mode: options.mode.label, unit: CoverageFindings.residents,
            moment: options.arguments.value("--at"), closedArcs: closed?.count ?? 0,
            facilities: centers.map { point($0, place) }, demand: grids.map { point($0, place) },
            minutes: options.minutes, open: circles.open, closed: circles.closed)
        return CoverageSurvey(
            findings: findings, roads: place.roads, closed: closed ?? [], closedAreas: areas,
            rivers: rivers(document.ground))
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
        _ roads: RoadNetwork, _ conditions: Scenario.Conditions, _ options: CoverageOptions, _ language: Language,
        _ console: Console
    ) throws(Refusal) -> (arcs: [RoadArcID]?, areas: [[SIMD2<Double>]]) {
        let map = RoadMap(network: roads, nodeNames: roads.nodes.indices.map { "\($0)" })
        var file: RoadClosures?
        if let path = options.closures {
            file = try MapLoading.load(language, console) { () throws(FaultList) in
                try MapFiles.closures(at: path, on: map)
            }
        }
        let rules = ScenarioClosures(roads, conditions, options.mode)
        let instant = try MapLoading.instant(options.arguments, for: file ?? (rules.isEmpty ? nil : RoadClosures([])))
        if case .dated = instant, !rules.isEmpty {
            throw Refusal(
                .wrongUse, zh: "想定自己会封路，--at 应为距首个信号的时长，如 \"3.5 h\"",
                en: "the scenario closes roads itself, so --at must be a time from the first signal, such as \"3.5 h\"")
        }
        guard file != nil || !rules.isEmpty else { return (nil, []) }
        var isClosed = [Bool](repeating: false, count: roads.arcCount)
        for arc in (file?.closedArcs(at: instant) ?? []) + rules.arcs(at: instant?.milliseconds) {
            isClosed[arc.index] = true
        }
        return (isClosed.indices.filter { isClosed[$0] }.map { RoadArcID($0) }, areas(options.closures, at: instant))
    }

    // MARK: Water

    /// The river of a generated place, drawn as the generator bends it and on beyond both ends; it hides what lies outside.
    private static func rivers(_ ground: PlaceDocument.Ground) -> [MapDrawing.River] {
        guard case .figures(let figures) = ground, figures.river.course.count > 1 else { return [] }
        var course = figures.river.course.map { SIMD2($0.longitude, $0.latitude) }
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

/// The roads that plan and incident of a scenario close to a travel mode, with the river as expected.
struct ScenarioClosures {
    private let rules: [(rule: RoadClosure, arcs: [RoadArcID])]
    private let incident: Incident
    private let depth: Double?
    /// The height of each arc's lower end; bridges stand above the water.
    private let floors: [Double]

    init(_ roads: RoadNetwork, _ conditions: Scenario.Conditions, _ mode: TravelMode) {
        incident = conditions.incident
        rules = (conditions.plan.roads.closures + conditions.incident.closures).filter { $0.modes.contains(mode) }
            .map { ($0, $0.roads(of: roads)) }
        // Boats are the other way round: water opens roads to them.
        depth = mode == .boat || incident.river.isEmpty ? nil : incident.passableDepth[Int(mode.rawValue)]
        floors = roads.arcs.map { $0.isBridge ? .infinity : min(roads[$0.from].elevation, roads[$0.to].elevation) }
    }

    /// Whether nothing ever closes a road.
    var isEmpty: Bool { rules.isEmpty && depth == nil }

    /// The arcs closed at a time in milliseconds from the first signal, or at any time; some perhaps twice.
    func arcs(at time: Int64?) -> [RoadArcID] {
        let height: Double
        if let time {
            height = incident.riverHeight(at: time, factor: 1)
        } else {
            height = incident.river.map(\.height).max() ?? -.infinity
        }
        let flooded = depth.map { depth in floors.indices.filter { height - floors[$0] >= depth } } ?? []
        return rules.filter { isActive($0.rule.cause, time, height) }.flatMap(\.arcs) + flooded.map { RoadArcID($0) }
    }

    private func isActive(_ cause: RoadClosure.Cause, _ time: Int64?, _ height: Double) -> Bool {
        switch cause {
        case .between(let from, let until):
            time.map { time in from <= time && until.map { time < $0 } ?? true } ?? true
        case .riverAbove(let limit): height >= limit
        }
    }
}
