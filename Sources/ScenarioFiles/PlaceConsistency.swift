import DenseTables
import Organization
import Places
import RoadNetwork
import Words
import WrittenFiles

/// Holds the items of a place written out against each other while they are read, and knows where each is written.
///
/// What contradicts itself is a fault: a road to where it began, one thing written twice, more households on low ground than there are. What
/// has no effect is a warning: somebody on an island who can never come.
struct PlaceConsistency {
    /// Where the organization and the point of each grid are written.
    private(set) var grids: [(node: DocumentLocation, at: DocumentLocation)] = []

    /// The points, in degrees; none if they could not be read.
    private let points: [SIMD2<Double>]
    private var roads: Set<Road> = []
    private var facilities: Set<Building> = []
    /// What stands somewhere, and from where it must be reached; none for the seat of the first organization.
    private var places: [(at: LocationID, from: OrganizationNodeID?, location: DocumentLocation)] = []

    /// How much shorter than the straight line a road may be written, for lengths and points that were rounded: a tenth and some meters.
    private static let roundedShare = 0.9
    private static let roundedMeters = 20.0
    /// How many times as long as the straight line a road may be, and how much longer, before it is likely a slip.
    private static let longestDetour = 10.0
    private static let shortDetour = 1000.0

    /// What tells one direction of a road from another.
    private struct Road: Hashable {
        let from: RoadNodeID
        let to: RoadNodeID
        let name: String
    }

    /// All that tells one building from another.
    private struct Building: Hashable {
        let kind: Facility.Kind
        let location: LocationID
        let zh: String
        let en: String
    }

    init(points: [(longitude: Double, latitude: Double)]) {
        self.points = points.map { SIMD2($0.longitude, $0.latitude) }
    }

    mutating func look(at road: (arcs: [RoadArc], name: String), _ reader: borrowing ObjectReader) {
        guard let arc = road.arcs.first, reader.isSound else { return }
        if arc.from == arc.to { return reader.fault(.roadToItself, at: "to") }
        // Of one name there is one road from a point to another, however long it is said to be; a one-way road each way is no contradiction.
        let isNew = road.arcs.filter { roads.insert(Road(from: $0.from, to: $0.to, name: road.name)).inserted }
        if isNew.count < road.arcs.count { return reader.fault(.roadTwice(road.name)) }
        guard points.indices.contains(arc.from.index), points.indices.contains(arc.to.index) else { return }
        let straight = LocalProjection.distance(points[arc.from.index], points[arc.to.index])
        if arc.length < straight * Self.roundedShare - Self.roundedMeters {
            reader.fault(.shorterThanStraight(straight), at: "length")
        } else if arc.length > straight * Self.longestDetour + Self.shortDetour {
            reader.warn(.farLongerThanStraight(straight), at: "length")
        }
    }

    mutating func look(at grid: Grid, _ reader: borrowing ObjectReader) {
        grids.append((reader.location(of: "node"), reader.location(of: "at")))
        let helped = grid.residentsNeedingHelp > 0 ? grid.residentsNeedingHelp : grid.residents
        for (key, part, whole, name) in [
            ("residentsNeedingHelp", grid.residentsNeedingHelp, grid.residents, "residents"),
            (
                "lowResidentsNeedingHelp", grid.lowResidentsNeedingHelp, helped,
                grid.residentsNeedingHelp > 0 ? "residentsNeedingHelp" : "residents"
            ),
            ("lowHouseholds", grid.lowHouseholds, grid.households, "households"),
            ("households", grid.households, grid.residents, "residents"),
        ] where part > whole {
            return reader.fault(.moreThanWhole(part, whole, of: name), at: key)
        }
    }

    mutating func look(at facility: Facility, _ reader: borrowing ObjectReader) {
        guard reader.isSound else { return }
        let building = Building(
            kind: facility.kind, location: facility.location, zh: facility.name.zh, en: facility.name.en)
        if !facilities.insert(building).inserted { return reader.fault(.writtenTwice) }
        places.append((facility.location, nil, reader.location(of: "at")))
    }

    mutating func look(at point: DikePoint, _ reader: borrowing ObjectReader) {
        places.append((point.location, nil, reader.location(of: "at")))
    }

    /// Notes where somebody lives who musters at the seat of an organization.
    mutating func note(home person: PersonRecord, _ reader: borrowing ObjectReader) {
        places.append((person.home, person.callingNode, reader.location(of: "home")))
    }

