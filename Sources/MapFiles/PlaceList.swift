import Organization
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

    func read(_ bytes: [UInt8], path: String, use: PlaceUse, datum: Datum) throws(FaultList) -> Noted<[ListedPlace]> {
        let isKnown = known.map { Set($0) }
        var hints = NameHints(known ?? [])
        var places: [ListedPlace] = []
        let file = PlaceFile(path: path, form: known == nil ? .positions : .ids, use: use, datum: datum)
        let notes = try file.read(bytes) { id, spot, weight in
            guard isKnown?.contains(id) != false else {
                return (
                    .map(
                        .unknownName, "行程时间表中没有 \(quoted(id))", "the travel times have no \(quoted(id))",
                        nearest: hints.nearest(to: id)), "id"
                )
            }
            var place: SIMD2<Double>?
            if case .position(let position) = spot { place = position }
            places.append(ListedPlace(id: id, place: place, weight: weight))
            return nil
        }
        return Noted(places, notes)
    }
}
