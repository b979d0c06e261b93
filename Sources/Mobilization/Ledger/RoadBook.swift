import Coverage
import DenseTables
import Places
import RoadNetwork

/// The roads as they are now: who may use which, and how long every way takes in good weather.
///
/// The verb `Roads` closes and opens them here; everybody reads. A way is worked out again only where a change has touched it: a
/// change that no fastest way from a site uses leaves all ways from there as they were, and that is found out by asking about
/// the few roads that change instead of about all sites.
struct RoadBook: ~Copyable {
    /// Where the ways by car from a site are kept.
    private enum Row {
        /// As with every road open: in the ground's table.
        static let open: Int32 = -1
        /// Not known since a change.
        static let stale: Int32 = -2
    }

    /// To whom each road is closed now; empty in a world whose roads never change.
    private(set) var closedTo: [TravelModeSet] = []
    /// How many changes there have been.
    private(set) var epoch = 0
    private var closedRoads = 0
    /// The times of each mode since the last change that touched it, once asked for.
    private var times: [HierarchyTravelTimes?]
    private var rows: [[UInt32]] = []
    private var vacantRows: [Int32] = []
    private var rowOfSite: [Int32] = []

    init(_ world: World) {
        times = Array(repeating: nil, count: TravelMode.allCases.count)
        guard world.roadsMayChange else { return }
        closedTo = Array(repeating: [], count: world.ground.place.roads.arcCount)
        rowOfSite = Array(repeating: Row.open, count: world.ground.siteCount)
    }

    /// Whether any road is closed to anybody.
    private var isAltered: Bool { closedRoads > 0 }

    /// Kilometers of road closed to cars, each direction by itself.
    func closedKilometers(_ world: World) -> Double {
        closedTo.indices.reduce(0) { sum, road in
            closedTo[road].contains(.car) ? sum + world.ground.place.roads.arcs[road].length / 1000 : sum
        }
    }

    // MARK: Changes

    /// Closes and opens roads, and returns the sites from which any way by car to another site has become another.
    ///
    /// A fastest way from a site uses a road only if the road's end is reached over its beginning; and what the road leads to
    /// is a site only if the same holds from its beginning. Roads that close are looked at as they were, those that open as
    /// they are.
    ///
    /// - Complexity: O(roads changed / 16 · arcs of the selection), and a customization.
    mutating func change(
        _ roads: [(road: RoadArcID, closedTo: TravelModeSet)], _ world: World
    ) -> [SiteID] {
        let closing = roads.filter { $0.closedTo.contains(.car) && !closedTo[$0.road.index].contains(.car) }
        let opening = roads.filter { !$0.closedTo.contains(.car) && closedTo[$0.road.index].contains(.car) }
        var touched = [Bool](repeating: false, count: rowOfSite.count)
        if !closing.isEmpty { mark(closing.map(\.road), world, &touched) }
        var changedModes: TravelModeSet = []
        for (road, modes) in roads {
            changedModes.formUnion(modes.symmetricDifference(closedTo[road.index]))
            closedRoads += (modes.isEmpty ? 0 : 1) - (closedTo[road.index].isEmpty ? 0 : 1)
            closedTo[road.index] = modes
        }
        epoch += 1
        for mode in TravelMode.allCases where changedModes.contains(mode) { times[Int(mode.rawValue)] = nil }
        if !opening.isEmpty { mark(opening.map(\.road), world, &touched) }
        let sites = touched.indices.filter { touched[$0] }.map { SiteID($0) }
        for site in sites {
            if rowOfSite[site.index] >= 0 { vacantRows.append(rowOfSite[site.index]) }
            rowOfSite[site.index] = Row.stale
        }
        return sites
    }

    /// Marks the sites from which a fastest way to another site uses one of `roads`, on the roads as they are.
    private mutating func mark(_ roads: [RoadArcID], _ world: World, _ touched: inout [Bool]) {
        let ground = world.ground
        let network = ground.place.roads
        let times = times(.car, world)
        let dry = ground.metric(.car)
        let tails = roads.map { network[$0].from }
        let heads = roads.map { network[$0].to }
        let (ahead, beyond) = (
            times.table(from: tails, to: ground.siteSelection), times.table(from: heads, to: ground.siteSelection)
        )
        let used = roads.indices.filter { index in
            let time = UInt64(dry[roads[index]])
            return (0..<ahead.columns).contains { site in
                let left = beyond[index, site]
                return left != .max && UInt64(left) + time == UInt64(ahead[index, site])
            }
        }
        if used.isEmpty { return }
        let (near, far) = (
            times.table(from: ground.siteSelection, to: used.map { tails[$0] }),
            times.table(from: ground.siteSelection, to: used.map { heads[$0] })
        )
        for site in touched.indices where !touched[site] {
            touched[site] = used.indices.contains { place in
                let reached = near[site, place]
                return reached != .max
                    && UInt64(reached) + UInt64(dry[roads[used[place]]]) == UInt64(far[site, place])
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

    /// Makes sure that the ways by car from these sites are known.
    mutating func know(_ sites: [SiteID], _ world: World) {
        var missing: [SiteID] = []
        for site in sites where !rowOfSite.isEmpty && rowOfSite[site.index] == Row.stale {
            rowOfSite[site.index] = vacantRows.popLast() ?? Int32(rows.count)
            if rowOfSite[site.index] == rows.count { rows.append([]) }
            missing.append(site)
        }
        guard !missing.isEmpty else { return }
        let ground = world.ground
        let table = times(.car, world).table(from: missing.map { ground.node(of: $0) }, to: ground.siteSelection)
        for (row, site) in missing.enumerated() {
            rows[Int(rowOfSite[site.index])] = Array(
                table.milliseconds[(row * table.columns)..<((row + 1) * table.columns)])
        }
    }

    /// The way by car between two sites in good weather, in milliseconds; `UInt32.max` if there is none.
    ///
    /// The ways from the first must be known.
    func travel(from: SiteID, to: SiteID, _ world: World) -> UInt32 {
        let row = rowOfSite.isEmpty ? Row.open : rowOfSite[from.index]
        if row == Row.open { return world.ground.travel(from: from, to: to) }
        precondition(row != Row.stale, "the ways from a site are read before they are known")
        return rows[Int(row)][to.index]
    }
}
