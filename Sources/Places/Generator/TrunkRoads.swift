import DenseTables
import RandomStreams
import RoadNetwork

/// The roads that join settlements: arterials between the seats of streets, then streets and mountain roads.
///
/// Both rounds follow one rule: search the cheapest ways over the ground from all places at once, and build the links
/// that spare a long way around. Roads in use by one link are shared by others, so they branch as real ones do.
struct TrunkRoads {
    private let terrain: Terrain
    private let settlements: Settlements
    private let crossings: [Crossing]
    private let isBuiltUp: [Bool]

    /// The class of road between two cells, by the pair, the lower first.
    private var classes: [UInt64: RoadClass] = [:]

    /// How much longer a way around may be before a direct link is built.
    private static let arterialStretch = 1.3
    private static let streetStretch = 1.7

    /// Roads among hills at least this high, in meters, are mountain roads.
    private static let mountainHeight = 40.0

    /// How far apart nodes stay on open road, in meters; bends between them only add length.
    private static let openSpacing = 350.0

    /// Plans the roads and draws them.
    static func sketch(
        terrain: Terrain, settlements: Settlements, crossings: [Crossing], random: RandomStream, key: EntityKey
    ) throws(PlaceError) -> RoadSketch {
        var roads = TrunkRoads(terrain: terrain, settlements: settlements, crossings: crossings)
        let anchors = try roads.plan()
        return roads.draw(anchors: anchors, random: random, key: key)
    }

    private init(terrain: Terrain, settlements: Settlements, crossings: [Crossing]) {
        self.terrain = terrain
        self.settlements = settlements
        self.crossings = crossings
        let raster = terrain.raster
        var isBuiltUp = [Bool](repeating: false, count: raster.count)
        for grid in settlements.grids {
            let reach = grid.radius * 1.5
            let low = raster.cell(at: PlanePoint(x: grid.center.x - reach, y: grid.center.y - reach))
            let high = raster.cell(at: PlanePoint(x: grid.center.x + reach, y: grid.center.y + reach))
            for row in (low / raster.columns)...(high / raster.columns) {
                for column in (low % raster.columns)...(high % raster.columns) {
                    isBuiltUp[row * raster.columns + column] = true
                }
            }
        }
        self.isBuiltUp = isBuiltUp
    }

    /// Chooses the cells of all roads; returns the grids whose middles are on them, by cell.
    private mutating func plan() throws(PlaceError) -> [Int: Int] {
        let raster = terrain.raster
        let seats = settlements.streets.enumerated().map { (raster.cell(at: $0.element.seat), $0.offset) }
        let arterials = TerrainSearch(terrain: terrain, crossings: crossings, sources: seats)
        let seatLinks = arterials.links()
        for index in greedySpanner(nodes: seats.count, links: seatLinks, stretch: Self.arterialStretch) {
            build(arterials.cells(of: seatLinks[index])) { _ in .arterial }
        }
        // All arterials together are label 0: whoever reaches one reaches all.
        var sources = Set(classes.keys.flatMap { [Int($0 >> 32), Int($0 & 0xffff_ffff)] } + seats.prefix(1).map(\.0))
            .sorted().map { (cell: $0, label: 0) }
        var anchors: [Int: Int] = [:]
        var ranks = [0]
        for community in settlements.communities {
            for grid in community.grids where community.isVillage || grid == community.grids.first {
                let cell = raster.cell(at: settlements.grids[grid].center)
                guard anchors[cell] == nil else { continue }
                anchors[cell] = grid
                sources.append((cell, ranks.count))
                ranks.append(grid == community.grids.first ? 0 : 1)
            }
        }
        for crossing in crossings {
            for cell in [crossing.left, crossing.right] {
                sources.append((cell, ranks.count))
                ranks.append(0)
            }
        }
        let streets = TerrainSearch(terrain: terrain, crossings: crossings, sources: sources)
        // A source on the cell of an earlier one has no cells of its own and needs no link.
        let links = streets.links()
        var joined = UnionFind(count: ranks.count)
        for index in greedySpanner(nodes: ranks.count, links: links, stretch: Self.streetStretch) {
            let link = links[index]
            joined.join(link.labels.0, link.labels.1)
            let rank = max(ranks[link.labels.0], ranks[link.labels.1])
            build(streets.cells(of: link)) { [terrain] cell in
                terrain.hills[cell] >= Self.mountainHeight ? .mountainRoad : rank == 0 ? .street : .lane
            }
        }
        for crossing in crossings { build([crossing.left, crossing.right]) { _ in .street } }
        for source in sources where joined.find(Int(streets.labels[source.cell])) != joined.find(0) {
            throw PlaceError([.bankWithoutBridge])
        }
        return anchors
    }

