import Mobilization

/// How an experiment is run; none of it can change a result.
public struct ExperimentOptions: Sendable {
    /// Dispatch workers.
    public var workers: Int
    /// Whether the laws of the model are checked after every replication.
    public var audited: Bool
    /// A rule broken on purpose, so that tests can see the audit fail; nothing a user can write sets it.
    public var mutant: Mutant?

    /// Creates options.
    public init(workers: Int, audited: Bool = false, mutant: Mutant? = nil) {
        self.workers = workers
        self.audited = audited
        self.mutant = mutant
    }
}
