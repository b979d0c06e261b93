import DenseTables
import Organization
import Places
import RoadNetwork

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
    public func roads(of network: RoadNetwork) -> [RoadArcID] {
        switch extent {
        case .allBridges: return network.arcs.indices.filter { network.arcs[$0].isBridge }.map { RoadArcID($0) }
        case .named(let texts):
            let isMeant = network.names.map { name in texts.contains { name.contains($0) } }
            return network.arcs.indices.filter { index in
                network.arcs[index].name.map { isMeant[Int($0)] } ?? false
            }.map { RoadArcID($0) }
        case .within(let ring):
            let area = RoadArea(ring: ring.map { SIMD2($0.longitude, $0.latitude) })
            return area.roads(of: network)
        case .along(let points):
            return zip(points, points.dropFirst()).flatMap { one, other in
                network.outgoing(of: one).filter { network.arcs[$0].to == other }
                    + network.outgoing(of: other).filter { network.arcs[$0].to == one }
            }.sorted().map { RoadArcID($0) }
        }
    }
}
