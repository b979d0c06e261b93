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
    case desk(Desk.Event)
    /// Teams arrive, work and finish.
    case fieldWork(FieldWork.Event)
    /// Roads close and reopen, and people and teams travel on them.
    case going(Going.Event)
    /// Calls come to stations and are served.
    case service(Service.Event)

    /// Its rank among what happens in one millisecond; every kind of event has one.
    ///
    /// First the world changes: roads close, a level is warranted. Then whatever ends sets free what it held, so that it is there for whoever comes
    /// in the same moment: a desk, a team, a unit of a station; and work done when the water comes is done in time. Then everything
    /// else, in the order in which it was foreseen. Decisions that should know all of it come late, and a task falls to the community only
    /// if nobody has taken it in that very moment (`docs/event-order.md`).
    var rank: EventPriority {
        switch self {
        case .hazard(let event): event.rank
        case .command(let event): event.rank
        case .conversion(let event): event.rank
        case .callOut(let event): event.rank
        case .muster(let event): event.rank
        case .forming(let event): event.rank
        case .desk(let event): event.rank
        case .fieldWork(let event): event.rank
        case .going(let event): event.rank
        case .service(let event): event.rank
        }
    }
}

/// A run schedules every event at its rank; nobody chooses one where it is scheduled.
extension EventQueue where Payload == Event {
    /// Schedules `event` at `time`, at its rank.
    mutating func schedule(_ event: Event, at time: SimulationTime) {
        schedule(event, at: time, priority: event.rank)
    }

    /// Schedules `event` so many milliseconds from now, at its rank.
    mutating func schedule(_ event: Event, after milliseconds: Int64) {
        schedule(event, at: now + milliseconds, priority: event.rank)
    }

    /// Schedules `event` at this very instant, at its rank: after everything of its rank or an earlier one that is due now.
    mutating func tell(_ event: Event) { schedule(event, at: now, priority: event.rank) }
}
