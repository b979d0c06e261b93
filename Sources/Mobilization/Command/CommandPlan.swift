import RandomStreams
import Words
import WrittenFiles

/// Who decides, and how long an order takes from the district down: the `command` group of a plan.
///
/// All distributions are durations in milliseconds.
public struct CommandPlan: Sendable {
    /// How an order passes one level of the organization.
    public struct Hop: Sendable {
        /// From the superior's order to its being in hand below (a conference call, a group call).
        public var relay = Distribution.fixed(0)
        /// From receipt to acting on it: cutting the list into posts and shifts.
        public var decide = Distribution.fixed(0)

        /// Creates a hop without delay.
        public init() {}
    }

    /// From the signal to somebody noticing it.
    public var detect = Distribution.fixed(0)
    /// From noticing to a verified report.
    public var verify = Distribution.fixed(0)
    /// Consultation, 会商研判, before the first level is ordered.
    public var consult = Distribution.fixed(0)
    /// Consultation before each further level.
    public var raise = Distribution.fixed(0)
    /// From the decision to the signed order.
    public var order = Distribution.fixed(0)
    /// District to street.
    public var street = Hop()
    /// Street to community; district to community where levels are skipped.
    public var community = Hop()
    /// Community to grid.
    public var grid = Hop()
    /// Community to compound.
    public var compound = Hop()
    /// District to a unit of its own, such as a hospital.
    public var unit = Hop()
    /// The chance that the leader at the next level misses an order, so that the deputy has to be found.
    public var missedOrder = 0.0
    /// How long finding the deputy takes.
    public var deputy = Distribution.fixed(0)
    /// Whether the district calls communities directly, over the heads of the streets.
    public var skipLevel = false
    /// Whether one commander disposes of the departments, 街长制: one request instead of one to each department.
    public var unifiedCommand = false
    /// Departments that may stand in for those a task asks for, under unified command, by number in the place's list.
    public var standIns: [Int] = []
    /// Whether departments agreed beforehand to hand their teams over.
    public var preAuthorized = false
    /// One request to another organ, by the ordinary way.
    public var handOff = Distribution.fixed(0)
    /// One request to another organ that agreed beforehand.
    public var handOffPreAuthorized = Distribution.fixed(0)

    /// Creates a command that decides at once.
    public init() {}

    /// The duration of one hand-off under this plan.
    var effectiveHandOff: Distribution { preAuthorized ? handOffPreAuthorized : handOff }
}

