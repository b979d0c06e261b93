import DenseTables
import Results
import RoadNetwork
import Statistics
import Words
import WrittenFiles

/// Whether points or boundaries belong to a network, or would under another reading of their coordinates.
///
/// A file in GCJ-02 read as WGS 84 lies some 500 m off: nothing is wrong with any number, so only the roads can tell.
public struct MapFit: Sendable {
    /// A way to read coordinates.
    public enum Reading: Sendable, Equatable {
        /// Counted from a datum.
        case datum(Datum)
        /// WGS 84 with latitude written first.
        case swapped

        /// Its name for users.
        public var name: LocalizedText {
            switch self {
            case .datum(.wgs84): .init("WGS 84")
            case .datum(.gcj02): .init("GCJ-02")
            case .datum(.bd09): .init("BD-09")
            case .swapped: .init(zh: "纬度在前", en: "latitude before longitude")
            }
        }

        /// The readings that somebody may have meant who declared `datum`.
        static func others(than datum: Datum) -> [Reading] {
            Datum.allCases.filter { $0 != datum }.map { .datum($0) } + [.swapped]
        }

        /// Where a point lies under this reading that has been read under `datum`.
        func place(of point: SIMD2<Double>, read datum: Datum) -> SIMD2<Double> {
            // What the file says, before the declared datum was taken off.
            let written = datum.fromWGS84(point)
            switch self {
            case .datum(let other): return other.toWGS84(written)
            case .swapped: return SIMD2(written.y, written.x)
            }
        }
    }

    /// How well one reading fits.
    public struct Score: Sendable, Equatable {
        /// The reading.
        public let reading: Reading
        /// The median distance to the nearest road, in meters.
        public let medianMeters: Double
        /// The share of points with a road within 2 km.
        public let shareNear: Double
        /// Whether the bounding boxes of points and network come within 2 km.
        public let overlaps: Bool
    }

    /// At most this many points are looked at, evenly spread over the file.
    private static let most = 2000

    /// A point with a road within this many meters is where the network is.
    private static let near = 2000.0

    /// The score of the reading that was declared.
    public let declared: Score

    /// The scores of the others.
    public let others: [Score]

    /// Compares points, given in WGS 84 as read under `datum`, with the roads of a network; nil if either is empty.
    ///
    /// - Complexity: O(nodes + arcs · log arcs + points).
    public init?(_ points: [SIMD2<Double>], read datum: Datum, network: RoadNetwork) {
        let nodes = network.nodes.lazy.map { SIMD2($0.longitude, $0.latitude) }
        guard let box = BoundingBox(nodes), !points.isEmpty else { return nil }
        let roads = RoadProximity(network)
        let step = max(points.count / Self.most, 1)
        let sample = stride(from: 0, to: points.count, by: step).map { points[$0] }
        func score(_ reading: Reading, _ place: (SIMD2<Double>) -> SIMD2<Double>) -> Score? {
            let placed = sample.map(place)
            guard placed.allSatisfy({ abs($0.x) <= 180 && abs($0.y) <= 90 }) else { return nil }
            let distances = placed.map(roads.meters).sorted()
            let near = distances.count { $0 <= Self.near }
            return Score(
                reading: reading, medianMeters: Quantiles.quantile(0.5, ofSorted: distances) ?? .infinity,
                shareNear: Double(near) / Double(distances.count),
                overlaps: BoundingBox(points.lazy.map(place)).map(box.grown(meters: Self.near).overlaps)
                    ?? false)
        }
        guard let declared = score(.datum(datum), { $0 }) else { return nil }
        self.declared = declared
        others = Reading.others(than: datum).compactMap { reading in
            score(reading) { reading.place(of: $0, read: datum) }
        }
    }

    /// The other reading that fits clearly better, if any: at most half as far from the roads, and the declared one more
    /// than 100 m off.
    public var better: Score? {
        let best = others.min { $0.medianMeters < $1.medianMeters }
        guard let best, declared.medianMeters > 100, best.medianMeters * 2 < declared.medianMeters else { return nil }
        return best
    }

