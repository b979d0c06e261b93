import Organization
import RandomStreams
import Words
import WrittenFiles

/// Whom to call, in which waves, and through what: the `callOut` group of a plan.
public struct CallOutPlan: Sendable {
    /// A way of reaching people on a list.
    public enum Channel: String, Sendable, CaseIterable {
        /// Each one called rings the next few.
        case phoneTree
        /// One message to everybody on the list at once.
        case groupMessage
    }

    /// The roles called when a level is ordered.
    public struct Wave: Sendable {
        /// The level that sets it off.
        public var level: ResponseLevel
        /// The roles called.
        public var roles: RoleSet

        /// Creates a wave.
        public init(level: ResponseLevel, roles: RoleSet) {
            self.level = level
            self.roles = roles
        }
    }

    /// A chance that differs between day and night.
    public struct ByHour: Sendable {
        /// Between 06:00 and 23:00.
        public var day: Double
        /// Between 23:00 and 06:00.
        public var night: Double

        /// Creates a pair.
        public init(day: Double, night: Double) {
            self.day = day
            self.night = night
        }
    }

    /// How a role answers a call once it has been reached.
    public struct Answer: Sendable {
        /// The chance of being able to come, in each band of the week; see `WeekBand`.
        public var available = [Double](repeating: 1, count: WeekBand.allCases.count)
        /// The chance that somebody of average readiness says yes; over all people the share is some 8 % lower.
        public var willing = 1.0

        /// Creates the answer of people who always come.
        public init() {}
    }

    /// The channels in use.
    public var channels: Set<Channel> = []
    /// How many people each caller of the phone tree rings.
    public var span = 1
    /// How often an unanswered call is repeated.
    public var retries = 0
    /// Who is called when.
    public var waves: [Wave] = []
    /// How long one call takes, answered or not.
    public var call = Distribution.fixed(0)
    /// The chance that one ring is answered.
    public var callAnswered = ByHour(day: 1, night: 1)
    /// The chance that a group message is read soon.
    public var messageRead = ByHour(day: 1, night: 1)
    /// How long a message waits to be read, if it is.
    public var messageDelay = Distribution.fixed(0)
    /// The chance that a message not read at once is read later, on waking or after work.
    public var messageReadLate = 0.0
    /// How long such a message waits.
    public var messageLateDelay = Distribution.fixed(0)
    /// From being reached to saying yes or no.
    public var decide = Distribution.fixed(0)
    /// The chance that somebody who cannot come at once comes later.
    public var comesLater = 0.0
    /// How long it takes until then.
    public var laterDelay = Distribution.fixed(0)
    /// The answers of each role, by raw value.
    public var answers = [Answer](repeating: Answer(), count: Role.allCases.count)
    /// The correlation between two people's being reached through one channel, anywhere in the place.
    public var channelCorrelation = 0.0
    /// The same within one list, on top.
    public var listCorrelation = 0.0
    /// The correlation of the mood that people share in one incident, and again in one list; answers correlate by less than half
    /// of it, see `docs/call-out.md`.
    public var willingnessCorrelation = 0.0

    /// Creates a plan that calls nobody.
    public init() {}
}

