import DenseTables
import RoadNetwork
import Words
import WrittenFiles

/// Which arcs are closed, and when.
public struct RoadClosures: Sendable, Equatable {
    /// What closes together, from an instant on and before another; without them since ever or for good.
    struct Closure: Sendable, Equatable {
        /// The arcs it closes; perhaps none.
        let arcs: [RoadArcID]
        /// The areas that close them; none where the file names the arcs.
        var polygons: [MapPolygon] = []
        /// From when on, that instant included.
        let from: ClosureTime?
        /// Until when, that instant not included.
        let until: ClosureTime?

        /// Whether it holds at an instant on the same clock.
        func holds(at time: ClosureTime) -> Bool {
            from.map { $0.milliseconds <= time.milliseconds } ?? true
                && until.map { time.milliseconds < $0.milliseconds } ?? true
        }
    }

    /// The closures in the order of the file.
    let closures: [Closure]

    private let path: String

    /// Creates the closures of a file, whose times must all be on one clock.
    init(_ closures: [Closure], path: String) {
        self.closures = closures
        self.path = path
    }

    /// No closures, on whatever clock.
    public static let none = RoadClosures([], path: "")

    /// Whether the file closes no arc at any time.
    var areIdle: Bool { closures.allSatisfy(\.arcs.isEmpty) }

    /// The first time that is stated; it tells which clock the closures go by, and nil that they have no times.
    public var firstTime: ClosureTime? {
        for closure in closures {
            if let time = closure.from ?? closure.until { return time }
        }
        return nil
    }

    /// The closures that hold at an instant, which must be on their clock; without one, all.
    private func holding(at time: ClosureTime?) -> [Closure] {
        guard let time else { return closures }
        precondition(
            firstTime?.isComparable(to: time) ?? true, "closures and the instant asked for must be on one clock")
        return closures.filter { $0.holds(at: time) }
    }

    /// Whether any of them is an area, and so has coordinates.
    public var hasAreas: Bool { !rings().isEmpty }

    /// The rings of the areas that close roads at an instant; without one, of all.
    ///
    /// - Complexity: O(positions).
    public func rings(at time: ClosureTime? = nil) -> [[SIMD2<Double>]] {
        holding(at: time).flatMap { $0.polygons.flatMap(\.rings) }
    }

    /// The arcs that are closed at an instant, in the order of the network, each once.
    ///
    /// Without an instant it is every arc that is ever closed. An instant must be on the clock of the closures.
    ///
    /// - Complexity: O(closures + arcs they close + arcs of the network).
    func closedArcs(at time: ClosureTime? = nil) -> [RoadArcID] {
        var isClosed: [Bool] = []
        for closure in holding(at: time) {
            for arc in closure.arcs {
                if arc.index >= isClosed.count {
                    isClosed += repeatElement(false, count: max(arc.index + 1, 2 * isClosed.count) - isClosed.count)
                }
                isClosed[arc.index] = true
            }
        }
        return isClosed.indices.filter { isClosed[$0] }.map { RoadArcID($0) }
    }

    /// The arcs that are closed at an instant, or ever, with a warning if nothing that a travel mode could use is among them.
    ///
    /// - Parameter metric: How long each arc takes for the mode.
    /// - Complexity: O(closures + arcs they close + arcs of the network).
    public func closed(at time: ClosureTime? = nil, for metric: RoadMetric) -> Noted<[RoadArcID]> {
        let closed = closedArcs(at: time)
        var notes = ReadingNotes(path)
        if closed.isEmpty, !areIdle {
            notes.warnings.append(.init(zh: "该时刻没有封闭任何道路", en: "closes no road at that time"))
        } else if !closed.isEmpty, closed.allSatisfy({ metric[$0] == RoadMetric.unreachable }) {
            notes.warnings.append(
                .init(zh: "只封闭了这种交通方式本来就不走的道路", en: "closes only roads that the travel mode does not use anyway"))
        }
        return Noted(closed, notes)
    }
}

