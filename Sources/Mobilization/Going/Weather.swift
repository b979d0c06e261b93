import RoadNetwork
import Words
import WrittenFiles

/// What the weather leaves of everybody's speed, and how deep the water on a road may be.
enum Weather {
    /// Reads the `weather` of an incident: the share of each mode's speed, by raw value of `TravelMode`.
    static func speeds(_ reader: inout ObjectReader) -> [Double] {
        let reduced = reader.object(
            "weather", default: "{}", help: .init(zh: "天气使速度剩下几成", en: "what the weather leaves of each speed")
        ) { inner in
            WrittenMode.allCases.map { inner.value($0.rawValue, .share, default: "1") }
        }
        var speeds = [Double](repeating: 1, count: TravelMode.allCases.count)
        for (mode, factor) in zip(WrittenMode.allCases, reduced) { speeds[Int(mode.mode.rawValue)] = factor }
        return speeds
    }

    /// Reads the `passableDepth` of an incident in meters, by raw value of `TravelMode`.
    static func passableDepths(_ reader: inout ObjectReader) -> [Double?] {
        let depths = reader.object(
            "passableDepth", default: "{}",
            help: .init(zh: "各方式能通过的水深；不写则水不封路", en: "how deep water may be on a road; without it water closes none")
        ) { inner in
            WrittenTravelMode.allCases.map { inner.optional($0.rawValue, .distance) }
        }
        var passable = [Double?](repeating: nil, count: TravelMode.allCases.count)
        for (mode, depth) in zip(WrittenTravelMode.allCases, depths) { passable[Int(mode.mode.rawValue)] = depth }
        return passable
    }
}