extension CallOutPlan {
    /// Reads the `callOut` group of a plan.
    init(_ reader: inout ObjectReader) {
        self.init()
        channels = Set(
            reader.value(
                "channels", .names(of: Channel.self), default: #"["phoneTree", "groupMessage"]"#,
                help: .init(zh: "呼叫方式", en: "the channels in use")))
        waves = reader.list(
            "waves", default: Self.defaultWaves, help: .init(zh: "各等级呼叫哪些人", en: "the roles called at each level")
        ) { inner in
            let level = inner.value("level", .name(of: WrittenLevel.self)).level
            let roles = inner.value("roles", .names(of: WrittenRole.self))
            return Wave(level: level, roles: RoleSet(roles.map(\.role)))
        }
        span = reader.value(
            "span", .integer(in: 1...1000), default: #"{ "value": 5, "range": [3, 10] }"#,
            help: .init(zh: "电话树中每人呼叫的人数", en: "people each caller of the phone tree rings"))
        retries = reader.value(
            "retries", .integer(in: 0...20),
            default: #"{ "value": 1, "source": "Yeo 2023, recall drill: at most two attempts a person" }"#,
            help: .init(zh: "未接时重拨次数", en: "how often an unanswered call is repeated"))
        call = reader.value(
            "call", .durationDistribution,
            default:
                #"{ "value": { "lognormal": { "median": "1.5 min", "sigma": 0.5 } }, "range": ["0.5 min", "5 min"] }"#,
            help: .init(zh: "每次通话（含未接）", en: "how long one call takes, answered or not"))
        callAnswered = Self.byHour(
            &reader, "callAnswered", day: ("70%", "60%", "80%"),
            night: (
                "27%", ("15%", "34%"),
                "Homier et al. 2018, recall trial at 04:00: 41 % reached by phone tree after 45 min, here in two rings"
            ), .init(zh: "一次来电被接听的概率", en: "the chance that one ring is answered"))
        messageRead = Self.byHour(
            &reader, "messageRead", day: ("53%", "45%", "62%"),
            night: (
                "28%", ("15%", "39%"),
                "Homier et al. 2018, recall trial at 04:00: 25 % had answered a message after 45 min"
            ), .init(zh: "群消息很快被读到的概率", en: "the chance that a group message is read soon"))
        messageDelay = reader.value(
            "messageDelay", .durationDistribution,
            default: #"{ "value": { "exponential": "20 min" }, "range": ["8 min", "30 min"] }"#,
            help: .init(zh: "消息被读到前的时间", en: "how long a message waits to be read"))
        messageReadLate = reader.value(
            "messageReadLate", .share, default: #"{ "value": "60%", "range": ["30%", "80%"] }"#,
            help: .init(zh: "当时未读者之后读到的概率", en: "the chance that a message not read at once is read later"))
        messageLateDelay = reader.value(
            "messageLateDelay", .durationDistribution,
            default: #"{ "value": { "weibull": { "scale": "5 h", "shape": 2 } }, "range": ["2.5 h", "8 h"] }"#,
            help: .init(zh: "之后读到所需时间（睡醒、下班）", en: "how long such a message waits: on waking, after work"))
        decide = reader.value(
            "decide", .durationDistribution,
            default: #"{ "value": { "exponential": "2 min" }, "range": ["0.5 min", "5 min"] }"#,
            help: .init(zh: "从联系上到答复", en: "from being reached to saying yes or no"))
        comesLater = reader.value(
            "comesLater", .share, default: #"{ "value": "60%", "range": ["30%", "80%"] }"#,
            help: .init(zh: "当时来不了者之后会来的概率", en: "the chance that somebody who cannot come at once comes later"))
        laterDelay = reader.value(
            "laterDelay", .durationDistribution,
            default: #"{ "value": { "weibull": { "scale": "7 h", "shape": 2 } }, "range": ["4 h", "12 h"] }"#,
            help: .init(zh: "之后能来所需时间", en: "how long it takes until then"))
        let answersByRole = reader.object("answers", default: "{}") { inner in
            WrittenRole.allCases.map { role in Answer(&inner, role) }
        }
        for (role, answer) in zip(WrittenRole.allCases, answersByRole) { answers[Int(role.role.rawValue)] = answer }
        channelCorrelation = Self.correlation(
            &reader, "channelCorrelation", "3%", "10%",
            .init(zh: "全区同一渠道接通的相关", en: "how alike people fare on one channel, anywhere"))
        listCorrelation = Self.correlation(
            &reader, "listCorrelation", "5%", "15%",
            .init(zh: "同一名单内接通的相关", en: "how alike people on one list fare, on top"))
        willingnessCorrelation = Self.correlation(
            &reader, "willingnessCorrelation", "4%", "12%",
            .init(zh: "同一事件中众人情绪的共同程度", en: "how much people share one mood, which moves willingness"))
    }

