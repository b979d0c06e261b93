import DenseTables
import Places
import RoadNetwork
import Words

/// A rule that closes roads: which of them, when, and to whom.
public struct RoadClosure: Sendable, Equatable {
    /// Which roads it closes.
    public enum Extent: Sendable, Equatable {
        /// Every bridge.
        case allBridges
        /// Roads and bridges whose name contains one of these texts.
        case named([String])
        /// Every road that touches the area, a ring of points; the last need not repeat the first.
        case within([Coordinate])
        /// The roads that lead straight from one of these points to the next, both ways.
        case along([RoadNodeID])
    }

    /// When it closes them.
    public enum Cause: Sendable, Equatable {
        /// From a time until another, in milliseconds from the first signal; without an end to the horizon.
        case between(Int64, Int64?)
        /// While the river stands this many meters above its normal water, or more.
        case riverAbove(Double)
    }

    /// Its name.
    public var name: LocalizedText
    /// Which roads.
    public var extent: Extent
    /// When.
    public var cause: Cause
    /// To whom.
    public var modes: TravelModeSet

    /// Creates a rule.
    public init(name: LocalizedText, extent: Extent, cause: Cause, modes: TravelModeSet = .land) {
        self.name = name
        self.extent = extent
        self.cause = cause
        self.modes = modes
    }

    /// The roads of a network it closes, in order.
    ///
    /// - Complexity: O(roads · points of the area).
    public func roads(of network: RoadNetwork) -> [RoadArcID] { Self.roads(of: [self], in: network)[0] }

    /// The roads of a network that each of some rules closes, in order.
    ///
    /// - Complexity: O(roads + length of all names + roads closed), and O(roads · points) for each area.
    public static func roads(of rules: [RoadClosure], in network: RoadNetwork) -> [[RoadArcID]] {
        let search = RoadNameSearch(rules.flatMap(\.texts), in: network)
        var text = 0
        return rules.map { rule in
            switch rule.extent {
            case .allBridges: return network.arcs.indices.filter { network.arcs[$0].isBridge }.map { RoadArcID($0) }
            case .named(let texts):
                defer { text += texts.count }
                return union(texts.indices.map { search.roads(of: text + $0) })
            case .within(let ring):
                return RoadArea(ring: ring.map { SIMD2($0.longitude, $0.latitude) }).roads(of: network)
            case .along(let points):
                return zip(points, points.dropFirst()).flatMap { one, other in
                    network.outgoing(of: one).filter { network.arcs[$0].to == other }
                        + network.outgoing(of: other).filter { network.arcs[$0].to == one }
                }.sorted().map { RoadArcID($0) }
            }
        }
    }

    /// The texts it looks for in the names of roads.
    public var texts: [String] { if case .named(let texts) = extent { texts } else { [] } }

    /// All roads of several lists, each once, in order.
    private static func union(_ lists: [[RoadArcID]]) -> [RoadArcID] {
        var roads: [RoadArcID] = []
        for road in lists.joined().sorted() where roads.last != road { roads.append(road) }
        return roads
    }
}
