import Mobilization
import Organization
import RandomStreams
import Words
import WrittenFiles

extension TeamPlan {
    /// Reads the `teams` group of a plan; `departments` are those of the place.
    init(_ reader: inout ObjectReader, departments: NameTable) {
        self.init()
        kinds = reader.dictionary(
            "kinds", default: "{}", help: .init(zh: "队伍种类，按组建顺序", en: "the kinds, in the order of filling")
        ) {
            Kind(code: $0, &$1, departments)
        }.map(\.value)
        form = reader.value(
            "form", .durationDistribution,
            default: #"{ "value": { "triangular": ["3 min", "6 min", "15 min"] }, "range": ["3 min", "15 min"] }"#,
            help: .init(zh: "编组、领装备", en: "from enough people to a team"))
        brief = reader.value(
            "brief", .durationDistribution,
            default: #"{ "value": { "triangular": ["3 min", "8 min", "20 min"] }, "range": ["3 min", "20 min"] }"#,
            help: .init(zh: "任务交底", en: "the briefing before the first deployment"))
        patience = reader.optional(
            "patience", .duration, help: .init(zh: "等不齐人时缺员出发前等多久", en: "how long a team waits for its minimum"))
        underStrength = reader.value(
            "underStrength", .share, default: #"{ "value": "60%", "range": ["40%", "100%"] }"#,
            help: .init(zh: "缺员出发所需比例", en: "the share of the minimum that is enough after that"))
        reader.object("temporaryBranch", default: "{}") { inner in
            branchMembers = inner.value(
                "members", .integer(in: 3...50),
                default: #"{ "value": 3, "source": "支部工作条例: at least three full members" }"#,
                help: .init(zh: "成立临时党支部所需正式党员", en: "full members that make a temporary branch"))
            branchApproval = inner.value(
                "approval", .durationDistribution,
                default: #"{ "value": { "triangular": ["5 min", "20 min", "90 min"] }, "range": ["5 min", "90 min"] }"#,
                help: .init(zh: "临时党支部批复", en: "the approval of a temporary branch"))
            branchHandOffFactor = inner.value(
                "handOffFactor", .share, default: #"{ "value": 1, "range": [0.6, 1] }"#,
                help: .init(zh: "临时党支部使转办时间变为几倍", en: "what a temporary branch makes of a hand-off; 1 changes nothing"))
        }
    }
}

extension TeamPlan.Kind {
    /// Reads one kind of team.
    fileprivate init(code: String, _ reader: inout ObjectReader, _ departments: NameTable) {
        self.init(code: code, name: reader.value("name", .text))
        category = reader.value(
            "category", .name(of: TeamPlan.Category.self), default: "\"crew\"",
            help: .init(zh: "统计类别", en: "what it counts as"))
        formedAt =
            reader.value(
                "formedAt", .name(of: WrittenOrganizationLevel.self),
                help: .init(zh: "由哪一级组建", en: "the level of the organizations that form it")
            ).level
        from = RoleSet(
            reader.value(
                "from", .names(of: WrittenRole.self), help: .init(zh: "由哪些人组成", en: "the roles it is drawn from")
            )
            .map(\.role))
        minimum = reader.value("minimum", .integer(in: 1...200), help: .init(zh: "最少人数", en: "people needed to start"))
        full = reader.value("full", .integer(in: 1...200), help: .init(zh: "满员人数", en: "people wanted"))
        needsLeader = reader.value(
            "needsLeader", .flag, default: "false", help: .init(zh: "须有带队人", en: "whether one must be able to lead"))
        level =
            reader.value(
                "level", .name(of: WrittenLevel.self),
                help: .init(zh: "从哪一级响应起组建", en: "the response level that opens it")
            ).level
        number = Self.number(&reader)
        duty = Self.duty(&reader)
        self.departments = reader.value(
            "departments", .set(of: .reference(to: departments)), default: "[]",
            help: .init(zh: "开设岗位还需哪些部门同意", en: "departments that must agree to open its post"))
        if full < minimum {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "满员人数少于最少人数", en: "fewer people are wanted than are needed to start"),
                    expected: .init(zh: "full ≥ minimum", en: "full ≥ minimum")), at: "full")
        }
    }

    private static func number(_ reader: inout ObjectReader) -> TeamPlan.Number {
        let each = reader.optional(
            "each", .integer(in: 0...1000), help: .init(zh: "每个组织组建几支", en: "how many each organization forms"))
        let households = reader.optional(
            "perLowHouseholds", .integer(in: 1...1_000_000),
            help: .init(zh: "每多少低洼户一支", en: "one for so many households on low ground"))
        let helped = reader.optional(
            "perLowResidentsNeedingHelp", .integer(in: 1...1_000_000),
            help: .init(zh: "每多少低洼需帮扶居民一支", en: "one for so many residents needing help on low ground"))
        let listed = reader.optional(
            "perListed", .integer(in: 1...1_000_000),
            help: .init(zh: "名册上每多少人一支", en: "one for so many people of its roles on the lists"))
        if [each != nil, households != nil, helped != nil, listed != nil].filter({ $0 }).count > 1 {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "数量写了不止一种", en: "the number is stated in more than one way"),
                    expected: .init(
                        zh: "each、perListed、perLowHouseholds、perLowResidentsNeedingHelp 之一",
                        en: "one of each, perListed, perLowHouseholds, perLowResidentsNeedingHelp")))
        }
        if let households { return .perLowHouseholds(households) }
        if let helped { return .perLowResidentsNeedingHelp(helped) }
        if let listed { return .perListed(listed) }
        if let each { return .each(each) }
        return .perSite
    }

    private static func duty(_ reader: inout ObjectReader) -> TeamPlan.Duty {
        let post = reader.optional(
            "post", .name(of: TeamPlan.PostSite.self), help: .init(zh: "岗位在哪里", en: "where it holds a post"))
        let tasks = reader.optional(
            "tasks", .names(of: WrittenTask.self), help: .init(zh: "承担哪些任务", en: "the tasks it takes"))
        let lastResort = reader.value(
            "lastResort", .flag, default: "false", help: .init(zh: "兜底队伍", en: "takes what nobody else took in time"))
        let joins = reader.value(
            "joins", .flag, default: "false", help: .init(zh: "部门联动队伍", en: "joins tasks that need a department"))
        let stated = [post != nil, tasks != nil, lastResort, joins].filter { $0 }.count
        if stated != 1 {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "队伍的职责应当只写一种", en: "a team has one duty, \(stated) are stated"),
                    expected: .init(
                        zh: "post、tasks、lastResort、joins 之一", en: "one of post, tasks, lastResort, joins")))
        }
        if let post { return .post(post) }
        if let tasks { return .tasks(TaskKindSet(tasks.map(\.kind))) }
        return joins ? .joins : .lastResort
    }
}

/// A task a team can take, as scenario files write it.
private enum WrittenTask: String, CaseIterable {
    case warn
    case transfer

    /// The kind meant.
    var kind: TaskKind {
        switch self {
        case .warn: .warn
        case .transfer: .transfer
        }
    }
}
