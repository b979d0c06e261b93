import Coverage
import DenseTables
import Dispatch
import Organization
import Places
import RoadNetwork

/// A place made ready for many runs: who is on whose list, and how long every way takes on the roads as they are.
///
/// Built once for a block of replications and read by every worker. What a plan, an incident or the weather changes is
/// not here.
public final class Ground: Sendable {
    /// The place.
    public let place: Place

    /// The minutes of the two circles planners speak of.
    public static let circleMinutes = [10, 15]

    /// The wider of them in milliseconds: how far around each site drives are listed.
    static var widestCircle: UInt32 { UInt32(circleMinutes.max() ?? 0) * 60_000 }

    /// The share of residents within 10 and 15 minutes of a 1+7+N service center by e-bike.
    public let circles: [Double]

    /// Dry travel time of each person from home to the muster point, in milliseconds, by the person's own mode.
    let homeTravel: Column<PersonID, UInt32>

    /// The same from the workplace.
    let workTravel: Column<PersonID, UInt32>

    /// The roads made ready for being closed: every run lays its own times over it.
    let hierarchy: RoadHierarchy
    /// What every way between sites comes through, and how long the ways take by car on open roads in good weather.
    let hubTree: HubTree
    let hubs: HubLabels
    /// The grids around each site.
    let drives: Drives
    /// The residents of each grid.
    let gridWeights: [UInt32]
    /// The site in the middle of each grid.
    let gridSites: [SiteID]
    /// The milliseconds of each road in good weather, by mode.
    private let metrics: [RoadMetric]
    private let openTimes: [HierarchyTravelTimes]
    private let siteNodes: [RoadNodeID]
    private let siteOfLocation: [Int32]
    private let rosterStart: [Int32]
    private let roster: [PersonID]
    private let street: [Int32]

    /// Works out every way of a place.
    ///
    /// - Complexity: one search of the roads for every seat and mode, shared among `workers`.
    public init(place: Place, speeds: SpeedTable, workers: Int = 1) {
        self.place = place
        let organization = place.organization
        precondition(place.roads.nodeCount > 0, "a place stands on at least one point")
        (rosterStart, roster) = Self.rosters(of: place)
        street = Self.streets(of: organization)

        let hierarchy = RoadHierarchy(network: place.roads)
        let metrics = TravelMode.allCases.map { RoadMetric(network: place.roads, speeds: speeds, mode: $0) }
        let openTimes = metrics.map {
            HierarchyTravelTimes(network: place.roads, hierarchy: hierarchy, metric: $0, workers: workers)
        }
        (self.hierarchy, self.metrics, self.openTimes) = (hierarchy, metrics, openTimes)
        let locations = Self.siteLocations(of: place)
        var siteOfLocation = [Int32](repeating: -1, count: place.roads.nodeCount)
        for (site, location) in locations.enumerated() { siteOfLocation[location.index] = Int32(site) }
        self.siteOfLocation = siteOfLocation
        let nodes = locations.map { RoadNodeID($0.index) }
        siteNodes = nodes
        let car = openTimes[Int(TravelMode.car.rawValue)]
        hubTree = HubTree(hierarchy, places: nodes)
        hubs = HubLabels(hubTree, car)
        gridSites = place.grids.map { SiteID(raw: siteOfLocation[$0.location.index]) }
        gridWeights = place.grids.map { UInt32($0.residents) }
        precondition(
            gridWeights.reduce(0) { $0 + UInt64($1) } <= UInt32.max, "more residents than coverage can count")
        drives = Drives(
            from: nodes, to: place.grids.map { RoadNodeID($0.location.index) },
            within: Self.widestCircle, on: place.roads, car)

        circles = Self.circleShares(place, openTimes[Int(TravelMode.eBike.rawValue)])
        let travel = Self.personalTravel(place, openTimes, rosterStart, roster)
        homeTravel = Column(travel.home)
        workTravel = Column(travel.work)
    }

    /// The people an organization calls, leaders first.
    public func roster(of node: OrganizationNodeID) -> ArraySlice<PersonID> {
        roster[Int(rosterStart[node.index])..<Int(rosterStart[node.index + 1])]
    }

    /// How many streets there are; the district itself and its units count as one more.
    var streetCount: Int { Int(street.max() ?? 0) + 1 }

    /// The number of the street an organization lies in; the highest number for the district and its units.
    func street(of node: OrganizationNodeID) -> Int { Int(street[node.index]) }

    /// The site at `location`, which must be a seat, a grid, a facility or a stretch of dike.
    func site(at location: LocationID) -> SiteID {
        let site = SiteID(raw: siteOfLocation[location.index])
        precondition(site.exists, "no team can stand there: the location is not a site")
        return site
    }

    /// The longest way in good weather, in milliseconds, that is within each of the circles in weather that leaves a share of
    /// every speed.
    static func longestDry(weather: Double) -> [UInt64] {
        circleMinutes.map { minutes in
            let limit = UInt32(minutes) * 60_000
            // Slowing rounds and never turns an order around, so the last that is within is found by trying.
            var longest = UInt32(min(Double(limit) * weather + 2, Double(UInt32.max - 1)))
            while longest > 0, slowed(longest, by: weather) > limit { longest -= 1 }
            return UInt64(longest)
        }
    }

