import Words
import WrittenFiles

/// A rule that pairs open tasks with free teams.
///
/// It is pure: it sees what headquarters sees at that moment and answers with pairings. It draws no random number, keeps nothing from one
/// decision to the next and changes nothing. To add one, write its file and its guide and name it in `DispatchPolicies`.
public protocol DispatchPolicy: Sendable {
    /// The name used in plans; its settings stand in a group of the same name.
    static var name: String { get }

    /// What it does, for whoever reads a plan.
    static var help: LocalizedText { get }

    /// Whether it has settings.
    static var hasSettings: Bool { get }

    /// Reads its settings, if it has any.
    init(_ settings: inout ObjectReader)

    /// Whether it weighs everything that is open and free whenever it decides, and not only whoever has just come.
    var weighsEverything: Bool { get }

    /// Whether it looks at the residents whom only one team covers.
    var weighsCoverage: Bool { get }

    /// Who goes where, now.
    func decide(_ situation: Situation) -> Decision
}

extension DispatchPolicy {
    /// Yes, unless a policy says otherwise.
    public static var hasSettings: Bool { true }

    /// Only whoever has just come, unless a policy says otherwise.
    public var weighsEverything: Bool { false }

    /// No, unless a policy says otherwise.
    public var weighsCoverage: Bool { false }
}

/// What a policy answers: pairings, in the order in which teams are sent, and when it wants to be asked again if nothing else happens.
public struct Decision: Sendable, Equatable {
    /// A team sent to a task, by their numbers in the situation.
    public struct Pairing: Sendable, Equatable {
        /// The task.
        public var task: Int
        /// The team.
        public var team: Int

        /// Creates a pairing.
        public init(task: Int, team: Int) {
            self.task = task
            self.team = team
        }
    }

    /// The pairings: every task and every team at most once, and a way between them.
    public var pairings: [Pairing]
    /// When to ask again, in milliseconds; nil where only news can change the answer.
    public var again: Int64?

    /// Creates an answer.
    public init(_ pairings: [Pairing] = [], again: Int64? = nil) {
        self.pairings = pairings
        self.again = again
    }
}
