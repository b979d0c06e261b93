import Places

/// Why an experiment could not be run although its files are well formed.
public enum ExperimentError: Error, Sendable {
    /// A place cannot be made from the figures as drawn for a block of replications.
    case place(variant: String, block: Int, PlaceError)
    /// It was stopped before a single replication of every variant was finished.
    case interruptedTooEarly
}
