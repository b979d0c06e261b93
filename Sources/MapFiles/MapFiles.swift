import Foundation
import Organization
import RoadNetwork
import ScenarioFiles

/// The door to map data: networks, points, features and closures, by path.
public enum MapFiles {
    /// Reads a network: the program's own file, OpenStreetMap XML, or a folder with `nodes.csv` and `arcs.csv`.
    ///
    /// What a file is, its first bytes tell.
    ///
    /// - Throws: All faults.
    /// - Complexity: O(bytes).
    public static func network(at path: String) throws(FaultList) -> RoadMap {
        if isFolder(path) { return try RoadFolder.read(path) }
        guard try begins(path, NetworkFile.isOne) else { return try openStreetMap(at: path) }
        return try NetworkFile.read(MapBytes.read(path, limit: 4 << 30), path: path)
    }

    /// Reads OpenStreetMap XML.
    public static func openStreetMap(at path: String) throws(FaultList) -> RoadMap {
        try OSMReader.read(.file(path))
    }

    /// Reads a folder with `nodes.csv` and `arcs.csv`.
    public static func roadFolder(at path: String) throws(FaultList) -> RoadMap { try RoadFolder.read(path) }

    /// Reads a folder of JEMSS tables; `mode` chooses one of its travel modes, counted from 1.
    public static func jemss(at path: String, mode: Int = 1) throws(FaultList) -> JEMSSData {
        try JEMSSReader.read(path, mode: mode)
    }

    /// Reads the points and polygons of a GeoJSON file, which is in `datum`.
    public static func features(at path: String, datum: Datum = .wgs84) throws(FaultList) -> MapFeatures {
        try GeoJSONReader.read(
            MapBytes.read(path, limit: GeoJSONReader.limits.fileBytes), path: path, datum: datum)
    }

    /// Reads facilities, demand or the ends of a table: CSV `id,lon,lat[,weight]` or `id,node[,weight]`, or GeoJSON.
    ///
    /// Each is taken to the nearest node that `mode` can use, at most 2 km away.
    public static func points(
        at path: String, on map: RoadMap, mode: TravelMode = .car, datum: Datum = .wgs84
    ) throws(FaultList) -> [MapPoint] {
        let bytes = try MapBytes.read(path)
        var reader = PointReader(map: map, mode: mode)
        return isJSON(bytes)
            ? try reader.read(geoJSON: bytes, path: path, datum: datum)
            : try reader.read(csv: bytes, path: path, datum: datum)
    }

    /// Reads places that need no network: CSV `id,lon,lat[,weight]` or GeoJSON.
    ///
    /// With `known` ids, those of a matrix of travel times, CSV `id[,weight]` will do, and no other id may occur.
    public static func places(
        at path: String, known: [String]? = nil, datum: Datum = .wgs84
    ) throws(FaultList) -> [ListedPlace] {
        let bytes = try MapBytes.read(path)
        let reader = PlaceListReader(known: known)
        return isJSON(bytes)
            ? try reader.read(geoJSON: bytes, path: path, datum: datum)
            : try reader.read(csv: bytes, path: path, datum: datum)
    }

    /// Reads a matrix of travel times: a first row of target ids, then a row a source; seconds, empty where there is no way.
    public static func matrix(at path: String) throws(FaultList) -> TimeMatrix {
        try TimeMatrix.read(MapBytes.read(path), path: path)
    }

    /// Reads closures: CSV `from,to[,from_time,until_time]`, or GeoJSON polygons.
    public static func closures(at path: String, on map: RoadMap) throws(FaultList) -> RoadClosures {
        let bytes = try MapBytes.read(path)
        return isJSON(bytes)
            ? try ClosureReader.read(geoJSON: bytes, path: path, map: map)
            : try ClosureReader.read(csv: bytes, path: path, map: map)
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func begins(_ path: String, _ test: ([UInt8]) -> Bool) throws(FaultList) -> Bool {
        do throws(FileProblem) {
            var head: [UInt8] = []
            _ = try ByteStream(.file(path)).read(into: &head)
            return test(head)
        } catch {
            throw FaultList(.file(error, path, ReadingLimits()), file: path)
        }
    }

    private static func isJSON(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }.map { $0 == UInt8(ascii: "{") } ?? false
    }
}
