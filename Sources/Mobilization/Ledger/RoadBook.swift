import Coverage
import DenseTables
import Places
import RoadNetwork

/// The roads as they are now: who may use which, and how long every way takes in good weather.
///
/// The verb `Roads` closes and opens them here; everybody reads. While every road is open the ways are those of the ground,
/// worked out once for all runs. Afterward a mode's times are laid anew over the ground's hierarchy when somebody first asks,
/// and ways between sites are kept in rows until the next change.
struct RoadBook: ~Copyable {
    /// To whom each road is closed now; empty in a world whose roads never change.
    private(set) var closedTo: [TravelModeSet] = []
    /// How many changes there have been.
    private(set) var epoch = 0
    private var closedRoads = 0
    /// The times of each mode since the last change, once asked for.
    private var times: [HierarchyTravelTimes?]
    private var rows: [[UInt32]] = []
    private var rowOfSite: [Int32] = []

    init(_ world: World) {
        times = Array(repeating: nil, count: TravelMode.allCases.count)
        guard world.roadsMayChange else { return }
        closedTo = Array(repeating: [], count: world.ground.place.roads.arcCount)
        rowOfSite = Array(repeating: -1, count: world.ground.siteCount)
    }

    /// Whether any road is closed to anybody.
    var isAltered: Bool { closedRoads > 0 }

    /// Kilometers of road closed to cars, each direction by itself.
    func closedKilometers(_ world: World) -> Double {
        closedTo.indices.reduce(0) { sum, road in
            closedTo[road].contains(.car) ? sum + world.ground.place.roads.arcs[road].length / 1000 : sum
        }
    }

    /// Closes and opens roads.
    mutating func change(_ roads: [(road: RoadArcID, closedTo: TravelModeSet)]) {
        for (road, modes) in roads {
            closedRoads += (modes.isEmpty ? 0 : 1) - (closedTo[road.index].isEmpty ? 0 : 1)
            closedTo[road.index] = modes
        }
        epoch += 1
        for mode in times.indices { times[mode] = nil }
        for site in rowOfSite.indices where rowOfSite[site] >= 0 { rowOfSite[site] = -1 }
        rows.removeAll(keepingCapacity: true)
    }

    /// The times of a mode on the roads as they are.
    mutating func times(_ mode: TravelMode, _ world: World) -> HierarchyTravelTimes {
        guard isAltered else { return world.ground.times(mode) }
        if let known = times[Int(mode.rawValue)] { return known }
        let new = world.ground.times(mode, closedTo: closedTo)
        times[Int(mode.rawValue)] = new
        return new
    }

    /// Makes sure that the ways by car from these sites are known.
    mutating func know(_ sites: [SiteID], _ world: World) {
        guard isAltered else { return }
        var missing: [SiteID] = []
        for site in sites where rowOfSite[site.index] < 0 {
            rowOfSite[site.index] = Int32(rows.count + missing.count)
            missing.append(site)
        }
        guard !missing.isEmpty else { return }
        let ground = world.ground
        let table = times(.car, world).table(from: missing.map { ground.node(of: $0) }, to: ground.siteSelection)
        for row in missing.indices {
            rows.append(Array(table.milliseconds[(row * table.columns)..<((row + 1) * table.columns)]))
        }
    }

    /// The ways by car from a site that is known to every site.
    func row(from site: SiteID) -> [UInt32] {
        precondition(rowOfSite[site.index] >= 0, "the ways from a site are read before they are known")
        return rows[Int(rowOfSite[site.index])]
    }

    /// The way by car between two sites in good weather, in milliseconds; `UInt32.max` if there is none.
    func travel(from: SiteID, to: SiteID, _ world: World) -> UInt32 {
        guard isAltered else { return world.ground.travel(from: from, to: to) }
        return row(from: from)[to.index]
    }
}
