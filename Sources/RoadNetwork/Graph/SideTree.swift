/// The sides of outlines in a tree of boxes, for finding two that cross without holding each against all others.
///
/// Boxes have four pairs of borders: along the direction most of the length of the sides runs in, across it, and midway between.
/// Sides beside each other, such as the teeth of a comb that is turned anyhow, then have boxes beside each other.
public struct SideTree {
    /// What a search for a pair of sides found.
    public enum Finding: Equatable {
        /// No such pair.
        case none
        /// These two sides, by their numbers, the lower first.
        case pair(Int, Int)
        /// Nothing is known: too many sides lie in each other's boxes.
        case tooMany
    }

    /// How many pairs of sides are compared at most: about a second.
    ///
    /// It takes some ten thousand long sides in several slanting directions beside each other to need more.
    private static let mostPairs = 100_000_000

    /// The most sides of a leaf.
    private static let leafSize = 8

    private struct Node {
        var low: SIMD4<Double>
        var high: SIMD4<Double>
        var sides: Range<Int>
        /// The number of the second part, the first follows its node; zero in a leaf.
        var second = 0

        func overlaps(_ other: Node) -> Bool { all((high .>= other.low) .& (other.high .>= low)) }
    }

    private var nodes: [Node] = []
    private var order: [Int]

    /// Puts sides from each of `starts` to the point of `ends` with the same number into a tree.
    ///
    /// - Complexity: O(n log² n).
    public init(starts: [SIMD2<Double>], ends: [SIMD2<Double>]) {
        order = Array(starts.indices)
        guard let origin = starts.first else { return }
        let along = Self.direction(starts, ends)
        func borders(_ point: SIMD2<Double>) -> SIMD4<Double> {
            let point = point - origin
            let (x, y) = (point.x * along.x + point.y * along.y, point.y * along.x - point.x * along.y)
            return SIMD4(x, y, x + y, x - y)
        }
        let corners = starts.indices.map { (borders(starts[$0]), borders(ends[$0])) }
        let low = corners.map { pointwiseMin($0.0, $0.1) }
        let high = corners.map { pointwiseMax($0.0, $0.1) }
        nodes.reserveCapacity(starts.count / 2)
        split(0..<starts.count, low, high)
    }

    /// The direction most of the length runs in, of length 1; opposite directions are the same.
    private static func direction(_ starts: [SIMD2<Double>], _ ends: [SIMD2<Double>]) -> SIMD2<Double> {
        // Twice the angle of a direction is the same for the opposite one.
        var sum = SIMD2<Double>.zero
        for (start, end) in zip(starts, ends) {
            let way = end - start
            let length = (way * way).sum().squareRoot()
            if length > 0 { sum += SIMD2(way.x * way.x - way.y * way.y, 2 * way.x * way.y) / length }
        }
        let length = (sum * sum).sum().squareRoot()
        guard length > 0 else { return SIMD2(1, 0) }
        let cosine = ((1 + sum.x / length) / 2).squareRoot()
        let sine = max((1 - sum.x / length) / 2, 0).squareRoot()
        return SIMD2(cosine, sum.y < 0 ? -sine : sine)
    }

    private mutating func split(_ sides: Range<Int>, _ low: [SIMD4<Double>], _ high: [SIMD4<Double>]) {
        var node = Node(low: low[order[sides.lowerBound]], high: high[order[sides.lowerBound]], sides: sides)
        var (least, most) = (node.low + node.high, node.low + node.high)
        for side in order[sides] {
            node.low = pointwiseMin(node.low, low[side])
            node.high = pointwiseMax(node.high, high[side])
            least = pointwiseMin(least, low[side] + high[side])
            most = pointwiseMax(most, low[side] + high[side])
        }
        let index = nodes.count
        nodes.append(node)
        guard sides.count > Self.leafSize else { return }
        let axis = most.x - least.x >= most.y - least.y ? 0 : 1
        let border = (least[axis] + most[axis]) / 2
        var middle = order[sides].partition { low[$0][axis] + high[$0][axis] > border }
        // Cut at the middle of the ground unless nearly all sides lie on one side of it.
        if min(middle - sides.lowerBound, sides.upperBound - middle) < sides.count / 8 {
            order[sides].sort { (low[$0][axis] + high[$0][axis], $0) < (low[$1][axis] + high[$1][axis], $1) }
            middle = sides.lowerBound + sides.count / 2
        }
        split(sides.lowerBound..<middle, low, high)
        nodes[index].second = nodes.count
        split(middle..<sides.upperBound, low, high)
    }

    /// A pair of sides that `test` accepts, of all that may have a point in common.
    ///
    /// - Complexity: O(n log n) where few sides lie in each other's boxes; bounded by a number of pairs.
    public func first(where test: (Int, Int) -> Bool) -> Finding {
        guard !nodes.isEmpty else { return .none }
        var open = [(0, 0)]
        var leaves: [(Int, Int)] = []
        var pairs = 0
        while let (one, other) = open.popLast() {
            let (first, second) = (nodes[one], nodes[other])
            guard first.overlaps(second) else { continue }
            switch (first.second, second.second) {
            case (0, 0):
                leaves.append((one, other))
                pairs += first.sides.count * second.sides.count
                if pairs > Self.mostPairs { return .tooMany }
            case (let part, _) where one == other:
                open += [(one + 1, one + 1), (one + 1, part), (part, part)]
            case (let part, _) where part > 0 && (second.second == 0 || first.sides.count >= second.sides.count):
                open += [(one + 1, other), (part, other)]
            case (_, let part):
                open += [(one, other + 1), (one, part)]
            }
        }
        for (one, other) in leaves {
            for place in nodes[one].sides {
                let (first, later) = (order[place], max(nodes[other].sides.lowerBound, one == other ? place + 1 : 0))
                for second in order[later..<nodes[other].sides.upperBound] {
                    let (low, high) = (min(first, second), max(first, second))
                    if test(low, high) { return .pair(low, high) }
                }
            }
        }
        return .none
    }
}
