/// A set of sequences, for the events that can be canceled: an open-addressed hash table in flat memory.
@frozen @usableFromInline
struct SequenceSet: ~Copyable {
    @inlinable static var vacant: Int { -1 }

    /// A sequence or `vacant` in each place; a sequence lies in its home or in the next places, without a gap between.
    @usableFromInline var table: UnsafeMutablePointer<Int>
    /// The number of places, a power of two, at least twice the count.
    @usableFromInline var capacity = 16
    @usableFromInline var count = 0

    @inlinable
    init() {
        table = .allocate(capacity: capacity)
        table.initialize(repeating: Self.vacant, count: capacity)
    }

    @inlinable
    deinit { table.deallocate() }

    @inlinable
    func contains(_ sequence: Int) -> Bool { table[place(of: sequence)] == sequence }

    /// Adds `sequence`, or returns false if it is here already.
    @inlinable
    mutating func insert(_ sequence: Int) -> Bool {
        if 2 * (count + 1) > capacity { grow() }
        let place = place(of: sequence)
        if table[place] == sequence { return false }
        table[place] = sequence
        count += 1
        return true
    }

    /// Removes `sequence`, or returns false if it is not here.
    @inlinable @inline(never)
    mutating func remove(_ sequence: Int) -> Bool {
        var gap = place(of: sequence)
        if table[gap] != sequence { return false }
        // Later members of the cluster move up, unless the gap lies before their home: no tombstones are left.
        var next = following(gap)
        while table[next] != Self.vacant {
            if distance(from: home(of: table[next]), to: next) >= distance(from: gap, to: next) {
                table[gap] = table[next]
                gap = next
            }
            next = following(next)
        }
        table[gap] = Self.vacant
        count -= 1
        return true
    }

    /// Where the search for `sequence` begins; multiplication spreads neighbors (Fibonacci hashing).
    @inlinable
    func home(of sequence: Int) -> Int {
        Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: sequence) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (capacity - 1)
    }

    /// The place of `sequence`, or the vacant one where it would go.
    @inlinable
    func place(of sequence: Int) -> Int {
        var place = home(of: sequence)
        while table[place] != sequence, table[place] != Self.vacant { place = following(place) }
        return place
    }

    @inlinable
    func following(_ place: Int) -> Int { (place + 1) & (capacity - 1) }

    @inlinable
    func distance(from first: Int, to second: Int) -> Int { (second - first) & (capacity - 1) }

    @inlinable @inline(never)
    mutating func grow() {
        let (old, oldCapacity) = (table, capacity)
        capacity *= 2
        table = .allocate(capacity: capacity)
        table.initialize(repeating: Self.vacant, count: capacity)
        for index in 0..<oldCapacity where old[index] != Self.vacant { table[place(of: old[index])] = old[index] }
        old.deallocate()
    }
}
