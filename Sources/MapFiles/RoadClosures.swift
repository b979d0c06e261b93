import DenseTables
import Organization
import RoadNetwork
import ScenarioFiles

/// Which arcs are closed, and when.
public struct RoadClosures: Sendable, Equatable {
    /// One arc's closure, from an instant on and before another; without them since ever or for good.
    public struct Window: Sendable, Equatable {
        /// The arc.
        public let arc: RoadArcID
        /// From when on, that instant included.
        public let from: ClosureTime?
        /// Until when, that instant not included.
        public let until: ClosureTime?

        /// Creates a closure.
        public init(arc: RoadArcID, from: ClosureTime? = nil, until: ClosureTime? = nil) {
            self.arc = arc
            self.from = from
            self.until = until
        }

        /// Whether it holds at an instant on the same clock.
        fileprivate func holds(at time: ClosureTime) -> Bool {
            from.map { $0.milliseconds <= time.milliseconds } ?? true
                && until.map { time.milliseconds < $0.milliseconds } ?? true
        }
    }

    /// The closures in the order of the file.
    public let windows: [Window]

    /// Creates closures, whose times must all be on one clock.
    public init(_ windows: [Window]) { self.windows = windows }

    /// The first time that is stated; it tells which clock the closures go by, and nil that they have no times.
    public var firstTime: ClosureTime? {
        for window in windows {
            if let time = window.from ?? window.until { return time }
        }
        return nil
    }

    /// The arcs that are closed at an instant, in the order of the network, each once.
    ///
    /// Without an instant it is every arc that is ever closed. An instant must be on the clock of the closures.
    ///
    /// - Complexity: O(n log n).
    public func closedArcs(at time: ClosureTime? = nil) -> [RoadArcID] {
        if let time, let first = firstTime {
            precondition(first.isComparable(to: time), "closures and the instant asked for must be on one clock")
        }
        var closed: [RoadArcID] = []
        for arc in windows.filter({ window in time.map { window.holds(at: $0) } ?? true }).map(\.arc).sorted()
        where closed.last != arc {
            closed.append(arc)
        }
        return closed
    }

    /// A metric with the arcs closed that are closed at an instant; without one, those that are ever closed.
    ///
    /// - Complexity: O(arcs + n log n).
    public func metric(_ metric: RoadMetric, at time: ClosureTime? = nil) -> RoadMetric {
        var metric = metric
        for arc in closedArcs(at: time) { metric.close(arc) }
        return metric
    }
}

/// Reads closures: CSV `from,to[,from_time,until_time]` of arcs between named nodes, or GeoJSON polygons, which close every
/// arc they touch, with the same two times as properties if wanted.
enum ClosureReader {
    static func read(csv bytes: [UInt8], path: String, map: RoadMap) throws(FaultList) -> RoadClosures {
        var sheet = CSVSheet(bytes, path: path, columns: ["from", "to", "from_time", "until_time"])
        sheet.require(["from", "to"])
        let nodes = map.nodesByName()
        var windows: [RoadClosures.Window] = []
        var first: ClosureTime?
        while !sheet.faults.isFull, let row = sheet.next() {
            let ends = ["from", "to"].map { column -> RoadNodeID? in
                guard let name = sheet.filled(column, row) else { return nil }
                if let node = nodes[name] { return node }
                sheet.report(
                    .map(.unknownName, "路网中没有节点 \(quoted(name))", "the network has no node \(quoted(name))"), row,
                    column)
                return nil
            }
            let times = ["from_time", "until_time"].map { column -> ClosureTime? in
                guard let text = row.text(column) else { return nil }
                do throws(Fault.Problem) {
                    return try ClosureTime(text)
                } catch {
                    sheet.report(error, row, column)
                    return nil
                }
            }
            if let problem = check(times[0], times[1], &first) { sheet.report(problem, row, "from_time") }
            guard let from = ends[0], let to = ends[1] else { continue }
            let arcs = map.network.outgoing(of: from).filter { map.network.arcs[$0].to == to }
            if arcs.isEmpty {
                sheet.report(
                    .map(
                        .unknownName,
                        "没有从 \(quoted(map.nodeNames[from.index])) 到 \(quoted(map.nodeNames[to.index])) 的路段",
                        "no arc leads from \(quoted(map.nodeNames[from.index])) to \(quoted(map.nodeNames[to.index]))"),
                    row,
                    "to")
            }
            windows += arcs.map { .init(arc: RoadArcID($0), from: times[0], until: times[1]) }
        }
        guard sheet.faults.isEmpty else { throw sheet.faults }
        return RoadClosures(windows)
    }

    static func read(geoJSON bytes: [UInt8], path: String, map: RoadMap) throws(FaultList) -> RoadClosures {
        let read = try GeoJSONReader.read(bytes, path: path)
        var faults = FaultList(files: [read.file])
        var windows: [RoadClosures.Window] = []
        var first: ClosureTime?
        for feature in read.features {
            if let problem = check(feature.from, feature.until, &first) {
                faults.add(problem, at: feature.position, .root)
            }
            guard case .polygons(let polygons) = feature.shape else {
                faults.add(
                    .map(
                        .wrongType, "点不能封闭道路", "a point closes no road",
                        expected: .init(zh: "多边形", en: "a polygon")), at: feature.position, .root)
                continue
            }
            windows += arcs(touching: polygons, in: map.network).map {
                .init(arc: $0, from: feature.from, until: feature.until)
            }
        }
        guard faults.isEmpty else { throw faults }
        return RoadClosures(windows)
    }

    /// The arcs that have a point in common with any of some polygons, each taken as a straight line.
    ///
    /// - Complexity: O(arcs + arcs near a polygon · its edges).
    static func arcs(touching polygons: [MapPolygon], in network: RoadNetwork) -> [RoadArcID] {
        network.arcs.indices.filter { index in
            let arc = network.arcs[index]
            let (from, to) = (network[arc.from], network[arc.to])
            let (start, end) = (SIMD2(from.longitude, from.latitude), SIMD2(to.longitude, to.latitude))
            return polygons.contains { $0.touches(start, end) }
        }.map { RoadArcID($0) }
    }

    /// What is wrong with the two times of a closure, seen with the first time of the file.
    private static func check(
        _ from: ClosureTime?, _ until: ClosureTime?, _ first: inout ClosureTime?
    ) -> Fault.Problem? {
        for time in [from, until].compactMap({ $0 }) {
            guard let known = first else {
                first = time
                continue
            }
            guard known.isComparable(to: time) else {
                return .inconsistent(
                    zh: "同一文件中既有日期又有时长", en: "the file mixes dates with times since the start",
                    expected: .init(zh: "只用其中一种", en: "one of the two"))
            }
        }
        guard let from, let until, until.milliseconds <= from.milliseconds else { return nil }
        return .inconsistent(zh: "封闭在开始之前结束", en: "the closure ends before it begins")
    }
}
