/// The future event list: pending events, taken in the order of time, then priority, then scheduling, and the clock.
///
/// That order is total, so a run depends on nothing but the calls made. An event is a trivial value, 24 bytes with its
/// key for payloads of up to 12 bytes, and is never boxed.
///
/// What is due at this very instant waits in lanes, first in, first out. While few other events are pending they wait
/// together, in no order. When they are many, what comes next waits sorted in the near future, and the rest waits in the
/// far future, in timing wheels that adapt to any number of events and any mix of delays. Every operation takes constant
/// time, amortized. All state is flat memory of trivial values, so that a snapshot can be a copy of memory; an empty
/// queue takes about 55 kilobytes.
///
/// The queue is not a sequence, and it lets nobody look at a pending event or change it: it can only be canceled.
@frozen
public struct EventQueue<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>

    /// Events due at the instant of the clock, scheduled since the clock came there.
    @usableFromInline var lanes = SameInstantLanes<Payload>()
    /// All other events while they are few; then the near and the far future are empty.
    @usableFromInline var few = FewEvents<Payload>()
    /// All other events before `nearEnd`.
    @usableFromInline var near = NearFuture<Payload>()
    /// The end of the near future in milliseconds, always after the clock; the end of all time while events are few.
    @usableFromInline var nearEnd = EventKey.timeLimit
    /// The events from `nearEnd` on.
    @usableFromInline var far: FarFuture<Payload>
    /// The pending events that can be canceled; one that lies in the queue and is not among them is dead.
    @usableFromInline var claims = SequenceSet()
    /// The milliseconds of the event taken last.
    @usableFromInline var clock: Int64 = 0
    /// The sequence of the next event, which is the number of events scheduled.
    @usableFromInline var sequence = 0
    /// The events taken or canceled.
    @usableFromInline var gone = 0
    @usableFromInline var largestCount = 0
    @usableFromInline var canceledCount = 0
    /// The canceled events that still lie in the queue.
    @usableFromInline var deadCount = 0
    /// With more dead events than this they are swept out.
    @usableFromInline var deadLimit = 1024
    /// How many times an event went from the few to the wheels or back.
    @usableFromInline var fewMoves = 0
    @usableFromInline var laneEventCount = 0
    /// The instant at which an event was last scheduled for that same instant, and `laneEventCount` before it.
    @usableFromInline var crowdedInstant: Int64 = -1
    @usableFromInline var countBeforeInstant = 0
    @usableFromInline let instantLimit: Int

    /// Creates an empty queue with the clock at zero.
    ///
    /// - Parameters:
    ///   - minimumCapacity: How many pending events to make room for; the queue grows beyond it by itself.
    ///   - instantLimit: How many events may be scheduled at one instant for that same instant. One more stops the
    ///     program: events that keep calling one another would otherwise never let the clock move on.
    @inlinable
    public init(minimumCapacity: Int = 64, instantLimit: Int = 100_000_000) {
        far = FarFuture(minimumCapacity: minimumCapacity)
        self.instantLimit = instantLimit
    }

    /// The time of the event taken last, or zero.
    @inlinable public var now: SimulationTime { SimulationTime(milliseconds: clock) }

    /// The number of pending events.
    @inlinable public var count: Int { sequence &- gone }

    /// Whether no event is pending.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// What the queue has done so far.
    public var statistics: QueueStatistics {
        QueueStatistics(
            scheduled: sequence,
            laneEvents: laneEventCount,
            canceled: canceledCount,
            largestCount: max(largestCount, count),
            moves: far.moves + near.shifts + fewMoves)
    }

    /// Schedules `payload` at `time`, which must not be in the past.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func schedule(_ payload: Payload, at time: SimulationTime, priority: EventPriority = .normal) {
        insert(makeEvent(payload, at: time, priority), at: time)
    }

    /// Schedules `payload` so many milliseconds from now.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func schedule(_ payload: Payload, after milliseconds: Int64) {
        schedule(payload, at: now + milliseconds)
    }

    /// Schedules `payload` at this very instant, after everything of normal or earlier priority that is already due now.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func tell(_ payload: Payload) {
        scheduleNow(makeEvent(payload, at: now, .normal))
    }

    @inlinable @inline(__always)
    mutating func makeEvent(
        _ payload: Payload, at time: SimulationTime, _ priority: EventPriority, isCancelable: Bool = false
    ) -> Event {
        precondition(sequence < EventKey.sequenceLimit, "a queue can schedule no more than 2^40 events")
        let key = EventKey(time: time, priority: priority, sequence: sequence, isCancelable: isCancelable)
        sequence &+= 1
        return Event(key: key, payload: payload)
    }

    @inlinable @inline(__always)
    mutating func insert(_ event: Event, at time: SimulationTime) {
        if time.milliseconds >= nearEnd {
            precondition(time.milliseconds < EventKey.timeLimit, "an event cannot be scheduled after 2^48 milliseconds")
            far.place(event)
        } else {
            insertSoon(event, at: time)
        }
    }

    @inlinable @inline(never)
    mutating func insertSoon(_ event: Event, at time: SimulationTime) {
        precondition(time.milliseconds >= clock, "an event cannot be scheduled in the past")
        if time.milliseconds == clock {
            scheduleNow(event)
        } else if nearEnd == EventKey.timeLimit && !few.isFull {
            few.append(event)
        } else {
            insertNear(event, at: time)
        }
    }

    /// Is kept apart because its way through the near future is long, and that of the few shall be short.
    @inlinable @inline(never)
    mutating func insertNear(_ event: Event, at time: SimulationTime) {
        if nearEnd == EventKey.timeLimit {
            spreadFew()
            insert(event, at: time)
        } else if !near.insert(event) {
            spreadNear()
            insert(event, at: time)
        }
    }

    @inlinable
    mutating func scheduleNow(_ event: Event) {
        if crowdedInstant != clock {
            crowdedInstant = clock
            countBeforeInstant = laneEventCount
        }
        laneEventCount &+= 1
        precondition(
            laneEventCount &- countBeforeInstant <= instantLimit,
            "more events were scheduled at one instant for that same instant than the limit of the queue")
        lanes.append(event)
    }

    /// Sends the events that were few to the near and far future, counted from now, because one more is too many.
    @inlinable @inline(never)
    mutating func spreadFew() {
        far.moveReference(to: clock)
        nearEnd = clock + 1
        fewMoves += few.count
        // In order, so that those of one millisecond are in the order of their sequences, as they must be.
        while !few.isEmpty {
            let event = few.first
            few.removeFirst()
            if event.milliseconds >= nearEnd { far.place(event) } else { _ = near.insert(event) }
        }
    }

    /// Sends all but the events due now back to the far future, counted from now, because there are too many.
    ///
    /// A few events far apart can make a long near future; if many more are then scheduled into it, sorting them in one
    /// by one would take too long, while the wheels counted from now tell them apart.
    @inlinable @inline(never)
    mutating func spreadNear() {
        far.moveReference(to: clock)
        nearEnd = clock + 1
        let due = near.countDue(at: clock)
        for index in (near.head + due)..<near.end { far.place(near.events[index]) }
        near.keep(due)
    }
}
