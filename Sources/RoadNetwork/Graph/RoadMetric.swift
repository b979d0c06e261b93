import DenseTables

/// How long each arc takes for one travel mode, in milliseconds: what a run changes when roads close or weather turns.
public struct RoadMetric: Sendable, Equatable {
    /// What an arc that cannot be used takes.
    @inlinable public static var unreachable: UInt32 { .max }

    /// The milliseconds of each arc, in the order of the network's arcs.
    public private(set) var milliseconds: [UInt32]

    /// Works out the times of a mode at the speeds of a table, to the nearest millisecond.
    ///
    /// Weather slows whatever speed an arc has; a speed limit stays what it is.
    ///
    /// - Complexity: O(arcs).
    public init(network: RoadNetwork, speeds: SpeedTable, mode: TravelMode) {
        let ofClass = RoadClass.allCases.map { speeds[mode, $0] }
        let weather = speeds[weather: mode]
        milliseconds = network.arcs.map { arc in
            guard arc.access.contains(mode), weather > 0 else { return Self.unreachable }
            let usual = ofClass[Int(arc.roadClass.rawValue)] * weather
            let speed: Double
            switch arc.pace {
            case .byClass: speed = usual
            case .limit(let most): speed = min(usual, Double(most))
            case .driven(let driven): speed = mode == .car ? Double(driven) * weather : min(usual, Double(driven))
            case .fixed(let time): return Self.rounded(Double(time) / weather)
            }
            return speed > 0 ? Self.rounded(arc.length * 3600 / speed) : Self.unreachable
        }
    }

    /// Milliseconds as a whole number, at most the longest that can be counted: a slow road is no closed one.
    private static func rounded(_ time: Double) -> UInt32 {
        UInt32(min(time.rounded(), Double(TravelTimeTable.longest)))
    }

    /// Creates a metric from the milliseconds of each arc, in the order of the network's arcs.
    public init(milliseconds: [UInt32]) { self.milliseconds = milliseconds }

    /// The milliseconds of an arc.
    public subscript(arc: RoadArcID) -> UInt32 {
        get { milliseconds[arc.index] }
        set { milliseconds[arc.index] = newValue }
    }

    /// Closes an arc: nobody travels on it.
    public mutating func close(_ arc: RoadArcID) { milliseconds[arc.index] = Self.unreachable }

    /// No time at all on every open arc: under it, who can be reached is reached at 0.
    var reachability: RoadMetric {
        RoadMetric(milliseconds: milliseconds.map { $0 == Self.unreachable ? Self.unreachable : 0 })
    }
}
