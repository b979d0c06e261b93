import DenseTables

/// Which nodes of a network can reach one another.
///
/// Nodes are labeled and never dropped: what lies in a small component is for the caller to report.
public struct RoadComponents: Sendable {
    /// The component of each node; components are numbered in the order of their first nodes.
    public let labels: [Int32]

    /// How many nodes each component has.
    public let sizes: [Int]

    /// The number of components.
    public var count: Int { sizes.count }

    /// The number of the largest component, the first of equally large ones; nil in an empty network.
    public var largest: Int? { sizes.indices.max { (sizes[$0], -$0) < (sizes[$1], -$1) } }

    /// Whether two nodes are in the same component.
    public func joined(_ first: RoadNodeID, _ second: RoadNodeID) -> Bool {
        labels[first.index] == labels[second.index]
    }

    /// Components when the direction of arcs is ignored, over the arcs that `isPassable` accepts.
    ///
    /// - Complexity: almost O(nodes + arcs), by union and find.
    public static func weak(
        _ network: RoadNetwork, where isPassable: (RoadArcID) -> Bool = { _ in true }
    ) -> RoadComponents {
        var joined = UnionFind(count: network.nodeCount)
        for (index, arc) in network.arcs.enumerated() where isPassable(RoadArcID(index)) {
            joined.join(arc.from.index, arc.to.index)
        }
        return RoadComponents(roots: (0..<network.nodeCount).map { Int32(joined.find($0)) })
    }

    /// Components within which every node reaches every other, over the arcs that `isPassable` accepts.
    ///
    /// - Complexity: O(nodes + arcs). Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1972,
    ///   with a stack of its own, since roads are deeper than the call stack.
    public static func strong(
        _ network: RoadNetwork, where isPassable: (RoadArcID) -> Bool = { _ in true }
    ) -> RoadComponents {
        let count = network.nodeCount
        var discovered = [Int32](repeating: -1, count: count)
        var low = [Int32](repeating: 0, count: count)
        var roots = [Int32](repeating: -1, count: count)
        var nextArc = network.firstOut
        var path: [Int] = []
        var open: [Int] = []
        var clock: Int32 = 0
        func enter(_ node: Int) {
            discovered[node] = clock
            low[node] = clock
            clock += 1
            path.append(node)
            open.append(node)
        }
        for start in 0..<count where discovered[start] < 0 {
            enter(start)
            while let node = path.last {
                if nextArc[node] < network.firstOut[node + 1] {
                    let arc = Int(nextArc[node])
                    nextArc[node] += 1
                    guard isPassable(RoadArcID(arc)) else { continue }
                    let head = network.arcs[arc].to.index
                    if discovered[head] < 0 {
                        enter(head)
                    } else if roots[head] < 0 {
                        low[node] = min(low[node], discovered[head])
                    }
                    continue
                }
                path.removeLast()
                if let previous = path.last { low[previous] = min(low[previous], low[node]) }
                guard low[node] == discovered[node] else { continue }
                var member: Int
                repeat {
                    member = open.removeLast()
                    roots[member] = Int32(node)
                } while member != node
            }
        }
        return RoadComponents(roots: roots)
    }

    /// Numbers components, given as one representative a node, in the order of their first nodes.
    private init(roots: [Int32]) {
        var number = [Int32](repeating: -1, count: roots.count)
        var sizes: [Int] = []
        labels = roots.map { root in
            if number[Int(root)] < 0 {
                number[Int(root)] = Int32(sizes.count)
                sizes.append(0)
            }
            sizes[Int(number[Int(root)])] += 1
            return number[Int(root)]
        }
        self.sizes = sizes
    }
}
