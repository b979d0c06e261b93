import Organization
import RandomStreams
import Words
import WrittenFiles

/// When a standing organization turns into its emergency form, and how long that takes: the `conversion` group.
public struct ConversionPlan: Sendable {
    /// What conversion asks of the organizations of one level.
    public struct Rule: Sendable {
        /// The response level from which they convert; `none` where they never do.
        public var from = ResponseLevel.none
        /// Handing over command and cutting the lists.
        public var time = Distribution.fixed(0)

        /// Creates a rule that never converts anybody.
        public init() {}
    }

    /// The rule of each level, by raw value of `OrganizationLevel`.
    public var rules = [Rule](repeating: Rule(), count: OrganizationLevel.allCases.count)

    /// Creates a plan under which nothing converts.
    public init() {}

    /// The rule for organizations of `level`.
    public subscript(level: OrganizationLevel) -> Rule {
        get { rules[Int(level.rawValue)] }
        set { rules[Int(level.rawValue)] = newValue }
    }
}

extension ConversionPlan {
    /// Reads the `conversion` group of a plan: for each level of the organization, from when and how long.
    init(_ reader: inout ObjectReader) {
        self.init()
        let defaults: [(WrittenOrganizationLevel, from: String, time: String)] = [
            (
                .district, "IV",
                #"{ "value": { "triangular": ["15 min", "30 min", "60 min"] }, "range": ["15 min", "60 min"] }"#
            ),
            (
                .street, "IV",
                #"{ "value": { "triangular": ["10 min", "20 min", "40 min"] }, "range": ["10 min", "40 min"] }"#
            ),
            (
                .community, "III",
                #"{ "value": { "triangular": ["5 min", "12 min", "30 min"] }, "range": ["5 min", "30 min"] }"#
            ),
            (
                .grid, "III",
                #"{ "value": { "triangular": ["2 min", "5 min", "10 min"] }, "range": ["2 min", "10 min"] }"#
            ),
            (
                .compound, "II",
                #"{ "value": { "triangular": ["1 min", "3 min", "5 min"] }, "range": ["1 min", "5 min"] }"#
            ),
            (
                .unit, "II",
                #"{ "value": { "triangular": ["10 min", "20 min", "60 min"] }, "range": ["10 min", "60 min"] }"#
            ),
        ]
        for (written, from, time) in defaults {
            self[written.level] = reader.object(written.rawValue, default: "{}") { inner in
                var rule = Rule()
                rule.from =
                    inner.value(
                        "from", .name(of: WrittenLevel.self), default: "\"\(from)\"",
                        help: .init(zh: "从哪一响应等级起转换", en: "the response level from which they convert")
                    ).level
                rule.time = inner.value(
                    "time", .durationDistribution, default: time,
                    help: .init(zh: "交接指挥、分解清单", en: "handing over command and cutting the lists"))
                return rule
            }
        }
    }
}
