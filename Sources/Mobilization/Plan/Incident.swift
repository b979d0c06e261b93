import RandomStreams
import RoadNetwork

/// What happens to a place: when the hazard warrants which level, where the water gets, and what has to be done.
public struct Incident: Sendable {
    /// The time at which the hazard warrants a level; command delays come on top.
    public struct Signal: Sendable {
        /// The level warranted.
        public var level: ResponseLevel
        /// Milliseconds from the first signal.
        public var at: Int64

        /// Creates a signal.
        public init(level: ResponseLevel, at: Int64) {
            self.level = level
            self.at = at
        }
    }

    /// A point of the river's expected course.
    public struct Stage: Sendable, Equatable {
        /// Milliseconds from the first signal.
        public var at: Int64
        /// Meters above the normal water.
        public var height: Double

        /// Creates a point.
        public init(at: Int64, height: Double) {
            self.at = at
            self.height = height
        }
    }

    /// What the hazard asks for, by kind of task.
    public struct Demand: Sendable {
        /// The level whose warrant makes the need appear.
        public var level = ResponseLevel.none
        /// Households or residents in one task.
        public var batch = 1
        /// The departments each task needs to agree, by number in the place's list.
        public var departments: [Int] = []
        /// How urgent it is: smaller goes first.
        public var priority = 1

        /// Creates a demand that never appears.
        public init() {}
    }

    /// Local milliseconds since Monday 00:00 at the first signal: decides night, workday and weekend.
    public var weekStart: Int64 = 0
    /// The levels, in order of time.
    public var signals: [Signal] = []
    /// The river, in order of time; empty without a flood.
    public var river: [Stage] = []
    /// A factor on the river's height, the same everywhere, drawn once a replication.
    public var riverSpread = Distribution.fixed(1)
    /// What the weather leaves of each mode's speed, by raw value of `TravelMode`.
    public var weather = [Double](repeating: 1, count: TravelMode.allCases.count)
    /// Roads the hazard closes.
    public var closures: [RoadClosure] = []
    /// How deep the water on a road may be for each mode, in meters, by raw value of `TravelMode`.
    ///
    /// For boats it is how deep the water must be. Without a depth water closes nothing to the mode.
    public var passableDepth = [Double?](repeating: nil, count: TravelMode.allCases.count)
    /// How soon after appearing a task should be begun, in milliseconds; nil where nobody said.
    public var responseTarget: Int64?
    /// Warning low grids' households.
    public var warn = Demand()
    /// Moving residents who need help.
    public var transfer = Demand()

    /// Calls to stations.
    public var calls: [CallStream] = []

    /// Creates an incident in which nothing happens.
    public init() {}

    /// The height of the river at `time` in meters, for a crest scaled by `factor`: level before its first point and after its last.
    ///
    /// - Complexity: O(points of the course).
    public func riverHeight(at time: Int64, factor: Double) -> Double {
        guard let first = river.first, let last = river.last else { return -.infinity }
        if time <= first.at { return first.height * factor }
        for (before, after) in zip(river, river.dropFirst()) where time <= after.at {
            let share = Double(time - before.at) / Double(after.at - before.at)
            return (before.height + share * (after.height - before.height)) * factor
        }
        return last.height * factor
    }

    /// The lowest and the highest the river stands from `start` to `end`, for a crest scaled by `factor`.
    public func riverHeights(from start: Int64, to end: Int64, factor: Double) -> ClosedRange<Double> {
        let bends = river.filter { start < $0.at && $0.at < end }.map { $0.height * factor }
        let heights = bends + [riverHeight(at: start, factor: factor), riverHeight(at: end, factor: factor)]
        let (low, high) = (heights.min() ?? 0, heights.max() ?? 0)
        return low...high
    }

    /// When the river first reaches `height` meters, for a crest scaled by `factor`; nil if it never does.
    ///
    /// - Complexity: O(points of the course).
    public func timeWhenRiverReaches(_ height: Double, factor: Double) -> Int64? {
        var previous: Stage?
        for stage in river {
            let level = stage.height * factor
            if level >= height {
                guard let before = previous, level > before.height * factor else { return stage.at }
                let share = (height - before.height * factor) / (level - before.height * factor)
                return before.at + Int64((Double(stage.at - before.at) * max(share, 0)).rounded())
            }
            previous = stage
        }
        return nil
    }
}
