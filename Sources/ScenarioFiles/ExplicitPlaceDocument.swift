import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words
import WrittenFiles

/// A place written out item by item: the `explicit` object of a place, for streets small enough to write by hand.
///
/// Items refer to each other by name; the names become row numbers here, and whatever is wrong with the whole is reported
/// where it is written.
struct ExplicitPlaceDocument {
    let departments: [PlaceFigures.Department]
    /// The names of its points.
    let points: [String]
    /// The place, which can be made; nil if something is wrong with it, which has been reported.
    let place: ExplicitPlace?

    init(_ reader: inout ObjectReader, name: LocalizedText, code: String, stations: [ServiceStation]) {
        let points = reader.table("points", .coordinate, help: .init(zh: "地点", en: "points on the ground, by name"))
        var consistency = PlaceConsistency(points: reader.isSound ? points.map(\.value) : [])
        let pointNames = NameTable(.init(zh: "地点名", en: "the name of a point"), points.map(\.name))
        self.points = points.map(\.name)
        let heights = Self.heights(&reader, pointNames)
        let roads = reader.list(
            "roads", default: "[]", help: .init(zh: "道路；省略则各点直通", en: "roads; straight ways everywhere if left out")
        ) { inner in
            let road = Self.road(&inner, pointNames)
            consistency.look(at: road, inner)
            return road
        }
        let roadNames = roads.map(\.name)
        let writtenDepartments = reader.dictionary("departments", default: "{}") { code, inner in
            PlaceFigures.Department(code: code, name: inner.value("name", .text), officersPerStreet: 0)
        }.map(\.value)
        let departmentNames = NameTable(
            .init(zh: "部门", en: "a department of the place"), writtenDepartments.map(\.code))
        if writtenDepartments.count > Self.mostDepartments {
            reader.fault(
                .init(
                    .tooLarge, .init(zh: "部门太多", en: "there are too many departments"),
                    expected: .init(zh: "至多 \(Self.mostDepartments) 个", en: "at most \(Self.mostDepartments)")),
                at: "departments")
        }
        let tree = Self.organization(&reader, code, pointNames)
        let nodeNames = NameTable(.init(zh: "组织名", en: "the name of an organization"), tree.names)
        var ordinals = [UInt32](repeating: 0, count: tree.nodes.count)
        var total = 0.0
        var counted: [(common: PersonRecord, ordinals: Range<UInt32>)] = []
        var scattered: [ScatteredPeople] = []
        _ = reader.list(
            "people", help: .init(zh: "人员", en: "people; `count` repeats an entry, `scattered` draws their homes")
        ) {
            let entry = Self.people(&$0, nodeNames, pointNames, departmentNames, tree.nodes, &ordinals, &total)
            consistency.note(home: entry.common, $0)
            switch entry {
            case .counted(let common, let ordinals): counted.append((common, ordinals))
            case .scattered(let group): scattered.append(group)
            }
        }
        // Nobody is written out until it is known that there are not too many.
        let people =
            total > Double(Self.mostPeople) ? [] : counted.flatMap { Self.records($0.common, $0.ordinals, tree.nodes) }
        let grids = reader.list("grids", default: "[]") { inner in
            let grid = Self.grid(&inner, nodeNames, pointNames)
            consistency.look(at: grid, inner)
            return grid
        }
        let residents = grids.reduce(0) { $0 + $1.residents }
        if residents > Self.mostResidents {
            reader.fault(
                .init(
                    .inconsistent,
                    .init(zh: "各网格共有居民 \(residents) 人", en: "the grids have \(residents) residents in all"),
                    expected: .init(zh: "至多 \(Self.mostResidents) 人", en: "at most \(Self.mostResidents)")), at: "grids"
            )
        }
        let facilities = reader.list("facilities", default: "[]") { inner in
            let facility = Facility(
                kind: inner.value("kind", .name(of: WrittenFacility.self)).kind, name: inner.value("name", .text),
                location: LocationID(inner.value("at", .reference(to: pointNames))),
                node: OrganizationNodeID(inner.value("node", .reference(to: nodeNames))))
            consistency.look(at: facility, inner)
            return facility
        }
        let dikePoints = reader.list("dikePoints", default: "[]") { inner in
            let point = DikePoint(
                name: inner.value("name", .text), location: LocationID(inner.value("at", .reference(to: pointNames))),
                node: OrganizationNodeID(inner.value("node", .reference(to: nodeNames))))
            consistency.look(at: point, inner)
            return point
        }
        departments = writtenDepartments
        // A street from every point to every other: so many that more of them are no place anybody meant.
        let isMesh = roads.isEmpty && points.count > Self.mostPointsWithoutRoads
        if isMesh { reader.fault(.tooManyPointsWithoutRoads(points.count, Self.mostPointsWithoutRoads), at: "points") }
        guard tree.isTree, !isMesh else {
            place = nil
            return
        }
        let explicit = ExplicitPlace(
            name: name,
            points: points.enumerated().map { number, point in
                RoadNode(
                    longitude: point.value.longitude, latitude: point.value.latitude,
                    elevation: heights[number] ?? .infinity)
            },
            roads: roads.enumerated().flatMap { number, road in
                road.arcs.map { arc in
                    var arc = arc
                    arc.name = road.name.isEmpty ? nil : Int32(number)
                    return arc
                }
            }, roadNames: roadNames, organization: tree.nodes, people: people, grids: grids, facilities: facilities,
            dikePoints: dikePoints, departments: writtenDepartments, scattered: scattered, stations: stations)
        do throws(PlaceError) {
            _ = try explicit.place()
            place = explicit
            if roads.isEmpty, points.count > 1 { reader.warn(.roadsAreMadeUp, at: "roads") }
            consistency.warnOfIslands(explicit, reader, seats: tree.seats)
        } catch {
            place = nil
            let isSound = reader.isSound
            for problem in error.problems where isSound {
                let (text, location) = Self.fault(problem, consistency, tree, reader)
                reader.decoder.fault(text, at: location)
            }
        }
    }