    /// Warns of whatever no road joins to where it is needed; `seats` is where those of the organizations are written.
    ///
    /// - Complexity: O(points + roads + items).
    func warnOfIslands(_ place: ExplicitPlace, _ reader: borrowing ObjectReader, seats: [DocumentLocation]) {
        guard reader.isSound, !place.roads.isEmpty else { return }
        let components = place.components()
        let first = place.organization[0].seat
        func isJoined(_ one: LocationID, _ other: LocationID) -> Bool {
            components.joined(RoadNodeID(one.index), RoadNodeID(other.index))
        }
        for (node, location) in zip(place.organization, seats) where !isJoined(node.seat, first) {
            reader.decoder.warn(.onAnIsland, at: location)
        }
        for item in places {
            let goal = item.from.map { place.organization[$0.index].seat }
            if !isJoined(item.at, goal ?? first) {
                reader.decoder.warn(goal == nil ? .onAnIsland : .homeOnAnIsland, at: item.location)
            }
        }
    }
}

// What is wrong with the items of a place, in both languages.
extension Fault.Problem {
    fileprivate static var roadToItself: Self {
        .inconsistent(
            zh: "道路的两端是同一地点", en: "the road ends where it begins", expected: .init(zh: "另一个地点", en: "another point"))
    }

    fileprivate static func roadTwice(_ name: String) -> Self {
        .inconsistent(
            zh: name.isEmpty ? "这两个地点之间已有一条未命名的道路" : "这两个地点之间已有一条名为 \(quoted(name)) 的道路",
            en: name.isEmpty
                ? "there is a road without a name between these points already"
                : "there is a road named \(quoted(name)) between these points already",
            expected: .init(zh: "每条道路只写一次，并行的道路各有名称", en: "each road once, and names for roads beside each other"))
    }

    fileprivate static var writtenTwice: Self {
        .inconsistent(
            zh: "与前面的一项完全相同", en: "this is the same as one before it", expected: .init(zh: "每项只写一次", en: "each once"))
    }

    private static func meters(_ length: Double) -> String { "\(Int(min(length, 1e15).rounded())) m" }

    fileprivate static func shorterThanStraight(_ straight: Double) -> Self {
        .inconsistent(
            zh: "道路比两端之间的直线还短", en: "the road is shorter than the straight line between its ends",
            expected: .init(zh: "至少约 \(meters(straight))", en: "about \(meters(straight)) or more"))
    }

    fileprivate static func farLongerThanStraight(_ straight: Double) -> Self {
        .inconsistent(
            zh: "道路比两端之间的直线长十倍以上", en: "the road is more than ten times as long as the straight line between its ends",
            expected: .init(zh: "接近 \(meters(straight)) 的长度", en: "a length nearer to \(meters(straight))"))
    }

    fileprivate static func moreThanWhole(_ part: Int, _ whole: Int, of name: String) -> Self {
        .inconsistent(
            zh: "\(part) 多于 \(name) 的 \(whole)", en: "\(part) is more than the \(whole) of \(name)",
            expected: .init(zh: "至多 \(whole)", en: "at most \(whole)"))
    }

    static func parentBelow(_ parent: OrganizationLevel, _ level: OrganizationLevel) -> Self {
        .inconsistent(
            zh: "上级的 level 是 \(parent)，并不高于 \(level)", en: "the parent is a \(parent), which is not above a \(level)",
            expected: .init(zh: "层级更高的组织", en: "an organization of a higher level"))
    }

    fileprivate static var onAnIsland: Self {
        .inconsistent(
            zh: "没有道路与首个组织的驻地相通", en: "no road joins this to the seat of the first organization",
            expected: .init(zh: "有路相通的地点", en: "a point that roads join to it"))
    }

    fileprivate static var homeOnAnIsland: Self {
        .inconsistent(
            zh: "没有道路从这里通到集结地，这些人永远到不了", en: "no road leads from here to where these people muster, so they never come",
            expected: .init(zh: "与其组织驻地有路相通的地点", en: "a point that roads join to the seat of their organization"))
    }

    static var roadsAreMadeUp: Self {
        .inconsistent(
            zh: "没有写道路，各地点之间均以直线街道相连",
            en: "no road is written, so a straight street leads from every point to every other",
            expected: .init(zh: "该地方的道路", en: "the roads of the place"))
    }

    static func tooManyPointsWithoutRoads(_ count: Int, _ most: Int) -> Self {
        Self(
            .tooLarge, .init(zh: "\(count) 个地点而没有道路", en: "there are \(count) points and no road"),
            expected: .init(zh: "道路；没有道路时至多 \(most) 个地点", en: "roads, or at most \(most) points without any"))
    }
}
