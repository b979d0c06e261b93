extension Distribution {
    /// The value at a probability: straight lines between the points, the first value before them, the last after them.
    ///
    /// - Complexity: O(log of the number of points).
    static func value(at probability: Double, of points: [EmpiricalPoint]) -> Double {
        guard let first = points.first, let last = points.last else { return .nan }
        guard probability > first.cumulative else { return first.value }
        guard probability < last.cumulative else { return last.value }
        let upper = firstIndex(in: points) { $0.cumulative >= probability }
        let (left, right) = (points[upper - 1], points[upper])
        let share = (probability - left.cumulative) / (right.cumulative - left.cumulative)
        return left.value + share * (right.value - left.value)
    }

    /// The probability of at most a value.
    ///
    /// - Complexity: O(log of the number of points).
    static func probability(at value: Double, of points: [EmpiricalPoint]) -> Double {
        guard let first = points.first, let last = points.last else { return .nan }
        guard value >= first.value else { return 0 }
        guard value < last.value else { return 1 }
        let upper = firstIndex(in: points) { $0.value > value }
        let (left, right) = (points[upper - 1], points[upper])
        let share = (value - left.value) / (right.value - left.value)
        return left.cumulative + share * (right.cumulative - left.cumulative)
    }

    /// The mean: each point's own mass, and the middle of each line.
    static func mean(of points: [EmpiricalPoint]) -> Double {
        guard let first = points.first, let last = points.last else { return .nan }
        var sum = first.cumulative * first.value + (1 - last.cumulative) * last.value
        for (left, right) in zip(points, points.dropFirst()) {
            sum += (right.cumulative - left.cumulative) * (left.value + (right.value - left.value) / 2)
        }
        return sum
    }

    /// The first index from which on `isBeyond` holds, found by halving.
    private static func firstIndex(
        in points: [EmpiricalPoint], where isBeyond: (EmpiricalPoint) -> Bool
    ) -> Int {
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(points[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
