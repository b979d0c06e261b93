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
        while true {
            let first = hole << 2 + 1
            guard first < count else { break }
            var smallest = first
            var entry = base[first]
            for child in (first + 1)..<max(min(first + 4, count), first + 1) where base[child] < entry {
                smallest = child
                entry = base[child]
            }
            guard entry < last else { break }
            base[hole] = entry
            hole = smallest
        }
        base[hole] = last
        return earliest
    }
}
