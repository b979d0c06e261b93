/// How an experiment is run; none of it but the number of replications and the seed can change a result.
public struct ExperimentOptions: Sendable {
    /// Dispatch workers.
    public var workers: Int
    /// Whether the laws of the model are checked after every replication.
    public var audited: Bool

    /// Creates options.
    public init(workers: Int, audited: Bool = false) {
        self.workers = workers
        self.audited = audited
    }
}
