import Coverage
import DenseTables
import MapFiles
import Reports
import RoadNetwork
import Words
import WrittenFiles

// Service circles of files: on roads, on the map alone, and by a table of travel times.

extension CoverageSurvey {
    /// Circles on a network.
    static func network(
        _ path: String, _ options: CoverageOptions, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let map = try MapLoading.network(path, options.arguments, language, console)
        let (facilityPath, demandPath) = (options.facilities ?? "", options.demand ?? "")
        let (facilities, demand, closures) = try MapLoading.load(language, console) {
            (files: inout MapLoading.Files) throws(FaultList) -> ([MapPoint], [MapPoint], RoadClosures?) in
            let finder = RoadAccessFinder(map.network, mode: options.mode, limit: options.access.limit)
            func points(_ path: String, _ use: PlaceUse) throws(FaultList) -> Noted<[MapPoint]> {
                try MapFiles.points(at: path, for: use, on: map, finder, datum: options.datum)
            }
            let facilities = files.read { () throws(FaultList) in try points(facilityPath, .site) }
            let demand = files.read { () throws(FaultList) in try points(demandPath, .demand) }
            let closures = options.closures.map { path in
                files.read { () throws(FaultList) in
                    try MapFiles.closures(at: path, on: map, datum: options.datum)
                }
            }
            checkFacilities(facilities?.count, facilityPath, &files.faults)
            checkWeights(demand?.map(\.weight), demandPath, &files.faults)
            guard let facilities, let demand, files.faults.isEmpty else { throw files.faults }
            return (facilities, demand, closures ?? nil)
        }
        let instant = try MapLoading.instant(options.arguments, for: closures)
        MapLoading.tellIdleDatum(
            options.arguments,
            readsCoordinates: (facilities + demand).contains(where: \.isPlaced) || closures?.hasAreas ?? false,
            language, console)
        MapLoading.tellIdleInstant(options.arguments, for: closures, language, console)
        let metric = RoadMetric(network: map.network, speeds: .usual, mode: options.mode)
        let closed = closures.map { closures in
            closures.closed(at: instant, for: metric).content { MapLoading.tell($0, language, console) }
        }
        let circles = try circles(
            map.network, metric, closed: closed, from: facilities.map(\.access), to: demand.map(\.access),
            weights: demand.map(\.weight), options)
        func point(_ point: MapPoint) -> CoverageFindings.Point {
            .init(id: point.id, name: point.name, place: point.access.place, weight: point.weight, access: point.access)
        }
        let findings = CoverageFindings(
            mode: options.mode.label, unit: CoverageFindings.weight, moment: options.arguments.value("--at"),
            closedArcs: closed?.count ?? 0, facilities: facilities.map(point), demand: demand.map(point),
            minutes: options.minutes, open: circles.open, closed: circles.closed, access: options.access)
        return CoverageSurvey(
            findings: findings, roads: map.network, closed: closed ?? [],
            closedAreas: closures?.rings(at: instant) ?? [])
    }

    /// Circles on the map alone.
    static func map(
        _ distance: MapDistance, _ options: CoverageOptions, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let (facilities, demand) = try lists(
            options.facilities ?? "", options.demand ?? "", language, console
        ) { (path, use) throws(FaultList) in try MapFiles.places(at: path, for: use, datum: options.datum) }
        let table = distance.table(from: facilities, to: demand)
        try MapLoading.checkLength(table)
        let circles = ServiceCircles(
            facilities: facilities.count, weights: demand.map(\.weight), most: options.teams
        ) { table[$0, $1] }
        return CoverageSurvey(findings: findings(facilities, demand, options.mode.label, circles, options))
    }

    /// Circles by a table of travel times.
    static func matrix(
        _ path: String, _ options: CoverageOptions, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let matrix = try MapLoading.load(language, console) { () throws(FaultList) in try MapFiles.matrix(at: path) }
        let (facilities, demand) = try lists(
            options.facilities ?? path, options.demand ?? path, language, console
        ) { (file, use) throws(FaultList) in
            let known = use == .demand ? matrix.targets : matrix.sources
            let given = use == .demand ? options.demand : options.facilities
            return given == nil
                ? matrix.places(for: use, path: path)
                : try MapFiles.places(at: file, for: use, known: known, datum: options.datum)
        }
        MapLoading.tellIdleDatum(
            options.arguments, readsCoordinates: (facilities + demand).contains { $0.place != nil }, language, console)
        func numbers(_ ids: [String]) -> [String: Int] {
            Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        }
        let (rows, columns) = (numbers(matrix.sources), numbers(matrix.targets))
        let circles = ServiceCircles(
            facilities: facilities.count, weights: demand.map(\.weight), most: options.teams
        ) { facility, point in
            guard let row = rows[facilities[facility].id], let column = columns[demand[point].id] else {
                return ServiceCircles.noWay
            }
            return matrix.times[row, column]
        }
        let mode = LocalizedText(zh: "按给定的行程时间", en: "travel times as given")
        return CoverageSurvey(findings: findings(facilities, demand, mode, circles, options))
    }

    /// Facilities and demand, with the faults of both files.
    private static func lists(
        _ facilities: String, _ demand: String, _ language: Language, _ console: Console,
        _ places: (_ path: String, _ use: PlaceUse) throws(FaultList) -> Noted<[ListedPlace]>
    ) throws(Refusal) -> (facilities: [ListedPlace], demand: [ListedPlace]) {
        try MapLoading.load(language, console) {
            (files: inout MapLoading.Files) throws(FaultList) -> (facilities: [ListedPlace], demand: [ListedPlace]) in
            let sites = files.read { () throws(FaultList) in try places(facilities, .site) }
            let points = files.read { () throws(FaultList) in try places(demand, .demand) }
            checkFacilities(sites?.count, facilities, &files.faults)
            checkWeights(points?.map(\.weight), demand, &files.faults)
            guard let sites, let points, files.faults.isEmpty else { throw files.faults }
            return (sites, points)
        }
    }

    private static func findings(
        _ facilities: [ListedPlace], _ demand: [ListedPlace], _ mode: LocalizedText, _ circles: ServiceCircles,
        _ options: CoverageOptions
    ) -> CoverageFindings {
        func point(_ place: ListedPlace) -> CoverageFindings.Point {
            .init(id: place.id, name: place.name, place: place.place, weight: place.weight)
        }
        return CoverageFindings(
            mode: mode, unit: CoverageFindings.weight, facilities: facilities.map(point), demand: demand.map(point),
            minutes: options.minutes, open: circles)
    }
}

extension TravelMode {
    /// What users read.
    var label: LocalizedText {
        switch self {
        case .walk: LocalizedText(zh: "步行", en: "on foot")
        case .eBike: LocalizedText(zh: "电动自行车", en: "by e-bike")
        case .car: LocalizedText(zh: "汽车", en: "by car")
        case .boat: LocalizedText(zh: "船", en: "by boat")
        }
    }
}
