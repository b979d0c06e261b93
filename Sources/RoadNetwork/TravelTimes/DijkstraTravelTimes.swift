import DenseTables

/// Travel times by Dijkstra's algorithm, with nothing prepared but the arcs laid out for it.
///
/// Dijkstra, "A note on two problems in connexion with graphs", Numer. Math. 1959. The reference every faster index
/// must agree with, and quick enough where a metric answers few questions: 4.4 ms one to all on the 76,595 nodes of
/// Luxembourg, where the same algorithm in C++ takes 5.8 ms on the same machine.
public struct DijkstraTravelTimes: TravelTimes {
    /// Where an arc leads and what it costs, side by side in memory.
    private struct Link {
        var node: UInt32
        var time: UInt32
    }

    /// Rows of links by the node a search stands on: along the arcs, or against them.
    private struct Links {
        var first: [UInt32]
        var links: [Link]
    }

    /// The nodes a search is about; once all are settled it can end.
    private struct Goals {
        let isGoal: [Bool]
        let count: Int

        init(_ nodes: [RoadNodeID], among nodeCount: Int) {
            var isGoal = [Bool](repeating: false, count: nodeCount)
            for node in nodes { isGoal[node.index] = true }
            self.isGoal = isGoal
            count = isGoal.count { $0 }
        }
    }

    /// From this many nodes to visit in all on a table is shared among workers.
    ///
    /// Measured: waking a worker costs about as much as settling 2,000 nodes.
    private static let leastSharedNodes = 20_000

    private let nodeCount: Int
    private let forward: Links
    private let backward: Links
    private let workers: Int

    /// Lays out the arcs of a network under a metric.
    ///
    /// `workers` is how many threads a table may use; the numbers are the same on any.
    ///
    /// - Complexity: O(nodes + arcs).
    public init(network: RoadNetwork, metric: RoadMetric, workers: Int = 1) {
        precondition(metric.milliseconds.count == network.arcCount, "a metric must have a time for every arc")
        precondition(workers >= 1, "travel times need at least one worker")
        nodeCount = network.nodeCount
        self.workers = workers
        forward = Links(
            first: network.firstOut,
            links: network.arcs.indices.map { arc in
                Link(node: UInt32(network.arcs[arc].to.raw), time: metric.milliseconds[arc])
            })
        backward = Links(
            first: network.firstIn,
            links: network.incoming.map { Link(node: UInt32(network[$0].from.raw), time: metric[$0]) })
    }

