import DenseTables
import RandomStreams
import RoadNetwork

/// Streets and lanes between houses: crossings on a bent and broken lattice, joined where nothing lies between.
///
/// Crossings of a community stand on a lattice that follows the river or road nearby and is shaken; two are neighbors
/// if no third is nearer to both (the relative neighborhood graph: Toussaint 1980; found to resemble streets by
/// Watanabe, "Evaluating the configuration and the travel efficiency on proximity graphs as transportation networks",
/// 2008). Then lanes are taken out at random as long as everything hangs together, which leaves dead ends as in real
/// towns.
struct LocalStreets {
    /// A crossing on a community's lattice.
    private struct Crossing {
        var community: Int
        var column: Int
        var row: Int
    }

    private let terrain: Terrain
    private let settlements: Settlements
    private let random: RandomStream
    private var sketch: RoadSketch
    private let trunkCount: Int
    private var crossings: [Crossing] = []
    private var spacings: [Double]

    /// Nodes of streets for each grid, about.
    ///
    /// More would not change travel times by much.
    private static let crossingsPerGrid = 15.0

    /// Every so many rows and columns of a lattice one is a street rather than a lane.
    private static let streetEvery = 4

    /// How far neighbors of a crossing are looked for at first, in meters.
    private static let firstReach = 20.0

    /// Share of the lanes kept though nothing would fall apart without them, along the rows of a lattice and across.
    ///
    /// More along than across makes blocks longer than wide, as between rows of houses.
    private static let loopsAlong = 0.65
    private static let loopsAcross = 0.3

    /// Adds the streets of all communities to the trunk roads.
    static func added(
        to trunk: RoadSketch, terrain: Terrain, settlements: Settlements, random: RandomStream
    ) throws(PlaceError) -> RoadSketch {
        var streets = LocalStreets(trunk: trunk, terrain: terrain, settlements: settlements, random: random)
        streets.addCrossings()
        streets.joinNeighbors()
        try streets.joinRest()
        return streets.sketch
    }

    private init(trunk: RoadSketch, terrain: Terrain, settlements: Settlements, random: RandomStream) {
        self.terrain = terrain
        self.settlements = settlements
        self.random = random
        sketch = trunk
        trunkCount = trunk.points.count
        spacings = Array(repeating: 0, count: trunk.points.count)
        for (grid, node) in trunk.gridNodes.enumerated() where node >= 0 { sketch.grids[node] = Int32(grid) }
    }

    // MARK: Crossings

    private mutating func addCrossings() {
        let trunk = PointHash(sketch.points, cellSize: 150)
        for community in settlements.communities.indices {
            let site = settlements.communities[community]
            let area = site.radius * site.radius * .pi
            let spacing = min(
                max((area / (Self.crossingsPerGrid * Double(site.grids.count))).squareRoot(), 35), 200)
            let reach = site.radius + 1500
            let nearby = settlements.grids.indices.filter {
                settlements.grids[$0].center.distance(to: site.center)
                    < reach + settlements.communities[settlements.grids[$0].community].radius
            }
            for grid in site.grids where sketch.gridNodes[grid] < 0 {
                sketch.gridNodes[grid] = add(
                    settlements.grids[grid].center, grid: grid, spacing: spacing,
                    crossing: Crossing(community: community, column: -1000, row: -1000))
            }
            addLattice(community, spacing: spacing, nearby: nearby, trunk: trunk)
        }
    }

