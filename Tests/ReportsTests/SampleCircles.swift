import Coverage
import Reports
import Words

/// Two facilities and four points on a line, worked out by hand: minutes 2, 6, 9 and 16 from the first facility, 20, 8, 4 and no way
/// from the second; with roads closed the first reaches only its own end, and the last point stays without a way at all.
enum SampleCircles {
    private static let open: [[Double?]] = [[2, 6, 9, 16], [20, 8, 4, nil]]
    private static let closed: [[Double?]] = [[2, 6.5, nil, nil], [nil, nil, 4, nil]]

    private static func circles(_ minutes: [[Double?]]) -> ServiceCircles {
        ServiceCircles(facilities: 2, weights: [100, 50, 30, 20], most: 2) { facility, point in
            minutes[facility][point].map { UInt32($0 * 60_000) } ?? ServiceCircles.noWay
        }
    }

    static func findings(isClosed: Bool, names: [String] = ["East, \"old\"", "West"]) -> CoverageFindings {
        let places: [SIMD2<Double>] = [[116.00, 24], [116.01, 24], [116.02, 24], [116.03, 24]]
        var demand = zip(["a", "b", "c", "d"], places).map { CoverageFindings.Point(id: $0, place: $1) }
        for (index, weight) in [100.0, 50, 30, 20].enumerated() { demand[index].weight = weight }
        demand[3].outline = [[116.025, 24.002], [116.025, 23.998], [116.035, 23.998], [116.035, 24.002]]
        demand[3].name = LocalizedText(zh: "丁村", en: "D <& \"d\">")
        let facilities = zip(["east", "west"], zip(names, [places[0], places[2]])).map { id, site in
            CoverageFindings.Point(id: id, name: LocalizedText(site.0), place: site.1)
        }
        return CoverageFindings(
            title: LocalizedText(zh: "样本", en: "A & B"), mode: LocalizedText(zh: "步行", en: "on foot"),
            unit: CoverageFindings.residents, moment: isClosed ? "1 h" : nil, closedArcs: isClosed ? 2 : 0,
            facilities: facilities, demand: demand, minutes: [5, 10], open: circles(open),
            closed: isClosed ? circles(closed) : nil)
    }
}

extension SampleCircles {
    /// Points of weight 1 that no facility reaches.
    static func nobody(points: Int) -> ServiceCircles {
        ServiceCircles(facilities: 0, weights: Array(repeating: 1, count: points), most: 1) { _, _ in 0 }
    }
}
