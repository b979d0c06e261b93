import DenseTables

/// The travel times of sixteen sources at once, one a lane.
typealias Lanes = SIMD16<Int32>

/// Finds the times from sixteen sources in two passes: up the elimination tree, then down over whatever targets need.
///
/// A lane a source: every arc is read once for sixteen of them, and each step is an addition and a minimum without a branch
/// (Delling et al., "PHAST", JPDC 2013). It owns its room, so each worker has its own.
struct LaneSweep: ~Copyable {
    private let hierarchy: RoadHierarchy
    /// Times at the ancestors of the sources, by rank; only what a bit of `isAncestor` marks is valid.
    private let up: UnsafeMutablePointer<Lanes>
    private var isAncestor: [UInt64]

    static let width = Lanes.scalarCount
    static let none = Lanes(repeating: HierarchyTimes.unreachable)

    /// The least of sixteen times, half against half.
    @inline(__always)
    static func least(_ lanes: Lanes) -> Int32 {
        let eight = pointwiseMin(lanes.lowHalf, lanes.highHalf)
        let four = pointwiseMin(eight.lowHalf, eight.highHalf)
        return Swift.min(Swift.min(four[0], four[1]), Swift.min(four[2], four[3]))
    }

    /// Whether any of sixteen lanes is true.
    @inline(__always)
    static func isAny(_ mask: SIMDMask<Lanes>) -> Bool {
        let lanes = Lanes().replacing(with: Lanes(repeating: -1), where: mask)
        let eight = lanes.lowHalf | lanes.highHalf
        let four = eight.lowHalf | eight.highHalf
        return four[0] | four[1] | four[2] | four[3] != 0
    }

    init(_ hierarchy: RoadHierarchy) {
        self.hierarchy = hierarchy
        up = .allocate(capacity: max(hierarchy.nodeCount, 1))
        isAncestor = Array(repeating: 0, count: hierarchy.nodeCount / 64 + 1)
    }

    deinit { up.deallocate() }

    /// Goes up from `sources`, at most sixteen, and hands the times at every ancestor to `settle`, lowest rank first.
    ///
    /// - Complexity: O(arcs of the ancestors).
    mutating func climb(
        from sources: ArraySlice<RoadNodeID>, _ times: HierarchyTimes, _ direction: HierarchyTimes.Direction,
        settle: (_ rank: Int, _ times: Lanes) -> Void
    ) {
        mark(sources)
        let up = up
        let hierarchy = hierarchy
        times.withColumn(direction.rawValue) { times in
            hierarchy.firstUp.withUnsafeBufferPointer { first in
                hierarchy.upper.withUnsafeBufferPointer { upper in
                    guard let first = first.baseAddress, let upper = upper.baseAddress else { return }
                    for word in isAncestor.indices where isAncestor[word] != 0 {
                        var bits = isAncestor[word]
                        isAncestor[word] = 0
                        while bits != 0 {
                            let low = word << 6 | bits.trailingZeroBitCount
                            bits &= bits - 1
                            let here = up[low]
                            let end = Int(first[low + 1])
                            var arc = Int(first[low])
                            while arc < end {
                                let offered = here &+ Lanes(repeating: times[2 * arc])
                                let high = Int(upper[arc])
                                up[high].replace(with: offered, where: offered .< up[high])
                                arc += 1
                            }
                            settle(low, here)
                        }
                    }
                }
            }
        }
    }

    /// Marks the sources and their ancestors, and puts each source at time 0 in its lane.
    private mutating func mark(_ sources: ArraySlice<RoadNodeID>) {
        for (lane, source) in sources.enumerated() {
            precondition(source.exists && source.index < hierarchy.nodeCount, "a source must be a node of the network")
            let start = Int(hierarchy.rank[source.index])
            var low = start
            while isAncestor[low >> 6] & 1 << UInt64(low & 63) == 0 {
                isAncestor[low >> 6] |= 1 << UInt64(low & 63)
                up[low] = Self.none
                guard hierarchy.firstUp[low] < hierarchy.firstUp[low + 1] else { break }
                low = Int(hierarchy.upper[Int(hierarchy.firstUp[low])])
            }
            up[start][lane] = 0
        }
    }

    /// Goes down over rows of arcs that lead up to earlier rows: every row takes the best of what comes down to it.
    ///
    /// - Complexity: O(arcs).
    static func descend(
        _ lanes: UnsafeMutablePointer<Lanes>, count: Int, first: UnsafePointer<UInt32>, upper: UnsafePointer<UInt32>,
        times: UnsafePointer<Int32>
    ) {
        for row in 0..<count {
            let end = Int(first[row + 1])
            var arc = Int(first[row])
            var best = lanes[row]
            while arc < end {
                let offered = lanes[Int(upper[arc])] &+ Lanes(repeating: times[arc])
                best.replace(with: offered, where: offered .< best)
                arc += 1
            }
            lanes[row] = best
        }
    }

    /// Goes down over the whole hierarchy, from the highest rank to the lowest.
    ///
    /// - Complexity: O(arcs of the hierarchy).
    static func descend(
        _ lanes: UnsafeMutablePointer<Lanes>, _ hierarchy: RoadHierarchy, _ times: HierarchyTimes,
        _ direction: HierarchyTimes.Direction
    ) {
        times.withColumn(1 - direction.rawValue) { times in
            hierarchy.firstUp.withUnsafeBufferPointer { first in
                hierarchy.upper.withUnsafeBufferPointer { upper in
                    guard let first = first.baseAddress, let upper = upper.baseAddress else { return }
                    var low = hierarchy.nodeCount - 1
                    while low >= 0 {
                        let end = Int(first[low + 1])
                        var arc = Int(first[low])
                        var best = lanes[low]
                        while arc < end {
                            let offered = lanes[Int(upper[arc])] &+ Lanes(repeating: times[2 * arc])
                            best.replace(with: offered, where: offered .< best)
                            arc += 1
                        }
                        lanes[low] = best
                        low -= 1
                    }
                }
            }
        }
    }

    /// Writes the times of some rows as a table shows them: those of one lane `laneStride` cells from those of the next.
    static func write(
        _ lanes: UnsafeMutablePointer<Lanes>, of rows: UnsafeBufferPointer<some FixedWidthInteger>, lanes count: Int,
        to corner: UnsafeMutablePointer<UInt32>, laneStride: Int, stride: Int
    ) {
        var column = corner
        for row in rows {
            let times = lanes[Int(row)]
            // All ones where there is no way, as tables have it; the sign of a difference tells, without a branch.
            lanes[Int(row)] = times | ~((times &- none) &>> 31)
            UnsafeMutableRawPointer(lanes + Int(row)).withMemoryRebound(to: UInt32.self, capacity: width) { shown in
                var cell = column
                for lane in 0..<count {
                    cell.pointee = shown[lane]
                    cell += laneStride
                }
            }
            column += stride
        }
    }
}
