import Words
import WrittenFiles

/// What a list of places is read for.
public enum PlaceUse: Sendable {
    /// Facilities, or ends of travel times: their weights count for nothing.
    case site
    /// Demand: everybody weighs what the file says.
    case demand

    /// The columns and properties that may be left out, and would be missed under another name.
    var wanted: [String] { self == .demand ? ["weight"] : [] }
}

/// Reads lists of places, whoever needs them: CSV `id,lon,lat[,weight]`, `id,node[,weight]` or `id[,weight]`, or GeoJSON.
///
/// The rules of ids, weights and columns, and that everything in a list has a place, stand here once.
struct PlaceFile {
    /// What tells where a place is.
    enum Form {
        /// A node of a network, or else a position.
        case nodes
        /// A position.
        case positions
        /// Nothing need tell it.
        case ids
    }

    /// Where a place is, as written.
    enum Spot: Equatable {
        case position(SIMD2<Double>)
        case node(String)
        case unsaid
    }

    /// What is wrong with a place, and the column that says it.
    typealias Complaint = (problem: Fault.Problem, column: String)

    /// Takes one place, and tells what is wrong with it.
    typealias Taker = (_ id: String, _ name: LocalizedText?, _ spot: Spot, _ weight: Double) -> Complaint?

    let path: String
    let form: Form
    let use: PlaceUse
    let datum: Datum

    /// Hands every place of a file to `take`, which tells what is wrong with it.
    ///
    /// - Throws: All faults, with line and column.
    /// - Complexity: O(bytes).
    func read(
        _ bytes: [UInt8], _ take: Taker
    ) throws(FaultList) -> ReadingNotes {
        MapBytes.isJSON(bytes, path: path) ? try read(geoJSON: bytes, take) : try read(csv: bytes, take)
    }

    private func read(
        csv bytes: [UInt8], _ take: Taker
    ) throws(FaultList) -> ReadingNotes {
        let columns = ["id", "lon", "lat", "weight", "name"] + (form == .nodes ? ["node"] : [])
        var sheet = CSVSheet(bytes, path: path, columns: columns)
        let namesNodes = sheet.has("node") || form == .nodes && !sheet.has("lon") && sheet.means("node")
        let hasPosition = form != .ids || sheet.has("lon") && sheet.has("lat")
        let place = namesNodes ? ["node"] : form == .ids ? [] : ["lon", "lat"]
        sheet.require(["id"] + place, wanted: use.wanted)
        if namesNodes { sheet.leave(["lon", "lat"]) }
        if !hasPosition { sheet.leave(["lon", "lat"]) }
        var ids: Set<String> = []
        var weights = WeightRule<CSVSheet.Row>(use)
        while !sheet.faults.isFull, let row = sheet.next() {
            guard let id = sheet.identifier("id", row) else { continue }
            if !ids.insert(id).inserted { sheet.report(Self.twice(id), row, "id") }
            weights.take(row, hasWeight: row.text("weight") != nil)
            let weight = sheet.number("weight", row, in: 0...1e12) ?? 1
            let spot: Spot
            if namesNodes {
                guard let name = sheet.identifier("node", row) else { continue }
                spot = .node(name)
            } else if hasPosition {
                guard let position = sheet.position(row) else { continue }
                spot = .position(datum.toWGS84(position))
            } else {
                spot = .unsaid
            }
            if let complaint = take(id, row.text("name").map { LocalizedText($0) }, spot, weight) {
                sheet.report(complaint.problem, row, complaint.column)
            }
        }
        for row in weights.atFault { sheet.report(WeightRule<CSVSheet.Row>.problem, row, "weight") }
        guard sheet.faults.isEmpty else { throw sheet.faults }
        var notes = ReadingNotes(path, dropped: sheet.dropped)
        if let warning = weights.warning { notes.warnings.append(warning) }
        return notes
    }

    private func read(
        geoJSON bytes: [UInt8], _ take: Taker
    ) throws(FaultList) -> ReadingNotes {
        let read = try GeoJSONReader.read(
            bytes, path: path, datum: datum, wanted: use.wanted, unused: ["from_time", "until_time"])
        var faults = FaultList(files: [read.file])
        var ids: Set<String> = []
        var weights = WeightRule<SourcePosition>(use)
        for feature in read.features where !faults.isFull {
            if let problem = Identifier.problem(feature.identifier) { faults.add(problem, at: feature.position, .root) }
            weights.take(feature.position, hasWeight: feature.weight != nil)
            if !ids.insert(feature.identifier).inserted {
                faults.add(Self.twice(feature), at: feature.position, .root)
            }
            let spot = feature.shape.middle.map { Spot.position($0) } ?? .unsaid
            guard spot != .unsaid || form == .ids && feature.shape == .nothing else {
                faults.add(Self.noPlace(feature.shape), at: feature.position, .root)
                continue
            }
            if let complaint = take(feature.identifier, feature.label, spot, feature.weight ?? 1) {
                faults.add(complaint.problem, at: feature.position, .root)
            }
        }
        for place in weights.atFault { faults.add(WeightRule<SourcePosition>.problem, at: place, .root) }
        guard faults.isEmpty else { throw faults }
        var notes = ReadingNotes(path, dropped: read.dropped)
        notes.warnings = read.warnings
        if let warning = weights.warning { notes.warnings.append(warning) }
        return notes
    }

    static func twice(_ id: String) -> Fault.Problem {
        .map(
            .duplicateKey, "编号 \(quoted(id)) 出现了两次", "the id \(quoted(id)) stands twice",
            expected: .init(zh: "每个编号只出现一次", en: "each id once"))
    }

    /// The fault of a feature that goes by what another goes by.
    static func twice(_ feature: MapFeature) -> Fault.Problem {
        let id = feature.identifier
        if feature.id != nil { return twice(id) }
        return .map(
            .duplicateKey, "没有 id 的要素以 \(quoted(id)) 为编号，已有别的要素用它",
            "a feature without an id goes by \(quoted(id)), and so does another",
            expected: .init(zh: "每个要素有自己的 id", en: "an id for each feature"))
    }

    private static func noPlace(_ shape: MapShape) -> Fault.Problem {
        let expected = LocalizedText(zh: "点或多边形", en: "points or polygons")
        return shape == .lines
            ? .map(.wrongType, "线不是地点", "a line is no place", expected: expected)
            : .map(.missingKey, "要素没有地点", "the feature has no place", expected: expected)
    }
}

/// Looks for the name that was meant, for the first few faults only: it is slow among many names.
struct NameHints {
    private static let most = 20
    private var given = 0
    let names: [String]

    init(_ names: [String]) { self.names = names }

    /// The name that was probably meant.
    mutating func nearest(to name: String) -> String? {
        given += 1
        return given <= Self.most ? nearestName(to: name, among: names) : nil
    }
}
