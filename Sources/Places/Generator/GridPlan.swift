import DenseTables
import Organization
import RandomStreams

/// The grids of a generated place: outlines, households, who needs help and who lives on low ground.
enum GridPlan {
    /// How much more often people in villages need help.
    ///
    /// Assumed: the young have moved to town.
    private static let villageNeed = 1.3

    static func grids(
        figures: PlaceFigures, ground: GroundPlan, organization: OrganizationPlan, random: RandomStream
    ) -> [Grid] {
        let settlements = ground.settlements
        let sites = settlements.grids
        let residents = sites.map { Double($0.residents) }
        let households = apportion(Int((Double(figures.residents) / figures.householdSize).rounded()), by: residents)
        let need = apportion(
            Int((Double(figures.residents) * figures.residentsNeedingHelp).rounded()),
            by: sites.map { site in
                Double(site.residents) * (settlements.communities[site.community].isVillage ? villageNeed : 1)
                    * (0.7 + 0.6 * random.uniform(site.key, .placeHouseholds))
            })
        let outlines = GridOutlines.cells(
            middles: sites.map(\.center),
            reaches: sites.map {
                settlements.communities[$0.community].isVillage ? $0.radius * 2.5 + 250 : $0.radius * 2
            })
        return sites.indices.map { grid in
            // Households are spread evenly over the road nodes of the grid.
            let heights = ground.homes[grid].map { ground.terrain.heightAboveWater(at: ground.points[$0.index]) }
            let low = heights.filter { $0.bankDistance < figures.river.floodPlain }.map(\.height)
            let share = Double(low.count) / Double(heights.count)
            return Grid(
                node: organization.grids[grid], location: ground.gridLocations[grid],
                outline: outlines[grid].map { ground.terrain.coordinate($0) }, residents: sites[grid].residents,
                households: households[grid], residentsNeedingHelp: need[grid],
                lowHouseholds: Int((Double(households[grid]) * share).rounded()),
                lowResidentsNeedingHelp: Int((Double(need[grid]) * share).rounded()),
                lowestHomes: low.min() ?? .infinity)
        }
    }
}
