import Organization
import RandomStreams
import Words
import WrittenFiles

/// What teams to form from whom: the `teams` group of a plan.
public struct TeamPlan: Sendable {
    /// What a team is, for counting.
    public enum Category: String, Sendable, CaseIterable {
        /// People who hold a post of the standing duty list.
        case crew
        /// A member task force, 党员突击队.
        case taskForce
        /// A member volunteer team, 党员志愿服务队.
        case volunteerTeam
        /// A team of one department.
        case departmentTeam
    }

    /// What a team does once it is ready.
    public enum Duty: Sendable, Equatable {
        /// Holds a post at a place of this kind.
        case post(PostSite)
        /// Takes tasks of these kinds, one at a time.
        case tasks(TaskKindSet)
        /// Takes what nobody else took in time, 兜底.
        case lastResort
        /// Joins tasks and posts that need a department.
        case joins
    }

    /// Where posts are.
    public enum PostSite: String, Sendable, CaseIterable {
        /// The seat of the organization that forms the team.
        case seat
        /// Each stretch of dike the community patrols.
        case dikePoint
        /// Each shelter of the street.
        case shelter
    }

    /// How many teams of a kind one organization forms.
    public enum Number: Sendable, Equatable {
        /// So many.
        case each(Int)
        /// One for so many households on low ground, rounded up; none where there are none.
        case perLowHouseholds(Int)
        /// One for so many residents needing help on low ground, rounded up; none where there are none.
        case perLowResidentsNeedingHelp(Int)
        /// One for so many people of its roles on the organization's lists, rounded up; none where there are none.
        case perListed(Int)
        /// One for every place of the post.
        case perSite
    }

    /// One kind of team.
    public struct Kind: Sendable {
        /// The name used in files and tables.
        public var code: String
        /// The name users read.
        public var name: LocalizedText
        /// What it counts as.
        public var category = Category.crew
        /// The level of the organizations that form it.
        public var formedAt = OrganizationLevel.community
        /// The roles it is drawn from.
        public var from: RoleSet = []
        /// People needed to start.
        public var minimum = 1
        /// People wanted.
        public var full = 1
        /// Whether one of them must be able to lead.
        public var needsLeader = false
        /// The response level that opens it.
        public var level = ResponseLevel.iv
        /// How many an organization forms.
        public var number = Number.each(1)
        /// What it does.
        public var duty = Duty.post(.seat)
        /// Whether its post also needs a department team to open it.
        public var departments: [Int] = []

        /// Creates a kind of team.
        public init(code: String, name: LocalizedText) {
            self.code = code
            self.name = name
        }
    }

    /// The kinds, in the order in which people waiting are given to them.
    public var kinds: [Kind] = []
    /// From enough people to a team: lists, roles, kit.
    public var form = Distribution.fixed(0)
    /// The briefing before the first deployment.
    public var brief = Distribution.fixed(0)
    /// How long a team waits for its minimum and its leader before it starts without; nil if it never does.
    public var patience: Int64?
    /// The share of the minimum that is enough after that.
    public var underStrength = 1.0
    /// Full members at one muster point that make a temporary branch, 临时党支部; Party rule: three.
    public var branchMembers = 3
    /// The approval of a temporary branch, beside everything else.
    public var branchApproval = Distribution.fixed(0)
    /// What a temporary branch makes of the duration of a hand-off; 1 changes nothing.
    public var branchHandOffFactor = 1.0

    /// Creates a plan without teams.
    public init() {}
}

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
