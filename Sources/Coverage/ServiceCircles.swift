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

    /// The weight of the points within some milliseconds of at least `facilities` facilities, which is `most` at most.
    ///
    /// - Complexity: O(points).
    public func weight(within milliseconds: UInt32, of facilities: Int = 1) -> Double {
        precondition((1...most).contains(facilities), "only the nearest \(most) facilities are known")
        return weight { point in
            nearest[point].count >= facilities && nearest[point][facilities - 1].milliseconds <= milliseconds
        }
    }

    /// The weight of the points beyond some milliseconds of the nearest facility, but within others of it; without a way they are in
    /// neither.
    ///
    /// Counted, not subtracted: what rounding leaves of a difference would show as a share of its own.
    ///
    /// - Complexity: O(points).
    public func weight(beyond least: UInt32, within most: UInt32 = .max) -> Double {
        weight { point in nearest[point].first.map { $0.milliseconds > least && $0.milliseconds <= most } ?? false }
    }

    /// The same as a share of all weight; 0 where there is none.
    public func share(within milliseconds: UInt32, of facilities: Int = 1) -> Double {
        share(of: weight(within: milliseconds, of: facilities))
    }

    /// The weight of the points to which there is no way from any facility.
    public var weightWithoutWay: Double { weight { nearest[$0].isEmpty } }

    /// A weight as a share of all weight; 0 where there is none.
    public func share(of weight: Double) -> Double { total > 0 ? weight / total : 0 }

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

    private func weight(where isCounted: (Int) -> Bool) -> Double {
        weights.indices.reduce(0) { $0 + (isCounted($1) ? weights[$1] : 0) }
    }
}
