import DenseTables
import RoadNetwork

/// The roads of a map as a few long paths: one for each class, each road once whatever its directions.
struct RoadDrawing {
    private let network: RoadNetwork
    private let pixels: [SIMD2<Double>]

    /// How each class looks, the least important first, so that the others lie on top: gray, and pixels wide where roads are few.
    private static let styles: [(roadClass: RoadClass, color: String, width: Double)] = [
        (.path, "#cfcfcf", 0.6), (.lane, "#c0c0c0", 0.8), (.mountainRoad, "#a8a8a8", 1.1), (.street, "#a0a0a0", 1.1),
        (.arterial, "#707070", 2), (.motorway, "#4a4a4a", 2.4),
    ]

    /// The largest share of the map that roads may blacken.
    private static let mostInk = 0.1

    init(_ network: RoadNetwork, _ frame: MapFrame) {
        self.network = network
        pixels = network.nodes.map { frame.pixel(SIMD2($0.longitude, $0.latitude)) }
    }

    /// The elements that draw all roads.
    ///
    /// - Complexity: O(arcs).
    func elements(in frame: MapFrame) -> [String] {
        let factor = inkFactor(frame)
        let water = path { isWater(network.arcs[$0]) }
        let ways = water.isEmpty ? [] : ["<path stroke=\"#9cc3e6\" stroke-width=\"1.1\" d=\"\(water)\"/>"]
        return ways
            + Self.styles.compactMap { style in
                let path = path { network.arcs[$0].roadClass == style.roadClass && !isWater(network.arcs[$0]) }
                guard !path.isEmpty else { return nil }
                // Main roads stay visible among many others.
                let share = style.width >= 2 ? factor.squareRoot() : factor
                let width = SVGText.pixels(max(style.width * share, 0.3))
                return "<path stroke=\"\(style.color)\" stroke-width=\"\(width)\" d=\"\(path)\"/>"
            }
    }

    /// Whether only boats go there.
    private func isWater(_ arc: RoadArc) -> Bool { arc.access == TravelModeSet(.boat) }

    /// The path along some arcs.
    func path(along arcs: [RoadArcID]) -> String {
        var isMeant = [Bool](repeating: false, count: network.arcCount)
        for arc in arcs { isMeant[arc.index] = true }
        return path { isMeant[$0] }
    }

    /// One path along the arcs that are meant, each pair of nodes joined once: from every node on as far as the road leads.
    private func path(where isMeant: (Int) -> Bool) -> String {
        var isDrawn = [Bool](repeating: false, count: network.arcCount)
        // All arcs between two nodes are one line on the map.
        func draw(_ arc: RoadArc) {
            for (one, other) in [(arc.from, arc.to), (arc.to, arc.from)] {
                for index in network.outgoing(of: one) where network.arcs[index].to == other && isMeant(index) {
                    isDrawn[index] = true
                }
            }
        }
        var text = ""
        for start in network.arcs.indices where isMeant(start) && !isDrawn[start] {
            var line = [pixels[network.arcs[start].from.index]]
            var next: Int? = start
            while let index = next {
                let arc = network.arcs[index]
                draw(arc)
                line.append(pixels[arc.to.index])
                next = network.outgoing(of: arc.to).first { isMeant($0) && !isDrawn[$0] }
            }
            text += SVGText.path(line)
        }
        return text
    }

    /// How much thinner roads must be so that a dense city does not turn gray.
    private func inkFactor(_ frame: MapFrame) -> Double {
        let widths = RoadClass.allCases.map { roadClass in Self.styles.first { $0.roadClass == roadClass }?.width ?? 0 }
        let ink = network.arcs.reduce(0.0) { ink, arc in
            let step = pixels[arc.to.index] - pixels[arc.from.index]
            return ink + (step * step).sum().squareRoot() * widths[Int(arc.roadClass.rawValue)] / 2
        }
        return ink > 0 ? min(1, Self.mostInk * frame.size.x * frame.size.y / ink) : 1
    }
}
