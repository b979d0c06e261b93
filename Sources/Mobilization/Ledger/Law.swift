/// A law of the model that always holds; the audit names the first one broken.
public enum Law: String, Sendable, CaseIterable {
    /// Every person, team, task and organization is in exactly one state, by legal transitions only.
    case oneState
    /// The hours people spend in all states add up to people times elapsed time, counted in two independent ways.
    case personHours
    /// A task is never served before it appears and is ordered, nor by a team that is not there or could not be.
    case servedInTime
    /// Little's law on every queue, as an exact identity of integers, clipped at the horizon.
    case littlesLaw
    /// Nobody is in two teams, no strength is negative or beyond the full one, and every ready team has its minimum.
    case teamStrength
    /// The residents counted as covered are those a recount finds.
    case coverage
    /// Nobody travels on a closed road: whoever enters a stretch finds it open, and takes the time it takes.
    case openRoads
    /// Every response time is the sum of its stages, and everybody's stages are the hours of the books.
    case stagesAddUp
}

/// A law broken in a run, and where.
public struct LawBreach: Sendable, Equatable, CustomStringConvertible {
    /// The law.
    public let law: Law
    /// Who or what broke it, and how.
    public let detail: String

    /// The law and the detail in one line.
    public var description: String { "\(law.rawValue): \(detail)" }
}

/// A rule broken on purpose, to show that the audit notices.
///
/// Tests pass one to a run; nothing a user can write does. Each verb keeps the broken copy beside the rule and counts in the
/// ledger how often it made a difference. Laws about donors get theirs with the verbs they bind.
public enum Mutant: Sendable, CaseIterable {
    /// The count of people being called is not lowered when one of them is reached.
    case personInTwoStates
    /// People go to the desk without having stood in the queue.
    case personSkipsStep
    /// Teams are at work before they are there.
    case teamSkipsStep
    /// Tasks are opened a second time on being done.
    case taskSkipsStep
    /// Organizations fall back to everyday work on the way to their emergency form.
    case organizationSkipsStep
    /// Time before a person's step is not booked.
    case personHoursLost
    /// Time before a person's step is booked to the state that comes after it.
    case hoursOfAnotherState
    /// A state's count is raised as of the time at which the state before it was entered.
    case countRaisedTooSoon
    /// The first party to come starts the work, with the other or without.
    case taskServedEarly
    /// Teams are there in the moment they are sent.
    case teamArrivesAtOnce
    /// Where a team has gone is not noted, so that it sets out from its old place again.
    case teamStaysBehind
    /// Tasks open when the hazard warrants their level, whether anybody has ordered it or not.
    case servedWithoutOrder
    /// An order opens tasks the hazard has not made yet.
    case servedBeforeItAppears
    /// The last to join a team is put down for the next team as well.
    case personInTwoTeams
    /// Everybody goes to the first open team, full or not.
    case teamOverfull
    /// A team starts with less than its minimum.
    case teamTooWeak
    /// A crew on post is booked with less than nobody.
    case negativeStrength
    /// Nobody under way hears that a road has closed.
    case closureUnheard
    /// Coverage is not told when a team leaves.
    case departureUntold
    /// The time somebody took to get ready is not noted.
    case stageLost
    /// A unit of a station takes a call while it serves another.
    case unitServesTwo
    /// The time a call waited is not booked.
    case waitUnbooked

    /// The law it breaks.
    public var law: Law {
        switch self {
        case .personInTwoStates, .personSkipsStep, .teamSkipsStep, .taskSkipsStep, .organizationSkipsStep,
            .unitServesTwo:
            .oneState
        case .personHoursLost: .personHours
        case .hoursOfAnotherState, .countRaisedTooSoon, .waitUnbooked: .littlesLaw
        case .taskServedEarly, .teamArrivesAtOnce, .teamStaysBehind, .servedWithoutOrder, .servedBeforeItAppears:
            .servedInTime
        case .personInTwoTeams, .teamOverfull, .teamTooWeak, .negativeStrength: .teamStrength
        case .closureUnheard: .openRoads
        case .departureUntold: .coverage
        case .stageLost: .stagesAddUp
        }
    }
}
