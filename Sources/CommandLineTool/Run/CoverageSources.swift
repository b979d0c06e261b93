import Coverage
import DenseTables
import MapFiles
import Organization
import Reports
import RoadNetwork
import ScenarioFiles

// Service circles of files: on roads, on the map alone, and by a table of travel times.

extension CoverageSurvey {
    /// Circles on a network.
    static func network(
        _ path: String, _ options: CoverageOptions, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let map = try MapLoading.load(language, console) { () throws(FaultList) in try MapFiles.network(at: path) }
        let (facilityPath, demandPath) = (options.facilities ?? "", options.demand ?? "")
        let (facilities, demand, closures) = try MapLoading.load(language, console) {
            () throws(FaultList) -> ([MapPoint], [MapPoint], RoadClosures?) in
            var faults = FaultList()
            let finder = RoadAccessFinder(map.network, mode: options.mode, limit: options.access.limit)
            func points(_ path: String) throws(FaultList) -> [MapPoint] {
                try MapFiles.points(at: path, on: map, finder, datum: options.datum)
            }
            let facilities = MapLoading.read(&faults) { () throws(FaultList) in try points(facilityPath) }
            let demand = MapLoading.read(&faults) { () throws(FaultList) in try points(demandPath) }
            let closures = options.closures.map { path in
                MapLoading.read(&faults) { () throws(FaultList) in try MapFiles.closures(at: path, on: map) }
            }
            checkFacilities(facilities?.count, facilityPath, &faults)
            checkWeights(demand?.map(\.weight), demandPath, &faults)
            guard let facilities, let demand, faults.isEmpty else { throw faults }
            return (facilities, demand, closures ?? nil)
        }
        for (path, points) in [(facilityPath, facilities), (demandPath, demand)] {
            // Points named by node lie on the roads, however the file's coordinates would be read.
            let places = points.filter { $0.access.meters > 0 }.map(\.access.place)
            let fit = MapFit(places, read: options.datum, network: map.network)?.warning
            if let fit { console.complain("\(printable(path)): \(fit.text(in: language))") }
            for warning in AccessNotes.warnings(points, path: path, options.access) {
                console.complain(warning.text(in: language))
            }
        }
        let instant = try MapLoading.instant(options.arguments, for: closures)
        let closed = closures.map { $0.closedArcs(at: instant) }
        let metric = RoadMetric(network: map.network, speeds: .usual, mode: options.mode)
        let circles = try circles(
            map.network, metric, closed: closed, from: facilities.map(\.access), to: demand.map(\.access),
            weights: demand.map(\.weight), options)
        func point(_ point: MapPoint) -> CoverageFindings.Point {
            .init(id: point.id, place: point.access.place, weight: point.weight, access: point.access)
        }
        let findings = CoverageFindings(
            mode: options.mode.label, unit: CoverageFindings.weight, moment: options.arguments.value("--at"),
            closedArcs: closed?.count ?? 0, facilities: facilities.map(point), demand: demand.map(point),
            minutes: options.minutes, open: circles.open, closed: circles.closed, access: options.access)
        return CoverageSurvey(
            findings: findings, roads: map.network, closed: closed ?? [],
            closedAreas: areas(options.closures, at: instant))
    }

    /// Circles on the map alone.
    static func map(
        _ distance: MapDistance, _ options: CoverageOptions, _ language: Language, _ console: Console
    ) throws(Refusal) -> CoverageSurvey {
        let (facilities, demand) = try lists(
            options.facilities ?? "", options.demand ?? "", language, console
        ) { (path, _) throws(FaultList) in try MapFiles.places(at: path, datum: options.datum) }
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
        func whole(_ ids: [String]) -> [ListedPlace] { ids.map { ListedPlace(id: $0, place: nil) } }
        let (facilities, demand) = try lists(
            options.facilities ?? path, options.demand ?? path, language, console
        ) { (file, isDemand) throws(FaultList) in
            let known = isDemand ? matrix.targets : matrix.sources
            let isGiven = isDemand ? options.demand != nil : options.facilities != nil
            return isGiven ? try MapFiles.places(at: file, known: known, datum: options.datum) : whole(known)
        }
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
        _ places: (_ path: String, _ isDemand: Bool) throws(FaultList) -> [ListedPlace]
    ) throws(Refusal) -> (facilities: [ListedPlace], demand: [ListedPlace]) {
        try MapLoading.load(language, console) {
            () throws(FaultList) -> (facilities: [ListedPlace], demand: [ListedPlace]) in
            var faults = FaultList()
            let sites = MapLoading.read(&faults) { () throws(FaultList) in try places(facilities, false) }
            let points = MapLoading.read(&faults) { () throws(FaultList) in try places(demand, true) }
            checkFacilities(sites?.count, facilities, &faults)
            checkWeights(points?.map(\.weight), demand, &faults)
            guard let sites, let points, faults.isEmpty else { throw faults }
            return (sites, points)
        }
    }

    private static func findings(
        _ facilities: [ListedPlace], _ demand: [ListedPlace], _ mode: LocalizedText, _ circles: ServiceCircles,
        _ options: CoverageOptions
    ) -> CoverageFindings {
        func point(_ place: ListedPlace) -> CoverageFindings.Point {
            .init(id: place.id, place: place.place, weight: place.weight)
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