/// Reads closures: CSV `from,to[,from_time,until_time]` of arcs between named nodes, or GeoJSON polygons, which close every
/// arc they touch, with the same two times as properties if wanted.
enum ClosureReader {
    static func read(
        _ bytes: [UInt8], path: String, map: RoadMap, datum: Datum
    ) throws(FaultList) -> Noted<RoadClosures> {
        let closures =
            MapBytes.isJSON(bytes, path: path)
            ? try read(geoJSON: bytes, path: path, map: map, datum: datum)
            : try read(csv: bytes, path: path, map: map)
        return closures.map { closures, notes in
            // Whoever names a file of closures wants something closed.
            if closures.areIdle, !notes.warnings.contains(closesNothing) { notes.warnings.append(closesNothing) }
            return closures
        }
    }

    private static let closesNothing = LocalizedText(zh: "没有封闭任何道路", en: "closes no road")

    private static let times = ["from_time", "until_time"]

    private static func read(
        csv bytes: [UInt8], path: String, map: RoadMap
    ) throws(FaultList) -> Noted<RoadClosures> {
        let columns = ["from", "to"] + times
        var sheet = CSVSheet(bytes, path: path, columns: columns)
        sheet.require(["from", "to"], wanted: times)
        let nodes = map.nodesByName()
        let arcs = ArcsByEnds(map.network)
        var hints = NameHints(map.nodeNames)
        var closures: [RoadClosures.Closure] = []
        var clock = ClosureClock()
        var seen: Set<[String]> = []
        var again: [Int] = []
        while !sheet.faults.isFull, let row = sheet.next() {
            let ends = ["from", "to"].map { column -> RoadNodeID? in
                guard let name = sheet.identifier(column, row) else { return nil }
                if let node = nodes[name] { return node }
                sheet.report(
                    .map(
                        .unknownName, "路网中没有节点 \(quoted(name))", "the network has no node \(quoted(name))",
                        nearest: hints.nearest(to: name)), row, column)
                return nil
            }
            let times = times.map { column -> ClosureTime? in
                guard let text = row.text(column) else { return nil }
                do throws(Fault.Problem) {
                    return try ClosureTime(text)
                } catch {
                    sheet.report(error, row, column)
                    return nil
                }
            }
            if let problem = clock.problem(from: times[0], until: times[1]) { sheet.report(problem, row, "from_time") }
            guard let from = ends[0], let to = ends[1] else { continue }
            if !seen.insert(columns.map { row.text($0)?.trimmed ?? "" }).inserted { again.append(row.place(nil).line) }
            let arcs = arcs.between(from, to)
            if arcs.isEmpty {
                sheet.report(
                    .map(
                        .unknownName,
                        "没有从 \(quoted(map.nodeNames[from.index])) 到 \(quoted(map.nodeNames[to.index])) 的路段",
                        "no arc leads from \(quoted(map.nodeNames[from.index])) to \(quoted(map.nodeNames[to.index]))"),
                    row,
                    "to")
            }
            closures.append(.init(arcs: Array(arcs), from: times[0], until: times[1]))
        }
        guard sheet.faults.isEmpty else { throw sheet.faults }
        var notes = ReadingNotes(path, dropped: sheet.dropped)
        if !again.isEmpty { notes.warnings.append(repeated(again)) }
        return Noted(RoadClosures(closures, path: path), notes)
    }

    /// What is to be said of rows that close the same at the same time as one before: one of them may be a slip.
    private static func repeated(_ lines: [Int]) -> LocalizedText {
        let first = lines.prefix(Dropped.mostNames).map(String.init)
        let rest = lines.count > first.count
        return LocalizedText(
            zh: "\(lines.count)行与前面的行完全相同：第 \(first.joined(separator: "、")) 行\(rest ? "等" : "")",
            en:
                "\(counted(lines.count, "row stands", "rows stand")) there twice: line \(first.joined(separator: ", "))\(rest ? ", …" : "")"
        )
    }

