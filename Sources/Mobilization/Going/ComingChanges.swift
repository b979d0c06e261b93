import DenseTables
import RoadNetwork

/// When roads next close to each mode, and when any next closes or opens.
struct ComingChanges {
    /// When roads next close to each mode, by raw value, in milliseconds; `Int64.max` if they never do.
    private(set) var closing: SIMD4<Int64>
    /// When any road next closes to each mode or opens.
    private(set) var change: SIMD4<Int64>

    /// Every such time, by mode, in order.
    private let closings: [[Int64]]
    private let alterations: [[Int64]]

    /// Prepares the times of `changes` on so many `roads`, as seen before the first of them.
    init(_ changes: [RoadChanges.Change], roads: Int) {
        var closings = [[Int64]](repeating: [], count: TravelMode.allCases.count)
        var alterations = closings
        var closedTo = [TravelModeSet](repeating: [], count: roads)
        for change in changes {
            var (closed, altered): (TravelModeSet, TravelModeSet) = ([], [])
            for (road, modes) in change.roads {
                closed.formUnion(modes.subtracting(closedTo[road.index]))
                altered.formUnion(modes.symmetricDifference(closedTo[road.index]))
                closedTo[road.index] = modes
            }
            for mode in TravelMode.allCases {
                if closed.contains(mode) { closings[Int(mode.rawValue)].append(change.at) }
                if altered.contains(mode) { alterations[Int(mode.rawValue)].append(change.at) }
            }
        }
        self.closings = closings
        self.alterations = alterations
        closing = Self.next(in: closings, after: .min)
        change = Self.next(in: alterations, after: .min)
    }

    /// The change at `time` is over.
    mutating func advance(to time: Int64) {
        closing = Self.next(in: closings, after: time)
        change = Self.next(in: alterations, after: time)
    }

    private static func next(in times: [[Int64]], after time: Int64) -> SIMD4<Int64> {
        var next = SIMD4<Int64>(repeating: .max)
        for (mode, times) in times.enumerated() { next[mode] = times.first { $0 > time } ?? .max }
        return next
    }
}
