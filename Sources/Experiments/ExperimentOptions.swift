import Mobilization

/// How an experiment is run; none of it can change a result.
public struct ExperimentOptions: Sendable {
    /// Dispatch workers.
    public var workers: Int
    /// Whether the laws of the model are checked after every replication.
    public var audited: Bool
    #if MUTANTS
        /// A rule broken on purpose, so that tests can see the audit fail.
        public var mutant: Mutant?
    #endif

    /// Creates options.
    public init(workers: Int, audited: Bool = false) {
        self.workers = workers
        self.audited = audited
    }
}
