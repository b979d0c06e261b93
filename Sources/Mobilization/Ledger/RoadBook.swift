import Coverage
import DenseTables
import Places
import RoadNetwork

/// The roads as they are now: who may use which, and how long every way takes in good weather.
///
/// The verb `Roads` closes and opens them here; everybody reads. The ways between sites are a table that a change is worked into:
/// a road changes only ways from sites that reach its end by it, to sites that are reached by it. For each road either those
/// rows or those columns are worked out again, whichever are fewer: one column for a lane that leads to one grid.
struct RoadBook: ~Copyable {
    /// What a change of roads has done to the ways between sites.
    struct Touched {
        /// Sites from which ways may have become others, with the ways there were before.
        var from: [(site: SiteID, before: [UInt32])] = []
        /// Sites to which ways may have become others.
        var to: [SiteID] = []
    }

    /// To whom each road is closed now; empty in a world whose roads never change.
    private(set) var closedTo: [TravelModeSet] = []
    /// How many changes there have been.
    private(set) var epoch = 0
    private var closedRoads = 0
    private var closedKilometers = 0.0
    /// The most kilometers of road closed to cars at any time, each direction by itself.
    private(set) var mostClosedKilometers = 0.0
    /// The times of each mode since the last change that touched it, once asked for.
    private var times: [HierarchyTravelTimes?]
    /// The ways by car from each site to each in good weather, once roads have changed; before that they are the ground's.
    private var ways: [UInt32] = []

    init(_ world: World) {
        times = Array(repeating: nil, count: TravelMode.allCases.count)
        guard world.roadsMayChange else { return }
        closedTo = Array(repeating: [], count: world.ground.place.roads.arcCount)
    }

    /// Whether any road is closed to anybody.
    private var isAltered: Bool { closedRoads > 0 }

    // MARK: Changes

    /// Closes and opens roads, and returns the sites whose ways by car have become others.
    ///
    /// Roads that close are looked at as they were, those that open as they are.
    ///
    /// - Complexity: O((roads changed + sites touched) / 16 · arcs of the selection), and a customization.
    mutating func change(_ roads: [(road: RoadArcID, closedTo: TravelModeSet)], _ world: World) -> Touched {
        let closing = roads.filter { $0.closedTo.contains(.car) && !closedTo[$0.road.index].contains(.car) }
        let opening = roads.filter { !$0.closedTo.contains(.car) && closedTo[$0.road.index].contains(.car) }
        var sides = Sides(sites: world.ground.siteCount)
        if !closing.isEmpty { mark(closing.map(\.road), world, &sides) }
        var changedModes: TravelModeSet = []
        for (road, modes) in roads {
            changedModes.formUnion(modes.symmetricDifference(closedTo[road.index]))
            closedRoads += (modes.isEmpty ? 0 : 1) - (closedTo[road.index].isEmpty ? 0 : 1)
            closedTo[road.index] = modes
        }
        func kilometers(_ roads: [(road: RoadArcID, closedTo: TravelModeSet)]) -> Double {
            roads.reduce(0) { $0 + world.ground.place.roads[$1.road].length / 1000 }
        }
        closedKilometers += kilometers(closing) - kilometers(opening)
        mostClosedKilometers = max(mostClosedKilometers, closedKilometers)
        epoch += 1
        for mode in TravelMode.allCases where changedModes.contains(mode) { times[Int(mode.rawValue)] = nil }
        if !opening.isEmpty { mark(opening.map(\.road), world, &sides) }
        return workOut(sides, world)
    }

    /// The rows and columns of the table of ways that have to be worked out again.
    private struct Sides {
        var isRow: [Bool]
        var isColumn: [Bool]

        init(sites: Int) {
            (isRow, isColumn) = (Array(repeating: false, count: sites), Array(repeating: false, count: sites))
        }
    }

