import Coverage
import DenseTables
import Reports
import RoadNetwork
import Words
import WrittenFiles

/// Everything `coverage` tells: the findings, and the ground to draw them on.
struct CoverageSurvey {
    let findings: CoverageFindings
    var roads: RoadNetwork?
    var closed: [RoadArcID] = []
    var closedAreas: [[SIMD2<Double>]] = []
    var rivers: [MapDrawing.River] = []

    /// The map of it.
    func drawing(_ language: Language) -> MapDrawing {
        MapDrawing(findings, roads: roads, closed: closed, rivers: rivers, closedAreas: closedAreas, language: language)
    }

    /// The circles of facilities with every road open, and with some closed if any are given.
    static func circles(
        _ network: RoadNetwork, _ metric: RoadMetric, closed: [RoadArcID]?, from facilities: [RoadAccess],
        to demand: [RoadAccess], weights: [Double], _ options: CoverageOptions
    ) throws(Refusal) -> (open: ServiceCircles, closed: ServiceCircles?) {
        func circles(_ times: some TravelTimes, _ metric: RoadMetric) throws(Refusal) -> ServiceCircles {
            let table = times.table(from: facilities, to: demand, on: network, metric, options.access)
            try MapLoading.checkLength(table)
            return ServiceCircles(facilities: facilities.count, weights: weights, most: options.teams) { table[$0, $1] }
        }
        var closedMetric = metric
        for arc in closed ?? [] { closedMetric.close(arc) }
        let states = closed == nil ? 1 : 2
        guard min(facilities.count, demand.count) * states >= HierarchyTravelTimes.worthwhileSearches else {
            func dijkstra(_ metric: RoadMetric) throws(Refusal) -> ServiceCircles {
                try circles(DijkstraTravelTimes(network: network, metric: metric, workers: options.workers), metric)
            }
            return (try dijkstra(metric), closed == nil ? nil : try dijkstra(closedMetric))
        }
        var times = HierarchyTravelTimes(network: network, metric: metric, workers: options.workers)
        let open = try circles(times, metric)
        if closed == nil { return (open, nil) }
        times.customize(closedMetric)
        return (open, try circles(times, closedMetric))
    }

    /// Adds the fault that a list is empty or has no weight at all.
    static func checkWeights(_ weights: [Double]?, _ path: String, _ faults: inout FaultList) {
        guard let weights, !weights.contains(where: { $0 > 0 }) else { return }
        let problem =
            weights.isEmpty
            ? Fault.Problem.inconsistent(zh: "一个需求点也没有", en: "there is no demand")
            : .inconsistent(
                zh: "所有权重都是 0", en: "every weight is 0",
                expected: LocalizedText(zh: "至少一个大于 0", en: "one above 0 at least"))
        faults.add(problem, file: path, line: 1, column: 1)
    }

    /// Adds the fault that there is no facility.
    static func checkFacilities(_ count: Int?, _ path: String, _ faults: inout FaultList) {
        guard count == 0 else { return }
        faults.add(.inconsistent(zh: "一处设施也没有", en: "there is no facility"), file: path, line: 1, column: 1)
    }
}