extension CommandPlan {
    /// Reads the `command` group of a plan.
    init(_ reader: inout ObjectReader, departments: NameTable) {
        self.init()
        detect = reader.value(
            "detect", .durationDistribution,
            default: #"{ "value": { "triangular": ["2 min", "5 min", "15 min"] }, "range": ["2 min", "15 min"] }"#,
            help: .init(zh: "从信号到有人发现", en: "from the signal to somebody noticing it"))
        verify = reader.value(
            "verify", .durationDistribution,
            default: #"{ "value": { "triangular": ["3 min", "8 min", "20 min"] }, "range": ["3 min", "20 min"] }"#,
            help: .init(zh: "从发现到核实", en: "from noticing to a verified report"))
        consult = reader.value(
            "consult", .durationDistribution,
            default: #"{ "value": { "triangular": ["15 min", "40 min", "120 min"] }, "range": ["20 min", "80 min"] }"#,
            help: .init(zh: "首次启动响应前的会商研判", en: "consultation before the first level is ordered"))
        raise = reader.value(
            "raise", .durationDistribution,
            default: #"{ "value": { "triangular": ["8 min", "20 min", "45 min"] }, "range": ["10 min", "40 min"] }"#,
            help: .init(zh: "每次提升等级前的会商", en: "consultation before each further level"))
        order = reader.value(
            "order", .durationDistribution,
            default: #"{ "value": { "triangular": ["1 min", "3 min", "8 min"] }, "range": ["1 min", "8 min"] }"#,
            help: .init(zh: "从决定到签发命令", en: "from the decision to the signed order"))
        let hops = reader.object(
            "hops", default: "{}", help: .init(zh: "命令逐级传达", en: "how an order passes each level")
        ) { Hops(&$0) }
        (street, community, grid, compound, unit) = (
            hops.street, hops.community, hops.grid, hops.compound, hops.unit
        )
        missedOrder = reader.value(
            "missedOrder", .share, default: #"{ "value": "8%", "range": ["5%", "15%"] }"#,
            help: .init(zh: "下级负责人未接到命令的概率", en: "the chance that the leader at the next level misses an order"))
        deputy = reader.value(
            "deputy", .durationDistribution,
            default: #"{ "value": { "exponential": "12 min" }, "range": ["5 min", "30 min"] }"#,
            help: .init(zh: "找到副职所需时间", en: "how long finding the deputy takes"))
        skipLevel = reader.value(
            "skipLevel", .flag, default: "false",
            help: .init(zh: "区直接呼叫社区", en: "whether the district calls communities directly"))
        unifiedCommand = reader.value(
            "unifiedCommand", .flag, default: "false",
            help: .init(zh: "街长统一指挥各派驻部门", en: "whether one commander disposes of all departments of a street"))
        standIns = reader.value(
            "standIns", .set(of: .reference(to: departments)), default: "[]",
            help: .init(zh: "统一指挥下可代替的部门", en: "departments that may stand in under unified command"))
        preAuthorized = reader.value(
            "preAuthorized", .flag, default: "false",
            help: .init(zh: "部门预先授权", en: "whether departments agreed beforehand to hand their teams over"))
        handOff = reader.value(
            "handOff", .durationDistribution,
            default:
                #"{ "value": { "lognormal": { "median": "45 min", "sigma": 0.9 } }, "range": ["20 min", "90 min"] }"#,
            help: .init(zh: "部门间一次转办", en: "one request to another organ, by the ordinary way"))
        handOffPreAuthorized = reader.value(
            "handOffPreAuthorized", .durationDistribution,
            default:
                #"{ "value": { "lognormal": { "median": "12 min", "sigma": 0.7 } }, "range": ["5 min", "25 min"] }"#,
            help: .init(zh: "预先授权时的一次转办", en: "one request to another organ that agreed beforehand"))
    }

    /// The hops of every level.
    private struct Hops {
        let street: Hop
        let community: Hop
        let grid: Hop
        let compound: Hop
        let unit: Hop

        init(_ reader: inout ObjectReader) {
            street = Hop(
                &reader, "street", relay: ("5 min", "8 min", "15 min"), decide: ("5 min", "10 min", "20 min"))
            community = Hop(
                &reader, "community", relay: ("3 min", "5 min", "10 min"), decide: ("5 min", "8 min", "15 min"))
            grid = Hop(&reader, "grid", relay: ("1 min", "3 min", "10 min"), decide: ("2 min", "4 min", "10 min"))
            compound = Hop(
                &reader, "compound", relay: ("1 min", "3 min", "5 min"), decide: ("1 min", "2 min", "5 min"))
            unit = Hop(&reader, "unit", relay: ("5 min", "8 min", "15 min"), decide: ("5 min", "10 min", "20 min"))
        }
    }
}

extension CommandPlan.Hop {
    /// Reads the hop to one level, with the triangular delays of the plan's table as defaults.
    fileprivate init(
        _ reader: inout ObjectReader, _ level: String, relay: (String, String, String),
        decide: (String, String, String)
    ) {
        func triangular(_ delay: (String, String, String)) -> String {
            #"{ "value": { "triangular": ["\#(delay.0)", "\#(delay.1)", "\#(delay.2)"] }, "#
                + #""range": ["\#(delay.0)", "\#(delay.2)"] }"#
        }
        self = reader.object(level, default: "{}") { inner in
            var hop = CommandPlan.Hop()
            hop.relay = inner.value(
                "relay", .durationDistribution, default: triangular(relay),
                help: .init(zh: "上级传达到位", en: "from the superior's order to its being in hand"))
            hop.decide = inner.value(
                "decide", .durationDistribution, default: triangular(decide),
                help: .init(zh: "接令后分解任务", en: "from receipt to acting on it"))
            return hop
        }
    }
}
