import Synchronization

/// What no way on a network under one metric can exceed, worked out when first asked for.
///
/// Bounds of a metric hold for every metric that only closes arcs or makes them quicker, so while roads close and reopen they are
/// worked out once.
final class LongestWay: Sendable {
    /// Bounds in milliseconds.
    struct Bounds {
        /// Of a fastest way: it leaves every node at most once.
        var way: UInt64 = 0
        /// Of an open arc.
        var arc: UInt64 = 0
    }

    /// Bounds, the metric they were worked out for, and whether they are known to hold for the present one.
    private struct Known {
        let bounds: Bounds
        let milliseconds: [UInt32]
        var holds: Bool
    }

    private let known: Mutex<Known?>

    /// Knows nothing, or what was known before the metric changed.
    init(after previous: LongestWay? = nil) {
        var inherited = previous?.known.withLock { $0 }
        inherited?.holds = false
        known = Mutex(inherited)
    }

    /// The bounds; always asked for with the same network and metric.
    ///
    /// - Complexity: O(nodes + arcs) the first time, then O(1).
    func bounds(_ network: RoadNetwork, _ metric: RoadMetric) -> Bounds {
        known.withLock { known in
            if let known, known.holds { return known.bounds }
            if let bounds = known?.bounds, !Self.isSlower(metric.milliseconds, than: known?.milliseconds ?? []) {
                known?.holds = true
                return bounds
            }
            let bounds = Self.bounds(network.firstOut, metric.milliseconds)
            known = Known(bounds: bounds, milliseconds: metric.milliseconds, holds: true)
            return bounds
        }
    }

    /// Whether any open arc takes longer than it did, or was closed.
    private static func isSlower(_ now: [UInt32], than before: [UInt32]) -> Bool {
        guard now.count == before.count else { return true }
        var slower: UInt32 = 0
        now.withUnsafeBufferPointer { now in
            before.withUnsafeBufferPointer { before in
                // Without an early end, so that the processor compares many at once. One more than closed is zero.
                for arc in now.indices { slower |= now[arc] &+ 1 > before[arc] &+ 1 ? 1 : 0 }
            }
        }
        return slower != 0
    }

    private static func bounds(_ firstOut: [UInt32], _ milliseconds: [UInt32]) -> Bounds {
        var bounds = Bounds()
        for (first, end) in zip(firstOut, firstOut.dropFirst()) {
            var most: UInt32 = 0
            for arc in Int(first)..<Int(end) where milliseconds[arc] != RoadMetric.unreachable {
                most = max(most, milliseconds[arc])
            }
            bounds.way += UInt64(most)
            bounds.arc = max(bounds.arc, UInt64(most))
        }
        return bounds
    }
}