    private mutating func addLattice(_ community: Int, spacing: Double, nearby: [Int], trunk: PointHash) {
        let site = settlements.communities[community]
        let axis = direction(of: community)
        let own = site.grids.map { settlements.grids[$0] }
        let ownCenters = own.map(\.center)
        let ownHash = PointHash(ownCenters, cellSize: PointHash.cellSize(for: ownCenters, atLeast: spacing))
        let widest = own.reduce(0) { max($0, $1.radius) } * 1.6 + spacing
        func isOwn(within radius: Double, of point: PlanePoint, _ test: (Settlements.GridSite, Double) -> Bool) -> Bool
        {
            var found = false
            ownHash.forEach(near: point, within: radius) { grid in
                if !found, test(own[grid], own[grid].center.distance(to: point)) { found = true }
            }
            return found
        }
        let centers = nearby.map { settlements.grids[$0].center }
        let nearbyHash = PointHash(centers, cellSize: PointHash.cellSize(for: centers, atLeast: spacing))
        let extent = own.reduce(0.0) { max($0, $1.center.distance(to: site.center) + $1.radius * 1.6) }
        let steps = min(Int(extent / spacing) + 1, 500)
        for row in -steps...steps {
            for column in -steps...steps {
                let base = site.center + axis * (Double(column) * spacing) + axis.left * (Double(row) * spacing)
                guard isOwn(within: widest, of: base, { $1 < $0.radius * 1.6 + spacing }) else { continue }
                let name = UInt32((row + 512) << 10 | (column + 512))
                let bits = random.bits(site.key, .placeRoads, name << 4)
                let isOnStreet = row % Self.streetEvery == 0 || column % Self.streetEvery == 0
                let shake =
                    PlanePoint(x: bits.uniform - 0.5, y: bits.secondUniform - 0.5)
                    * (spacing * (isOnStreet ? 0.3 : 0.45))
                let point = base + shake
                guard let grid = nearbyHash.nearest(to: point, of: centers).map({ nearby[$0] }) else { continue }
                let home = settlements.grids[grid]
                // A hamlet frays towards its edge.
                let limit = site.isVillage ? 0.8 + 0.7 * bits.uniform : 1.6
                guard home.community == community, point.distance(to: home.center) < home.radius * limit,
                    terrain.river.bankDistance(point) > 15, !terrain.river.crosses(home.center, point)
                else { continue }
                var isFree = true
                trunk.forEach(near: point, within: spacing * 0.55) { other in
                    if other < trunkCount, sketch.points[other].distance(to: point) < spacing * 0.55 { isFree = false }
                }
                guard isFree, !isOwn(within: spacing * 0.55, of: point, { $1 < spacing * 0.55 }) else { continue }
                _ = add(
                    point, grid: grid, spacing: spacing,
                    crossing: Crossing(community: community, column: column, row: row))
            }
        }
    }

    private mutating func add(_ point: PlanePoint, grid: Int, spacing: Double, crossing: Crossing) -> Int {
        sketch.points.append(point)
        sketch.grids.append(Int32(grid))
        spacings.append(spacing)
        crossings.append(crossing)
        return sketch.points.count - 1
    }

    /// The direction of a community's streets: along the river if it is near, else any, and a little off in both cases.
    private func direction(of community: Int) -> PlanePoint {
        let site = settlements.communities[community]
        let bits = random.bits(site.key, .placeRoads, 1)
        let wild = PlanePoint(x: bits.uniform - 0.5, y: bits.secondUniform - 0.5)
        let nearest = terrain.river.nearest(to: site.center)
        let flow = terrain.river.point(at: nearest.position).direction
        let pull = site.isVillage ? 0.2 : max(0.3, 2.5 - nearest.distance / 1200)
        let sum = flow * pull + wild
        return sum.length > 1e-6 ? sum * (1 / sum.length) : PlanePoint(x: 1, y: 0)
    }

    // MARK: Streets and lanes

    private mutating func joinNeighbors() {
        let hash = PointHash(sketch.points, cellSize: PointHash.cellSize(for: sketch.points, atLeast: 10, atMost: 150))
        var candidates: [(order: Double, keep: Bool, edge: RoadSketch.Edge)] = []
        for point in trunkCount..<sketch.points.count {
            for other in neighbors(of: point, hash) {
                guard !terrain.river.crosses(sketch.points[point], sketch.points[other]) else { continue }
                let isStreet = isStreet(point, other)
                let bits = random.bits(
                    settlements.communities[crossings[point - trunkCount].community].key, .placeRoads,
                    name(of: point, to: other))
                let isAlong = isAlong(point, other)
                let loops = isAlong ? Self.loopsAlong : Self.loopsAcross
                candidates.append(
                    (
                        isStreet ? 0 : isAlong ? bits.uniform : 0.3 + bits.uniform,
                        isStreet || bits.secondUniform < loops,
                        RoadSketch.Edge(
                            from: point, to: other, roadClass: isStreet ? .street : .lane,
                            length: sketch.points[point].distance(to: sketch.points[other]) * 1.03)
                    ))
            }
        }
        var joined = UnionFind(count: sketch.points.count)
        for edge in sketch.edges { joined.join(edge.from, edge.to) }
        for index in candidates.indices.sorted(by: { (candidates[$0].order, $0) < (candidates[$1].order, $1) }) {
            let candidate = candidates[index]
            if joined.join(candidate.edge.from, candidate.edge.to) || candidate.keep {
                sketch.edges.append(candidate.edge)
            }
        }
    }

