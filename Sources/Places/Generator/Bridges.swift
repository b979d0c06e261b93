import RandomStreams

/// Where bridges cross the river: more of them where more people live, and the only way across.
enum Bridges {
    /// How far apart bridges must be, in cells.
    private static let spacing = 4.0

    /// Chooses as many crossings as the figures say.
    ///
    /// Bridges stand at equal steps of the number of people living near the river, with a floor for empty stretches.
    static func crossings(terrain: Terrain, settlements: Settlements, count: Int) throws(PlaceError) -> [Crossing] {
        let step = terrain.raster.cellSize
        let river = terrain.river
        let course = river.positions[1]...river.positions[river.positions.count - 2]
        // Candidates: every cell's length of the course from which both banks can be reached.
        var candidates: [(position: Double, crossing: Crossing, people: Double)] = []
        for index in 0...Int((course.upperBound - course.lowerBound) / step) {
            let position = course.lowerBound + Double(index) * step
            let (point, direction) = river.point(at: position)
            let reach = direction.left * (river.width / 2 + 25)
            let heads = (point + reach, point - reach)
            guard let left = landing(heads.0, terrain), let right = landing(heads.1, terrain) else { continue }
            let people = settlements.communities.reduce(0.0) { sum, community in
                sum + Double(community.residents) / (1 + community.center.squaredDistance(to: point) / 1_500_000)
            }
            candidates.append((position, Crossing(left: left, right: right, heads: heads), people))
        }
        let least = (candidates.map(\.people).max() ?? 0) * 0.02
        let nearby = candidates.filter { $0.people > least }
        guard let first = nearby.first, let last = nearby.last else {
            if count == 0 { return [] }
            throw PlaceError([.tooManyBridges(possible: 0)])
        }
        let possible = Int((last.position - first.position) / (spacing * step)) + 1
        guard count <= possible else { throw PlaceError([.tooManyBridges(possible: possible)]) }
        let total = nearby.reduce(0) { $0 + $1.people }
        var chosen: [(position: Double, crossing: Crossing)] = []
        var sum = 0.0
        for (index, candidate) in nearby.enumerated() where chosen.count < count {
            sum += candidate.people
            // Late enough for its share, or so late that the rest would not find room.
            let isDue = sum >= total * (Double(chosen.count) + 0.5) / Double(count)
            let room = last.position - candidate.position
            let isLast = room < Double(count - chosen.count) * spacing * step || index == nearby.count - 1
            let isApart = chosen.last.map { candidate.position - $0.position >= spacing * step } ?? true
            // A course that comes back to where it was offers one place twice.
            let isNew = !chosen.contains {
                $0.crossing.left == candidate.crossing.left && $0.crossing.right == candidate.crossing.right
                    || $0.crossing.left == candidate.crossing.right && $0.crossing.right == candidate.crossing.left
            }
            if isApart, isNew, isDue || isLast { chosen.append((candidate.position, candidate.crossing)) }
        }
        guard chosen.count == count else { throw PlaceError([.tooManyBridges(possible: chosen.count)]) }
        return chosen.map(\.crossing)
    }

    /// The nearest dry cell that a bridgehead reaches without crossing the river.
    private static func landing(_ head: PlanePoint, _ terrain: Terrain) -> Int? {
        let raster = terrain.raster
        let home = raster.cell(at: head)
        guard raster.isInner(home) else { return nil }
        var best: (distance: Double, cell: Int)?
        for cell in [home] + raster.offsets.map({ home + $0 }) {
            let center = raster.center(of: cell)
            guard raster.isInner(cell), terrain.bankDistances[cell] > 0, !terrain.river.crosses(head, center) else {
                continue
            }
            let distance = center.distance(to: head)
            if distance < best?.distance ?? .infinity { best = (distance, cell) }
        }
        return best?.cell
    }
}
