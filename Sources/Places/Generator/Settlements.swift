import Organization
import RandomStreams

/// Where people live before there are roads: streets, their communities and villages, and the grids of those.
struct Settlements {
    struct StreetSite {
        var key: EntityKey
        var path: String
        var seat: PlanePoint
        var communities: Range<Int>
    }

    struct CommunitySite {
        var street: Int
        var isVillage: Bool
        /// Counts from 1 among the urban communities, or among the villages, of its street.
        var number: Int
        var key: EntityKey
        var path: String
        var residents: Int
        var center: PlanePoint
        /// The radius of a disk as large as the built-up ground, in meters.
        var radius: Double
        var grids: Range<Int>
    }

    struct GridSite {
        var community: Int
        /// Counts from 1 in its community.
        var number: Int
        var key: EntityKey
        var path: String
        var residents: Int
        var center: PlanePoint
        /// The radius of a disk as large as the built-up ground, in meters.
        var radius: Double
    }

    private(set) var streets: [StreetSite] = []
    private(set) var communities: [CommunitySite] = []
    private(set) var grids: [GridSite] = []

    /// Residents a square meter of built-up ground.
    ///
    /// Assumed.
    private static let subdistrictDensity = 0.012
    private static let townDensity = 0.007
    private static let villageDensity = 0.004

    /// Places counts by the weights of the figures, then sites on the ground.
    init(figures: PlaceFigures, terrain: Terrain, random: RandomStream) {
        var seats: [PlanePoint] = []
        for street in figures.streets { seats.append(Self.seat(terrain.plane(street.seat), apart: seats, terrain)) }
        let territories = Territories(terrain: terrain, figures: figures, seats: seats)
        layOut(figures: figures, seats: seats, random: random)
        for street in streets.indices {
            placeUrban(street, territories: territories, terrain: terrain, random: random)
            placeVillages(street, territories: territories, terrain: terrain, random: random)
        }
        for community in communities.indices {
            placeGrids(community, territories: territories, terrain: terrain, random: random)
        }
    }

    /// Shares out residents and grids; sites get their places later.
    private mutating func layOut(figures: PlaceFigures, seats: [PlanePoint], random: RandomStream) {
        let streetResidents = apportion(figures.residents, by: figures.streets.map(\.residentWeight))
        for (index, street) in figures.streets.enumerated() {
            let path = "\(figures.code)/\(street.code)"
            let first = communities.count
            for number in 0..<(street.communities + street.villages) {
                let isVillage = number >= street.communities
                let ordinal = isVillage ? number - street.communities + 1 : number + 1
                let communityPath = "\(path)/\(isVillage ? "v" : "")\(ordinal < 10 ? "0" : "")\(ordinal)"
                communities.append(
                    CommunitySite(
                        street: index, isVillage: isVillage, number: ordinal, key: EntityKey(path: communityPath),
                        path: communityPath, residents: 0, center: seats[index], radius: 0, grids: 0..<0))
            }
            let range = first..<communities.count
            // An urban community has about two and a half times the people of a village; sizes differ by half.
            let weights = range.map {
                (communities[$0].isVillage ? 0.4 : 1) * (0.65 + 0.7 * random.uniform(communities[$0].key, .placeShape))
            }
            for (offset, residents) in apportion(streetResidents[index], by: weights).enumerated() {
                communities[first + offset].residents = residents
                let density =
                    communities[first + offset].isVillage
                    ? Self.villageDensity : street.isTown ? Self.townDensity : Self.subdistrictDensity
                communities[first + offset].radius = (Double(residents) / density / .pi).squareRoot()
            }
            streets.append(
                StreetSite(key: EntityKey(path: path), path: path, seat: seats[index], communities: range))
        }
        // Every community has a grid; large ones get the others, a little fewer a head than small ones.
        let more = apportion(
            figures.grids - communities.count,
            by: communities.map { max(Double($0.residents) - 400, 0) / (Double($0.residents) + 20_000) })
        for community in communities.indices {
            let first = grids.count
            for number in 1...(1 + more[community]) {
                let path = "\(communities[community].path)/g\(number)"
                grids.append(
                    GridSite(
                        community: community, number: number, key: EntityKey(path: path), path: path, residents: 0,
                        center: communities[community].center, radius: 0))
            }
            communities[community].grids = first..<grids.count
            let parts = apportion(
                communities[community].residents,
                by: (first..<grids.count).map { 0.7 + 0.6 * random.uniform(grids[$0].key, .placeGrids) })
            for (offset, residents) in parts.enumerated() {
                grids[first + offset].residents = residents
                grids[first + offset].radius =
                    communities[community].radius
                    * (Double(residents) / Double(max(communities[community].residents, 1))).squareRoot()
            }
        }
    }

