/// A state that events change.
///
/// Events are trivial values, best an enumeration of enumerations with two 32-bit ids at most, so that a pending event
/// takes 24 bytes.
public protocol SimulationModel: ~Copyable {
    /// What can happen.
    associatedtype Event: BitwiseCopyable

    /// Schedules the first events.
    mutating func start(schedule: inout EventQueue<Event>)

    /// Changes the state as `event` demands and schedules what follows; the clock of `schedule` shows the event's time.
    mutating func handle(_ event: Event, schedule: inout EventQueue<Event>)
}
