import Organization
import RandomStreams
import Words
import WrittenFiles

/// A point of the river's expected course.
public struct RiverPoint: Sendable, Equatable {
    /// Milliseconds from the first signal.
    public var at: Int64
    /// Meters above the normal water.
    public var height: Double

    /// Creates a point.
    public init(at: Int64, height: Double) {
        self.at = at
        self.height = height
    }

    /// Reads the river of an incident: its expected course and how far its crest may be off.
    static func course(_ reader: inout ObjectReader) -> (river: [RiverPoint], spread: Distribution) {
        let river = reader.list("river", default: "[]", help: .init(zh: "河水过程", en: "the river's expected course")) {
            RiverPoint(at: $0.value("at", .duration), height: $0.value("height", .distance))
        }
        if zip(river, river.dropFirst()).contains(where: { $0.at >= $1.at }) {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "河水过程的时间应递增", en: "the river's course must be in order of time"),
                    expected: .init(zh: "每点晚于前一点", en: "each point later than the one before")), at: "river")
        }
        let spread = reader.value(
            "riverSpread", .number(in: 0...1), default: #"{ "value": 0.12, "range": [0.05, 0.25] }"#,
            help: .init(zh: "洪峰的不确定性（对数标准差）", en: "log-standard deviation of the river's crest"))
        return (river, .lognormal(median: 1, sigma: spread))
    }
}

/// How high the river stands when: what closes roads and what drives people from low homes is the same water.
extension Incident {
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
        var previous: RiverPoint?
        for point in river {
            let level = point.height * factor
            if level >= height {
                guard let before = previous, level > before.height * factor else { return point.at }
                let share = (height - before.height * factor) / (level - before.height * factor)
                return before.at + Int64((Double(point.at - before.at) * max(share, 0)).rounded())
            }
            previous = point
        }
        return nil
    }
}

extension World {
    /// The factor on the height of an incident's river in the replication of `random`.
    ///
    /// One crest for the whole river: if it runs high, it runs high everywhere.
    func crest(of incident: Int, _ random: RandomStream) -> Double {
        let occasion = Occasion(incident: incident)
        return incidents[incident].riverSpread.quantile(
            random.uniform(organization.nodes[0].key, .waterLevel, occasion.raw))
    }
}
