import Organization
import RandomStreams
import Words
import WrittenFiles

/// From a yes to a checked-in name: the `muster` group of a plan.
public struct MusterPlan: Sendable {
    /// Getting ready by day.
    public var prepareDay = Distribution.fixed(0)
    /// Getting ready when woken.
    public var prepareNight = Distribution.fixed(0)
    /// The chance that somebody who said yes does not come after all.
    public var noShow = 0.0
    /// One check-in, kit included.
    public var checkIn = Distribution.fixed(0)
    /// Check-in desks at a seat of each level, by raw value of `OrganizationLevel`; with 0 nobody checks in.
    public var desks = [Int](repeating: 0, count: OrganizationLevel.allCases.count)
    /// How much people's speeds differ: the log-standard deviation of a factor with median 1.
    public var speedSpread = 0.0

    /// Creates a muster without delay.
    public init() {}
}

extension MusterPlan {
    /// Reads the `muster` group of a plan.
    init(_ reader: inout ObjectReader) {
        self.init()
        prepareDay = reader.value(
            "prepareDay", .durationDistribution,
            default: #"{ "value": { "triangular": ["1 min", "5 min", "20 min"] }, "range": ["3 min", "10 min"] }"#,
            help: .init(zh: "白天准备出发", en: "getting ready by day"))
        prepareNight = reader.value(
            "prepareNight", .durationDistribution,
            default: #"{ "value": { "triangular": ["5 min", "12 min", "30 min"] }, "range": ["8 min", "20 min"] }"#,
            help: .init(zh: "夜间被叫醒后准备出发", en: "getting ready when woken"))
        noShow = reader.value(
            "noShow", .share, default: #"{ "value": "8%", "range": ["2%", "20%"] }"#,
            help: .init(zh: "答应后没来的概率", en: "the chance that somebody who said yes does not come after all"))
        checkIn = reader.value(
            "checkIn", .durationDistribution,
            default: #"{ "value": { "lognormal": { "median": "105 s", "sigma": 0.5 } }, "range": ["60 s", "180 s"] }"#,
            help: .init(zh: "报到和领取装备", en: "one check-in, kit included"))
        let written = reader.object("desks", default: "{}") { inner in
            let usual: [(WrittenOrganizationLevel, Int)] = [
                (.district, 2), (.street, 2), (.community, 2), (.grid, 0), (.compound, 0), (.unit, 2),
            ]
            return usual.map { level, number in
                (
                    level,
                    inner.value(
                        level.rawValue, .integer(in: 0...1000),
                        default: #"{ "value": \#(number), "range": [\#(number), \#(number * 2)] }"#,
                        help: .init(zh: "报到台数量，0表示不设", en: "check-in desks; with 0 nobody checks in"))
                )
            }
        }
        for (level, number) in written { desks[Int(level.level.rawValue)] = number }
        speedSpread = reader.value(
            "speedSpread", .number(in: 0...2), default: #"{ "value": 0.17, "range": [0, 0.4] }"#,
            help: .init(zh: "个人速度差异（对数标准差）", en: "log-standard deviation of people's speeds"))
    }
}