    /// Marks what `roads` make a difference to, on the roads as they are.
    ///
    /// A fastest way uses a road only if the road's end is reached over its beginning; seen from the site it leads to, only if
    /// the way from the beginning leads over the road.
    private mutating func mark(_ roads: [RoadArcID], _ world: World, _ sides: inout Sides) {
        let ground = world.ground
        let network = ground.place.roads
        let times = times(.car, world)
        let dry = ground.metric(.car)
        var (ends, place) = Self.ends(of: roads, network)
        let beyond = times.table(from: ends, to: ground.siteSelection)
        var used: [(road: RoadArcID, to: [Int])] = []
        for road in roads {
            let (tail, head) = (place(network[road].from), place(network[road].to))
            let reached = sides.isRow.indices.filter { site in
                let left = beyond[head, site]
                return left != .max && UInt64(left) + UInt64(dry[road]) == UInt64(beyond[tail, site])
            }
            if !reached.isEmpty { used.append((road: road, to: reached)) }
        }
        if used.isEmpty { return }
        (ends, place) = Self.ends(of: used.map(\.road), network)
        let near = times.table(from: ground.siteSelection, to: ends)
        for (road, reached) in used {
            let (tail, head) = (place(network[road].from), place(network[road].to))
            let reaching = sides.isRow.indices.filter { site in
                let gone = near[site, tail]
                return gone != .max && UInt64(gone) + UInt64(dry[road]) == UInt64(near[site, head])
            }
            if reaching.count < reached.count {
                for site in reaching { sides.isRow[site] = true }
            } else {
                for site in reached { sides.isColumn[site] = true }
            }
        }
    }

    /// The nodes at the ends of roads, each once, and the place of each in that list.
    private static func ends(
        of roads: [RoadArcID], _ network: RoadNetwork
    ) -> (nodes: [RoadNodeID], place: (RoadNodeID) -> Int) {
        let nodes = roads.flatMap { [network[$0].from, network[$0].to] }.sorted()
        var distinct: [RoadNodeID] = []
        for node in nodes where distinct.last != node { distinct.append(node) }
        return (
            distinct,
            { [distinct] node in
                var (low, high) = (0, distinct.count)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if distinct[middle] <= node { low = middle } else { high = middle }
                }
                return low
            }
        )
    }

    /// Works rows and columns of the table of ways out again.
    private mutating func workOut(_ sides: Sides, _ world: World) -> Touched {
        let ground = world.ground
        let count = ground.siteCount
        var touched = Touched()
        let rows = sides.isRow.indices.filter { sides.isRow[$0] }
        touched.to = sides.isColumn.indices.filter { sides.isColumn[$0] }.map { SiteID($0) }
        if rows.isEmpty, touched.to.isEmpty { return touched }
        if ways.isEmpty { ways = ground.siteWays }
        let times = times(.car, world)
        if !rows.isEmpty {
            let table = times.table(from: rows.map { ground.node(of: SiteID($0)) }, to: ground.siteSelection)
            for (row, site) in rows.enumerated() {
                let range = (site * count)..<((site + 1) * count)
                touched.from.append((site: SiteID(site), before: Array(ways[range])))
                ways.replaceSubrange(range, with: table.milliseconds[(row * count)..<((row + 1) * count)])
            }
        }
        if !touched.to.isEmpty {
            let table = times.table(from: ground.siteSelection, to: touched.to.map { ground.node(of: $0) })
            ways.withUnsafeMutableBufferPointer { ways in
                table.milliseconds.withUnsafeBufferPointer { times in
                    var next = 0
                    for site in 0..<count {
                        for other in touched.to {
                            ways[site * count + other.index] = times[next]
                            next += 1
                        }
                    }
                }
            }
        }
        return touched
    }

    // MARK: Ways

    /// The times of a mode on the roads as they are.
    mutating func times(_ mode: TravelMode, _ world: World) -> HierarchyTravelTimes {
        guard isAltered else { return world.ground.times(mode) }
        if let known = times[Int(mode.rawValue)] { return known }
        let new = world.ground.times(mode, closedTo: closedTo)
        times[Int(mode.rawValue)] = new
        return new
    }

    /// The way by car between two sites in good weather, in milliseconds; `UInt32.max` if there is none.
    func travel(from: SiteID, to: SiteID, _ world: World) -> UInt32 {
        guard !ways.isEmpty else { return world.ground.travel(from: from, to: to) }
        return ways[from.index * world.ground.siteCount + to.index]
    }
}