    /// Puts urban communities close together around the street's seat, the first at the seat itself.
    private mutating func placeUrban(
        _ street: Int, territories: Territories, terrain: Terrain, random: RandomStream
    ) {
        let range = streets[street].communities.filter { !communities[$0].isVillage }
        let seat = streets[street].seat
        let area = range.reduce(0) { $0 + communities[$1].radius * communities[$1].radius }
        let reach = 1.15 * area.squareRoot()
        var placed: [PlanePoint] = []
        for community in range {
            func apart(_ point: PlanePoint) -> Double {
                placed.reduce(.infinity) { min($0, point.squaredDistance(to: $1)) }
            }
            let site =
                community == range.first
                ? seat
                : bestCandidate(
                    key: communities[community].key, purpose: .placeShape, random: random, apart: apart
                ) { bits in
                    let offset = PlanePoint(x: 2 * bits.uniform - 1, y: 2 * bits.secondUniform - 1)
                    let point = seat + offset * reach
                    return offset.squaredLength <= 1 && isSite(point, street, territories, terrain) ? point : nil
                } ?? anyCell(communities[community].key, street, placed, territories, terrain, random)
            communities[community].center = site
            placed.append(site)
        }
    }

    /// Spreads villages over the street, valleys first.
    private mutating func placeVillages(
        _ street: Int, territories: Territories, terrain: Terrain, random: RandomStream
    ) {
        var placed = streets[street].communities.filter { !communities[$0].isVillage }.map { communities[$0].center }
        for community in streets[street].communities where communities[community].isVillage {
            // A street of villages only has its first one at the seat.
            communities[community].center =
                placed.isEmpty
                ? streets[street].seat
                : anyCell(communities[community].key, street, placed, territories, terrain, random)
            placed.append(communities[community].center)
        }
    }

    /// Divides a community: grids of an urban one lie side by side, those of a village are hamlets some way apart.
    private mutating func placeGrids(
        _ community: Int, territories: Territories, terrain: Terrain, random: RandomStream
    ) {
        let site = communities[community]
        let reaches =
            site.isVillage ? [site.radius + 700, site.radius + 300, 250, 120] : [site.radius * 1.1, 250, 120]
        let neighbors = urbanNeighbors(of: community, within: 2 * (reaches.max() ?? 0) + 1)
        var placed = PlacedPoints(around: site.center, within: site.radius + 700, count: site.grids.count)
        for grid in site.grids {
            var found: PlanePoint? = grid == site.grids.first ? site.center : nil
            for reach in reaches where found == nil {
                found = bestCandidate(
                    key: grids[grid].key, purpose: .placeGrids, random: random, offset: 1 + Int(reach),
                    apart: placed.squaredDistance
                ) { bits in
                    let offset = PlanePoint(x: 2 * bits.uniform - 1, y: 2 * bits.secondUniform - 1)
                    let point = site.center + offset * reach
                    guard offset.squaredLength <= 1, isSite(point, site.street, territories, terrain),
                        !terrain.river.crosses(site.center, point),
                        !isNearerToOne(of: neighbors, point, than: site.center)
                    else { return nil }
                    return point
                }
            }
            // On the smallest islands of dry ground grids stand in a row.
            grids[grid].center = found ?? site.center + PlanePoint(x: 0, y: 5 * Double(placed.count))
            placed.append(grids[grid].center)
        }
    }

