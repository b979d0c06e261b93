import DenseTables
import Organization
import Places
import RoadNetwork
import Words
import WrittenFiles

extension RoadClosure {
    /// Reads the `closures` of a plan or an incident.
    static func list(_ reader: inout ObjectReader, _ names: PlaceNames) -> [RoadClosure] {
        reader.list(
            "closures", default: "[]",
            help: .init(
                zh: "封路：哪些路、何时、对谁", en: "closed roads: which, when and to whom; `from` and `until`, or `riverAbove`")
        ) { RoadClosure(&$0, names) }
    }

    private init(_ reader: inout ObjectReader, _ names: PlaceNames) {
        let name = reader.value("name", .text, default: #""closure""#)
        let extents: [Extent?] = [
            reader.value(
                "allBridges", .flag, default: "false", help: .init(zh: "所有桥梁", en: "every bridge")) ? .allBridges : nil,
            reader.optional(
                "named", .set(of: .string, count: 1...1000),
                help: .init(zh: "名称包含其一的道路和桥梁", en: "roads and bridges whose name contains one of these")
            ).map { .named($0) },
            reader.optional(
                "within", .list(of: .coordinate, count: 3...100_000),
                help: .init(zh: "区域的轮廓，触及的道路全部封闭", en: "the outline of an area; every road that touches it is closed")
            ).map { .within($0.map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) }) },
            reader.optional(
                "along", .list(of: .reference(to: names.points), count: 2...100_000),
                help: .init(zh: "沿这些地点依次的道路", en: "the roads from each of these points of the place to the next")
            ).map { .along($0.map { RoadNodeID($0) }) },
        ]
        let stated = extents.compactMap { $0 }
        if stated.count != 1 {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "封路须说明一种范围", en: "a closure says in one way which roads it closes"),
                    expected: .init(
                        zh: "allBridges、named、within、along 之一", en: "one of allBridges, named, within and along")))
        }
        if case .within(let ring)? = stated.first, !reader.decoder.isDrawing {
            switch OutlineCrossing(ring.map { SIMD2($0.longitude, $0.latitude) }) {
            case .none: break
            case .between(let one, let other): reader.fault(.crossesItself(one, other), at: "within")
            case .tooIntricate: reader.fault(.tooIntricateOutline, at: "within")
            }
        }
        let from = reader.optional(
            "from", .duration, help: .init(zh: "从首个信号起多久开始", en: "how long after the first signal it begins"))
        let until = reader.optional("until", .duration, help: .init(zh: "多久结束", en: "and how long after it ends"))
        let river = reader.optional(
            "riverAbove", .distance,
            help: .init(zh: "河水高出常水位多少时封闭", en: "the height of the river above its normal water that closes them"))
        if river != nil, from != nil || until != nil {
            reader.fault(.inconsistent(zh: "封路要么按时间要么按水位", en: "a closure hangs on times or on the river, not on both"))
        }
        if let until, until <= from ?? 0 {
            reader.fault(
                .inconsistent(zh: "封路在开始之前结束", en: "a closure ends before it begins"), at: "until")
        }
        let modes = reader.value(
            "modes", .names(of: WrittenTravelMode.self), default: #"["walk", "eBike", "car"]"#,
            help: .init(zh: "对谁封闭", en: "to whom"))
        self.init(
            name: name, extent: stated.first ?? .named([]),
            cause: river.map { .riverAbove($0) } ?? .between(from ?? 0, until),
            modes: TravelModeSet(modes.map { TravelModeSet($0.mode) }))
    }
}

extension Fault.Problem {
    fileprivate static func crossesItself(_ one: Int, _ other: Int) -> Self {
        .inconsistent(
            zh: "轮廓自相交：第\(one + 1)点之后的边与第\(other + 1)点之后的边相交",
            en: "the outline crosses itself: the side after corner \(one + 1) and the side after corner \(other + 1)",
            expected: .init(zh: "依次绕区域一周的各点", en: "corners in the order in which one walks around the area"))
    }

    fileprivate static var tooIntricateOutline: Self {
        Self(
            .tooLarge,
            .init(
                zh: "轮廓有太多又长又斜、紧挨着的边，无法逐对比较是否相交",
                en: "the outline has too many long slanting sides beside each other to compare them all"),
            expected: .init(zh: "分成几个的轮廓，或较少的边", en: "the outline in several parts, or fewer sides"))
    }
}
