/// Where a task or a post is between the hazard and its end.
public enum TaskState: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// The hazard has not made it yet.
    case absent
    /// It is there, and nobody has been told to see to it.
    case appeared
    /// Ordered; waiting for its parties to be named and to come.
    case open
    /// All parties there; the work goes on.
    case inProgress
    /// Done.
    case done
    /// Left to the standing organizations when the response ends, 移交.
    case handedOver

    /// The states a task may go to from this one.
    var successors: Set<TaskState> {
        switch self {
        case .absent: [.appeared]
        case .appeared: [.open]
        case .open: [.inProgress, .handedOver]
        case .inProgress: [.done, .handedOver]
        case .done, .handedOver: []
        }
    }

    /// The name used in tables.
    public var name: String { "\(self)" }
}
