import DenseTables
import RoadNetwork

/// The roads whose names contain each of several texts, found in one pass over the names.
///
/// Rules of closing give texts, a network has names, and a file may hold hundreds of thousands of both; to look for every text in every name
/// would take the product of the two. All texts make one tree, along which every name is read once (Aho and Corasick, "Efficient string
/// matching", Communications of the ACM 18, 1975). Texts are compared byte by byte, as UTF-8.
public struct RoadNameSearch {
    /// A node of the tree of texts: what has been read of some of them.
    private struct Node {
        var byte: UInt8 = 0
        var child: Int32 = -1
        var sibling: Int32 = -1
        /// The longest other beginning of a text with which this one ends.
        var fallback: Int32 = 0
        /// The nearest node by way of fallbacks at which a text ends, itself excepted.
        var shorter: Int32 = -1
        var isEnd = false
        /// The last name in which this node's text was found.
        var lastName: Int32 = -1
    }

    /// The node at which each text ends.
    private let ends: [Int32]
    /// The roads of each such node, in order of their names.
    private var roads: [[RoadArcID]]

    /// Looks for `texts` in the names of the roads of a network; names that no road has do not count.
    ///
    /// - Complexity: O(roads + length of names and texts + roads found).
    public init(_ texts: [String], in network: RoadNetwork) {
        var nodes = [Node()]
        ends = texts.map { text in
            var node = 0
            for byte in text.utf8 { node = Self.grow(&nodes, node, byte) }
            nodes[node].isEnd = true
            return Int32(node)
        }
        roads = Array(repeating: [], count: nodes.count)
        if texts.isEmpty { return }
        Self.setFallbacks(&nodes)
        let (first, named) = Self.roadsByName(network)
        for (number, name) in network.names.enumerated() where first[number] < first[number + 1] {
            var node: Int32 = 0
            note(node, &nodes, number, named[first[number]..<first[number + 1]])
            for byte in name.utf8 {
                node = Self.next(nodes, node, byte)
                note(node, &nodes, number, named[first[number]..<first[number + 1]])
            }
        }
    }

    /// The roads whose name contains text number `text`, those of one name together.
    public func roads(of text: Int) -> [RoadArcID] { roads[Int(ends[text])] }

    /// Notes a name in which every text was found that ends at a node.
    private mutating func note(_ node: Int32, _ nodes: inout [Node], _ name: Int, _ found: ArraySlice<RoadArcID>) {
        var hit = nodes[Int(node)].isEnd ? node : nodes[Int(node)].shorter
        // Whatever ends where another text does that was found in this name has been noted with it.
        while hit >= 0, nodes[Int(hit)].lastName != Int32(name) {
            nodes[Int(hit)].lastName = Int32(name)
            roads[Int(hit)] += found
            hit = nodes[Int(hit)].shorter
        }
    }

    private static func child(_ nodes: [Node], _ node: Int32, _ byte: UInt8) -> Int32? {
        var child = nodes[Int(node)].child
        while child >= 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
        return child < 0 ? nil : child
    }

    private static func grow(_ nodes: inout [Node], _ node: Int, _ byte: UInt8) -> Int {
        if let child = child(nodes, Int32(node), byte) { return Int(child) }
        nodes.append(Node(byte: byte, sibling: nodes[node].child))
        nodes[node].child = Int32(nodes.count - 1)
        return nodes.count - 1
    }

    private static func next(_ nodes: [Node], _ node: Int32, _ byte: UInt8) -> Int32 {
        var node = node
        while true {
            if let child = child(nodes, node, byte) { return child }
            if node == 0 { return 0 }
            node = nodes[Int(node)].fallback
        }
    }

    /// Sets the fallbacks, shorter beginnings before longer ones.
    private static func setFallbacks(_ nodes: inout [Node]) {
        var line: [Int32] = [0]
        var done = 0
        while done < line.count {
            let node = line[done]
            done += 1
            var child = nodes[Int(node)].child
            while child >= 0 {
                let fallback = node == 0 ? 0 : next(nodes, nodes[Int(node)].fallback, nodes[Int(child)].byte)
                nodes[Int(child)].fallback = fallback
                let end = nodes[Int(fallback)]
                nodes[Int(child)].shorter = end.isEnd && fallback != 0 ? fallback : end.shorter
                line.append(child)
                child = nodes[Int(child)].sibling
            }
        }
    }

    /// The roads sorted by name, and where those of each name begin.
    private static func roadsByName(_ network: RoadNetwork) -> (first: [Int], roads: [RoadArcID]) {
        var first = [Int](repeating: 0, count: network.names.count + 1)
        for arc in network.arcs { if let name = arc.name { first[Int(name) + 1] += 1 } }
        for name in network.names.indices { first[name + 1] += first[name] }
        var next = first
        var roads = [RoadArcID](repeating: .none, count: first[network.names.count])
        for (number, arc) in network.arcs.enumerated() {
            guard let name = arc.name else { continue }
            roads[next[Int(name)]] = RoadArcID(number)
            next[Int(name)] += 1
        }
        return (first, roads)
    }
}
