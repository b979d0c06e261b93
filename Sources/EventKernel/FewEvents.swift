/// All events of a queue that has only a few, in no order at all, except that the first of them is known.
///
/// Looking at each of a dozen keys without a branch that could be mispredicted is faster than keeping them sorted or in
/// a heap: a queue of customers at a few servers, or the end of a run, never touches the wheels.
@frozen @usableFromInline
struct FewEvents<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>

    /// The most events that can be here; measured, with more of them the wheels are as fast.
    @inlinable static var capacity: Int { 16 }

    @usableFromInline let events: UnsafeMutablePointer<Event>
    @usableFromInline var count = 0
    /// The place of the first event in the total order, if there is one.
    @usableFromInline var firstPlace = 0

    @inlinable
    init() { events = .allocate(capacity: Self.capacity) }

    @inlinable
    deinit { events.deallocate() }

    @inlinable var isEmpty: Bool { count == 0 }
    @inlinable var isFull: Bool { count == Self.capacity }

    /// The first event in the total order; there must be one.
    @inlinable var first: Event { events[firstPlace] }

    /// Adds an event; there must be room.
    @inlinable @inline(__always)
    mutating func append(_ event: Event) {
        events[count] = event
        firstPlace = count == 0 || event.precedes(first) ? count : firstPlace
        count &+= 1
    }

    /// Removes the first event and finds the next one.
    ///
    /// - Complexity: O(n), and n is small.
    @inlinable @inline(never)
    mutating func removeFirst() {
        count &-= 1
        events[firstPlace] = events[count]
        var place = 0
        var least = events[0].high
        var index = 1
        while index < count {
            let high = events[index].high
            // Equal upper parts are rare, so this branch costs nothing, and half of a key is compared instead of all.
            if high == least, events[index].low < events[place].low { place = index }
            place = high < least ? index : place
            least = high < least ? high : least
            index &+= 1
        }
        firstPlace = place
    }
}
