import RandomStreams
import Words
import WrittenFiles

/// How long the work at the door and on the dike takes: the `fieldWork` group of a plan.
public struct FieldWorkPlan: Sendable {
    /// From one door to the next and knocking.
    public var door = Distribution.fixed(0)
    /// The chance that a door is opened.
    public var opened = 1.0
    /// Telling those who open.
    public var talk = Distribution.fixed(0)
    /// The chance that a household refuses at first.
    public var refuses = 0.0
    /// Persuading one that refuses.
    public var persuade = Distribution.fixed(0)
    /// From a warning to the household's being out, beside the team's work.
    public var leave = Distribution.fixed(0)
    /// Moving one resident who needs help to the shelter.
    public var transfer = Distribution.fixed(0)
    /// People needed beside each such resident.
    public var helpers = 1
    /// How long the department's team stays to open a post.
    public var openPost = Distribution.fixed(0)

    /// Creates work that takes no time.
    public init() {}
}

extension FieldWorkPlan {
    /// Reads the `fieldWork` group of a plan.
    init(_ reader: inout ObjectReader) {
        self.init()
        door = reader.value(
            "door", .durationDistribution, default: #"{ "value": "1.5 min", "range": ["1 min", "3 min"] }"#,
            help: .init(zh: "走到一户并敲门", en: "from one door to the next, and knocking"))
        opened = reader.value(
            "opened", .share, default: #"{ "value": "80%", "range": ["70%", "90%"] }"#,
            help: .init(zh: "开门的概率", en: "the chance that a door is opened"))
        talk = reader.value(
            "talk", .durationDistribution,
            default: #"{ "value": { "triangular": ["1 min", "2 min", "4 min"] }, "range": ["1 min", "4 min"] }"#,
            help: .init(zh: "告知一户", en: "telling those who open"))
        refuses = reader.value(
            "refuses", .share, default: #"{ "value": "10%", "range": ["3%", "25%"] }"#,
            help: .init(zh: "起初不肯走的概率", en: "the chance that a household refuses at first"))
        persuade = reader.value(
            "persuade", .durationDistribution, default: #"{ "value": "15 min", "range": ["5 min", "30 min"] }"#,
            help: .init(zh: "劝说一户", en: "persuading one that refuses"))
        leave = reader.value(
            "leave", .durationDistribution, default: #"{ "value": "10 min", "range": ["5 min", "20 min"] }"#,
            help: .init(zh: "住户收拾离家", en: "from a warning to the household's being out"))
        transfer = reader.value(
            "transfer", .durationDistribution,
            default:
                #"{ "value": { "lognormal": { "median": "25 min", "sigma": 0.4 } }, "range": ["15 min", "45 min"] }"#,
            help: .init(zh: "转移一名需帮扶居民", en: "moving one resident who needs help"))
        helpers = reader.value(
            "helpers", .integer(in: 1...50), default: #"{ "value": 3, "range": [2, 4] }"#,
            help: .init(zh: "每名需帮扶居民所需人手", en: "people needed beside each such resident"))
        openPost = reader.value(
            "openPost", .durationDistribution,
            default: #"{ "value": { "triangular": ["10 min", "20 min", "45 min"] }, "range": ["10 min", "45 min"] }"#,
            help: .init(zh: "部门开设堤防岗位", en: "how long the department's team stays to open a post"))
    }
}