    /// The neighbors of a crossing: no third point is nearer to both.
    ///
    /// Each pair is found from one side only.
    private func neighbors(of point: Int, _ hash: PointHash) -> [Int] {
        let here = sketch.points[point]
        let reach = spacings[point] * 1.9
        var near: [(distance: Double, point: Int)] = []
        // Further and further, until a point in each of eight directions is nearer than all that lies beyond.
        var radius = min(reach, Self.firstReach)
        while true {
            near.removeAll(keepingCapacity: true)
            var directions = 0
            hash.forEach(near: here, within: radius) { other in
                let way = sketch.points[other] - here
                let distance = sketch.points[other].squaredDistance(to: here)
                guard other != point, distance < radius * radius else { return }
                near.append((distance, other))
                guard distance > 0.01 else { return }
                directions |= 1 << ((way.x > 0 ? 1 : 0) + (way.y > 0 ? 2 : 0) + (abs(way.x) > abs(way.y) ? 4 : 0))
            }
            if directions == 0xff || radius >= reach { break }
            radius = min(reach, radius * 2)
        }
        near.sort { ($0.distance, $0.point) < ($1.distance, $1.point) }
        var found: [Int] = []
        for (index, candidate) in near.enumerated() {
            let other = candidate.point
            // The side with the wider reach sees the pair; of equals the earlier.
            guard spacings[other] < spacings[point] || (spacings[other] == spacings[point] && point < other) else {
                continue
            }
            let there = sketch.points[other]
            let isOpen = near[..<index].allSatisfy {
                sketch.points[$0.point].squaredDistance(to: there) >= candidate.distance
            }
            if isOpen { found.append(other) }
        }
        return found
    }

    /// Whether two crossings are next to each other on a street of the same lattice.
    private func isStreet(_ point: Int, _ other: Int) -> Bool {
        guard other >= trunkCount else { return false }
        let (one, two) = (crossings[point - trunkCount], crossings[other - trunkCount])
        guard one.community == two.community, !settlements.communities[one.community].isVillage else { return false }
        let (columns, rows) = (abs(one.column - two.column), abs(one.row - two.row))
        return columns == 1 && rows == 0 && one.row % Self.streetEvery == 0
            || columns == 0 && rows == 1 && one.column % Self.streetEvery == 0
    }

    /// Whether two crossings are next to each other in a row of the same lattice.
    private func isAlong(_ point: Int, _ other: Int) -> Bool {
        guard other >= trunkCount else { return false }
        let (one, two) = (crossings[point - trunkCount], crossings[other - trunkCount])
        return one.community == two.community && one.row == two.row
    }

    /// A name for the draws of an edge: the crossing on the lattice and the direction the edge leaves it in.
    private func name(of point: Int, to other: Int) -> UInt32 {
        let crossing = crossings[point - trunkCount]
        let way = sketch.points[other] - sketch.points[point]
        let sector =
            (way.x > 0 ? 1 : 0) + (way.y > 0 ? 2 : 0) + (abs(way.x) > abs(way.y) ? 4 : 0)
        return UInt32(((crossing.row + 1512) << 11 | (crossing.column + 1024)) & 0xfff_ffff) << 4 | UInt32(8 + sector)
    }

    /// Joins what still lies apart by the shortest way over dry ground.
    private mutating func joinRest() throws(PlaceError) {
        var joined = UnionFind(count: sketch.points.count)
        for edge in sketch.edges { joined.join(edge.from, edge.to) }
        let hash = PointHash(sketch.points, cellSize: 400)
        for point in sketch.points.indices where joined.find(point) != joined.find(0) {
            // One link for each part, from wherever it comes nearest to the rest.
            let part = joined.find(point)
            let members = sketch.points.indices.filter { joined.find($0) == part }
            var best = (distance: Double.infinity, from: -1, to: -1)
            for radius in [400.0, 1600, 6400] where best.from < 0 {
                for member in members {
                    hash.forEach(near: sketch.points[member], within: radius) { other in
                        let distance = sketch.points[other].distance(to: sketch.points[member])
                        if distance < best.distance, joined.find(other) == joined.find(0),
                            !terrain.river.crosses(sketch.points[member], sketch.points[other])
                        {
                            best = (distance, member, other)
                        }
                    }
                }
            }
            guard best.from >= 0 else { throw PlaceError([.bankWithoutBridge]) }
            joined.join(best.from, best.to)
            sketch.edges.append(
                RoadSketch.Edge(from: best.from, to: best.to, roadClass: .lane, length: best.distance * 1.05))
        }
    }
}
