import Coverage
import DenseTables
import RandomStreams
import RoadNetwork

/// The roads of one replication led through all their changes with nobody under way: what changing roads cost by themselves.
///
/// For measuring (`Benchmarks/going`): the same ways and circles can be worked out from nothing at any moment, to be compared with what is
/// kept up from change to change.
public struct RoadReplay {
    private let roads: RoadState
    private let longest: [UInt64]
    /// Where the plan's teams stand.
    private let sites: [SiteID]

    /// Prepares the roads of `world` in the replication of `random`; at every site of a team somebody is taken to have stood.
    public init(_ world: World, random: RandomStream) {
        roads = RoadState(RoadCauses(world, random))
        longest = world.longestDry
        sites = Set(world.teams.map(\.post)).sorted()
        for site in sites { roads.withReach(of: site) { _, _ in } }
    }

    /// How many changes there are.
    public var changes: Int { roads.changes.count }

    /// Works in the next change.
    public func advance() { roads.advance() }

    /// How many grids are within the wide circle of a team's site, summed over the sites, as kept up so far.
    public func reached() -> Int {
        sites.reduce(0) { sum, site in
            var count = 0
            roads.withReach(of: site) { _, marks in count = marks.count { $0 & SiteReach.far != 0 } }
            return sum + count
        }
    }

    /// The same worked out from nothing: times of every road, ways from every site to everything above it, and the grids around the teams'.
    ///
    /// - Complexity: O(arcs and triangles of the hierarchy + sites · arcs above them + grids around the teams' sites).
    public func reachedFromNothing() -> Int {
        let ground = roads.ground
        let hubs = HubLabels(ground.hubTree, ground.times(.car, closedTo: roads.closedTo))
        return sites.reduce(0) { sum, site in
            sum
                + ground.drives.row(of: site).count { entry in
                    let grid = ground.gridSites[Int(ground.drives.cells[entry])]
                    return UInt64(hubs.milliseconds(from: site.index, to: grid.index, ground.hubTree)) <= longest[1]
                }
        }
    }
}
