/// The times of a hierarchy's arcs under one metric: along each arc (`x`) and against it (`y`), in milliseconds.
///
/// Thirty bits a time: the sum of two never overflows, and signed numbers compare at once on every processor. A way of more than
/// twelve days looks like none here; `HierarchyTravelTimes` finds those by other means.
struct HierarchyTimes: Sendable {
    /// No way, or one of more than twelve days.
    static let unreachable: Int32 = 1 << 30 - 1

    /// Which way the arcs are used.
    enum Direction: Int {
        /// From the sources up and down to the targets.
        case forward = 0
        /// The other way about: from the targets against the arcs.
        case backward = 1
    }

    /// A pair an arc.
    private(set) var pairs: [SIMD2<Int32>]

    /// Works out the times of all arcs of `hierarchy` under `metric`.
    ///
    /// Every triangle of a node and two of its upward arcs offers a way between their upper ends; visited from the lowest node up, both
    /// sides of a triangle are final before they are used. Of parallel roads the fastest counts.
    ///
    /// - Complexity: O(roads + triangles); 1 ms for the 75,000 nodes of Luxembourg.
    init(_ hierarchy: RoadHierarchy, _ metric: RoadMetric) {
        pairs = []
        customize(hierarchy, metric)
    }

    /// Hands `body` the times in one direction, 0 or 1: that of an arc stands at twice its number.
    func withColumn<Result>(_ column: Int, _ body: (UnsafePointer<Int32>) -> Result) -> Result {
        pairs.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return withUnsafePointer(to: 0) { body($0) } }
            return body(base.assumingMemoryBound(to: Int32.self) + column)
        }
    }

    /// Works out all times anew, in the memory of the old ones.
    mutating func customize(_ hierarchy: RoadHierarchy, _ metric: RoadMetric) {
        precondition(
            metric.milliseconds.count == hierarchy.timeOfRoad.count, "a metric must have a time for every road")
        let none = SIMD2(repeating: Self.unreachable)
        if pairs.count == hierarchy.arcCount {
            for arc in pairs.indices { pairs[arc] = none }
        } else {
            pairs = Array(repeating: none, count: hierarchy.arcCount)
        }
        pairs.withUnsafeMutableBufferPointer { pairs in
            pairs.withMemoryRebound(to: Int32.self) { times in
                // One cell an arc and direction; the buffer still counts arcs.
                guard let times = times.baseAddress else { return }
                for (place, time) in zip(hierarchy.timeOfRoad, metric.milliseconds) where place != .max {
                    let time = Int32(truncatingIfNeeded: min(time, UInt32(Self.unreachable)))
                    if time < times[Int(place)] { times[Int(place)] = time }
                }
            }
            if hierarchy.triangles.isEmpty {
                Self.relaxFindingTriangles(hierarchy, pairs)
            } else {
                Self.relaxKeptTriangles(hierarchy, pairs)
            }
        }
    }

    private static func relaxKeptTriangles(
        _ hierarchy: RoadHierarchy, _ pairs: UnsafeMutableBufferPointer<SIMD2<Int32>>
    ) {
        hierarchy.firstUp.withUnsafeBufferPointer { first in
            hierarchy.triangles.withUnsafeBufferPointer { triangles in
                guard let pairs = pairs.baseAddress, let first = first.baseAddress, var across = triangles.baseAddress
                else { return }
                for low in 0..<hierarchy.nodeCount {
                    let end = Int(first[low + 1])
                    var one = Int(first[low])
                    while one < end {
                        let pair = pairs[one]
                        let turned = SIMD2(pair.y, pair.x)
                        var other = one + 1
                        while other < end {
                            relax(&pairs[Int(across.pointee)], turned &+ pairs[other])
                            across += 1
                            other += 1
                        }
                        one += 1
                    }
                }
            }
        }
    }

    /// The same where there are too many triangles to keep: each is found by walking the row of its middle node.
    private static func relaxFindingTriangles(
        _ hierarchy: RoadHierarchy, _ pairs: UnsafeMutableBufferPointer<SIMD2<Int32>>
    ) {
        hierarchy.firstUp.withUnsafeBufferPointer { first in
            hierarchy.upper.withUnsafeBufferPointer { upper in
                for low in 0..<hierarchy.nodeCount {
                    let end = Int(first[low + 1])
                    for one in Int(first[low])..<end {
                        let turned = SIMD2(pairs[one].y, pairs[one].x)
                        var across = Int(first[Int(upper[one])])
                        for other in (one + 1)..<max(end, one + 1) {
                            while upper[across] != upper[other] { across += 1 }
                            relax(&pairs[across], turned &+ pairs[other])
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func relax(_ pair: inout SIMD2<Int32>, _ offered: SIMD2<Int32>) {
        pair.replace(with: offered, where: offered .< pair)
    }
}
