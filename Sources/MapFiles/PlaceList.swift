import Organization
import Results
import ScenarioFiles

/// A facility or a place of demand that is on no network.
public struct ListedPlace: Sendable, Equatable {
    /// What the file calls it.
    public let id: String

    /// Degrees east (`x`) and north (`y`), WGS 84; nil if the file does not say and need not.
    public let place: SIMD2<Double>?

    /// Its weight, such as the number of residents; 1 if the file says nothing.
    public let weight: Double

    /// Creates a place.
    public init(id: String, place: SIMD2<Double>?, weight: Double = 1) {
        self.id = id
        self.place = place
        self.weight = weight
    }
}

/// Reads places for users without a network: CSV `id,lon,lat[,weight]` or GeoJSON, and CSV `id[,weight]` where travel times are
/// known by id.
struct PlaceListReader {
    /// The ids there are; nil if any will do, and then a place is where it is.
    let known: [String]?

    func read(csv bytes: [UInt8], path: String, datum: Datum) throws(FaultList) -> [ListedPlace] {
        var sheet = CSVSheet(bytes, path: path, columns: ["id", "lon", "lat", "weight", "name"])
        sheet.require(known == nil ? ["id", "lon", "lat"] : ["id"])
        let isKnown = known.map { Set($0) }
        let hasPlace = sheet.has("lon") && sheet.has("lat")
        var ids: Set<String> = []
        var places: [ListedPlace] = []
        while !sheet.faults.isFull, let row = sheet.next() {
            guard let id = sheet.filled("id", row) else { continue }
            if !ids.insert(id).inserted {
                sheet.report(
                    .map(.duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice"), row, "id")
            }
            if let known, isKnown?.contains(id) == false {
                sheet.report(
                    .map(
                        .unknownName, "行程时间表中没有 \(quoted(id))", "the travel times have no \(quoted(id))",
                        nearest: nearestName(to: id, among: known)), row, "id")
            }
            let weight = sheet.number("weight", row, in: 0...1e12) ?? 1
            guard hasPlace else {
                places.append(ListedPlace(id: id, place: nil, weight: weight))
                continue
            }
            if let longitude = sheet.filledNumber("lon", row, in: -180...180),
                let latitude = sheet.filledNumber("lat", row, in: -90...90)
            {
                places.append(
                    ListedPlace(id: id, place: datum.toWGS84(SIMD2(longitude, latitude)), weight: weight))
            }
        }
        guard sheet.faults.isEmpty else { throw sheet.faults }
        return places
    }

    func read(geoJSON bytes: [UInt8], path: String, datum: Datum) throws(FaultList) -> [ListedPlace] {
        let read = try GeoJSONReader.read(bytes, path: path, datum: datum)
        var faults = FaultList(files: [read.file])
        let isKnown = known.map { Set($0) }
        var ids: Set<String> = []
        var places: [ListedPlace] = []
        for (index, feature) in read.features.enumerated() where !faults.isFull {
            let id = feature.id ?? feature.name ?? "\(index + 1)"
            if !ids.insert(id).inserted {
                faults.add(
                    .map(.duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice"),
                    at: feature.position, .root)
            }
            if isKnown?.contains(id) == false {
                faults.add(
                    .map(.unknownName, "行程时间表中没有 \(quoted(id))", "the travel times have no \(quoted(id))"),
                    at: feature.position, .root)
            }
            places.append(ListedPlace(id: id, place: feature.shape.middle, weight: feature.weight ?? 1))
        }
        guard faults.isEmpty else { throw faults }
        return places
    }
}
