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
    /// Off shift and still mobilized: meal, sleep, until the next shift, 轮休.
    case resting
    /// Released, on the way back, 返回.
    case returning
    /// Back, and owed rest before everyday work and the next call, 休整.
    case recovering

    /// The states a person may go to from this one.
    ///
    /// Whoever said no or did not come may be called again, by a higher level or for another incident; everybody else has to come home first.
    var successors: Set<PersonState> {
        switch self {
        case .standing: [.called]
        case .called: [.reached, .standing]
        case .reached: [.declined, .preparing]
        case .declined, .noShow: [.called, .standing]
        case .preparing: [.traveling, .noShow]
        case .traveling: [.queuing]
        case .queuing: [.checkingIn]
        case .checkingIn: [.waiting]
        case .waiting: [.forming, .returning]
        case .forming: [.ready]
        case .ready: [.underWay, .resting, .returning]
        case .underWay: [.onPost]
        case .onPost: [.ready, .resting, .returning]
        case .resting: [.ready, .returning]
        case .returning: [.recovering, .standing]
        case .recovering: [.standing]
        }
    }

    /// The states of people who have come to their muster point and have not been released.
    public static let mobilized: [PersonState] = [
        .queuing, .checkingIn, .waiting, .forming, .ready, .underWay, .onPost, .resting,
    ]

    /// The states of relief and of the way back, which nobody enters unless a plan foresees them.
    public static let wayBack: [PersonState] = [.resting, .returning, .recovering]

    /// The name used in tables.
    public var name: String { "\(self)" }
}
