/// Memory for many lists of events that grow and are emptied: blocks of a few events, linked by number.
///
/// A block that is given back is the first to be taken again, while it is still in the cache. Blocks of 32 events were
/// measured to be best: smaller ones cost cache misses with a million events, larger ones memory with a thousand.
@frozen @usableFromInline
struct BlockPool<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>

    @inlinable static var blockShift: Int32 { 5 }
    /// The events in a block.
    @inlinable static var blockSize: Int32 { 1 << blockShift }
    /// The most blocks there can be, so that every position fits into 32 bits.
    @inlinable static var blockLimit: Int { 1 << (30 - Int(blockShift)) }
    /// The number of no block.
    @inlinable static var none: Int32 { -1 }

    /// Block `b` holds the events from `b << blockShift` on.
    @usableFromInline var events: UnsafeMutablePointer<Event>
    /// The next block of the same list, or of the list of free blocks.
    @usableFromInline var links: UnsafeMutablePointer<Int32>
    @usableFromInline var capacity: Int32
    /// The blocks taken at least once.
    @usableFromInline var used: Int32 = 0
    @usableFromInline var firstFree: Int32

    @inlinable
    init(blocks: Int) {
        precondition(blocks <= Self.blockLimit, "a queue cannot hold more than 10^9 events")
        capacity = Int32(blocks)
        events = .allocate(capacity: blocks << Int(Self.blockShift))
        links = .allocate(capacity: blocks)
        firstFree = Self.none
    }

    @inlinable
    deinit {
        events.deallocate()
        links.deallocate()
    }

    @inlinable
    mutating func take() -> Int32 {
        let block = firstFree
        if block != Self.none {
            firstFree = links[Int(block)]
            return block
        }
        if used == capacity { grow() }
        used &+= 1
        return used &- 1
    }

    @inlinable
    mutating func give(_ block: Int32) {
        links[Int(block)] = firstFree
        firstFree = block
    }

    @inlinable @inline(never)
    mutating func grow() {
        precondition(2 * Int(capacity) <= Self.blockLimit, "a queue cannot hold more than 10^9 events")
        let (oldEvents, oldLinks) = (events, links)
        let blocks = Int(capacity)
        events = .allocate(capacity: 2 * blocks << Int(Self.blockShift))
        events.update(from: oldEvents, count: blocks << Int(Self.blockShift))
        links = .allocate(capacity: 2 * blocks)
        links.update(from: oldLinks, count: blocks)
        capacity *= 2
        oldEvents.deallocate()
        oldLinks.deallocate()
    }
}
