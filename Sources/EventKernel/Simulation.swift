/// A model, its future events, and the loop that runs them.
///
/// The queue stands beside the model and is handed to it `inout`, so that the loop needs neither references nor dynamic
/// exclusivity checks, and everything is specialized where a concrete model is used.
@frozen
public struct Simulation<Model: SimulationModel & ~Copyable>: ~Copyable {
    /// The state that events change.
    public var model: Model
    /// The future events and the clock.
    public var queue: EventQueue<Model.Event>
    @usableFromInline var handledCount = 0
    @usableFromInline var hasStarted = false

    /// Creates a simulation of `model` at time zero, with room for `minimumCapacity` pending events to begin with.
    @inlinable
    public init(_ model: consuming Model, minimumCapacity: Int = 64) {
        self.model = model
        queue = EventQueue(minimumCapacity: minimumCapacity)
    }

    /// The number of events the model has handled.
    @inlinable public var handled: Int { handledCount }

    /// Lets the model handle its events in order, up to and including those at `horizon`.
    ///
    /// The first call lets the model schedule its first events. The clock stays at the last event handled; a later call
    /// goes on from there.
    @inlinable
    public mutating func run(until horizon: SimulationTime) {
        if !hasStarted {
            hasStarted = true
            model.start(schedule: &queue)
        }
        while let event = queue.next(until: horizon) {
            handledCount &+= 1
            model.handle(event, schedule: &queue)
        }
    }
}
