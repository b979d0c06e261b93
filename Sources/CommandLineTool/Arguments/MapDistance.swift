import DenseTables
import MapFiles
import RoadNetwork
import Words

/// How users without roads want travel times made of places: `--straight` or `--manhattan`, and `--speed`.
struct MapDistance {
    /// The two ways to measure.
    static let options = [
        OptionDeclaration(
            "--straight", "FACTOR", zh: "没有路网：直线距离乘以系数，如 1.417（Boscoe 等 2012）",
            en: "no roads: straight lines times a factor, such as 1.417 (Boscoe et al. 2012)"),
        OptionDeclaration(
            "--manhattan", "FACTOR", zh: "没有路网：东西向加南北向距离，乘以系数",
            en: "no roads: east-west plus north-south distance, times a factor"),
        OptionDeclaration(
            "--speed", "KMH", zh: "配合 --straight、--manhattan：公里/小时，默认随交通方式",
            en: "with --straight or --manhattan: kilometers an hour, by default those of the mode"),
    ]

    private let shape: StraightTravelTimes.Shape
    private let detour: Double
    private let speed: Double

    /// Reads the options; nil if none of the two ways is asked for.
    ///
    /// Without a speed it is the mode's on streets, an assumption like all of `SpeedTable.usual`.
    init?(_ arguments: ArgumentList, _ mode: TravelMode) throws(Refusal) {
        let (straight, manhattan) = (
            try arguments.number("--straight", in: 1...10), try arguments.number("--manhattan", in: 1...10)
        )
        let speed = try arguments.number("--speed", in: 0.1...300)
        guard let factor = straight ?? manhattan else { return nil }
        shape = straight == nil ? .manhattan : .straight
        detour = factor
        self.speed = speed ?? SpeedTable.usual[mode, .street]
        guard self.speed > 0 else {
            throw Refusal(.wrongUse, zh: "这种交通方式要用 --speed 给出速度", en: "this travel mode needs a --speed")
        }
    }

    /// The times from some places to others.
    ///
    /// - Complexity: O(sources · targets).
    func table(from sources: [ListedPlace], to targets: [ListedPlace]) -> TravelTimeTable {
        let nodes = (sources + targets).map { listed in
            RoadNode(longitude: listed.place?.x ?? 0, latitude: listed.place?.y ?? 0)
        }
        let times = StraightTravelTimes(nodes: nodes, shape: shape, detour: detour, kilometersPerHour: speed)
        return times.table(
            from: sources.indices.map { RoadNodeID($0) },
            to: targets.indices.map { RoadNodeID(sources.count + $0) })
    }
}