    /// Adds a road along cells; where there is one already the better class stays.
    private mutating func build(_ cells: [Int], roadClass: (Int) -> RoadClass) {
        for (from, to) in zip(cells, cells.dropFirst()) {
            let key = Self.key(from, to)
            let new = roadClass(from)
            if let old = classes[key], old.rawValue <= new.rawValue { continue }
            classes[key] = new
        }
    }

    private static func key(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    }

    /// Turns cells into points: middles of grids and bridgeheads stay where they are, the rest is smoothed.
    private func draw(anchors: [Int: Int], random: RandomStream, key: EntityKey) -> RoadSketch {
        let raster = terrain.raster
        let pairs = classes.sorted { $0.key < $1.key }.map {
            (from: Int($0.key >> 32), to: Int($0.key & 0xffff_ffff), roadClass: $0.value)
        }
        let cells = Set(pairs.flatMap { [$0.from, $0.to] } + anchors.keys).sorted()
        var nodeOfCell: [Int: Int] = [:]
        for (index, cell) in cells.enumerated() { nodeOfCell[cell] = index }
        let bridgeOfPair = Dictionary(
            uniqueKeysWithValues: crossings.enumerated().map { (Self.key($1.left, $1.right), $0) })
        let centers = cells.map { raster.center(of: $0) }
        var edges: [(from: Int, to: Int, roadClass: RoadClass, bridge: Int)] = []
        var neighbors = [[Int]](repeating: [], count: cells.count)
        for pair in pairs {
            guard let from = nodeOfCell[pair.from], let to = nodeOfCell[pair.to] else { continue }
            neighbors[from].append(edges.count)
            neighbors[to].append(edges.count)
            edges.append((from, to, pair.roadClass, bridgeOfPair[Self.key(pair.from, pair.to)] ?? -1))
        }
        var isFixed = cells.indices.map { node in
            anchors[cells[node]] != nil || neighbors[node].contains { edges[$0].bridge >= 0 }
        }
        var points = cells.indices.map { node -> PlanePoint in
            if let grid = anchors[cells[node]] { return settlements.grids[grid].center }
            guard terrain.bankDistances[cells[node]] > raster.cellSize else { return centers[node] }
            let bits = random.bits(key, .placeRoads, raster.number(of: cells[node]))
            let jitter = PlanePoint(x: bits.uniform - 0.5, y: bits.secondUniform - 0.5) * (raster.cellSize * 0.6)
            return centers[node] + jitter
        }
        for node in cells.indices where terrain.bankDistances[cells[node]] <= raster.cellSize {
            isFixed[node] = true
        }
        for _ in 0..<8 {
            let before = points
            for node in cells.indices where !isFixed[node] {
                // Middles of crossings move half as readily as bends.
                var mean = PlanePoint(x: 0, y: 0)
                for edge in neighbors[node] {
                    mean = mean + before[edges[edge].from == node ? edges[edge].to : edges[edge].from]
                }
                let weight = neighbors[node].count == 2 ? 0.5 : neighbors[node].count > 2 ? 0.25 : 0
                points[node] =
                    before[node] * (1 - weight) + mean * (weight / Double(max(neighbors[node].count, 1)))
            }
        }
        // Middles of dry cells and the steps between them keep out of the water; what was smoothed into it goes back.
        for node in cells.indices where !isFixed[node] && terrain.river.bankDistance(points[node]) < 15 {
            points[node] = centers[node]
        }
        var isMoved = true
        while isMoved {
            isMoved = false
            for edge in edges where edge.bridge < 0 && terrain.river.crosses(points[edge.from], points[edge.to]) {
                for node in [edge.from, edge.to] where points[node] != centers[node] {
                    points[node] = centers[node]
                    isMoved = true
                }
            }
        }
        return simplified(
            cells: cells, points: points, edges: edges, neighbors: neighbors, anchors: anchors)
    }

