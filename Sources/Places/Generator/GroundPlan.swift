import DenseTables
import Organization
import RandomStreams
import RoadNetwork
import Words

/// The finished ground of a generated place: roads, and which of their nodes lie in which grid.
struct GroundPlan {
    let terrain: Terrain
    let settlements: Settlements
    let points: [PlanePoint]
    let roads: RoadNetwork

    /// The road nodes people of each grid live at, never empty.
    let homes: [[LocationID]]

    /// The road node at the middle of each grid.
    let gridLocations: [LocationID]

    /// Draws the ground of a district.
    init(figures: PlaceFigures, random: RandomStream) throws(PlaceError) {
        let terrain = Terrain(figures: figures, random: random)
        let settlements = Settlements(figures: figures, terrain: terrain, random: random)
        let crossings = try Bridges.crossings(
            terrain: terrain, settlements: settlements, count: figures.river.bridges)
        let trunk = try TrunkRoads.sketch(
            terrain: terrain, settlements: settlements, crossings: crossings, random: random,
            key: EntityKey(path: "\(figures.code)/roads"))
        let sketch = try LocalStreets.added(
            to: trunk, terrain: terrain, settlements: settlements, random: random)
        self.terrain = terrain
        self.settlements = settlements
        points = sketch.points
        var homes = [[LocationID]](repeating: [], count: settlements.grids.count)
        for (node, grid) in sketch.grids.enumerated() where grid >= 0 { homes[Int(grid)].append(LocationID(node)) }
        self.homes = homes
        gridLocations = sketch.gridNodes.map { LocationID($0) }
        let nodes = sketch.points.map { point in
            let coordinate = terrain.coordinate(point)
            return RoadNode(
                longitude: coordinate.longitude, latitude: coordinate.latitude,
                elevation: terrain.heightAboveWater(at: point).height)
        }
        let river = figures.river.name
        var arcs: [RoadArc] = []
        arcs.reserveCapacity(sketch.edges.count * 2)
        for edge in sketch.edges {
            let arc = RoadArc(
                from: RoadNodeID(edge.from), to: RoadNodeID(edge.to), length: edge.length, roadClass: edge.roadClass,
                isBridge: edge.bridge >= 0, name: edge.bridge >= 0 ? Int32(edge.bridge) : nil)
            arcs.append(arc)
            arcs.append(arc.reversed)
        }
        roads = RoadNetwork(
            nodes: nodes, arcs: arcs,
            names: crossings.indices.map { "\(river.zh)\($0 + 1)号桥 \(river.en) bridge \($0 + 1)" })
    }

    /// The location nearest to a point of the map, of those people live at.
    func nearestHome(to point: PlanePoint, among grids: some Sequence<Int>) -> LocationID {
        var best = (distance: Double.infinity, location: LocationID.none)
        for grid in grids {
            for home in homes[grid] {
                let distance = points[home.index].squaredDistance(to: point)
                if distance < best.distance { best = (distance, home) }
            }
        }
        return best.location
    }

    /// A random home of a grid.
    func home(in grid: Int, _ uniform: Double) -> LocationID { homes[grid][Int(uniform * Double(homes[grid].count))] }
}
