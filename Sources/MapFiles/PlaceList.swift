import Words
import WrittenFiles

/// A facility or a place of demand that is on no network.
public struct ListedPlace: Sendable, Equatable {
    /// What the file calls it.
    public let id: String

    /// What people call it; nil if the file does not say.
    public let name: LocalizedText?

    /// Degrees east (`x`) and north (`y`), WGS 84; nil if the file does not say and need not.
    public let place: SIMD2<Double>?

    /// Its weight, such as the number of residents; 1 if the file says nothing.
    public let weight: Double

    /// Creates a place.
    public init(id: String, name: LocalizedText? = nil, place: SIMD2<Double>?, weight: Double = 1) {
        self.id = id
        self.name = name
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
        var notes = try file.read(bytes) { id, name, spot, weight in
            guard isKnown?.contains(id) != false else {
                return (
                    .map(
                        .unknownName, "行程时间表中没有 \(quoted(id))", "the travel times have no \(quoted(id))",
                        nearest: hints.nearest(to: id)), "id"
                )
            }
            var place: SIMD2<Double>?
            if case .position(let position) = spot { place = position }
            places.append(ListedPlace(id: id, name: name, place: place, weight: weight))
            return nil
        }
        if let known, let warning = Self.unnamed(known, places, use) { notes.warnings.append(warning) }
        return Noted(places, notes)
    }

    /// What is to be said if a list names some of the ids there are: the others count for nothing.
    private static func unnamed(_ known: [String], _ places: [ListedPlace], _ use: PlaceUse) -> LocalizedText? {
        let named = Set(places.map(\.id))
        let others = known.filter { !named.contains($0) }
        guard !others.isEmpty, !places.isEmpty else { return nil }
        let names = others.prefix(Dropped.mostNames).map { quoted($0) }
        let rest = others.count > names.count
        let zh = names.joined(separator: "、") + (rest ? "……" : "")
        let en = names.joined(separator: ", ") + (rest ? ", …" : "")
        return use == .demand
            ? LocalizedText(
                zh: "行程时间表的\(known.count)个需求点（列）中有\(others.count)个不在此列，不计入：\(zh)",
                en:
                    "\(others.count) of the \(counted(known.count, "column")) of the travel times are not in the list and do not count: \(en)"
            )
            : LocalizedText(
                zh: "行程时间表的\(known.count)处设施（行）中有\(others.count)处不在此列，不计入：\(zh)",
                en:
                    "\(others.count) of the \(counted(known.count, "row")) of the travel times are not in the list and do not count: \(en)"
            )
    }
}