    /// A time in good weather as it is in weather that leaves a share of every speed.
    static func slowed(_ dry: UInt32, by weather: Double) -> UInt32 {
        guard dry != .max, weather > 0 else { return dry == 0 ? 0 : .max }
        return UInt32(min((Double(dry) / weather).rounded(), Double(UInt32.max)))
    }

    /// How many sites there are.
    var siteCount: Int { siteNodes.count }

    /// The number of the site at a node; -1 where no team can stand.
    func siteNumber(at node: RoadNodeID) -> Int { Int(siteOfLocation[node.index]) }

    /// The road node of a site.
    func node(of site: SiteID) -> RoadNodeID { siteNodes[site.index] }

    /// The milliseconds each road takes in good weather.
    func metric(_ mode: TravelMode) -> RoadMetric { metrics[Int(mode.rawValue)] }

    /// The times of a mode in good weather with every road open.
    func times(_ mode: TravelMode) -> HierarchyTravelTimes { openTimes[Int(mode.rawValue)] }

    /// The times of a mode in good weather with some roads closed.
    ///
    /// - Complexity: O(roads + triangles of the hierarchy).
    func times(_ mode: TravelMode, closedTo: [TravelModeSet]) -> HierarchyTravelTimes {
        var metric = metric(mode)
        for road in closedTo.indices where closedTo[road].contains(mode) { metric.close(RoadArcID(road)) }
        return HierarchyTravelTimes(network: place.roads, hierarchy: hierarchy, metric: metric)
    }

    /// Dry travel time between two sites by car, in milliseconds.
    func travel(from: SiteID, to: SiteID) -> UInt32 { hubs.milliseconds(from: from.index, to: to.index, hubTree) }

    /// Everybody by calling organization: leaders first, then in the order of the place.
    private static func rosters(of place: Place) -> ([Int32], [PersonID]) {
        let people = place.people
        let persons = (0..<people.count).map { PersonID($0) }.filter { !people.traits[$0].contains(.unlisted) }
        let sorted = persons.sorted { first, second in
            let firstLeads = people.traits[first].contains(.leader)
            let secondLeads = people.traits[second].contains(.leader)
            return (people.callingNode[first].raw, firstLeads ? 0 : 1, first.raw)
                < (people.callingNode[second].raw, secondLeads ? 0 : 1, second.raw)
        }
        var start = [Int32](repeating: 0, count: place.organization.nodes.count + 1)
        for person in sorted { start[people.callingNode[person].index + 1] += 1 }
        for index in 1..<start.count { start[index] += start[index - 1] }
        return (start, sorted)
    }

    /// The number of the street each organization lies in.
    private static func streets(of organization: Organization) -> [Int32] {
        let streets = organization.nodes(at: .street)
        return organization.nodes.indices.map { index in
            let street = organization.ancestor(of: OrganizationNodeID(index), at: .street)
            return Int32(street.exists ? streets.firstIndex(of: street) ?? streets.count : streets.count)
        }
    }

    /// Everywhere a team can stand, each once, in the order of the place.
    private static func siteLocations(of place: Place) -> [LocationID] {
        var seen = Set<LocationID>()
        let all =
            place.organization.nodes.map(\.seat) + place.grids.map(\.location) + place.facilities.map(\.location)
            + place.dikePoints.map(\.location)
        return all.filter { seen.insert($0).inserted }
    }

    private static func circleShares(_ place: Place, _ travel: some TravelTimes) -> [Double] {
        let centers = place.facilities.filter { $0.kind == .serviceCenter || $0.kind == .areaCenter }
        let sources = centers.map { RoadNodeID($0.location.index) }
        let table = travel.table(from: sources, to: place.grids.map { RoadNodeID($0.location.index) })
        return circleMinutes.map { minutes in
            let reach = CoverageReach(
                minutes: minutes, sites: centers.count, weights: place.grids.map(\.residents)
            ) { site, cell in table[site, cell] }
            return reach.share(coveredBy: centers.indices.map { SiteID($0) })
        }
    }

    /// Everybody's way to the muster point, from home and from work: half of every way to a seat is worked out once.
    private static func personalTravel(
        _ place: Place, _ times: [HierarchyTravelTimes], _ start: [Int32], _ roster: [PersonID]
    ) -> (home: [UInt32], work: [UInt32]) {
        let people = place.people
        var home = [UInt32](repeating: RoadMetric.unreachable, count: people.count)
        var work = home
        for node in place.organization.nodes.indices {
            let seat = RoadNodeID(place.organization.nodes[node].seat.index)
            let listed = roster[Int(start[node])..<Int(start[node + 1])]
            for mode in TravelMode.allCases {
                let travelers = listed.filter { people.travelMode[$0] == mode.rawValue }
                if travelers.isEmpty { continue }
                let times = times[Int(mode.rawValue)]
                let goal = times.ancestors(above: seat)
                for person in travelers {
                    home[person.index] = times.milliseconds(from: RoadNodeID(people.home[person].index), to: goal)
                    work[person.index] = times.milliseconds(from: RoadNodeID(people.work[person].index), to: goal)
                }
            }
        }
        return (home, work)
    }
}
