import Coverage
import DenseTables
import Places
import RoadNetwork

/// The roads as they are now: who may use which, and how long every way takes in good weather.
///
/// The verb `Roads` closes and opens them here; everybody reads. The ways between sites are a table that a change is worked into: of
/// all ways only those can change that lead from a site which reaches one of the changed roads by it, to a site which is reached by
/// it; so either those rows or those columns are worked out again, whichever are fewer.
struct RoadBook: ~Copyable {
    /// The sites that a change of roads has touched.
    struct Touched {
        /// Sites from which a way has become another.
        var from: [SiteID]
        /// Sites to which a way has become another.
        var to: [SiteID]
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
        var from = [Bool](repeating: false, count: world.ground.siteCount)
        var to = from
        if !closing.isEmpty { mark(closing.map(\.road), world, &from, &to) }
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
        if !opening.isEmpty { mark(opening.map(\.road), world, &from, &to) }
        let touched = Touched(
            from: from.indices.filter { from[$0] }.map { SiteID($0) },
            to: to.indices.filter { to[$0] }.map { SiteID($0) })
        workOut(touched, world)
        return touched
    }

    /// Marks the sites from and to which a fastest way uses one of `roads`, on the roads as they are.
    ///
    /// A fastest way uses a road only if the road's end is reached over its beginning; seen from the site it leads to, only if
    /// the way from the beginning leads over the road.
    private mutating func mark(_ roads: [RoadArcID], _ world: World, _ from: inout [Bool], _ to: inout [Bool]) {
        let ground = world.ground
        let network = ground.place.roads
        let times = times(.car, world)
        let dry = ground.metric(.car)
        var (ends, place) = Self.ends(of: roads, network)
        let beyond = times.table(from: ends, to: ground.siteSelection)
        let used = roads.filter { road in
            let (tail, head) = (place(network[road].from), place(network[road].to))
            var isUsed = false
            for site in to.indices {
                let left = beyond[head, site]
                guard left != .max, UInt64(left) + UInt64(dry[road]) == UInt64(beyond[tail, site]) else { continue }
                to[site] = true
                isUsed = true
            }
            return isUsed
        }
        if used.isEmpty { return }
        (ends, place) = Self.ends(of: used, network)
        let near = times.table(from: ground.siteSelection, to: ends)
        for road in used {
            let (tail, head) = (place(network[road].from), place(network[road].to))
            for site in from.indices where !from[site] {
                let reached = near[site, tail]
                from[site] = reached != .max && UInt64(reached) + UInt64(dry[road]) == UInt64(near[site, head])
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

    /// Works the ways that a change has touched out again.
    private mutating func workOut(_ touched: Touched, _ world: World) {
        if touched.from.isEmpty || touched.to.isEmpty { return }
        let ground = world.ground
        let count = ground.siteCount
        if ways.isEmpty { ways = ground.siteWays }
        let times = times(.car, world)
        if touched.from.count <= touched.to.count {
            let table = times.table(from: touched.from.map { ground.node(of: $0) }, to: ground.siteSelection)
            for (row, site) in touched.from.enumerated() {
                for other in 0..<count { ways[site.index * count + other] = table[row, other] }
            }
        } else {
            let table = times.table(from: ground.siteSelection, to: touched.to.map { ground.node(of: $0) })
            for site in 0..<count {
                for (column, other) in touched.to.enumerated() {
                    ways[site * count + other.index] = table[site, column]
                }
            }
        }
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