    /// What is wrong, if the points do not lie where the network is: boxes apart, or most points farther than 2 km from
    /// every road.
    public var problem: Fault.Problem? {
        guard !declared.overlaps || declared.shareNear < 0.5 else { return nil }
        let kilometers = NumberFormat.fixed(declared.medianMeters / 1000, decimals: 1)
        let hint = better.flatMap { $0.shareNear >= 0.5 ? $0.reading.name : nil }
        return Fault.Problem(
            .inconsistent,
            LocalizedText(
                zh: "文件与路网不在同一处，中位距离 \(kilometers) km",
                en: "the file does not lie where the network is, \(kilometers) km from it at the median"),
            expected: hint.map { LocalizedText(zh: "也许是\($0.zh)", en: "perhaps \($0.en)") })
    }

    /// A warning, if another reading fits clearly better.
    public var warning: LocalizedText? {
        guard problem == nil, let better else { return nil }
        func meters(_ score: Score) -> String { NumberFormat.fixed(score.medianMeters, decimals: 0) }
        return LocalizedText(
            zh:
                "按\(better.reading.name.zh)读取与道路更相符：中位距离 \(meters(better)) m，现为 \(meters(declared)) m",
            en:
                "read as \(better.reading.name.en) it fits the roads better: \(meters(better)) m from them at the median, now \(meters(declared)) m"
        )
    }
}

extension MapFeatures {
    /// Checks that the features, read under `datum`, lie where a network is.
    ///
    /// Points and corners of polygons are held against the roads, unless there are nodes within the polygons, as read or as they
    /// might be: a boundary runs through fields, and what counts there is how many nodes it encloses.
    ///
    /// - Returns: Nothing but a warning, if another reading fits clearly better.
    /// - Throws: A fault if they lie elsewhere.
    /// - Complexity: O(nodes + positions · 2000) at most.
    public func checkFit(to map: RoadMap, read datum: Datum) throws(FaultList) -> Noted<Void> {
        var notes = ReadingNotes(file.path)
        if let warning = try fitWarning(map, datum) { notes.warnings.append(warning) }
        return Noted((), notes)
    }

    private func fitWarning(_ map: RoadMap, _ datum: Datum) throws(FaultList) -> LocalizedText? {
        guard let fit = MapFit(positions, read: datum, network: map.network) else { return nil }
        let enclosed = shareEnclosed(of: map.network) { $0 }
        if enclosed == 0, let problem = fit.problem { throw FaultList(problem, file: file.path) }
        for other in Datum.allCases where other != datum {
            let share = shareEnclosed(of: map.network) { other.toWGS84(datum.fromWGS84($0)) }
            guard share > enclosed + 0.02 else { continue }
            let name = MapFit.Reading.datum(other).name
            func percent(_ share: Double) -> String { NumberFormat.percent(share, decimals: 0) }
            return LocalizedText(
                zh: "按\(name.zh)读取，界内有 \(percent(share))% 的节点，现为 \(percent(enclosed))%",
                en: "read as \(name.en) it encloses \(percent(share)) % of the nodes, now \(percent(enclosed)) %")
        }
        return enclosed > 0 ? nil : fit.warning
    }

    /// The share of the network's nodes, of 2000 evenly spread ones, within any polygon moved by `place`.
    private func shareEnclosed(of network: RoadNetwork, _ place: (SIMD2<Double>) -> SIMD2<Double>) -> Double {
        let polygons = features.flatMap { feature -> [MapPolygon] in
            guard case .polygons(let polygons) = feature.shape else { return [] }
            return polygons.map { polygon in MapPolygon(rings: polygon.rings.map { $0.map(place) }) }
        }
        guard !polygons.isEmpty, network.nodeCount > 0 else { return 0 }
        let sample = Array(stride(from: 0, to: network.nodeCount, by: max(network.nodeCount / 2000, 1)))
        let inside = sample.count { index in
            let point = SIMD2(network.nodes[index].longitude, network.nodes[index].latitude)
            return polygons.contains { $0.contains(point) }
        }
        return Double(inside) / Double(sample.count)
    }
}
