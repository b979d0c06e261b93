import MapFiles
import Organization
import Reports
import Results
import RoadNetwork
import Words

/// What was found in a map file, in lines for people.
enum MapSummary {
    /// A network: its size, kilometers of road by class, kilometers for boats, and components.
    static func text(_ map: RoadMap, title: String, _ language: Language, width: Int) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let roads = map.network.arcs.filter { !$0.access.isDisjoint(with: [.land, .emergency]) }
        let statistics = RoadStatistics(RoadNetwork(nodes: map.network.nodes, arcs: roads))
        let boats = RoadStatistics(map.network).kilometers.reduce(0, +) - statistics.kilometers.reduce(0, +)
        let bridges = map.network.arcs.count { $0.isBridge }
        func share(_ share: Double) -> String { ReadableNumber.percent(share, language) }
        var rows = [
            (say("节点", "nodes"), count(map.network.nodeCount)),
            (say("路段（每个方向计一条）", "arcs (one for each direction)"), count(map.network.arcCount)),
            (say("其中桥上", "of these on bridges"), count(bridges)),
            (
                say("公里", "kilometers"),
                ReadableNumber.measured(statistics.kilometers.reduce(0, +), decimals: 1)
            ),
        ]
        for (roadClass, kilometers) in zip(RoadClass.allCases, statistics.kilometers) where kilometers > 0 {
            rows.append(
                ("  " + roadClass.label.text(in: language), ReadableNumber.measured(kilometers, decimals: 1)))
        }
        let emergency = map.network.arcs.filter { $0.access.isSuperset(of: .emergency) }
        let calls = RoadStatistics(RoadNetwork(nodes: map.network.nodes, arcs: emergency)).kilometers.reduce(0, +)
        if calls > 0 {
            rows.append(
                (
                    say("其中只供应急车辆", "of these for emergency vehicles and no other cars"),
                    ReadableNumber.measured(calls, decimals: 1)
                ))
        }
        if boats > 0 {
            rows.append(
                (
                    say("水道与轮渡公里（只供船行）", "kilometers of water, for boats alone"),
                    ReadableNumber.measured(boats, decimals: 1)
                ))
        }
        rows += [
            (say("道路的连通分量（不计方向）", "components of roads, whatever the direction"), count(map.componentCount)),
            (
                say("最大强连通分量之外的节点", "nodes outside the largest strong component"),
                share(map.shareOutsideLargest())
            ),
            (
                say("  对汽车而言", "  for cars, of the nodes they reach"),
                share(map.shareOutsideLargest(mode: .car))
            ),
        ]
        return ([title] + lines(rows + box(map.boundingBox, language), width)).joined(separator: "\n")
    }

    /// The features of a GeoJSON file.
    static func text(_ features: MapFeatures, title: String, _ language: Language, width: Int) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let counts = features.counts
        let positions = features.positions
        let rows = [
            (say("点要素", "features with points"), count(counts.points)),
            (say("多边形要素", "features with polygons"), count(counts.polygons)),
            (say("坐标", "positions"), count(positions.count)),
        ]
        return ([title] + lines(rows + box(BoundingBox(positions), language), width)).joined(separator: "\n")
    }

    private static func count(_ number: Int) -> String { ReadableNumber.count(Double(number)) }

    /// Labels and what belongs to them, in two columns; a label that leaves no room for it stands on lines of its own.
    private static func lines(_ rows: [(String, String)], _ columns: Int) -> [String] {
        let values = rows.map { DisplayWidth.of($0.1) }.max() ?? 0
        let widest = rows.map { DisplayWidth.of($0.0) }.filter { $0 + values + 4 <= columns }.max() ?? 0
        return rows.flatMap { label, value -> [String] in
            let start = "  " + DisplayWidth.padded(label, to: widest) + "  "
            if DisplayWidth.of(start) + DisplayWidth.of(value) <= columns { return [start + value] }
            let whole = DisplayWidth.wrapped(label, to: columns, first: "  ", rest: "    ", breaksWords: true)
            let last = whole[whole.count - 1] + "  " + value
            if DisplayWidth.of(last) <= columns { return whole.dropLast() + [last] }
            return whole + DisplayWidth.wrapped(value, to: columns, first: "      ", rest: "      ", breaksWords: true)
        }
    }

    private static func box(_ box: BoundingBox?, _ language: Language) -> [(String, String)] {
        guard let box else { return [] }
        func degrees(_ value: Double) -> String { NumberFormat.fixed(Meridian.written(value), decimals: 5) }
        return [
            (
                language == .zh ? "经度" : "longitude", "\(degrees(box.low.x)) … \(degrees(box.high.x))"
            ),
            (language == .zh ? "纬度" : "latitude", "\(degrees(box.low.y)) … \(degrees(box.high.y))"),
        ]
    }

    /// What was left out of some files, and what may not be what was meant.
    static func text(_ notes: [ReadingNotes], _ language: Language, width: Int) -> String {
        let left = notes.flatMap { dropped($0.dropped, language) }
        let warnings = notes.flatMap(\.warnings).flatMap {
            DisplayWidth.wrapped(
                (language == .zh ? "注意：" : "note: ") + $0.text(in: language), to: width, rest: "  ", breaksWords: true)
        }
        guard !left.isEmpty else {
            return (warnings + [language == .zh ? "没有略去任何内容" : "nothing was left out"]).joined(separator: "\n")
        }
        return (warnings + [language == .zh ? "略去：" : "left out:"] + lines(left.map { ($0.what, $0.count) }, width))
            .joined(separator: "\n")
    }

    /// What was dropped, and how often, with the first names where it has any.
    static func dropped(_ dropped: Dropped, _ language: Language) -> [(what: String, count: String)] {
        dropped.all.map { reason, count in
            let label = reason.label.text(in: language)
            let names = dropped.names(of: reason).map { printable($0) }
            guard !names.isEmpty else { return (label, Self.count(count)) }
            let list = (names + (names.count < count ? ["…"] : [])).joined(separator: language == .zh ? "、" : ", ")
            return (label, language == .zh ? "\(Self.count(count))（\(list)）" : "\(Self.count(count)) (\(list))")
        }
    }
}

extension RoadClass {
    /// What users read.
    var label: LocalizedText {
        switch self {
        case .arterial: LocalizedText(zh: "主干道", en: "arterial")
        case .street: LocalizedText(zh: "街道", en: "street")
        case .lane: LocalizedText(zh: "巷", en: "lane")
        case .mountainRoad: LocalizedText(zh: "山路", en: "mountain road")
        case .motorway: LocalizedText(zh: "高速公路或快速路", en: "motorway")
        case .path: LocalizedText(zh: "步道", en: "path")
        }
    }
}
