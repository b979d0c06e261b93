import Organization
import RandomStreams

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

/// The bands of the week in which people's availability differs.
public enum WeekBand: UInt8, Sendable, CaseIterable {
    /// 00:00–06:00 and 23:00–24:00.
    case night
    /// 06:00–08:00.
    case morning
    /// 08:00–18:00 from Monday to Friday.
    case workday
    /// 08:00–18:00 on Saturday and Sunday.
    case weekend
    /// 18:00–23:00.
    case evening

    /// The name used in scenario files.
    public var name: String { "\(self)" }
}
