import Mobilization

/// One replication of one variant, and the same assumptions met with other luck: what a worker hands to the record, which adds it
/// up and forgets it.
struct Observation: Sendable {
    /// The replication itself.
    var run: RunRecord
    /// The measures of its echo: the same place and assumptions, other random numbers.
    ///
    /// Two runs under one set of assumptions tell luck from assumption; nothing else is made of the echo. Nil where no assumptions are drawn.
    var echo: [Double?]?
    /// What is kept of the ground it ran on.
    var ground: GroundTraits
}
