import Foundation
import RoadNetwork
import WrittenFiles

/// The door to map data: networks, points, features and closures, by path.
public enum MapFiles {
    /// Reads a network: the program's own file, OpenStreetMap XML, or a folder with `nodes.csv` and `arcs.csv`.
    ///
    /// What a file is, its first bytes tell.
    ///
    /// - Throws: All faults.
    /// - Complexity: O(bytes).
    public static func network(at path: String) throws(FaultList) -> Noted<RoadMap> {
        if isFolder(path) { return try RoadFolder.read(path) }
        guard try begins(path, NetworkFile.isOne) else {
            if isTable(path) { try RoadFolder.refuseFile(path) }
            return try openStreetMap(at: path)
        }
        return Noted(try NetworkFile.read(MapBytes.read(path, limit: 4 << 30), path: path), ReadingNotes(path))
    }

    /// Reads OpenStreetMap XML; a file that says it is incomplete only if that is accepted.
    public static func openStreetMap(
        at path: String, acceptsIncomplete: Bool = false
    ) throws(FaultList) -> Noted<RoadMap> {
        try OSMReader.read(.file(path), acceptsIncomplete: acceptsIncomplete)
    }

    /// Reads a folder with `nodes.csv` and `arcs.csv`.
    public static func roadFolder(at path: String) throws(FaultList) -> Noted<RoadMap> { try RoadFolder.read(path) }

    /// Reads a folder of JEMSS tables; `mode` chooses one of its travel modes, counted from 1.
    public static func jemss(at path: String, mode: Int = 1) throws(FaultList) -> Noted<JEMSSData> {
        try JEMSSReader.read(path, mode: mode)
    }

    /// Reads the points and polygons of a GeoJSON file, which is in `datum`.
    public static func features(at path: String, datum: Datum = .wgs84) throws(FaultList) -> Noted<MapFeatures> {
        try GeoJSONReader.read(
            MapBytes.read(path, limit: GeoJSONReader.limits.fileBytes), path: path, datum: datum,
            wanted: MapFeatures.optional
        ).placed()
    }

    /// Reads facilities, demand or the ends of a table: CSV `id,lon,lat[,weight]` or `id,node[,weight]`, or GeoJSON.
    ///
    /// Each joins the roads where `finder` finds.
    public static func points(
        at path: String, for use: PlaceUse, on map: RoadMap, _ finder: RoadAccessFinder, datum: Datum = .wgs84
    ) throws(FaultList) -> Noted<[MapPoint]> {
        var reader = PointReader(map: map, finder: finder)
        return try reader.read(MapBytes.read(path), path: path, use: use, datum: datum)
    }

    /// Reads places that need no network: CSV `id,lon,lat[,weight]` or GeoJSON.
    ///
    /// With `known` ids, those of a matrix of travel times, CSV `id[,weight]` will do, and no other id may occur.
    public static func places(
        at path: String, for use: PlaceUse, known: [String]? = nil, datum: Datum = .wgs84
    ) throws(FaultList) -> Noted<[ListedPlace]> {
        try PlaceListReader(known: known).read(MapBytes.read(path), path: path, use: use, datum: datum)
    }

    /// Reads a matrix of travel times: a first row of target ids, then a row a source; seconds, empty where there is no way.
    public static func matrix(at path: String) throws(FaultList) -> Noted<TimeMatrix> {
        Noted(try TimeMatrix.read(MapBytes.read(path), path: path), ReadingNotes(path))
    }

    /// Reads closures: CSV `from,to[,from_time,until_time]`, or GeoJSON polygons, which are in `datum`.
    public static func closures(
        at path: String, on map: RoadMap, datum: Datum = .wgs84
    ) throws(FaultList) -> Noted<RoadClosures> {
        try ClosureReader.read(MapBytes.read(path), path: path, map: map, datum: datum)
    }

    /// Whether a file's name says that it is a table.
    public static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }

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
            throw MapBytes.fault(error, path)
        }
    }
}
