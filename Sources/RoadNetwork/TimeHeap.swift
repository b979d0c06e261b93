/// The frontier of a shortest-path search: a four-ary heap of packed entries, time above node, earliest first.
///
/// One 64-bit comparison orders an entry, and an improved node is simply entered again, which on road networks is
/// cheaper than keeping every node's place in the heap.
struct TimeHeap: ~Copyable {
    private let base: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    /// Creates an empty heap that never holds more than `capacity` entries.
    init(capacity: Int) { base = .allocate(capacity: max(capacity, 1)) }

    deinit { base.deallocate() }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func push(_ entry: UInt64) {
        var hole = count
        count += 1
        while hole > 0 {
            let parent = (hole - 1) >> 2
            guard entry < base[parent] else { break }
            base[hole] = base[parent]
            hole = parent
        }
        base[hole] = entry
    }

    /// Removes and returns the earliest entry; the heap must not be empty.
    @inline(__always)
    mutating func pop() -> UInt64 {
        let earliest = base[0]
        count -= 1
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
