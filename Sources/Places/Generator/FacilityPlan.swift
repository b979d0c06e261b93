import DenseTables
import Organization
import RandomStreams
import Words

/// Where the public buildings of a generated place stand, and the points of its dikes.
enum FacilityPlan {
    /// One shelter in this many communities and villages, beside one for each street.
    ///
    /// Assumed: schools.
    private static let communitiesPerShelter = 4

    /// A bank counts as built up where people live within this many meters.
    private static let builtUpReach = 450.0

    /// The facilities: service centers from the district down, hospitals and shelters.
    static func facilities(
        figures: PlaceFigures, ground: GroundPlan, organization: OrganizationPlan, random: RandomStream
    ) -> [Facility] {
        let nodes = organization.nodes
        let communities = ground.settlements.communities
        var facilities: [Facility] = []
        func add(
            _ kind: Facility.Kind, _ zh: String, _ en: String, at location: LocationID? = nil,
            _ node: OrganizationNodeID
        ) {
            let owner = nodes[node.index]
            facilities.append(
                Facility(
                    kind: kind, name: LocalizedText(zh: owner.name.zh + zh, en: "\(owner.name.en) \(en)"),
                    location: location ?? owner.seat, node: node))
        }
        add(.serviceCenter, "党群服务中心", "service center", organization.district)
        for street in organization.streets { add(.serviceCenter, "党群服务中心", "service center", street) }
        // Business districts and parks lie among many residents; each street may have several.
        let urban = communities.indices.filter { !communities[$0].isVillage }
        let hosts = chosen(
            figures.areaCenters, of: urban.isEmpty ? Array(communities.indices) : urban, communities, random,
            occasion: 0)
        for (index, community) in hosts.enumerated() {
            let uniform = random.uniform(communities[community].key, .placeFacilities, 3)
            let grids = communities[community].grids
            let grid = grids.lowerBound + Int(uniform * Double(grids.count))
            add(
                .areaCenter, "第\(index + 1)片区党群服务中心", "area center \(index + 1)", at: ground.gridLocations[grid],
                organization.streets[communities[community].street])
        }
        for community in chosen(
            figures.communityCenters, of: Array(communities.indices), communities, random, occasion: 1)
        {
            add(.communityCenter, "党群服务中心", "service center", organization.communities[community])
        }
        for hospital in organization.hospitals { add(.hospital, "", "", hospital) }
        for street in organization.streets { add(.shelter, "应急避难场所", "shelter", street) }
        for community in chosen(
            communities.count / communitiesPerShelter, of: Array(communities.indices), communities, random, occasion: 2)
        {
            add(.shelter, "应急避难场所", "shelter", organization.communities[community])
        }
        return facilities
    }

    /// Points along both banks wherever people live beside them.
    static func dikePoints(figures: PlaceFigures, ground: GroundPlan, organization: OrganizationPlan) -> [DikePoint] {
        guard figures.river.dikePointsPerKilometer > 0 else { return [] }
        let river = ground.terrain.river
        let grids = ground.settlements.grids
        let homes = ground.homes.flatMap { $0 }
        let gridOfHome = ground.homes.indices.flatMap { grid in ground.homes[grid].map { _ in grid } }
        let hash = PointHash(homes.map { ground.points[$0.index] }, cellSize: builtUpReach)
        let spacing = 1000 / figures.river.dikePointsPerKilometer
        var points: [DikePoint] = []
        for (zh, en, side) in [("左岸", "left bank", 1.0), ("右岸", "right bank", -1.0)] {
            var number = 0
            let course = river.positions[1]...river.positions[river.positions.count - 2]
            for index in 0...Int((course.upperBound - course.lowerBound) / spacing) {
                let position = course.lowerBound + Double(index) * spacing
                let (middle, direction) = river.point(at: position)
                let bank = middle + direction.left * (side * (river.width / 2 + 5))
                var best = (distance: Self.builtUpReach, home: -1)
                hash.forEach(near: bank, within: Self.builtUpReach) { home in
                    let point = ground.points[homes[home].index]
                    let distance = point.distance(to: bank)
                    if distance < best.distance, !river.crosses(bank, point) { best = (distance, home) }
                }
                guard best.home >= 0 else { continue }
                number += 1
                points.append(
                    DikePoint(
                        name: LocalizedText(
                            zh: "\(figures.river.name.zh)\(zh)第\(number)段",
                            en: "\(figures.river.name.en), \(en) \(number)"),
                        location: homes[best.home],
                        node: organization.communities[grids[gridOfHome[best.home]].community]))
            }
        }
        return points
    }

    /// `count` of the communities, large ones more likely, by a draw of their own each; in order.
    private static func chosen(
        _ count: Int, of candidates: [Int], _ communities: [Settlements.CommunitySite], _ random: RandomStream,
        occasion: UInt32
    ) -> [Int] {
        let scores = candidates.map {
            Double(communities[$0].residents) * (0.2 + random.uniform(communities[$0].key, .placeFacilities, occasion))
        }
        let order = candidates.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        // More than there are communities: some have two.
        return (0..<count).map { candidates[order[$0 % order.count]] }.sorted()
    }
}
