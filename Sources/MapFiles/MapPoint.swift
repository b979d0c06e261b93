import DenseTables
import Organization
import Results
import RoadNetwork
import ScenarioFiles

/// A facility, a place of demand, or an end of a travel-time table: a point and how it comes to the roads.
public struct MapPoint: Sendable, Equatable {
    /// What the file calls it.
    public let id: String

    /// Its weight, such as the number of residents; 1 if the file says nothing.
    public let weight: Double

    /// Where it is, in WGS 84, and how it comes to the roads.
    public let access: RoadAccess
}

/// Reads points: CSV `id,lon,lat[,weight]` or `id,node[,weight]`, or GeoJSON, where a polygon counts as its centroid.
struct PointReader {
    private let map: RoadMap
    /// Nil if the travel mode has no roads.
    private let finder: RoadAccessFinder?
    private var ids: Set<String> = []
    private var points: [MapPoint] = []

    /// If every point is farther from the roads than this, in meters, the file is about another place.
    private static let elsewhere = 10_000.0

    init(map: RoadMap, finder: RoadAccessFinder?) {
        self.map = map
        self.finder = finder
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
        return try checked(path, datum)
    }

    private static func twice(_ id: String) -> Fault.Problem {
        .map(
            .duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice",
            expected: .init(zh: "每个编号只出现一次", en: "each id once"))
    }

    private mutating func add(_ id: String, _ node: RoadNodeID, _ weight: Double) {
        points.append(MapPoint(id: id, weight: weight, access: RoadAccess(node, of: map.network)))
    }

    /// Adds a point where it joins the roads, or tells that there are none; one too far from all stays, without a way.
    private mutating func add(_ id: String, at place: SIMD2<Double>, _ weight: Double) -> Fault.Problem? {
        guard let finder else { return .map(.inconsistent, "路网中没有可走的道路", "the network has no road for this mode") }
        points.append(MapPoint(id: id, weight: weight, access: finder.access(of: place)))
        return nil
    }

    /// The points, unless they are all elsewhere.
    private func checked(_ path: String, _ datum: Datum) throws(FaultList) -> [MapPoint] {
        guard !points.isEmpty, points.allSatisfy({ $0.access.join == nil && $0.access.meters > Self.elsewhere }),
            let problem = MapFit(points.map(\.access.place), read: datum, network: map.network)?.problem
        else { return points }
        throw FaultList(problem, file: path)
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
        return try checked(path, datum)
    }
}
