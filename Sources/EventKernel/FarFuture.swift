/// The events that are not due soon: a hierarchy of timing wheels whose digits adapt to the number of events.
///
/// The 48 bits of a time are cut into digits, and every digit has a wheel with a slot for each of its values. An event
/// waits in the wheel of the highest digit in which its time differs from the reference, the start of the slot that was
/// opened last; finer wheels therefore hold earlier events, and slots of one wheel follow one another. When a slot's
/// turn comes and it holds too many events to be sorted at once, it is spread over the slots of a finer wheel, which is
/// cut just fine enough for that number. So there is neither a width to choose nor a horizon, every time scale is
/// there from the start, and an event is moved once for each wheel it passes, usually once or twice.
///
/// A slot keeps its events in the order in which they came, and all events of one millisecond take the same way; so
/// they stay in the order of their sequences.
///
/// Sources: hierarchical timing wheels (Varghese and Lauck 1987), monotone radix heaps (Ahuja, Mehlhorn, Orlin and Tarjan
/// 1990), and sizing a rung by the events that fall into it, from the ladder queue (Tang, Goh and Thng 2005).
@frozen @usableFromInline
struct FarFuture<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Event = PendingEvent<Payload>
    @usableFromInline typealias Pool = BlockPool<Payload>

    /// The wheel that tells times apart by a certain bit.
    @frozen @usableFromInline
    struct Wheel: BitwiseCopyable {
        /// The lowest bit of its digit: its slots are 2^`shift` milliseconds wide.
        @usableFromInline let shift: UInt16
        @usableFromInline let firstSlot: UInt16

        @inlinable
        init(shift: Int, firstSlot: Int) {
            self.shift = UInt16(truncatingIfNeeded: shift)
            self.firstSlot = UInt16(truncatingIfNeeded: firstSlot)
        }
    }

    /// The events of one digit value: a list of blocks, all full except the last.
    @frozen @usableFromInline
    struct Slot: BitwiseCopyable {
        @usableFromInline var firstBlock = Pool.none
        @usableFromInline var blocks: Int32 = 0
        /// The position after the last event; at the end of a block, or at 0, another block is needed first.
        @usableFromInline var end: Int32 = 0

        @inlinable init() {}

        @inlinable var count: Int {
            blocks == 0 ? 0 : Int((blocks &- 1) &<< Pool.blockShift &+ (end &- 1) & (Pool.blockSize &- 1) &+ 1)
        }
    }

    /// The most bits of a digit.
    @inlinable static var digitBits: Int { 8 }
    /// The fewest bits of a digit, except for the finest wheel.
    @inlinable static var leastDigitBits: Int { 4 }
    /// One digit of 8 bits, and after it ten of 4 bits at worst.
    @inlinable static var wheelLimit: Int { 11 }
    @inlinable static var digitMask: Int64 { 1 << Int64(digitBits) - 1 }
    @inlinable static var wordsPerWheel: Int { 1 << digitBits / 64 }

    /// The slots of the coarsest wheel, then those of the next, and so on.
    @usableFromInline let slots: UnsafeMutablePointer<Slot>
    /// A bit for each slot that holds something.
    @usableFromInline let occupied: UnsafeMutablePointer<UInt64>
    /// A bit for each wheel that holds something.
    @usableFromInline var occupiedWheels: UInt32 = 0
    /// The wheel that owns each bit of the time.
    @usableFromInline let wheelOfBit: UnsafeMutablePointer<Wheel>
    /// The shift of each wheel.
    @usableFromInline let shifts: UnsafeMutablePointer<UInt8>
    /// The time, in milliseconds, from which the wheels count.
    @usableFromInline var reference: Int64 = 0
    @usableFromInline var pool: Pool
    /// How many times an event was moved to a finer wheel.
    @usableFromInline var moves = 0

    @inlinable
    init(minimumCapacity: Int) {
        let slotCount = Self.wheelLimit << Self.digitBits
        slots = .allocate(capacity: slotCount)
        slots.initialize(repeating: Slot(), count: slotCount)
        occupied = .allocate(capacity: Self.wheelLimit * Self.wordsPerWheel)
        occupied.initialize(repeating: 0, count: Self.wheelLimit * Self.wordsPerWheel)
        wheelOfBit = .allocate(capacity: EventKey.timeBits)
        shifts = .allocate(capacity: Self.wheelLimit)
        // Enough even if blocks are half full on average.
        pool = Pool(blocks: 2 * max(minimumCapacity, 64) / Int(Pool.blockSize))
        cutDigits(below: EventKey.timeBits, firstWheel: 0, firstBits: Self.digitBits)
    }

    @inlinable
    deinit {
        slots.deallocate()
        occupied.deallocate()
        wheelOfBit.deallocate()
        shifts.deallocate()
    }

    @inlinable var isEmpty: Bool { occupiedWheels == 0 }

    /// Adds an event that is not before the reference.
    ///
    /// - Complexity: O(1).
    @inlinable @inline(__always)
    mutating func place(_ event: Event) {
        let time = event.milliseconds
        let wheel = wheelOfBit[63 &- ((time ^ reference) | 1).leadingZeroBitCount]
        append(event, to: Int(wheel.firstSlot) | Self.digit(of: time, at: Int64(wheel.shift)))
    }

    /// The slot that comes first; there must be one.
    @inlinable
    func earliestSlot() -> Int {
        var word = (31 &- occupiedWheels.leadingZeroBitCount) &* Self.wordsPerWheel
        while occupied[word] == 0 { word &+= 1 }
        return word &<< 6 | occupied[word].trailingZeroBitCount
    }

    /// The milliseconds that `slot` covers.
    @inlinable
    func width(of slot: Int) -> Int64 { 1 &<< Int64(shifts[slot &>> Self.digitBits]) }

    /// The first millisecond of `slot`.
    @inlinable
    func start(of slot: Int) -> Int64 {
        let shift = Int64(shifts[slot &>> Self.digitBits])
        return (reference &>> shift & ~Self.digitMask | Int64(slot) & Self.digitMask) &<< shift
    }

    /// Moves the reference to the start of `slot`, which must be the earliest, and takes its events away.
    @inlinable
    mutating func open(_ slot: Int) -> Slot {
        reference = start(of: slot)
        return detach(slot)
    }

    /// Distributes `events`, just taken from a slot of `wheel`, over the next finer wheel.
    @inlinable
    mutating func spread(_ events: Slot, of wheel: Int) {
        let bits = Int.bitWidth - (events.count / (NearFuture<Payload>.fill / 2)).leadingZeroBitCount
        cutDigits(
            below: Int(shifts[wheel]), firstWheel: wheel + 1,
            firstBits: min(max(bits, Self.leastDigitBits), Self.digitBits))
        let shift = Int64(shifts[wheel + 1])
        let firstSlot = (wheel + 1) << Self.digitBits
        moves += events.count
        drain(events) { far, event in
            far.append(event, to: firstSlot | Self.digit(of: event.milliseconds, at: shift))
        }
    }

    /// Copies `events`, just taken from a slot, one after another, and returns the bits in which the upper parts of their
    /// keys differ.
    @inlinable
    mutating func collect(_ events: Slot, into destination: UnsafeMutablePointer<Event>) -> UInt64 {
        let sample = pool.events[Int(events.firstBlock &<< Pool.blockShift)].high
        var differences: UInt64 = 0
        var next = destination
        drain(events) { _, event in
            next.pointee = event
            next += 1
            differences |= event.high ^ sample
        }
        return differences
    }

    /// Moves `events`, just taken from a slot of one millisecond, to the lanes of their priorities.
    @inlinable
    mutating func empty(_ events: Slot, into lanes: inout SameInstantLanes<Payload>) {
        drain(events) { _, event in lanes.append(event) }
    }

    /// Moves `events`, just taken from a slot, to the few that are left.
    @inlinable
    mutating func empty(_ events: Slot, into few: inout FewEvents<Payload>) {
        drain(events) { _, event in few.append(event) }
    }

    /// Moves the reference to `time`, so that every event from there on can be placed.
    ///
    /// When `time` lies after the reference, nothing may wait here that the way between them would pass.
    @inlinable @inline(never)
    mutating func moveReference(to time: Int64) {
        if time < reference {
            // Seen from the earlier time, whatever waits in finer wheels differs from it in this digit already.
            let wheel = wheelOfBit[63 - (time ^ reference).leadingZeroBitCount]
            let target = Int(wheel.firstSlot) | Self.digit(of: reference, at: Int64(wheel.shift))
            while !isEmpty {
                let slot = earliestSlot()
                if slot >> Self.digitBits <= target >> Self.digitBits { break }
                let events = detach(slot)
                moves += events.count
                drain(events) { far, event in far.append(event, to: target) }
            }
        }
        reference = time
    }

    /// Removes the events that were canceled, and returns their number.
    @inlinable @inline(never)
    mutating func removeDead(claims: borrowing SequenceSet) -> Int {
        var removed = 0
        for slot in 0..<(Self.wheelLimit << Self.digitBits) where slots[slot].blocks > 0 {
            drain(detach(slot)) { far, event in
                if event.key.isCancelable, !claims.contains(event.key.sequence) {
                    removed += 1
                } else {
                    far.append(event, to: slot)
                }
            }
        }
        return removed
    }

    /// Cuts the bits below `top` into digits for the wheels from `firstWheel` on, which must all be empty.
    @inlinable @inline(never)
    mutating func cutDigits(below top: Int, firstWheel: Int, firstBits: Int) {
        var (wheel, high, bits) = (firstWheel, top, firstBits)
        while high > 0 {
            let low = max(0, high - bits)
            shifts[wheel] = UInt8(truncatingIfNeeded: low)
            for bit in low..<high { wheelOfBit[bit] = Wheel(shift: low, firstSlot: wheel << Self.digitBits) }
            (wheel, high, bits) = (wheel + 1, low, Self.digitBits)
        }
    }

    /// The slot, within the wheel of this shift, of `time`.
    ///
    /// A digit of fewer than 8 bits is not cut off above: what stands there is the same in the whole wheel.
    @inlinable @inline(__always)
    static func digit(of time: Int64, at shift: Int64) -> Int {
        Int(truncatingIfNeeded: time &>> shift & digitMask)
    }

    @inlinable @inline(__always)
    mutating func append(_ event: Event, to slot: Int) {
        let position = slots[slot].end
        if position & (Pool.blockSize &- 1) == 0 {
            appendToNewBlock(event, to: slot)
        } else {
            pool.events[Int(position)] = event
            slots[slot].end = position &+ 1
        }
    }

    /// Is kept apart so that `append`, which is everywhere, needs no room for the registers this one uses.
    @inlinable @inline(never)
    mutating func appendToNewBlock(_ event: Event, to slot: Int) {
        let block = pool.take()
        if slots[slot].blocks == 0 {
            slots[slot].firstBlock = block
            occupied[slot >> 6] |= 1 &<< UInt64(slot & 63)
            occupiedWheels |= 1 &<< UInt32(slot >> Self.digitBits)
        } else {
            pool.links[Int((slots[slot].end - 1) >> Pool.blockShift)] = block
        }
        slots[slot].blocks += 1
        let position = block << Pool.blockShift
        pool.events[Int(position)] = event
        slots[slot].end = position + 1
    }

    /// Leaves `slot` empty and returns what it held.
    @inlinable
    mutating func detach(_ slot: Int) -> Slot {
        let events = slots[slot]
        slots[slot] = Slot()
        occupied[slot >> 6] &= ~(1 &<< UInt64(slot & 63))
        let wheel = slot >> Self.digitBits
        let words = UnsafeBufferPointer(start: occupied + wheel * Self.wordsPerWheel, count: Self.wordsPerWheel)
        if words.allSatisfy({ $0 == 0 }) { occupiedWheels &= ~(1 &<< UInt32(wheel)) }
        return events
    }

    /// Hands each of `events` to `body`, in order, and gives their blocks back one by one.
    @inlinable @inline(__always)
    mutating func drain(_ events: Slot, _ body: (inout FarFuture, Event) -> Void) {
        var block = events.firstBlock
        var left = events.count
        while left > 0 {
            var position = Int(block &<< Pool.blockShift)
            let end = position &+ min(left, Int(Pool.blockSize))
            left &-= Int(Pool.blockSize)
            while position < end {
                body(&self, pool.events[position])
                position &+= 1
            }
            let next = left > 0 ? pool.links[Int(block)] : Pool.none
            pool.give(block)
            block = next
        }
    }
}
