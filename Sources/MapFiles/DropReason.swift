import Organization

/// Why something of a map file is not in what was read.
public enum DropReason: Int, Sendable, CaseIterable {
    /// Roads that are planned, under construction or gone.
    case notOpen
    /// Roads for buses, races or rest areas.
    case otherUse
    /// Values of `highway` the program does not know.
    case unknownClass
    /// Roads closed to everybody on foot, on a bicycle and in a car.
    case closedToAll
    /// Roads whose direction changes with the hour, closed to vehicles here.
    case reversible
    /// Ferry lines.
    case ferry
    /// Objects marked as deleted.
    case deleted
    /// Nodes that roads refer to and the file lacks; the road is cut there.
    case missingNode
    /// Roads of which fewer than two nodes are left.
    case tooShort
    /// Turn restrictions, which the network does not know.
    case turnRestriction
    /// Speed limits written as words or beyond reach.
    case speedInWords
    /// Columns nobody asked for.
    case column
    /// Tables nobody asked for.
    case table
    /// Features without a geometry.
    case noGeometry
    /// Lines where points or polygons are wanted.
    case line

    /// The reason in words, for a list with counts.
    public var label: LocalizedText {
        switch self {
        case .notOpen: .init(zh: "未开通的道路（规划、在建、废弃）", en: "roads not open (planned, under construction, gone)")
        case .otherUse: .init(zh: "公交专用、赛道、服务区等道路", en: "ways for buses, races or rest areas")
        case .unknownClass: .init(zh: "道路类别不认识", en: "ways of an unknown class")
        case .closedToAll: .init(zh: "禁止一切通行的道路", en: "roads closed to everybody")
        case .reversible: .init(zh: "潮汐车道（对车辆按封闭处理）", en: "reversible roads, taken as closed to vehicles")
        case .ferry: .init(zh: "轮渡航线", en: "ferry lines")
        case .deleted: .init(zh: "标为已删除的对象", en: "objects marked as deleted")
        case .missingNode: .init(zh: "文件中没有的节点（道路在该处截断）", en: "nodes not in the file, where roads are cut")
        case .tooShort: .init(zh: "不足两个节点的道路", en: "roads of fewer than two nodes")
        case .turnRestriction: .init(zh: "转向限制（未采用）", en: "turn restrictions, not taken over")
        case .speedInWords: .init(zh: "无法读作数的限速（按道路类别）", en: "speed limits that are no numbers (the class decides)")
        case .column: .init(zh: "未采用的列", en: "columns not read")
        case .table: .init(zh: "未采用的表", en: "tables not read")
        case .noGeometry: .init(zh: "没有几何的要素", en: "features without geometry")
        case .line: .init(zh: "线要素", en: "lines")
        }
    }
}

/// How much was dropped, by reason.
public struct DropCounts: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: DropReason.allCases.count)

    /// Nothing dropped.
    public init() {}

    /// How often something was dropped for a reason.
    public subscript(reason: DropReason) -> Int {
        get { counts[reason.rawValue] }
        set { counts[reason.rawValue] = newValue }
    }

    /// The reasons that occurred with their counts, in the order of `DropReason`.
    public var all: [(reason: DropReason, count: Int)] {
        DropReason.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    }
}
