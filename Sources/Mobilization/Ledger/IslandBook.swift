import Coverage
import DenseTables
import Organization
import Places
import RoadNetwork

/// Which grids no car can get to from the seat of the district, and for how long: islands, 孤岛.
struct IslandBook: ~Copyable {
    /// Where the district has its seat.
    let seat: SiteID
    /// Since when each grid has been cut off; -1 while it is not.
    private var since: Column<GridID, Int64>
    /// How long each has been cut off in all, up to the last change.
    private(set) var total: Column<GridID, Int64>
    /// The most residents cut off at any time.
    private(set) var mostResidents = 0
    /// The most kilometers of road closed to cars at any time, each direction by itself.
    private(set) var mostKilometers = 0.0

    init(_ world: World) {
        seat = world.ground.site(at: world.organization.nodes[0].seat)
        since = Column(repeating: -1, count: world.roadsMayChange ? world.ground.place.grids.count : 0)
        total = Column(repeating: 0, count: since.count)
    }

    /// Roads have changed: some grids may have become islands, others not be any longer.
    mutating func roadsChanged(at now: Int64, _ world: World, _ roads: borrowing RoadBook) {
        var residents = 0
        for index in 0..<since.count {
            let grid = GridID(index)
            let isCutOff = roads.travel(from: seat, to: world.ground.gridSites[index], world) == .max
            if isCutOff { residents += world.ground.place.grids[index].residents }
            if isCutOff, since[grid] < 0 {
                since[grid] = now
            } else if !isCutOff, since[grid] >= 0 {
                total[grid] += now - since[grid]
                since[grid] = -1
            }
        }
        mostResidents = max(mostResidents, residents)
        mostKilometers = max(mostKilometers, roads.closedKilometers(world))
    }

    /// Books everything up to the end of a run.
    mutating func close(at horizon: Int64) {
        for index in 0..<since.count where since[GridID(index)] >= 0 {
            total[GridID(index)] += horizon - since[GridID(index)]
            since[GridID(index)] = horizon
        }
    }
}
