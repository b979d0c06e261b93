/// Chooses one of several things with a probability in proportion to its weight.
struct CumulativeWeights {
    private let sums: [Double]

    init(_ weights: [Double]) {
        var sum = 0.0
        sums = weights.map { weight in
            sum += weight
            return sum
        }
    }

    /// The thing in whose part of the whole `uniform`, between 0 and 1, lies; there must be at least one.
    ///
    /// - Complexity: O(log n).
    func index(at uniform: Double) -> Int {
        let target = uniform * (sums.last ?? 0)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