    /// The time from `source` to `target`; the search ends when it reaches `target`.
    ///
    /// - Complexity: O(arcs · log arcs) at worst.
    public func milliseconds(from source: RoadNodeID, to target: RoadNodeID) -> UInt32 {
        var heap = TimeHeap(capacity: forward.links.count + 1)
        return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: nodeCount) { times in
            search(from: source, until: Goals([target], among: nodeCount), along: forward, times: times, heap: &heap)
            return times[target.index]
        }
    }

    /// Fills `times` with the times from `source` to all nodes.
    ///
    /// - Complexity: O(arcs · log arcs).
    public func fill(_ times: inout [UInt32], from source: RoadNodeID) {
        fill(&times, from: source, along: forward)
    }

    /// Fills `times` with the times from all nodes to `target`.
    ///
    /// - Complexity: O(arcs · log arcs).
    public func fill(_ times: inout [UInt32], to target: RoadNodeID) {
        fill(&times, from: target, along: backward)
    }

    /// The times from each of `sources` to each of `targets`, by a search from every node of the shorter list.
    ///
    /// - Complexity: O(min(sources, targets) · arcs · log arcs), shared among the workers.
    public func table(from sources: [RoadNodeID], to targets: [RoadNodeID]) -> TravelTimeTable {
        let isForward = sources.count <= targets.count
        let (starts, ends) = isForward ? (sources, targets) : (targets, sources)
        let (startStride, endStride) = isForward ? (targets.count, 1) : (1, targets.count)
        let goals = Goals(ends, among: nodeCount)
        let pays = starts.count * nodeCount >= Self.leastSharedNodes
        let milliseconds = [UInt32](unsafeUninitializedCapacity: starts.count * ends.count) { cells, count in
            nonisolated(unsafe) let cells = cells
            count = starts.count * ends.count
            SharedWork.perform(
                starts.count, workers: pays ? SharedWork.workers(workers, for: starts.count) : 1,
                in: { SearchRoom(nodes: nodeCount, links: forward.links.count) }
            ) { start, room in
                search(
                    from: starts[start], until: goals, along: isForward ? forward : backward, times: room.times,
                    heap: &room.heap)
                for (end, node) in ends.enumerated() {
                    cells[start * startStride + end * endStride] = room.times[node.index]
                }
            }
        }
        return TravelTimeTable(rows: sources.count, columns: targets.count, milliseconds: milliseconds)
    }

    private func fill(_ times: inout [UInt32], from source: RoadNodeID, along links: Links) {
        if times.count != nodeCount { times = Array(repeating: 0, count: nodeCount) }
        var heap = TimeHeap(capacity: links.links.count + 1)
        times.withUnsafeMutableBufferPointer {
            search(from: source, until: nil, along: links, times: $0, heap: &heap)
        }
    }

    /// Settles nodes in the order of their times until none is left or all goals are settled.
    ///
    /// An arc improves a node at most once, so the heap never holds more entries than there are arcs, plus the start. A
    /// closed arc ends at `unreachable` or beyond and so improves nothing; an open one that ends there gives `longest`, once.
    private func search(
        from source: RoadNodeID, until goals: Goals?, along rows: Links, times: UnsafeMutableBufferPointer<UInt32>,
        heap: inout TimeHeap
    ) {
        precondition(source.exists && source.index < nodeCount, "a search must start at a node of the network")
        precondition(times.count == nodeCount, "a search needs a time for every node")
        times.initialize(repeating: TravelTimeTable.unreachable)
        heap.removeAll()
        guard let settled = times.baseAddress else { return }
        var goalsLeft = goals?.count ?? 0
        rows.first.withUnsafeBufferPointer { firstBuffer in
            rows.links.withUnsafeBufferPointer { linkBuffer in
                guard let first = firstBuffer.baseAddress, let links = linkBuffer.baseAddress else { return }
                settled[source.index] = 0
                heap.push(UInt64(source.index))
                while heap.count > 0 {
                    let entry = heap.pop()
                    let node = Int(truncatingIfNeeded: entry & 0xffff_ffff)
                    let time = entry >> 32
                    guard time == UInt64(settled[node]) else { continue }
                    if let goals, goals.isGoal[node] {
                        goalsLeft -= 1
                        if goalsLeft == 0 { return }
                    }
                    for index in Int(first[node])..<Int(first[node + 1]) {
                        let link = links[index]
                        let arrival = time + UInt64(link.time)
                        guard arrival < UInt64(settled[Int(link.node)]) else {
                            if settled[Int(link.node)] == TravelTimeTable.unreachable,
                                link.time != RoadMetric.unreachable
                            {
                                settled[Int(link.node)] = TravelTimeTable.longest
                                heap.push(UInt64(TravelTimeTable.longest) << 32 | UInt64(link.node))
                            }
                            continue
                        }
                        settled[Int(link.node)] = UInt32(truncatingIfNeeded: arrival)
                        heap.push(arrival << 32 | UInt64(link.node))
                    }
                }
            }
        }
    }
}

/// What a worker searches in.
private struct SearchRoom: ~Copyable {
    let times: UnsafeMutableBufferPointer<UInt32>
    var heap: TimeHeap

    init(nodes: Int, links: Int) {
        times = .allocate(capacity: nodes)
        times.initialize(repeating: TravelTimeTable.unreachable)
        heap = TimeHeap(capacity: links + 1)
    }

    deinit { times.deallocate() }
}
