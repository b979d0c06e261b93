/// The frontier of a shortest-path search: a four-ary heap of packed entries, time above node, earliest first.
///
/// One 64-bit comparison orders an entry, and an improved node is simply entered again, which on road networks is
/// cheaper than keeping every node's place in the heap.
public struct TimeHeap: ~Copyable {
    @usableFromInline let base: UnsafeMutablePointer<UInt64>
    @usableFromInline let capacity: Int

    /// How many entries it holds.
    @inlinable public var count: Int { held }
    @usableFromInline var held = 0

    /// Creates an empty heap that never holds more than `capacity` entries.
    public init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: max(capacity, 1))
    }

    deinit { base.deallocate() }

    /// Removes all entries.
    public mutating func removeAll() { held = 0 }

    /// Enters a node at a time.
    ///
    /// - Complexity: O(log n).
    @inlinable
    public mutating func push(_ entry: UInt64) {
        precondition(count < capacity, "more entries than the heap was made for")
        var hole = count
        held += 1
        while hole > 0 {
            let parent = (hole - 1) >> 2
            guard entry < base[parent] else { break }
            base[hole] = base[parent]
            hole = parent
        }
        base[hole] = entry
    }

    /// Removes and returns the earliest entry; the heap must not be empty.
    ///
    /// - Complexity: O(log n).
    @inlinable
    public mutating func pop() -> UInt64 {
        precondition(count > 0, "an empty heap has no earliest entry")
        let earliest = base[0]
        held -= 1
        let last = base[count]
        var hole = 0
        // Full families first: choosing the earliest of four without a branch spares the processor wrong guesses.
        while hole << 2 + 4 < count {
            let first = hole << 2 + 1
            let (a, b, c, d) = (base[first], base[first + 1], base[first + 2], base[first + 3])
            let left = b < a ? first + 1 : first
            let right = d < c ? first + 3 : first + 2
            let (leftEntry, rightEntry) = (min(a, b), min(c, d))
            let entry = min(leftEntry, rightEntry)
            guard entry < last else { break }
            base[hole] = entry
            hole = rightEntry < leftEntry ? right : left
        }
        var child = hole << 2 + 1
        if child < count && child + 3 >= count {
            var smallest = child
            while child + 1 < count {
                child += 1
                if base[child] < base[smallest] { smallest = child }
            }
            if base[smallest] < last {
                base[hole] = base[smallest]
                hole = smallest
            }
        }
        base[hole] = last
        return earliest
    }
}