    /// The height of each point that has one, by number; water never reaches the others.
    private static func heights(_ reader: inout ObjectReader, _ points: NameTable) -> [Int: Double] {
        let written = reader.table(
            "heights", .distance, default: "{}",
            help: .init(zh: "各地点高出常水位多少；省略者不会被淹", en: "height of points above the normal water; others stay dry"))
        var heights: [Int: Double] = [:]
        for (name, height) in written {
            if let number = points.number(of: name) {
                heights[number] = height
            } else if !points.isUnknown {
                reader.fault(.unknownName(name, points.sort, among: points.names), at: "heights")
            }
        }
        return heights
    }

    private static func road(
        _ reader: inout ObjectReader, _ points: NameTable
    ) -> (arcs: [RoadArc], name: String) {
        let name = reader.optional("name", .string, help: .init(zh: "路名", en: "its name, for closures")) ?? ""
        let arc = RoadArc(
            from: RoadNodeID(reader.value("from", .reference(to: points))),
            to: RoadNodeID(reader.value("to", .reference(to: points))),
            length: reader.value("length", .distance, help: .init(zh: "长度", en: "length")),
            roadClass: reader.value("class", .name(of: WrittenRoadClass.self), default: #""street""#).roadClass,
            isBridge: reader.value(
                "bridge", .flag, default: "false", help: .init(zh: "是桥", en: "whether it is a bridge")))
        return (reader.value("oneWay", .flag, default: "false") ? [arc] : [arc, arc.reversed], name)
    }

    // MARK: Organization

    /// The organizations in the order in which parents come first, with the numbers of their names.
    struct Tree {
        var names: [String] = []
        /// Where the parent and the seat of each are written.
        var parents: [DocumentLocation] = []
        var seats: [DocumentLocation] = []
        var nodes: [OrganizationNode] = []
        var isTree = true
    }

    private struct WrittenNode {
        let parent: String?
        let level: OrganizationLevel
        let name: LocalizedText
        let seat: Int
        let locations: (parent: DocumentLocation, seat: DocumentLocation)
    }

    private static func organization(_ reader: inout ObjectReader, _ code: String, _ points: NameTable) -> Tree {
        let written = reader.dictionary(
            "organization", help: .init(zh: "组织，按名引用上级", en: "organizations; each names its parent")
        ) {
            _, inner in
            WrittenNode(
                parent: inner.optional("parent", .string),
                level: inner.value("level", .name(of: WrittenOrganizationLevel.self)).level,
                name: inner.value("name", .text), seat: inner.value("seat", .reference(to: points)),
                locations: (inner.location(of: "parent"), inner.location(of: "seat")))
        }
        let isSound = reader.isSound
        var tree = Tree()
        var numbers: [String: Int] = [:]
        var paths: [String] = []
        var left = written
        // Parents first; what is left when nobody can be placed hangs on itself or on nothing.
        while !left.isEmpty {
            let (ready, waiting) = left.partitioned { $0.value.parent.map { numbers[$0] != nil } ?? true }
            if ready.isEmpty { break }
            for (name, node) in ready {
                let parent = node.parent.flatMap { numbers[$0] }
                let path = parent.map { paths[$0] + "/" + name } ?? code
                numbers[name] = tree.nodes.count
                paths.append(path)
                tree.names.append(name)
                tree.parents.append(node.locations.parent)
                tree.seats.append(node.locations.seat)
                if let parent, isSound, tree.nodes[parent].level.rawValue >= node.level.rawValue {
                    reader.decoder.fault(
                        .parentBelow(tree.nodes[parent].level, node.level), at: node.locations.parent)
                }
                tree.nodes.append(
                    OrganizationNode(
                        parent: parent.map { OrganizationNodeID($0) } ?? .none, level: node.level, name: node.name,
                        path: path, seat: LocationID(node.seat)))
            }
            left = waiting
        }
        reportLeft(left, among: written.map(\.name), reader)
        if !left.isEmpty { tree.isTree = false }
        // Whoever names these names something that is there, if in the wrong place.
        tree.names += left.map(\.name)
        return tree
    }

    private static func reportLeft(
        _ left: [(name: String, value: WrittenNode)], among names: [String], _ reader: borrowing ObjectReader
    ) {
        for (name, node) in left {
            guard let parent = node.parent else { continue }
            let isKnown = names.contains(parent)
            reader.fault(
                .init(
                    isKnown ? .inconsistent : .unknownName,
                    isKnown
                        ? .init(zh: "组织\(name)的上级绕成了圈", en: "the organization \(name) is above itself: a cycle")
                        : .init(
                            zh: "组织\(name)的上级\(parent)不存在",
                            en: "the parent \(parent) of the organization \(name) does not exist"),
                    expected: .init(
                        zh: "向上终止于没有 parent 的一级", en: "a chain of parents that ends at one without a parent"),
                    nearest: isKnown ? nil : nearestName(to: parent, among: names), isShape: false), at: "organization")
        }
    }

    // MARK: People and grids

    /// The most people a place may have; each takes some tens of bytes.
    private static let mostPeople = 10_000_000
    /// As many as a place made from figures may have; a person's department takes a byte.
    private static let mostDepartments = 200
    /// The most points that straight ways join where no road is written; the ways are as many as the square of it.
    private static let mostPointsWithoutRoads = 1000
    /// As many as a place made from figures may have; coverage counts them in 32 bits.
    private static let mostResidents = 100_000_000

    /// An entry of the list of people.
    private enum Entry {
        case counted(PersonRecord, Range<UInt32>)
        case scattered(ScatteredPeople)

        /// What the people of the entry have in common.
        var common: PersonRecord {
            switch self {
            case .counted(let common, _): common
            case .scattered(let group): group.common
            }
        }
    }

    private static func people(
        _ reader: inout ObjectReader, _ nodes: NameTable, _ points: NameTable, _ departments: NameTable,
        _ tree: [OrganizationNode], _ ordinals: inout [UInt32], _ total: inout Double
    ) -> Entry {
        let node = reader.value(
            "node", .reference(to: nodes), help: .init(zh: "由谁呼叫、在哪集结", en: "who calls, and where they muster"))
        let role = reader.value("role", .name(of: WrittenRole.self)).role
        let home = reader.value("home", .reference(to: points))
        let work = reader.optional("work", .reference(to: points)) ?? home
        let mode = reader.value("mode", .name(of: WrittenMode.self), default: #""walk""#).mode
        var traits: PersonTraits = []
        let flags: [(String, PersonTraits)] = [
            ("leader", .leader), ("fullMember", .fullMember), ("onDuty", .onDuty), ("staleEntry", .staleEntry),
            ("unlisted", .unlisted),
        ]
        for (key, trait) in flags where reader.value(key, .flag, default: "false") { traits.insert(trait) }
        let department = reader.optional("department", .reference(to: departments))
        let listings = reader.value(
            "listings", .integer(in: 0...3), default: "1", help: .init(zh: "几份名册上有名", en: "rosters with the name"))
        let propensity = reader.value(
            "propensity", .number(in: 0...100), default: "1",
            help: .init(zh: "应召意愿，平均为1", en: "readiness, 1 on average"))
        let count = reader.value(
            "count", .integer(in: 0...1_000_000), default: "1", help: .init(zh: "同样的人有几名", en: "how many such people"))
        let spread = reader.optionalObject("scattered", help: .init(zh: "住处散布在 home 周围", en: "homes around `home`")) {
            Scatter(&$0)
        }
        var common = PersonRecord(
            key: EntityKey(path: ""), home: LocationID(home), work: LocationID(work),
            callingNode: OrganizationNodeID(node), listings: UInt8(listings), role: role, traits: traits,
            department: UInt8(clamping: department ?? 0), travelMode: mode.rawValue, propensity: Float(propensity))
        guard tree.indices.contains(node) else { return .counted(common, 0..<0) }
        let first = ordinals[node] + 1
        guard let spread else {
            total += Double(count)
            if isTooMany(total, "count", reader) { return .counted(common, 0..<0) }
            ordinals[node] += UInt32(count)
            return .counted(common, first..<first + UInt32(count))
        }
        ordinals[node] = first
        common.key = tree[node].key.child(first)
        let group = ScatteredPeople(
            common: common, radius: spread.radius, perSquareKilometer: spread.perSquareKilometer)
        if group.mean > 1_000_000 {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "平均超过一百万人", en: "more than a million people live there on average"),
                    expected: .init(zh: "较小的范围或密度", en: "a smaller radius or a lower density")), at: "scattered")
        }
        total += group.mean
        _ = isTooMany(total, "scattered", reader)
        return .scattered(group)
    }

    /// So many people who differ in nothing but their key.
    private static func records(
        _ common: PersonRecord, _ ordinals: Range<UInt32>, _ tree: [OrganizationNode]
    ) -> [PersonRecord] {
        ordinals.map { ordinal in
            var record = common
            record.key = tree[common.callingNode.index].key.child(ordinal)
            return record
        }
    }

    /// Whether there are more people than a place may have, which is reported.
    private static func isTooMany(_ total: Double, _ key: String, _ reader: borrowing ObjectReader) -> Bool {
        guard total > Double(mostPeople) else { return false }
        reader.fault(
            .init(
                .tooLarge, .init(zh: "人员太多", en: "there are too many people"),
                expected: .init(zh: "合计至多 \(mostPeople) 人", en: "at most \(mostPeople) in all")), at: key)
        return true
    }

    /// How far and how densely people are scattered.
    private struct Scatter {
        let radius: Double
        let perSquareKilometer: Double

        init(_ reader: inout ObjectReader) {
            radius = reader.value(
                "within", .distance(to: "100 km"), help: .init(zh: "离 home 多远以内", en: "how far from `home` at most"))
            perSquareKilometer = reader.value(
                "perSquareKilometer", .number(in: 0...100_000),
                help: .init(zh: "每平方公里平均人数", en: "how many on a square kilometer, on average"))
        }
    }

    private static func grid(_ reader: inout ObjectReader, _ nodes: NameTable, _ points: NameTable) -> Grid {
        func count(_ key: String, _ text: String?) -> Int {
            reader.value(key, .integer(in: 0...10_000_000), default: text)
        }
        return Grid(
            node: OrganizationNodeID(reader.value("node", .reference(to: nodes))),
            location: LocationID(reader.value("at", .reference(to: points))), residents: count("residents", nil),
            households: count("households", nil), residentsNeedingHelp: count("residentsNeedingHelp", "0"),
            lowHouseholds: count("lowHouseholds", "0"),
            lowResidentsNeedingHelp: count("lowResidentsNeedingHelp", "0"),
            lowestHomes: reader.optional("lowestHomes", .distance) ?? .infinity)
    }
}

/// A facility's kind as scenario files write it.
private enum WrittenFacility: String, CaseIterable {
    case serviceCenter, areaCenter, communityCenter, hospital, shelter

    /// The kind meant.
    var kind: Facility.Kind {
        switch self {
        case .serviceCenter: .serviceCenter
        case .areaCenter: .areaCenter
        case .communityCenter: .communityCenter
        case .hospital: .hospital
        case .shelter: .shelter
        }
    }
}

/// A class of road as scenario files write it.
private enum WrittenRoadClass: String, CaseIterable {
    case arterial, street, lane, mountainRoad, motorway, path

    /// The class meant.
    var roadClass: RoadClass {
        switch self {
        case .arterial: .arterial
        case .street: .street
        case .lane: .lane
        case .mountainRoad: .mountainRoad
        case .motorway: .motorway
        case .path: .path
        }
    }
}

extension Array {
    /// The elements that satisfy `test` and those that do not, each in order.
    fileprivate func partitioned(_ test: (Element) -> Bool) -> (ready: [Element], waiting: [Element]) {
        (filter(test), filter { !test($0) })
    }
}
