import Organization
import RandomStreams
import Words
import WrittenFiles

/// Calls that come to a station one after another: what people ask for on an ordinary day, or because of the incident.
///
/// All distributions are durations in milliseconds.
public struct CallStream: Sendable {
    /// The name used in files and tables.
    public var code: String
    /// The name users read.
    public var name: LocalizedText
    /// The number of the station in the place's list.
    public var station: Int
    /// From one call to the next.
    public var between: Distribution
    /// From a unit's being free to its being with the caller; 0 at a desk or on the telephone.
    public var travel = Distribution.fixed(0)
    /// Serving one call, once the unit is there.
    public var work: Distribution

    /// Creates a stream without travel.
    public init(code: String, name: LocalizedText, station: Int, between: Distribution, work: Distribution) {
        self.code = code
        self.name = name
        self.station = station
        self.between = between
        self.work = work
    }
}

extension CallStream {
    /// Reads the `calls` of an incident; `stations` are those of the place.
    static func dictionary(_ reader: inout ObjectReader, stations: NameTable) -> [CallStream] {
        reader.dictionary(
            "calls", default: "{}", help: .init(zh: "各站点的来电来访", en: "calls that come to the stations of the place")
        ) {
            CallStream(code: $0, &$1, stations: stations)
        }.map(\.value)
    }

    /// Reads one stream of calls; `stations` are those of the place.
    init(code: String, _ reader: inout ObjectReader, stations: NameTable) {
        self.init(
            code: code, name: reader.optional("name", .text) ?? LocalizedText(code),
            station: reader.value(
                "station", .reference(to: stations), help: .init(zh: "由哪个站点受理", en: "the station that takes them")),
            between: reader.value(
                "between", .durationDistribution, help: .init(zh: "相邻两次来电的间隔", en: "from one call to the next")),
            work: reader.value(
                "work", .durationDistribution, help: .init(zh: "到场后办理用时", en: "serving one call, once a unit is there"))
        )
        travel = reader.value(
            "travel", .durationDistribution, default: #""0 min""#,
            help: .init(zh: "人员赶到所需时间", en: "from a unit's being free to its being with the caller"))
        for (key, duration) in [("work", work), ("travel", travel)] where duration.mean == .infinity {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "可能永不结束", en: "a unit might never come free again"),
                    expected: .init(zh: "必然结束的时长", en: "a duration that ends for certain, without chance")), at: key)
        }
        // Calls without a gap would never let the clock move on.
        if between.quantile(0.5) < 1 {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "间隔几乎为零", en: "half of the gaps between calls take no time"),
                    expected: .init(zh: "中位数至少 1 毫秒", en: "a median of at least one millisecond")), at: "between")
        }
    }
}
