/// Where an organization is between its everyday and its emergency form, 平急转换.
public enum ConversionState: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Everyday work, 平时.
    case standing
    /// Under orders; its own level of response does not ask it to convert yet.
    case alerted
    /// Handing over command and cutting its lists.
    case converting
    /// Converted, 急时.
    case emergency
    /// On the way back.
    case standingDown
    /// Resting, counting kit, clearing the backlog.
    case recovering

    /// The states an organization may go to from this one.
    var successors: Set<ConversionState> {
        switch self {
        case .standing: [.alerted]
        case .alerted: [.converting, .standing]
        case .converting: [.emergency]
        case .emergency: [.standingDown]
        case .standingDown: [.recovering]
        case .recovering: [.standing]
        }
    }

    /// The name used in tables.
    public var name: String { "\(self)" }
}