    /// Keeps crossings, ends and anchors, thins the bends between them on open road, and divides what is built up.
    private func simplified(
        cells: [Int], points: [PlanePoint],
        edges: [(from: Int, to: Int, roadClass: RoadClass, bridge: Int)], neighbors: [[Int]], anchors: [Int: Int]
    ) -> RoadSketch {
        var sketch = RoadSketch()
        sketch.gridNodes = Array(repeating: -1, count: settlements.grids.count)
        let isKey = cells.indices.map { node in
            neighbors[node].count != 2 || anchors[cells[node]] != nil
                || neighbors[node].contains { edges[$0].bridge >= 0 }
                || edges[neighbors[node][0]].roadClass != edges[neighbors[node][1]].roadClass
        }
        var newNode = [Int](repeating: -1, count: cells.count)
        func add(_ point: PlanePoint) -> Int {
            sketch.points.append(point)
            return sketch.points.count - 1
        }
        for node in cells.indices where isKey[node] {
            newNode[node] = add(points[node])
            guard let grid = anchors[cells[node]] else { continue }
            let center = settlements.grids[grid].center
            if points[node] == center {
                sketch.gridNodes[grid] = newNode[node]
            } else {
                sketch.gridNodes[grid] = add(center)
                sketch.edges.append(
                    RoadSketch.Edge(
                        from: newNode[node], to: sketch.gridNodes[grid], roadClass: .lane,
                        length: points[node].distance(to: center)))
            }
        }
        var isDone = [Bool](repeating: false, count: edges.count)
        for start in cells.indices where isKey[start] {
            for firstEdge in neighbors[start] where !isDone[firstEdge] {
                var chain = [start]
                var edge = firstEdge
                repeat {
                    isDone[edge] = true
                    let last = chain[chain.count - 1]
                    chain.append(edges[edge].from == last ? edges[edge].to : edges[edge].from)
                    let end = chain[chain.count - 1]
                    guard !isKey[end] else { break }
                    edge = neighbors[end][0] == edge ? neighbors[end][1] : neighbors[end][0]
                } while true
                let first = edges[firstEdge]
                if first.bridge >= 0 {
                    addBridge(first.bridge, roadClass: first.roadClass, chain: chain, newNode: newNode, cells, &sketch)
                } else {
                    addChain(chain, roadClass: first.roadClass, cells, points, newNode, &sketch)
                }
            }
        }
        sketch.grids = Array(repeating: -1, count: sketch.points.count)
        return sketch
    }

    /// A bridge and the ramps to it.
    private func addBridge(
        _ bridge: Int, roadClass: RoadClass, chain: [Int], newNode: [Int], _ cells: [Int], _ sketch: inout RoadSketch
    ) {
        let crossing = crossings[bridge]
        let isForward = cells[chain[0]] == crossing.left
        let heads = isForward ? [crossing.heads.0, crossing.heads.1] : [crossing.heads.1, crossing.heads.0]
        let first = sketch.points.count
        sketch.points += heads
        let stops = [newNode[chain[0]], first, first + 1, newNode[chain[1]]]
        for leg in 0..<3 {
            sketch.edges.append(
                RoadSketch.Edge(
                    from: stops[leg], to: stops[leg + 1], roadClass: roadClass, bridge: leg == 1 ? bridge : -1,
                    length: sketch.points[stops[leg]].distance(to: sketch.points[stops[leg + 1]])))
        }
    }

    /// A stretch of road between two crossings.
    private func addChain(
        _ chain: [Int], roadClass: RoadClass, _ cells: [Int], _ points: [PlanePoint], _ newNode: [Int],
        _ sketch: inout RoadSketch
    ) {
        var last = newNode[chain[0]]
        var length = 0.0
        for index in 1..<chain.count {
            let node = chain[index]
            let step = points[node].distance(to: points[chain[index - 1]]) * winding(roadClass, cells[node])
            length += step
            let isEnd = index == chain.count - 1
            let isClose = terrain.bankDistances[cells[node]] < 4 * terrain.raster.cellSize
            guard
                isEnd || isBuiltUp[cells[node]] || isClose || length >= Self.openSpacing
                    || chain[0] == chain[chain.count - 1]
            else { continue }
            let next = isEnd ? newNode[node] : sketch.points.count
            if !isEnd { sketch.points.append(points[node]) }
            // Houses stand along the road, so it gets a node in the middle.
            if isBuiltUp[cells[node]], length > terrain.raster.cellSize * 0.6, !isEnd || chain.count > 2 {
                let middle = sketch.points.count
                sketch.points.append((sketch.points[last] + sketch.points[next]) * 0.5)
                sketch.edges.append(RoadSketch.Edge(from: last, to: middle, roadClass: roadClass, length: length / 2))
                sketch.edges.append(RoadSketch.Edge(from: middle, to: next, roadClass: roadClass, length: length / 2))
            } else {
                sketch.edges.append(RoadSketch.Edge(from: last, to: next, roadClass: roadClass, length: length))
            }
            last = next
            length = 0
        }
    }

    /// How much longer a road is than the line drawn for it.
    private func winding(_ roadClass: RoadClass, _ cell: Int) -> Double {
        switch roadClass {
        case .arterial: 1.02
        case .street, .lane, .motorway, .path: 1.04
        case .mountainRoad: 1.15 + min(terrain.hills[cell] / 1000, 0.35)
        }
    }
}
