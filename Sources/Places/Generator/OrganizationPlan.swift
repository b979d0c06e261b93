import DenseTables
import Organization
import RandomStreams
import Words

/// The tree of standing organizations of a generated place, and where each kind of node is in it.
struct OrganizationPlan {
    private(set) var nodes: [OrganizationNode] = []
    private(set) var streets: [OrganizationNodeID] = []
    private(set) var communities: [OrganizationNodeID] = []
    private(set) var grids: [OrganizationNodeID] = []
    private(set) var compounds: [OrganizationNodeID] = []
    private(set) var units: [OrganizationNodeID] = []
    private(set) var hospitals: [OrganizationNodeID] = []

    /// For each compound, whether it has a property company.
    private(set) var hasCompany: [Bool] = []

    let district = OrganizationNodeID(0)

    /// Builds the tree: the district, its streets with all that is below them, then units and hospitals.
    init(figures: PlaceFigures, ground: GroundPlan, random: RandomStream) {
        let settlements = ground.settlements
        let core = Self.core(figures, settlements)
        let seat = ground.nearestHome(to: Self.center(of: core, settlements), among: core)
        nodes.append(
            OrganizationNode(
                parent: .none, level: .district, name: figures.name, path: figures.code, seat: seat))
        let compoundCounts = apportion(
            figures.compounds,
            by: settlements.communities.map { site in
                site.isVillage ? 0 : Double(site.residents) * (figures.streets[site.street].isTown ? 0.7 : 1)
            })
        for (street, site) in settlements.streets.enumerated() {
            let seat = site.communities.first.map { ground.gridLocations[settlements.communities[$0].grids.lowerBound] }
            let id = add(district, .street, figures.streets[street].name, site.path, seat ?? nodes[0].seat)
            streets.append(id)
            for community in site.communities {
                addCommunity(
                    community, under: id, streetName: figures.streets[street].name,
                    compounds: compoundCounts[community], ground: ground, random: random)
            }
        }
        chooseCompanies(share: figures.rosters.compoundsWithProperty, random: random)
        addUnits(figures: figures, core: core, ground: ground, random: random)
    }

    /// Whether each node, by its number, is a compound with a property company.
    var hasPropertyCompany: [Bool] {
        var flags = [Bool](repeating: false, count: nodes.count)
        for (compound, has) in zip(compounds, hasCompany) { flags[compound.index] = has }
        return flags
    }

    private mutating func addCommunity(
        _ community: Int, under street: OrganizationNodeID, streetName: LocalizedText, compounds count: Int,
        ground: GroundPlan, random: RandomStream
    ) {
        let site = ground.settlements.communities[community]
        let name =
            site.isVillage
            ? LocalizedText(zh: "\(streetName.zh)第\(site.number)村", en: "\(streetName.en) village \(site.number)")
            : LocalizedText(zh: "\(streetName.zh)第\(site.number)社区", en: "\(streetName.en) community \(site.number)")
        let id = add(street, .community, name, site.path, ground.gridLocations[site.grids.lowerBound])
        communities.append(id)
        for grid in site.grids {
            let number = ground.settlements.grids[grid].number
            let gridName = LocalizedText(zh: "\(name.zh)第\(number)网格", en: "\(name.en), grid \(number)")
            grids.append(add(id, .grid, gridName, ground.settlements.grids[grid].path, ground.gridLocations[grid]))
        }
        for number in 1...max(count, 1) where count > 0 {
            let path = "\(site.path)/c\(number)"
            let bits = random.bits(EntityKey(path: path), .placeGrids)
            let grid = site.grids.lowerBound + Int(bits.uniform * Double(site.grids.count))
            let compoundName = LocalizedText(zh: "\(name.zh)第\(number)小区", en: "\(name.en), compound \(number)")
            compounds.append(
                add(id, .compound, compoundName, path, ground.home(in: grid, bits.secondUniform)))
        }
    }

    /// Exactly a share of the compounds has a company: those with the lowest draws.
    private mutating func chooseCompanies(share: Double, random: RandomStream) {
        let draws = compounds.map { random.uniform(nodes[$0.index].key, .placeFacilities) }
        let order = draws.indices.sorted { (draws[$0], $0) < (draws[$1], $1) }
        hasCompany = Array(repeating: false, count: compounds.count)
        for index in order.prefix(Int((Double(compounds.count) * share).rounded())) { hasCompany[index] = true }
    }

    private mutating func addUnits(figures: PlaceFigures, core: [Int], ground: GroundPlan, random: RandomStream) {
        let residents = CumulativeWeights(core.map { Double(ground.settlements.grids[$0].residents) })
        for (code, zh, en, count) in [
            ("u", "单位", "unit", figures.rosters.units), ("h", "医院", "hospital", figures.rosters.hospitals),
        ] {
            for number in 1...max(count, 1) where count > 0 {
                let path = "\(figures.code)/\(code)\(number)"
                let bits = random.bits(EntityKey(path: path), .placeFacilities)
                let seat = ground.home(in: core[residents.index(at: bits.uniform)], bits.secondUniform)
                let name = LocalizedText(
                    zh: "\(figures.name.zh)第\(number)\(zh)", en: "\(figures.name.en) \(en) \(number)")
                let id = add(district, .unit, name, path, seat)
                if code == "u" { units.append(id) } else { hospitals.append(id) }
            }
        }
    }

    private mutating func add(
        _ parent: OrganizationNodeID, _ level: OrganizationLevel, _ name: LocalizedText, _ path: String,
        _ seat: LocationID
    ) -> OrganizationNodeID {
        nodes.append(OrganizationNode(parent: parent, level: level, name: name, path: path, seat: seat))
        return OrganizationNodeID(nodes.count - 1)
    }

    /// The grids of the urban core: urban communities of subdistricts, or of towns where there is no subdistrict.
    private static func core(_ figures: PlaceFigures, _ settlements: Settlements) -> [Int] {
        let hasSubdistrict = figures.streets.contains { !$0.isTown && $0.communities > 0 }
        let grids = settlements.grids.indices.filter {
            let site = settlements.communities[settlements.grids[$0].community]
            return !site.isVillage && !(hasSubdistrict && figures.streets[site.street].isTown)
        }
        return grids.isEmpty ? Array(settlements.grids.indices) : grids
    }

    /// The mean place of the residents of some grids.
    private static func center(of grids: [Int], _ settlements: Settlements) -> PlanePoint {
        var sum = PlanePoint(x: 0, y: 0)
        var residents = 0.0
        for grid in grids.map({ settlements.grids[$0] }) {
            sum = sum + grid.center * Double(grid.residents + 1)
            residents += Double(grid.residents + 1)
        }
        return sum * (1 / residents)
    }
}
