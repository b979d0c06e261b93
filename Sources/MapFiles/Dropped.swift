import Words

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
    /// Ferry lines, which carry boats alone here.
    case ferry
    /// Objects marked as deleted.
    case deleted
    /// Nodes that roads refer to and the file lacks; the road is cut there.
    case missingNode
    /// Roads of which fewer than two nodes are left.
    case tooShort
    /// Turn restrictions, which the network does not know.
    case turnRestriction
    /// Areas and ferry lines drawn as relations.
    case relation
    /// Waterways closed to boats, and those in culverts.
    case noBoats
    /// Speed limits written as words or beyond reach.
    case speedInWords
    /// Values of access tags the program does not know.
    case accessInWords
    /// Values of other tags the program does not know.
    case unknownValue
    /// Tag keys that stand twice.
    case tagTwice
    /// Tag keys of ours in another case.
    case keyCase
    /// Nodes without a barrier that are closed to somebody.
    case nodeAccess
    /// Elements that are none of OSM XML.
    case element
    /// Roads whose access, speed or direction hangs on the hour, the direction or the vehicle; the plain tags count.
    case condition
    /// Fords, which are roads like others here.
    case ford
    /// Roads that large vehicles cannot use.
    case sizeLimit
    /// Columns nobody asked for.
    case column
    /// Tables nobody asked for.
    case table
    /// Features without a geometry.
    case noGeometry
    /// Lines where points or polygons are wanted.
    case line
    /// Heights of positions.
    case altitude
    /// Properties nobody asked for.
    case property
    /// Ids of features beside another among their properties, which counts.
    case otherID
    /// Areas of which only the middle was written.
    case outline
    /// Times that the format written has no place for.
    case time
    /// Closures that touch no road.
    case idleClosure

    /// The reason in words, for a list with counts.
    public var label: LocalizedText {
        switch self {
        case .notOpen: .init(zh: "未开通的道路（规划、在建、废弃）", en: "roads not open (planned, under construction, gone)")
        case .otherUse: .init(zh: "公交专用、赛道、服务区等道路", en: "ways for buses, races or rest areas")
        case .unknownClass: .init(zh: "道路类别不认识", en: "ways of an unknown class")
        case .closedToAll: .init(zh: "禁止一切通行的道路", en: "roads closed to everybody")
        case .reversible: .init(zh: "潮汐车道（对车辆按封闭处理）", en: "reversible roads, taken as closed to vehicles")
        case .ferry: .init(zh: "轮渡航线（只供船行）", en: "ferry lines, taken for boats alone")
        case .deleted: .init(zh: "标为已删除的对象", en: "objects marked as deleted")
        case .missingNode: .init(zh: "文件中没有的节点（道路在该处截断）", en: "nodes not in the file, where roads are cut")
        case .tooShort: .init(zh: "不足两个节点的道路", en: "roads of fewer than two nodes")
        case .turnRestriction: .init(zh: "转向限制（未采用）", en: "turn restrictions, not taken over")
        case .relation: .init(zh: "以关系画出的步行区与轮渡航线（未采用）", en: "areas and ferry lines drawn as relations, not taken over")
        case .noBoats: .init(zh: "禁船或在涵洞中的水道", en: "waterways closed to boats or in culverts")
        case .speedInWords: .init(zh: "无法读作数的限速（按道路类别）", en: "speed limits that are no numbers (the class decides)")
        case .accessInWords:
            .init(zh: "不认识的通行标签值（按未写处理）", en: "values of access tags not known, taken as not written")
        case .unknownValue: .init(zh: "不认识的标签值（按未写处理）", en: "values of tags not known, taken as not written")
        case .tagTwice: .init(zh: "重复的标签键（以第一个为准）", en: "tag keys that stand twice (the first counts)")
        case .keyCase: .init(zh: "大小写或空格不对的标签键（未采用）", en: "tag keys in the wrong case, not read")
        case .nodeAccess:
            .init(zh: "无障碍物的节点上的通行限制（未采用）", en: "access limits of nodes without a barrier, not taken over")
        case .element: .init(zh: "不属于 OSM XML 的元素", en: "elements that are none of OSM XML")
        case .condition:
            .init(
                zh: "通行、限速或方向随时间、方向或车种而变（按一般标签）",
                en: "access, speed or direction by hour, direction or vehicle (the plain tags count)")
        case .ford: .init(zh: "涉水路段（按普通道路）", en: "fords, taken as ordinary road")
        case .sizeLimit:
            .init(zh: "限高、限宽、限长或限重（未采用）", en: "limits of height, width, length or weight, not taken over")
        case .column: .init(zh: "未采用的列", en: "columns not read")
        case .table: .init(zh: "未采用的表", en: "tables not read")
        case .noGeometry: .init(zh: "没有几何的要素", en: "features without geometry")
        case .line: .init(zh: "线要素", en: "lines")
        case .altitude: .init(zh: "坐标中的高程", en: "heights of positions")
        case .property: .init(zh: "未采用的属性", en: "properties not read")
        case .otherID: .init(zh: "要素自身的 id（以属性中的 id 为准）", en: "ids of features whose properties have another")
        case .outline: .init(zh: "区域轮廓（只写出中心点）", en: "outlines of areas, written as their middles")
        case .time: .init(zh: "封闭的起止时刻", en: "times of closures")
        case .idleClosure: .init(zh: "没有碰到任何道路的封闭区域", en: "closed areas that touch no road")
        }
    }
}

/// What was dropped: how much for each reason, with the first few names where names tell more than a number.
public struct Dropped: Sendable, Equatable {
    /// How many names are kept for a reason.
    public static let mostNames = 8

    private var counts = [Int](repeating: 0, count: DropReason.allCases.count)
    private var names = [[String]](repeating: [], count: DropReason.allCases.count)

    /// Nothing dropped.
    public init() {}

    /// How often something was dropped for a reason.
    public subscript(reason: DropReason) -> Int {
        get { counts[reason.rawValue] }
        set { counts[reason.rawValue] = newValue }
    }

    /// The first names of what was dropped for a reason, in the order of the file.
    public func names(of reason: DropReason) -> [String] { names[reason.rawValue] }

    /// Counts one more thing that has a name.
    mutating func add(_ reason: DropReason, named name: String) {
        counts[reason.rawValue] += 1
        if names[reason.rawValue].count < Self.mostNames { names[reason.rawValue].append(name) }
    }

    /// Adds what was dropped elsewhere.
    mutating func join(_ other: Dropped) {
        for reason in DropReason.allCases {
            counts[reason.rawValue] += other[reason]
            let room = Self.mostNames - names[reason.rawValue].count
            names[reason.rawValue] += other.names(of: reason).prefix(room)
        }
    }

    /// The reasons that occurred with their counts, in the order of `DropReason`.
    public var all: [(reason: DropReason, count: Int)] {
        DropReason.allCases.filter { self[$0] > 0 }.map { ($0, self[$0]) }
    }
}
