import RoadNetwork

/// A bridge as road planning sees it: a way from a cell on one bank to a cell on the other.
struct Crossing {
    /// The cell on the left bank, seen downstream.
    var left: Int
    /// The cell on the right bank.
    var right: Int
    /// The bridgeheads, left and right.
    var heads: (PlanePoint, PlanePoint)
}

/// Cheapest ways over the ground from several sources at once: every cell knows its nearest source and the way back.
///
/// Dijkstra's algorithm; climbing, height and water cost extra, as for whoever once built the roads.
struct TerrainSearch {
    /// A way from one source to another, through two neighboring cells nearest to different sources.
    struct Link {
        /// The labels of the two sources, the lower first.
        var labels: (Int, Int)
        /// The cost of the whole way in decimeters.
        var cost: UInt32
        /// The two cells where the ways from both sources meet.
        var cells: (Int, Int)
    }

    private let terrain: Terrain
    private let crossings: [Crossing]
    private(set) var costs: [UInt32]
    private(set) var labels: [Int32]
    private var previous: [Int32]

    /// Searches from cells with labels over all dry cells.
    ///
    /// - Complexity: O(cells · log cells).
    init(terrain: Terrain, crossings: [Crossing], sources: [(cell: Int, label: Int)]) {
        let count = terrain.raster.count
        self.terrain = terrain
        self.crossings = crossings
        var costs = [UInt32](repeating: .max, count: count)
        var labels = [Int32](repeating: -1, count: count)
        var previous = [Int32](repeating: -1, count: count)
        var heap = TimeHeap(capacity: count * 8 + sources.count + crossings.count * 2)
        for source in sources where costs[source.cell] != 0 {
            costs[source.cell] = 0
            labels[source.cell] = Int32(source.label)
            heap.push(UInt64(source.cell))
        }
        var across: [Int: [Int]] = [:]
        for crossing in crossings {
            across[crossing.left, default: []].append(crossing.right)
            across[crossing.right, default: []].append(crossing.left)
        }
        func reach(_ neighbor: Int, from cell: Int, at cost: UInt32) {
            guard cost < costs[neighbor] else { return }
            costs[neighbor] = cost
            labels[neighbor] = labels[cell]
            previous[neighbor] = Int32(cell)
            heap.push(UInt64(cost) << 32 | UInt64(neighbor))
        }
        while heap.count > 0 {
            let entry = heap.pop()
            let cell = Int(entry & 0xffff_ffff)
            guard UInt32(entry >> 32) == costs[cell] else { continue }
            let blocked = terrain.blockedSteps[cell]
            for direction in 0..<8 where blocked >> UInt8(direction) & 1 == 0 {
                let neighbor = cell + terrain.raster.offsets[direction]
                reach(
                    neighbor, from: cell,
                    at: costs[cell] + Self.cost(terrain, cell, neighbor, terrain.raster.stepLengths[direction]))
            }
            if let ends = across[cell] {
                for end in ends { reach(end, from: cell, at: costs[cell] + Self.cost(terrain, across: cell, end)) }
            }
        }
        self.costs = costs
        self.labels = labels
        self.previous = previous
    }

    /// The cheapest link for every two sources whose cells touch, cheapest first.
    func links() -> [Link] {
        var best: [UInt64: Link] = [:]
        func offer(_ first: Int, _ second: Int, _ step: UInt32) {
            let (one, other) = (labels[first], labels[second])
            guard one >= 0, other >= 0, one != other else { return }
            let cost = costs[first] + costs[second] + step
            let key = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
            if let known = best[key], known.cost <= cost { return }
            best[key] = Link(
                labels: (Int(min(one, other)), Int(max(one, other))), cost: cost,
                cells: one < other ? (first, second) : (second, first))
        }
        for cell in 0..<labels.count where labels[cell] >= 0 {
            // Half of the directions are enough to see every pair once.
            for direction in 0..<4 where terrain.blockedSteps[cell] >> UInt8(direction) & 1 == 0 {
                let neighbor = cell + terrain.raster.offsets[direction]
                if labels[neighbor] != labels[cell] {
                    offer(
                        cell, neighbor,
                        Self.cost(terrain, cell, neighbor, terrain.raster.stepLengths[direction]))
                }
            }
        }
        for crossing in crossings {
            offer(crossing.left, crossing.right, Self.cost(terrain, across: crossing.left, crossing.right))
        }
        return best.values.sorted { ($0.cost, $0.labels.0, $0.labels.1) < ($1.cost, $1.labels.0, $1.labels.1) }
    }

    /// The cells of a link's way, from the source with the lower label to the other.
    func cells(of link: Link) -> [Int] {
        back(from: link.cells.0).reversed() + back(from: link.cells.1)
    }

    /// The cells from `cell` back to its source.
    private func back(from cell: Int) -> [Int] {
        var cells = [cell]
        var cell = cell
        while previous[cell] >= 0 {
            cell = Int(previous[cell])
            cells.append(cell)
        }
        return cells
    }

    /// What a step costs, in decimeters: its length times the resistance of the ground, and more uphill or downhill.
    private static func cost(_ terrain: Terrain, _ from: Int, _ to: Int, _ length: Double) -> UInt32 {
        let resistance = (terrain.resistance[from] + terrain.resistance[to]) / 2
        return UInt32((length * resistance + abs(terrain.hills[from] - terrain.hills[to]) * 8) * 10)
    }

    private static func cost(_ terrain: Terrain, across from: Int, _ to: Int) -> UInt32 {
        UInt32(terrain.raster.center(of: from).distance(to: terrain.raster.center(of: to)) * 20)
    }
}
