import Dispatching
import Mobilization
import Organization
import RandomStreams
import Words
import WrittenFiles

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

extension DispatchPlan {
    /// Reads the `dispatch` group of a plan.
    init(_ reader: inout ObjectReader) {
        self.init()
        let table = NameTable(
            .init(zh: "派遣规则", en: "a dispatch policy"), DispatchPolicies.all.map(\.name), isFixed: true)
        let number = reader.value(
            "policy", .reference(to: table), default: "\"\(NearestTeam.name)\"",
            help: .init(zh: "派遣规则", en: "how open tasks and free teams are paired"))
        if DispatchPolicies.all.indices.contains(number) { policy = DispatchPolicies.all[number].policy }
        area = reader.value(
            "area", .name(of: Area.self), default: #""district""#,
            help: .init(zh: "队伍在多大范围内调派", en: "the area within which tasks and teams find each other"))
        lastResortAfter = reader.optional(
            "lastResortAfter", .duration,
            help: .init(zh: "多久无人认领由社区兜底", en: "how long a task waits before it falls to the community"))
    }
}
