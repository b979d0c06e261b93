import EventKernel

/// The future event list of a run.
public typealias Schedule = EventQueue<Event>

/// Everything that can happen: one case a verb, one nested enum each, so that a run can be read from its events.
///
/// Payloads are two 32-bit names at most, 24 bytes pending in all.
public enum Event: BitwiseCopyable, Sendable {
    /// The hazard warrants a level, or the water arrives.
    case hazard(Hazard.Event)
    /// The decision on a level advances, or an order arrives.
    case command(Command.Event)
    /// An organization begins to convert, or has converted.
    case conversion(Conversion.Event)
    /// People are called and answer.
    case callOut(CallOut.Event)
    /// People get ready, travel and check in.
    case muster(Muster.Event)
    /// Teams gather, form and get ready.
    case forming(Forming.Event)
    /// Tasks and teams find each other.
    case dispatching(Dispatching.Event)
    /// Teams arrive, work and finish.
    case fieldWork(FieldWork.Event)
    /// Roads close and reopen, and people and teams travel on them.
    case going(Going.Event)
    /// Calls come to stations and are served.
    case service(Service.Event)
}