    private static func read(
        geoJSON bytes: [UInt8], path: String, map: RoadMap, datum: Datum
    ) throws(FaultList) -> Noted<RoadClosures> {
        let read = try GeoJSONReader.read(bytes, path: path, datum: datum, wanted: times, unused: ["weight"])
        var faults = FaultList(files: [read.file])
        var notes = ReadingNotes(path, dropped: read.dropped)
        let roads = ArcGrid(map.network)
        var closures: [RoadClosures.Closure] = []
        let readings = MapFit.Reading.others(than: datum)
        var closing = [Int](repeating: 0, count: readings.count)
        for feature in read.features where !faults.isFull {
            guard case .polygons(let polygons) = feature.shape else {
                faults.add(noArea(feature.shape), at: feature.position, .root)
                continue
            }
            let touched = roads.arcs(touching: polygons)
            if touched.isEmpty {
                notes.dropped[.idleClosure] += 1
                for (index, reading) in readings.enumerated() {
                    let moved = polygons.compactMap { reread($0, reading, datum) }
                    if !roads.arcs(touching: moved).isEmpty { closing[index] += 1 }
                }
            }
            closures.append(
                .init(arcs: touched, polygons: polygons, from: feature.from, until: feature.until))
        }
        guard faults.isEmpty else { throw faults }
        notes.warnings += read.warnings
        let all = RoadClosures(closures, path: path)
        if all.areIdle, !closures.isEmpty {
            notes.warnings.append(closesNothing)
            // Of the readings under which every area touches a road the first: GCJ-02 before BD-09, which is made of it.
            if let best = closing.firstIndex(of: closures.count) {
                notes.warnings.append(misread(closures.count, readings[best]))
            }
        }
        return Noted(all, notes)
    }

    private static func noArea(_ shape: MapShape) -> Fault.Problem {
        let what: LocalizedText =
            switch shape {
            case .points: .init(zh: "点不能封闭道路", en: "a point closes no road")
            case .lines: .init(zh: "线不能封闭道路", en: "a line closes no road")
            case .nothing, .polygons: .init(zh: "没有几何的要素不能封闭道路", en: "a feature without geometry closes no road")
            }
        return .map(
            .wrongType, what.zh, what.en,
            expected: .init(zh: "围住道路的多边形，或 CSV from,to", en: "a polygon around the road, or CSV from,to"))
    }

    private static func misread(_ count: Int, _ reading: MapFit.Reading) -> LocalizedText {
        switch reading {
        case .datum(let datum):
            .init(
                zh: "\(count)个区域没有碰到道路，而按 \(reading.name.zh) 读取会碰到（--datum \(datum.rawValue)）",
                en:
                    "areas that touch no road and would if read as \(reading.name.en): \(count) (--datum \(datum.rawValue))"
            )
        case .swapped:
            .init(
                zh: "\(count)个区域没有碰到道路，而纬度与经度对调后会碰到：GeoJSON 的经度在前",
                en: """
                    areas that touch no road and would if latitude and longitude were exchanged: \(count); in GeoJSON the \
                    longitude comes first
                    """)
        }
    }

    /// A polygon under another reading of its file; nil if it cannot be meant so.
    private static func reread(_ polygon: MapPolygon, _ reading: MapFit.Reading, _ datum: Datum) -> MapPolygon? {
        let rings = polygon.rings.map { ring in ring.map { reading.place(of: $0, read: datum) } }
        return rings.joined().allSatisfy { abs($0.y) <= 90 } ? MapPolygon(rings: rings) : nil
    }
}

/// The arcs of a network by their two ends, however many meet at a node.
private struct ArcsByEnds {
    private let sorted: [RoadArcID]
    private let network: RoadNetwork

    /// - Complexity: O(arcs · log arcs).
    init(_ network: RoadNetwork) {
        self.network = network
        sorted = network.arcs.indices.map { RoadArcID($0) }.sorted { left, right in
            let (one, other) = (network[left], network[right])
            return (one.from.raw, one.to.raw, left.raw) < (other.from.raw, other.to.raw, right.raw)
        }
    }

    /// - Complexity: O(log arcs + arcs found).
    func between(_ from: RoadNodeID, _ to: RoadNodeID) -> ArraySlice<RoadArcID> {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            let arc = network[sorted[middle]]
            if (arc.from.raw, arc.to.raw) < (from.raw, to.raw) { low = middle + 1 } else { high = middle }
        }
        return sorted[low...].prefix { network[$0].from == from && network[$0].to == to }
    }
}
