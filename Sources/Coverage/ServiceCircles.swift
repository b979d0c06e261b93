/// Who lives within how many minutes of how many facilities: service circles, 服务圈.
///
/// Of every point only the nearest few facilities are kept; each question about minutes is then one pass over the points, so that
/// 5, 10 and 15 minutes, before and after a flood, cost one table of travel times each.
public struct ServiceCircles: Sendable {
    /// A facility and how long it takes from there.
    public struct Nearby: Sendable, Equatable {
        /// Its number.
        public let facility: Int
        /// The time from it, in milliseconds.
        public let milliseconds: UInt32

        /// Creates one.
        public init(facility: Int, milliseconds: UInt32) {
            self.facility = facility
            self.milliseconds = milliseconds
        }
    }

    /// What stands for a travel time where there is no way.
    public static let noWay = UInt32.max

    /// The weight of each point, such as its residents.
    public let weights: [Double]

    /// The weight of all points.
    public let total: Double

    /// How many facilities are kept for each point at most.
    public let most: Int

    private let nearest: [[Nearby]]

    /// Looks up the nearest facilities of every point; of equally near ones the first comes first.
    ///
    /// `travel` tells the milliseconds from a facility to a point, `noWay` where there is none.
    ///
    /// - Complexity: O(facilities · points · most).
    public init(
        facilities: Int, weights: [Double], most: Int, travel: (_ facility: Int, _ point: Int) -> UInt32
    ) {
        precondition(most >= 1, "a circle is drawn around one facility at least")
        precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is zero or more")
        self.weights = weights
        self.most = most
        total = weights.reduce(0, +)
        nearest = weights.indices.map { point in
            var near: [Nearby] = []
            for facility in 0..<facilities {
                let time = travel(facility, point)
                guard time != Self.noWay, near.count < most || time < near[most - 1].milliseconds else { continue }
                let place = near.firstIndex { time < $0.milliseconds } ?? near.count
                near.insert(Nearby(facility: facility, milliseconds: time), at: place)
                if near.count > most { near.removeLast() }
            }
            return near
        }
    }

    /// The facility nearest to a point; nil if there is a way from none.
    public func nearest(to point: Int) -> Nearby? { nearest[point].first }

    /// How many facilities are within some milliseconds of a point, `most` at most.
    public func count(near point: Int, within milliseconds: UInt32) -> Int {
        nearest[point].count { $0.milliseconds <= milliseconds }
    }

    /// Some of the points: what they weigh, and their share of all weight.
    public struct Part: Sendable, Equatable {
        /// The sum of their weights.
        public var weight: Double
        /// The share, 0 only if no point with a weight is among them, and 1 only if all are.
        ///
        /// A point beside one a billion times as heavy is lost in the sums, and would be lost in a share made of them. 0 where there is no
        /// weight.
        public var share: Double
    }

    /// The points within some milliseconds of at least `facilities` facilities, which is `most` at most.
    ///
    /// - Complexity: O(points).
    public func within(_ milliseconds: UInt32, of facilities: Int = 1) -> Part {
        precondition((1...most).contains(facilities), "only the nearest \(most) facilities are known")
        return part { point in
            nearest[point].count >= facilities && nearest[point][facilities - 1].milliseconds <= milliseconds
        }
    }

    /// The points beyond some milliseconds of the nearest facility, but within others of it; without a way they are in neither.
    ///
    /// Counted, not subtracted: what rounding leaves of a difference would show as a share of its own.
    ///
    /// - Complexity: O(points).
    public func beyond(_ least: UInt32, within most: UInt32 = .max) -> Part {
        part { point in nearest[point].first.map { $0.milliseconds > least && $0.milliseconds <= most } ?? false }
    }

    /// The points to which there is no way from any facility.
    public var withoutWay: Part { part { nearest[$0].isEmpty } }

    /// The points that are gaps: beyond some milliseconds of every facility, or without a way.
    public func gaps(beyond milliseconds: UInt32) -> Part { part { isGap($0, beyond: milliseconds) } }

    /// Whether a point is not within some milliseconds of any facility.
    public func isGap(_ point: Int, beyond milliseconds: UInt32) -> Bool {
        count(near: point, within: milliseconds) == 0
    }

    /// The points not within some milliseconds of any facility in any of several states of the roads: the heaviest first, of equal
    /// weight in their own order.
    ///
    /// - Complexity: O(points · log points).
    public static func gaps(of states: [ServiceCircles], beyond milliseconds: UInt32) -> [Int] {
        guard let first = states.first else { return [] }
        return first.weights.indices.filter { point in states.contains { $0.isGap(point, beyond: milliseconds) } }
            .sorted { (-first.weights[$0], $0) < (-first.weights[$1], $1) }
    }

    private func part(where isCounted: (Int) -> Bool) -> Part {
        var (weight, hasSome, hasAll) = (0.0, false, true)
        for point in weights.indices where weights[point] > 0 {
            if isCounted(point) {
                weight += weights[point]
                hasSome = true
            } else {
                hasAll = false
            }
        }
        guard hasSome else { return Part(weight: 0, share: 0) }
        let share = hasAll ? 1 : min(max(weight / total, .leastNonzeroMagnitude), (1.0).nextDown)
        return Part(weight: weight, share: share)
    }
}
