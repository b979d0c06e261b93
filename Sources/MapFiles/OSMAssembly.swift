import DenseTables
import RoadNetwork

/// Makes a network of roads and their nodes: crossings and ends stay nodes, bends become length.
///
/// Of a stretch longer than a quarter of a kilometer some bends are kept, so that whoever lives along it and whatever
/// closes it still finds it. A node that cars or boats do not pass falls apart for them: every stretch that ends there gets a node
/// of its own, named `ID#2`, `ID#3` and so on, joined by arcs of no length for everybody else.
struct OSMAssembly {
    /// The longest stretch without a node, in meters.
    private static let longestStretch = 250.0

    let ways: [OSMReader.Way]
    let references: [Int64]
    let names: [String]
    let nodeIDs: [Int64]
    let positions: [SIMD2<Double>]
    let stopped: [TravelModeSet]
    var dropped: Dropped

    private var nodes: [RoadNode] = []
    private var nodeNames: [String] = []
    private var arcs: [RoadArc] = []
    private var nodeOf: [RoadNodeID] = []
    private var ends: [Int32] = []

    init(
        ways: [OSMReader.Way], references: [Int64], names: [String], nodeIDs: [Int64], positions: [SIMD2<Double>],
        stopped: [TravelModeSet], dropped: Dropped
    ) {
        self.ways = ways
        self.references = references
        self.names = names
        self.nodeIDs = nodeIDs
        self.positions = positions
        self.stopped = stopped
        self.dropped = dropped
        nodeOf = Array(repeating: .none, count: nodeIDs.count)
        ends = Array(repeating: 0, count: nodeIDs.count)
    }

    /// The network.
    ///
    /// - Complexity: O(references · log nodes).
    consuming func map() -> (map: RoadMap, dropped: Dropped) {
        var pieces: [(way: Int, places: [Int32])] = []
        var uses = [UInt8](repeating: 0, count: nodeIDs.count)
        for (index, way) in ways.enumerated() {
            var hasPiece = false
            for places in runs(way) {
                hasPiece = true
                for (offset, place) in places.enumerated() {
                    let isEnd = offset == 0 || offset == places.count - 1
                    uses[Int(place)] = min(uses[Int(place)] + (isEnd ? 2 : 1), 2)
                }
                pieces.append((index, places))
            }
            if !hasPiece { dropped[.tooShort] += 1 }
        }
        for (way, places) in pieces { lay(places, of: ways[way], uses: uses) }
        return (RoadMap(network: RoadNetwork(nodes: nodes, arcs: arcs, names: names), nodeNames: nodeNames), dropped)
    }

    /// The stretches of a way whose nodes are all in the file, two nodes at least, none twice in a row.
    private mutating func runs(_ way: OSMReader.Way) -> [[Int32]] {
        var runs: [[Int32]] = []
        var run: [Int32] = []
        func finish() {
            if run.count > 1 { runs.append(run) }
            run = []
        }
        for id in references[way.references] {
            guard let place = nodeIDs.indexOfSorted(id), !positions[place].x.isNaN else {
                dropped[.missingNode] += 1
                finish()
                continue
            }
            if run.last != Int32(place) { run.append(Int32(place)) }
        }
        finish()
        return runs
    }

    /// Cuts a stretch at crossings and where it grows too long, and adds the arcs.
    private mutating func lay(_ places: [Int32], of way: OSMReader.Way, uses: [UInt8]) {
        var start = 0
        var length = 0.0
        for index in 1..<places.count {
            let (before, place) = (Int(places[index - 1]), Int(places[index]))
            let step = LocalProjection.distance(positions[before], positions[place])
            if length > 0, length + step > Self.longestStretch, index - 1 > start {
                add(places[start...(index - 1)], length, way)
                (start, length) = (index - 1, 0)
            }
            length += step
            if uses[place] >= 2 || !stopped[place].isEmpty || index == places.count - 1 {
                add(places[start...index], length, way)
                (start, length) = (index, 0)
            }
        }
    }

    /// Adds the arcs of a stretch; one that ends where it begins keeps a bend, so that no arc leads to itself.
    private mutating func add(_ places: ArraySlice<Int32>, _ length: Double, _ way: OSMReader.Way) {
        guard let first = places.first, let last = places.last else { return }
        guard first != last else {
            guard places.count > 2 else { return }
            let middle = places.startIndex + places.count / 2
            let way1 = places[places.startIndex...middle]
            let way2 = places[middle..<places.endIndex]
            add(way1, self.length(of: way1), way)
            add(way2, self.length(of: way2), way)
            return
        }
        let road = way.road
        let users = road.forward.union(road.backward)
        // To the millimeter, which is far below what a map knows.
        let rounded = (length * 1000).rounded() / 1000
        let arc = RoadArc(
            from: end(Int(first), users), to: end(Int(last), users), length: rounded,
            roadClass: road.roadClass, isBridge: road.isBridge, name: way.name, access: road.forward,
            pace: road.boatSpeed > 0
                ? .fixed(UInt32(min((rounded * 3600 / road.boatSpeed).rounded(), 4e9))) : road.forwardPace)
        if !road.forward.isEmpty { arcs.append(arc) }
        guard !road.backward.isEmpty else { return }
        var back = arc.reversed
        back.access = road.backward
        if road.boatSpeed == 0 { back.pace = road.backwardPace }
        arcs.append(back)
    }

    private func length(of places: ArraySlice<Int32>) -> Double {
        zip(places, places.dropFirst()).reduce(0) {
            $0 + LocalProjection.distance(positions[Int($1.0)], positions[Int($1.1)])
        }
    }

    /// The node at which a stretch ends: its own one where some of its users do not pass.
    private mutating func end(_ place: Int, _ users: TravelModeSet) -> RoadNodeID {
        if !nodeOf[place].exists {
            nodeOf[place] = addNode(place, "\(nodeIDs[place])")
        }
        guard !stopped[place].isDisjoint(with: users) else { return nodeOf[place] }
        ends[place] += 1
        guard ends[place] > 1 else { return nodeOf[place] }
        let twin = addNode(place, "\(nodeIDs[place])#\(ends[place])")
        // What stops boats lies in the water, where nobody else goes on.
        guard !stopped[place].contains(.boat) else { return twin }
        let link = RoadArc(
            from: nodeOf[place], to: twin, length: 0, roadClass: .lane,
            access: TravelModeSet.all.union(.emergency).subtracting(stopped[place]))
        arcs += [link, link.reversed]
        return twin
    }

    private mutating func addNode(_ place: Int, _ name: String) -> RoadNodeID {
        nodes.append(RoadNode(longitude: positions[place].x, latitude: positions[place].y))
        nodeNames.append(name)
        return RoadNodeID(nodes.count - 1)
    }
}
