/// The few events that come next, sorted: a short array that is emptied from the front.
///
/// It is filled with a whole slot of the far future at a time, sorted by distribution in O(n). An event that is
/// scheduled into its stretch of time is inserted from the nearer end.
@frozen @usableFromInline
struct NearFuture<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>

    /// The most events it is filled with at a time.
    @inlinable static var fill: Int { 128 }
    /// The most events it can hold.
    @inlinable static var capacity: Int { 4 * fill }
    /// Two to four times as many buckets as events: most hold one event or none.
    @inlinable static var bucketCapacity: Int { 4 * fill }

    @usableFromInline let events: UnsafeMutablePointer<Event>
    @usableFromInline var head = 0
    @usableFromInline var end = 0
    /// Where a slot is collected before it is sorted.
    @usableFromInline let unsorted: UnsafeMutablePointer<Event>
    /// For each bucket, while sorting, its size, then where its next event goes.
    @usableFromInline let buckets: UnsafeMutablePointer<UInt16>
    /// How many events were moved aside to insert others.
    @usableFromInline var shifts = 0

    @inlinable
    init() {
        events = .allocate(capacity: Self.capacity)
        unsorted = .allocate(capacity: Self.fill)
        buckets = .allocate(capacity: Self.bucketCapacity)
    }

    @inlinable
    deinit {
        events.deallocate()
        unsorted.deallocate()
        buckets.deallocate()
    }

    @inlinable var count: Int { end &- head }
    @inlinable var isEmpty: Bool { head == end }
    @inlinable var first: Event { events[head] }

    @inlinable
    mutating func removeFirst() { head &+= 1 }

    /// Drops all but the first `kept` events.
    @inlinable
    mutating func keep(_ kept: Int) { end = head + kept }

    /// How many events are due at `milliseconds`, which is not after the time of the first.
    @inlinable
    func countDue(at milliseconds: Int64) -> Int {
        var index = head
        while index < end, events[index].milliseconds == milliseconds { index += 1 }
        return index - head
    }

    /// Takes over the first `count` of the `unsorted` events, in order; nothing else may be here.
    ///
    /// They must stand in the order in which they were scheduled, at least those of one millisecond, so that comparing
    /// the upper parts of the keys is enough. `differences` has a bit wherever those are not all alike.
    @inlinable
    mutating func sort(count: Int, differences: UInt64) {
        head = Self.fill
        end = head &+ count
        let sorted = events + head
        let bits = Int.bitWidth &- count.leadingZeroBitCount &+ 1
        let shift = UInt64(truncatingIfNeeded: max(0, 64 &- differences.leadingZeroBitCount &- bits))
        let mask: UInt64 = 1 &<< UInt64(truncatingIfNeeded: bits) &- 1

        buckets.update(repeating: 0, count: 1 &<< bits)
        for index in 0..<count {
            buckets[Int(truncatingIfNeeded: (unsorted[index].high &>> shift) & mask)] &+= 1
        }
        var total: UInt16 = 0
        for bucket in 0..<(1 &<< bits) {
            let size = buckets[bucket]
            buckets[bucket] = total
            total &+= size
        }
        for index in 0..<count {
            let event = unsorted[index]
            let bucket = Int(truncatingIfNeeded: (event.high &>> shift) & mask)
            let place = buckets[bucket]
            buckets[bucket] = place &+ 1
            sorted[Int(place)] = event
        }
        // Now only events of one bucket can be out of order.
        var index = 1
        while index < count {
            let event = sorted[index]
            var hole = index
            while hole > 0, event.high < sorted[hole &- 1].high {
                sorted[hole] = sorted[hole &- 1]
                hole &-= 1
            }
            if hole != index {
                sorted[hole] = event
                shifts &+= index &- hole
            }
            index &+= 1
        }
    }

    /// Inserts `event` and moves those before it or those after it aside, whichever are fewer; false if there is no room.
    ///
    /// - Complexity: O(n), but events scheduled soon or last of all move few others.
    @inlinable
    mutating func insert(_ event: Event) -> Bool {
        if head == 0 || end == Self.capacity {
            if 2 * count > Self.capacity { return false }
            recenter()
        }
        if head != end, event.precedes(events[(head &+ end) &>> 1]) {
            var hole = head &- 1
            while events[hole &+ 1].precedes(event) {
                events[hole] = events[hole &+ 1]
                hole &+= 1
            }
            events[hole] = event
            head &-= 1
            shifts &+= hole &- head
        } else {
            var hole = end
            while hole > head, event.precedes(events[hole &- 1]) {
                events[hole] = events[hole &- 1]
                hole &-= 1
            }
            events[hole] = event
            shifts &+= end &- hole
            end &+= 1
        }
        return true
    }

    /// Moves all events to the middle of the memory.
    @inlinable @inline(never)
    mutating func recenter() {
        let start = (Self.capacity - count) / 2
        (events + start).update(from: events + head, count: count)
        end = start + count
        head = start
    }
}
