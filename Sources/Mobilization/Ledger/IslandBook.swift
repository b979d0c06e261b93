import Coverage
import DenseTables
import Organization
import Places
import RoadNetwork

/// Which grids no car can get to from the rest of the district, and for how long: islands, 孤岛.
///
/// The rest is what is reached from the district's seat, or, if that is cut off from half of the residents itself, from the first
/// street's seat that is not; if none is left, every grid is an island.
struct IslandBook: ~Copyable {
    /// The seats of the district and the streets.
    private let seats: [SiteID]
    /// Since when each grid has been cut off; -1 while it is not.
    private var since: Column<GridID, Int64>
    /// How long each has been cut off in all, up to the last change.
    private(set) var total: Column<GridID, Int64>
    /// The most residents cut off at any time.
    private(set) var mostResidents = 0

    init(_ world: World) {
        let nodes = [OrganizationNodeID(0)] + world.organization.nodes(at: .street)
        seats = nodes.map { world.ground.site(at: world.organization.nodes[$0.index].seat) }
        since = Column(repeating: -1, count: world.roadsMayChange ? world.ground.place.grids.count : 0)
        total = Column(repeating: 0, count: since.count)
    }

    /// Roads have changed: some grids may have become islands, others not be any longer.
    mutating func roadsChanged(at now: Int64, _ world: World, _ roads: borrowing RoadBook) {
        if since.count == 0 { return }
        let grids = world.ground.place.grids
        let total = grids.reduce(0) { $0 + $1.residents }
        var hub = SiteID.none
        for seat in seats where !hub.exists {
            var reached = 0
            for (index, grid) in grids.enumerated()
            where roads.travel(from: seat, to: world.ground.gridSites[index], world) != .max {
                reached += grid.residents
            }
            if 2 * reached >= total { hub = seat }
        }
        var residents = 0
        for index in 0..<since.count {
            let grid = GridID(index)
            let isCutOff = !hub.exists || roads.travel(from: hub, to: world.ground.gridSites[index], world) == .max
            if isCutOff { residents += grids[index].residents }
            if isCutOff, since[grid] < 0 {
                since[grid] = now
            } else if !isCutOff, since[grid] >= 0 {
                self.total[grid] += now - since[grid]
                since[grid] = -1
            }
        }
        mostResidents = max(mostResidents, residents)
    }

    /// Books everything up to the end of a run.
    mutating func close(at horizon: Int64) {
        for index in 0..<since.count where since[GridID(index)] >= 0 {
            total[GridID(index)] += horizon - since[GridID(index)]
            since[GridID(index)] = horizon
        }
    }
}
