/// Which of some numbered things hang together (Tarjan 1975, with path halving; the lower number leads).
public struct UnionFind: Sendable {
    @usableFromInline
    var parents: [Int32]

    /// Things of which none hangs together with another.
    public init(count: Int) { parents = Array(0..<Int32(count)) }

    /// The representative of what `item` hangs together with: the lowest number of all that do.
    ///
    /// - Complexity: almost O(1).
    @inlinable
    public mutating func find(_ item: Int) -> Int {
        var item = Int32(item)
        while parents[Int(item)] != item {
            parents[Int(item)] = parents[Int(parents[Int(item)])]
            item = parents[Int(item)]
        }
        return Int(item)
    }

    /// Joins two things and returns whether they were apart.
    @discardableResult @inlinable
    public mutating func join(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (find(first), find(second))
        guard one != other else { return false }
        parents[max(one, other)] = Int32(min(one, other))
        return true
    }
}