    /// Where the other urban communities lie within some meters of an urban one; a village leaves room to nobody.
    private func urbanNeighbors(of community: Int, within reach: Double) -> [PlanePoint] {
        let site = communities[community]
        if site.isVillage { return [] }
        return communities.indices.filter {
            $0 != community && !communities[$0].isVillage && communities[$0].center.distance(to: site.center) <= reach
        }.map { communities[$0].center }
    }

    /// Whether a point lies nearer to one of the neighbors than to its own community.
    private func isNearerToOne(of neighbors: [PlanePoint], _ point: PlanePoint, than center: PlanePoint) -> Bool {
        let own = point.squaredDistance(to: center)
        return neighbors.contains { point.squaredDistance(to: $0) < own }
    }

    /// Whether a settlement may stand at a point: in its street, and far enough from the water for a road.
    private func isSite(
        _ point: PlanePoint, _ street: Int, _ territories: Territories, _ terrain: Terrain
    ) -> Bool {
        territories.owners[terrain.raster.cell(at: point)] == Int16(street)
            && terrain.river.bankDistance(point) >= terrain.raster.cellSize * 0.75
    }

    /// A site somewhere in a street, better the further from others and the lower it lies.
    private func anyCell(
        _ key: EntityKey, _ street: Int, _ placed: [PlanePoint], _ territories: Territories, _ terrain: Terrain,
        _ random: RandomStream
    ) -> PlanePoint {
        let cells = territories.cells[street]
        let spacing =
            terrain.raster.cellSize * (Double(cells.count) / Double(streets[street].communities.count)).squareRoot()
        var best = (score: -1.0, point: streets[street].seat)
        for attempt in 0..<30 as Range<UInt32> {
            let bits = random.bits(key, .placeShape, 1000 + attempt)
            let cell =
                cells.isEmpty ? terrain.raster.cell(at: best.point) : cells[Int(bits.uniform * Double(cells.count))]
            guard terrain.bankDistances[cell] >= terrain.raster.cellSize * 0.75 else { continue }
            let point = terrain.raster.center(of: cell)
            let apart = placed.reduce(spacing) { min($0, point.distance(to: $1)) }
            let score = apart / (1 + terrain.hills[cell] / 40)
            if score > best.score { best = (score, point) }
        }
        return best.point
    }

    /// The candidate furthest from what is placed already, of the valid ones among a few random ones.
    ///
    /// Mitchell, "Spectrally optimal sampling for distribution ray tracing", SIGGRAPH 1991.
    ///
    /// - Parameter apart: The squared distance from a point to the nearest placed already.
    private func bestCandidate(
        key: EntityKey, purpose: Purpose, random: RandomStream, offset: Int = 1, apart: (PlanePoint) -> Double,
        candidate: (RandomBits) -> PlanePoint?
    ) -> PlanePoint? {
        var best: (distance: Double, point: PlanePoint)?
        for attempt in 0..<24 as Range<UInt32> {
            guard let point = candidate(random.bits(key, purpose, UInt32(offset) + attempt)) else { continue }
            let distance = apart(point)
            if distance > best?.distance ?? 1 { best = (distance, point) }
        }
        return best?.point
    }

    /// The point itself, or the nearest one far enough from the water and from earlier seats.
    private static func seat(_ point: PlanePoint, apart earlier: [PlanePoint], _ terrain: Terrain) -> PlanePoint {
        let size = terrain.raster.cellSize
        func isFree(_ point: PlanePoint) -> Bool { earlier.allSatisfy { $0.distance(to: point) >= 3 * size } }
        guard terrain.river.bankDistance(point) < size * 0.75 || !isFree(point) else { return point }
        var best = (distance: Double.infinity, point: point)
        for cell in 0..<terrain.raster.count where terrain.bankDistances[cell] >= size * 0.75 {
            let center = terrain.raster.center(of: cell)
            let distance = center.squaredDistance(to: point)
            if distance < best.distance, terrain.raster.isInner(cell), isFree(center) { best = (distance, center) }
        }
        return best.point
    }
}
