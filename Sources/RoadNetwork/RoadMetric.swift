import DenseTables

/// How long each arc takes for one travel mode, in milliseconds: what a run changes when roads close or weather turns.
public struct RoadMetric: Sendable, Equatable {
    /// What an arc that cannot be used takes.
    public static let unreachable = UInt32.max

    /// The milliseconds of each arc, in the order of the network's arcs.
    public private(set) var milliseconds: [UInt32]

    /// Works out the times of a mode at the speeds of a table, to the nearest millisecond.
    ///
    /// - Complexity: O(arcs).
    public init(network: RoadNetwork, speeds: SpeedTable, mode: TravelMode) {
        let kilometersPerHour = RoadClass.allCases.map { speeds[mode, $0] * speeds[weather: mode] }
        milliseconds = network.arcs.map { arc in
            let speed = kilometersPerHour[Int(arc.roadClass.rawValue)]
            guard speed > 0 else { return Self.unreachable }
            let time = (arc.length * 3600 / speed).rounded()
            return time < Double(Self.unreachable) ? UInt32(time) : Self.unreachable
        }
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
}
