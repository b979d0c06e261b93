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
