/// What is wanted of a run beside its measures; it changes nothing that happens.
public struct RunOptions: Sendable {
    /// Whether a row is read for every organization, team and task.
    public var isDetailed: Bool
    /// Whether the laws of the model are checked when the run is over.
    public var isAudited: Bool
    #if MUTANTS
        /// The rule broken on purpose, to show that the audit notices.
        public var mutant: Mutant?
    #endif

    /// Asks for an audit, and for rows only where they are wanted.
    public init(detailed: Bool = false, audited: Bool = true) {
        (isDetailed, isAudited) = (detailed, audited)
    }
}
