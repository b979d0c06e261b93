/// Where a person is between the roster and the post; everybody is in exactly one state.
public enum PersonState: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Not called yet.
    case standing
    /// On a list that is being called; not reached so far.
    case called
    /// Reached; thinking it over.
    case reached
    /// Cannot or will not come.
    case declined
    /// Getting ready.
    case preparing
    /// Said yes and did not come after all.
    case noShow
    /// On the way to the muster point.
    case traveling
    /// In the queue at the check-in desk.
    case queuing
    /// At the desk.
    case checkingIn
    /// Checked in; waiting for a team.
    case waiting
    /// In a team that is forming or being briefed.
    case forming
    /// In a team that is ready and has no task.
    case ready
    /// In a team on its way to a task or post.
    case underWay
    /// On post or at a task.
    case onPost

    /// The states a person may go to from this one.
    var successors: Set<PersonState> {
        switch self {
        case .standing: [.called]
        case .called: [.reached]
        case .reached: [.declined, .preparing]
        case .declined: []
        case .preparing: [.traveling, .noShow]
        case .noShow: []
        case .traveling: [.queuing]
        case .queuing: [.checkingIn]
        case .checkingIn: [.waiting]
        case .waiting: [.forming]
        case .forming: [.ready]
        case .ready: [.underWay]
        case .underWay: [.onPost]
        case .onPost: [.ready]
        }
    }

    /// The name used in tables.
    public var name: String { "\(self)" }
}
