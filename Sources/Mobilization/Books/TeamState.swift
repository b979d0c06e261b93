/// Where a team is between the plan and its task.
public enum TeamState: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// In the plan; its level has not been ordered or its organization not converted.
    case planned
    /// Open; gathering people.
    case gathering
    /// Enough people; lists, kit and briefing.
    case forming
    /// Free.
    case ready
    /// On its way to a task or post.
    case underWay
    /// There, waiting for the other party.
    case waiting
    /// At work, or on post.
    case working
    /// Dissolved, its people released, 撤收; it may be called together again.
    case disbanded

    /// The states a team may go to from this one.
    var successors: Set<TeamState> {
        switch self {
        case .planned: [.gathering]
        case .gathering: [.forming]
        case .forming: [.ready]
        case .ready: [.underWay, .disbanded]
        case .underWay: [.waiting]
        case .waiting: [.working]
        case .working: [.ready]
        case .disbanded: [.gathering]
        }
    }

    /// The name used in tables.
    public var name: String { "\(self)" }
}
