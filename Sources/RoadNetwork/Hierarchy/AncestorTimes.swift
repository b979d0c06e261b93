import DenseTables

/// The times between one node and each of its ancestors in the elimination tree: one half of every way from it, or to it.
///
/// Whoever asks for ways to the same place again and again keeps its half.
public struct AncestorTimes: Sendable {
    /// The rank of the ancestor at each depth, the node itself last.
    let ranks: [UInt32]

    /// The time by depth.
    let times: [Int32]
}

extension HierarchyTravelTimes {
    /// The times to `target` from each of its ancestors.
    ///
    /// - Complexity: O(arcs of the ancestors).
    public func ancestors(above target: RoadNodeID) -> AncestorTimes {
        let climb = TreeClimb(from: target, hierarchy, times.pairs, .backward)
        return AncestorTimes(ranks: climb.ranks, times: climb.times)
    }

    /// The time from `source` to the node with these ancestors; `TravelTimeTable.unreachable` if there is no way.
    ///
    /// It climbs only as far and as wide as a way can still become shorter, so that on an island the answer is there at once.
    ///
    /// - Complexity: O(arcs of the ancestors), less the sooner the halves meet.
    public func milliseconds(from source: RoadNodeID, to goal: borrowing AncestorTimes) -> UInt32 {
        precondition(source.exists && source.index < hierarchy.nodeCount, "a way begins at a node of the network")
        let start = Int(hierarchy.rank[source.index])
        let count = Int(hierarchy.depth[start]) + 1
        let best = withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { room in
            room.initialize(repeating: HierarchyTimes.unreachable)
            return climb(from: start, to: goal, room)
        }
        return best < HierarchyTimes.unreachable ? UInt32(best) : TravelTimeTable.unreachable
    }

    @inline(__always)
    private func climb(
        from start: Int, to goal: borrowing AncestorTimes, _ room: UnsafeMutableBufferPointer<Int32>
    ) -> Int32 {
        var best = HierarchyTimes.unreachable
        let goalCount = goal.ranks.count
        goal.ranks.withUnsafeBufferPointer { goalRanks in
            goal.times.withUnsafeBufferPointer { goalTimes in
                hierarchy.firstUp.withUnsafeBufferPointer { first in
                    hierarchy.upper.withUnsafeBufferPointer { upper in
                        hierarchy.depth.withUnsafeBufferPointer { depths in
                            times.pairs.withUnsafeBufferPointer { pairs in
                                var (low, depth) = (start, room.count - 1)
                                room[depth] = 0
                                while true {
                                    let here = room[depth]
                                    let row = Int(first[low])..<Int(first[low + 1])
                                    if here < best {
                                        if depth < goalCount, goalRanks[depth] == UInt32(low) {
                                            best = min(best, here &+ goalTimes[depth])
                                        }
                                        for arc in row {
                                            let high = Int(depths[Int(upper[arc])])
                                            room[high] = min(room[high], here &+ pairs[arc].x)
                                        }
                                    }
                                    if depth == 0 { break }
                                    depth -= 1
                                    low = Int(upper[row.lowerBound])
                                }
                            }
                        }
                    }
                }
            }
        }
        return best
    }
}
