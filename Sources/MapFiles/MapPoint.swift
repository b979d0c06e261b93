import DenseTables
import Organization
import Results
import RoadNetwork
import ScenarioFiles

/// A facility, a place of demand, or an end of a travel-time table: a point and the node of the network it belongs to.
public struct MapPoint: Sendable, Equatable {
    /// What the file calls it.
    public let id: String

    /// Degrees east, WGS 84.
    public let longitude: Double

    /// Degrees north, WGS 84.
    public let latitude: Double

    /// Its weight, such as the number of residents; 1 if the file says nothing.
    public let weight: Double

    /// The node it is taken to be at.
    public let node: RoadNodeID

    /// How far that node is, in meters; 0 if the file names the node.
    public let distance: Double
}

/// Reads points: CSV `id,lon,lat[,weight]` or `id,node[,weight]`, or GeoJSON, where a polygon counts as its centroid.
struct PointReader {
    private let map: RoadMap
    private let mode: TravelMode
    private let snap: RoadSnap
    private var points: [MapPoint] = []
    private var positions: [SIMD2<Double>] = []

    init(map: RoadMap, mode: TravelMode) {
        self.map = map
        self.mode = mode
        snap = RoadSnap(map.network, mode: mode)
    }

    mutating func read(
        _ bytes: [UInt8], path: String, use: PlaceUse, datum: Datum
    ) throws(FaultList) -> Noted<[MapPoint]> {
        var nodes: [String: RoadNodeID]?
        var hints = NameHints(map.nodeNames)
        let file = PlaceFile(path: path, form: .nodes, use: use, datum: datum)
        var notes = try file.read(bytes) { id, spot, weight in
            switch spot {
            case .position(let position):
                positions.append(position)
                return add(id, at: position, weight).map { ($0, "lon") }
            case .node(let name):
                let known = nodes ?? map.nodesByName()
                nodes = known
                guard let node = known[name] else {
                    return (
                        .map(
                            .unknownName, "路网中没有节点 \(quoted(name))", "the network has no node \(quoted(name))",
                            nearest: hints.nearest(to: name)), "node"
                    )
                }
                add(id, node, weight)
            case .unsaid: break
            }
            return nil
        }
        // Nothing is wrong with a number in another datum, so only the roads can tell.
        if let warning = MapFit(positions, read: datum, network: map.network)?.warning {
            notes.warnings.append(warning)
        }
        return Noted(points, notes)
    }

    private mutating func add(_ id: String, _ node: RoadNodeID, _ weight: Double) {
        let place = map.network[node]
        points.append(
            MapPoint(
                id: id, longitude: place.longitude, latitude: place.latitude, weight: weight, node: node, distance: 0))
    }

    /// Adds a point at its nearest node, or tells why not.
    private mutating func add(_ id: String, at place: SIMD2<Double>, _ weight: Double) -> Fault.Problem? {
        guard let (node, distance) = snap.nearest(place) else {
            return .map(
                .inconsistent, "路网中没有可走的道路", "the network has no road for this mode",
                expected: mode == .boat
                    ? .init(zh: "含河流、运河或轮渡的 OSM 路网", en: "a network of OSM with rivers, canals or ferries") : nil)
        }
        guard distance <= RoadSnap.farthest else {
            let kilometers = NumberFormat.fixed(distance / 1000, decimals: 1)
            return .map(
                .inconsistent, "离最近的道路 \(kilometers) km", "the nearest road is \(kilometers) km away",
                expected: .init(
                    zh: "至多 2 km；坐标系或经纬度顺序也许不对", en: "at most 2 km; perhaps another datum, or latitude before longitude"
                ))
        }
        points.append(
            MapPoint(
                id: id, longitude: place.x, latitude: place.y, weight: weight, node: node, distance: distance))
        return nil
    }
}
