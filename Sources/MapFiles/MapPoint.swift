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
    private let snap: RoadSnap
    private var ids: Set<String> = []
    private var points: [MapPoint] = []

    init(map: RoadMap, mode: TravelMode) {
        self.map = map
        snap = RoadSnap(map.network, mode: mode)
    }

    // MARK: CSV

    mutating func read(csv bytes: [UInt8], path: String, datum: Datum) throws(FaultList) -> [MapPoint] {
        var sheet = CSVSheet(bytes, path: path, columns: ["id", "lon", "lat", "node", "weight", "name"])
        let namesNodes = sheet.has("node")
        sheet.require(namesNodes ? ["id"] : ["id", "lon", "lat"])
        let nodes = namesNodes ? map.nodesByName() : [:]
        while !sheet.faults.isFull, let row = sheet.next() {
            guard let id = sheet.filled("id", row) else { continue }
            if !ids.insert(id).inserted { sheet.report(Self.twice(id), row, "id") }
            let weight = sheet.number("weight", row, in: 0...1e12) ?? 1
            if namesNodes {
                guard let name = sheet.filled("node", row) else { continue }
                guard let node = nodes[name] else {
                    sheet.report(
                        .map(.unknownName, "路网中没有节点 \(quoted(name))", "the network has no node \(quoted(name))"), row,
                        "node")
                    continue
                }
                add(id, node, weight)
            } else if let longitude = sheet.filledNumber("lon", row, in: -180...180),
                let latitude = sheet.filledNumber("lat", row, in: -90...90)
            {
                let place = datum.toWGS84(SIMD2(longitude, latitude))
                if let problem = add(id, at: place, weight) { sheet.report(problem, row, "lon") }
            }
        }
        guard sheet.faults.isEmpty else { throw sheet.faults }
        return points
    }

    private static func twice(_ id: String) -> Fault.Problem {
        .map(
            .duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice",
            expected: .init(zh: "每个编号只出现一次", en: "each id once"))
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
            return .map(.inconsistent, "路网中没有可走的道路", "the network has no road for this mode")
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

    // MARK: GeoJSON

    mutating func read(geoJSON bytes: [UInt8], path: String, datum: Datum) throws(FaultList) -> [MapPoint] {
        let read = try GeoJSONReader.read(bytes, path: path, datum: datum)
        var faults = FaultList(files: [read.file])
        for (index, feature) in read.features.enumerated() where !faults.isFull {
            let id = feature.id ?? feature.name ?? "\(index + 1)"
            if !ids.insert(id).inserted { faults.add(Self.twice(id), at: feature.position, .root) }
            if let problem = add(id, at: feature.shape.middle, feature.weight ?? 1) {
                faults.add(problem, at: feature.position, .root)
            }
        }
        guard faults.isEmpty else { throw faults }
        return points
    }
}
