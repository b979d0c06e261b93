/// Events due at the very instant the clock shows: one lane for each priority, first in, first out.
///
/// Sequences only grow, so what is scheduled for the present arrives in order and needs no sorting at all.
@frozen @usableFromInline
struct SameInstantLanes<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>

    /// One queue in a stretch of memory: the events from `head` up to `end`.
    @frozen @usableFromInline
    struct Lane: BitwiseCopyable {
        @usableFromInline var events: UnsafeMutablePointer<Event>
        @usableFromInline var capacity: Int
        @usableFromInline var head = 0
        @usableFromInline var end = 0

        @inlinable
        init(capacity: Int) {
            events = .allocate(capacity: capacity)
            self.capacity = capacity
        }
    }

    @usableFromInline let lanes: UnsafeMutablePointer<Lane>
    /// A bit for each priority whose lane holds something.
    @usableFromInline var occupied: UInt32 = 0

    @inlinable static var laneCount: Int { EventPriority.allCases.count }

    @inlinable
    init() {
        lanes = .allocate(capacity: Self.laneCount)
        for lane in 0..<Self.laneCount { (lanes + lane).initialize(to: Lane(capacity: 16)) }
    }

    @inlinable
    deinit {
        for lane in 0..<Self.laneCount { lanes[lane].events.deallocate() }
        lanes.deallocate()
    }

    @inlinable var isEmpty: Bool { occupied == 0 }

    @inlinable
    func isOccupied(_ lane: Int) -> Bool { occupied &>> UInt32(truncatingIfNeeded: lane) & 1 != 0 }

    /// The lane of the next event; at least one lane must hold something.
    @inlinable var firstLane: Int { occupied.trailingZeroBitCount }

    @inlinable
    func first(of lane: Int) -> Event { lanes[lane].events[lanes[lane].head] }

    @inlinable
    mutating func append(_ event: Event) {
        let lane = event.key.priority
        if lanes[lane].end == lanes[lane].capacity { makeRoom(of: lane) }
        lanes[lane].events[lanes[lane].end] = event
        lanes[lane].end &+= 1
        occupied |= 1 &<< UInt32(truncatingIfNeeded: lane)
    }

    @inlinable
    mutating func removeFirst(of lane: Int) {
        lanes[lane].head &+= 1
        if lanes[lane].head == lanes[lane].end {
            lanes[lane].head = 0
            lanes[lane].end = 0
            occupied &= ~(1 &<< UInt32(truncatingIfNeeded: lane))
        }
    }

    /// Moves a lane to the front of its memory, or to twice as much if more than half of it is in use.
    @inlinable @inline(never)
    mutating func makeRoom(of lane: Int) {
        let old = lanes[lane]
        let count = old.end - old.head
        if 2 * count > old.capacity { lanes[lane] = Lane(capacity: 2 * old.capacity) }
        lanes[lane].events.update(from: old.events + old.head, count: count)
        lanes[lane].head = 0
        lanes[lane].end = count
        if lanes[lane].events != old.events { old.events.deallocate() }
    }
}
