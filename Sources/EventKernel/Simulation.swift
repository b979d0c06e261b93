/// A state that events change.
public protocol SimulationModel: ~Copyable {
    /// Event.
    associatedtype Event: BitwiseCopyable
    /// Start.
    mutating func start(schedule: inout EventQueue<Event>)
    /// Handle.
    mutating func handle(_ event: Event, schedule: inout EventQueue<Event>)
}

/// A model, its future events, and the loop that runs them.
@frozen
public struct Simulation<Model: SimulationModel & ~Copyable>: ~Copyable {
    /// Model.
    public var model: Model
    /// Queue.
    public var queue: EventQueue<Model.Event>
    @usableFromInline var _handled = 0
    @usableFromInline var hasStarted = false

    /// Handled.
    @inlinable public var handled: Int { _handled }

    /// Init.
    @inlinable
    public init(_ model: consuming Model, minimumCapacity: Int = 64) {
        self.model = model
        queue = EventQueue(minimumCapacity: minimumCapacity)
    }

    /// Run.
    @inlinable
    public mutating func run(until horizon: SimulationTime) {
        if !hasStarted {
            hasStarted = true
            model.start(schedule: &queue)
        }
        while queue.now < horizon, let event = queue.next() {
            model.handle(event, schedule: &queue)
            _handled += 1
        }
    }
}