    private static let defaultWaves = """
        [
          { "level": "IV", "roles": ["districtCadre", "streetCadre"] },
          { "level": "III", "roles": ["communityWorker", "gridWorker"] },
          { "level": "II", "roles": ["registeredMember", "departmentOfficer", "propertyStaff"] },
          { "level": "I", "roles": ["volunteer", "medicalStaff"] }
        ]
        """

    private static func byHour(
        _ reader: inout ObjectReader, _ key: String, day: (String, String, String),
        night: (String, (String, String), source: String), _ help: LocalizedText
    ) -> ByHour {
        reader.object(key, default: "{}", help: help) { inner in
            ByHour(
                day: inner.value(
                    "day", .share, default: #"{ "value": "\#(day.0)", "range": ["\#(day.1)", "\#(day.2)"] }"#,
                    help: help),
                night: inner.value(
                    "night", .share,
                    default:
                        #"{ "value": "\#(night.0)", "source": "\#(night.source)", "range": ["\#(night.1.0)", "\#(night.1.1)"] }"#,
                    help: help))
        }
    }

    private static func correlation(
        _ reader: inout ObjectReader, _ key: String, _ value: String, _ high: String, _ help: LocalizedText
    ) -> Double {
        reader.value(key, .share, default: #"{ "value": "\#(value)", "range": ["0%", "\#(high)"] }"#, help: help)
    }
}

extension CallOutPlan.Answer {
    /// Reads how one role answers: when it can come, and whether it will.
    fileprivate init(_ reader: inout ObjectReader, _ role: WrittenRole) {
        self.init()
        let usual = Self.usual(role)
        let read = reader.object(role.rawValue, default: "{}") { inner in
            let available = inner.object("available", default: "{}") { bands in
                zip(WeekBand.allCases, usual.available).map { band, share in
                    bands.value(
                        band.name, .share,
                        default:
                            #"{ "value": \#(share), "range": [\#((share * 0.8).short), \#(min(share * 1.2, 1).short)] }"#,
                        help: .init(zh: "能来的概率", en: "the chance of being able to come"))
                }
            }
            let willing = inner.value(
                "willing", .share,
                default:
                    #"{ "value": \#(usual.willing), "range": [\#((usual.willing * 0.8).short), \#(min(usual.willing * 1.2, 1).short)] }"#,
                help: .init(
                    zh: "意愿平均者答应的概率（全体平均约低8%）",
                    en: "the chance that somebody of average readiness says yes; over all people some 8 % lower"))
            return (available, willing)
        }
        (available, willing) = (read.0, read.1)
    }

    /// The usual answers of a role: night, morning, workday, weekend, evening, and willingness.
    ///
    /// All assumed (`domain.md` 3.2): no measured Chinese call-out was found.
    private static func usual(_ role: WrittenRole) -> (available: [Double], willing: Double) {
        switch role {
        case .districtCadre, .streetCadre: ([0.8, 0.9, 0.95, 0.8, 0.9], 0.95)
        case .communityWorker: ([0.7, 0.8, 0.9, 0.8, 0.8], 0.95)
        case .gridWorker: ([0.7, 0.8, 0.8, 0.8, 0.8], 0.9)
        case .registeredMember: ([0.55, 0.75, 0.25, 0.65, 0.8], 0.5)
        case .volunteer: ([0.55, 0.7, 0.3, 0.65, 0.75], 0.35)
        case .departmentOfficer: ([0.75, 0.85, 0.9, 0.75, 0.85], 0.95)
        case .propertyStaff: ([0.4, 0.5, 0.6, 0.5, 0.5], 0.85)
        case .medicalStaff: ([0.5, 0.6, 0.5, 0.6, 0.6], 0.72)
        }
    }
}

extension Double {
    /// The number with at most four decimals, as a default is written.
    fileprivate var short: Double { (self * 10_000).rounded() / 10_000 }
}
