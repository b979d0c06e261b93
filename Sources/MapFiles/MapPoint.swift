import DenseTables
import Results
import RoadNetwork
import Words
import WrittenFiles

/// A facility, a place of demand, or an end of a travel-time table: a point and how it comes to the roads.
public struct MapPoint: Sendable, Equatable {
    /// What the file calls it.
    public let id: String

    /// What people call it; nil if the file does not say.
    public var name: LocalizedText?

    /// Its weight, such as the number of residents; 1 if the file says nothing.
    public let weight: Double

    /// Where it is, in WGS 84, and how it comes to the roads.
    public let access: RoadAccess

    /// Whether the file gives coordinates, and no node of the network.
    public let isPlaced: Bool
}

/// Reads points: CSV `id,lon,lat[,weight]` or `id,node[,weight]`, or GeoJSON, where a polygon counts as its centroid.
struct PointReader {
    private let map: RoadMap
    private let finder: RoadAccessFinder
    private var points: [MapPoint] = []
    private var positions: [SIMD2<Double>] = []

    /// If every point is farther from the roads than this, in meters, the file is about another place.
    private static let elsewhere = 10_000.0

    init(map: RoadMap, finder: RoadAccessFinder) {
        self.map = map
        self.finder = finder
    }

    mutating func read(
        _ bytes: [UInt8], path: String, use: PlaceUse, datum: Datum
    ) throws(FaultList) -> Noted<[MapPoint]> {
        var nodes: [String: RoadNodeID]?
        var hints = NameHints(map.nodeNames)
        let file = PlaceFile(path: path, form: .nodes, use: use, datum: datum)
        var notes = try file.read(bytes) { id, name, spot, weight in
            switch spot {
            case .position(let position):
                positions.append(position)
                points.append(
                    MapPoint(id: id, name: name, weight: weight, access: finder.access(of: position), isPlaced: true))
            case .node(let written):
                let known = nodes ?? map.nodesByName()
                nodes = known
                guard let node = known[written] else {
                    return (
                        .map(
                            .unknownName, "路网中没有节点 \(quoted(written))", "the network has no node \(quoted(written))",
                            nearest: hints.nearest(to: written)), "node"
                    )
                }
                let access = RoadAccess(node, of: map.network)
                points.append(MapPoint(id: id, name: name, weight: weight, access: access, isPlaced: false))
            case .unsaid: break
            }
            return nil
        }
        guard finder.hasRoads || points.isEmpty else { throw FaultList(noRoads, file: path) }
        // Nothing is wrong with a number in another datum, so only the roads can tell.
        let fit = MapFit(positions, read: datum, network: map.network)
        if let problem = fit?.problem, points.allSatisfy(isElsewhere) { throw FaultList(problem, file: path) }
        if let warning = fit?.warning { notes.warnings.append(warning) }
        notes.warnings += AccessNotes.warnings(points, limit: finder.limit)
        return Noted(points, notes)
    }

    /// Whether a point is so far from the roads that it belongs to another place.
    private func isElsewhere(_ point: MapPoint) -> Bool {
        point.access.join == nil && point.access.meters > Self.elsewhere
    }

    /// Where the travel mode has no road nobody goes anywhere, and a table of nothing would not say so.
    private var noRoads: Fault.Problem {
        .map(
            .inconsistent, "路网中没有该出行方式可走的道路", "the network has no road for this mode",
            expected: finder.mode == .boat
                ? .init(zh: "含河流、运河或轮渡的 OSM 路网", en: "a network of OSM with rivers, canals or ferries") : nil)
    }
}
