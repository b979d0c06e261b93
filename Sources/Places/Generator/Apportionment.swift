/// Shares out `total` whole things by weight, so that the parts add up exactly.
///
/// The method of largest remainders (Hamilton); equal remainders go to the earlier part, and if all weights are zero
/// every part weighs the same.
///
/// - Complexity: O(n log n).
func apportion(_ total: Int, by weights: [Double]) -> [Int] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    let quotas = weights.map { sum > 0 ? Double(total) * ($0 / sum) : Double(total) / Double(weights.count) }
    var parts = quotas.map { Int($0) }
    let order = quotas.indices.sorted { first, second in
        let (one, other) = (quotas[first] - Double(parts[first]), quotas[second] - Double(parts[second]))
        return one != other ? one > other : first < second
    }
    for index in order.prefix(max(total - parts.reduce(0, +), 0)) { parts[index] += 1 }
    return parts
}
