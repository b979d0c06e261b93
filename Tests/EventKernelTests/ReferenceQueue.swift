import EventKernel

/// An event queue too simple to be wrong: a sorted array, the next event at its end.
struct ReferenceQueue {
    struct Entry: Equatable {
        var time: Int64
        var priority: EventPriority
        var sequence: Int
        var payload: Int32

        func precedes(_ other: Entry) -> Bool {
            if time != other.time { return time < other.time }
            if priority != other.priority { return priority < other.priority }
            return sequence < other.sequence
        }
    }

    private(set) var now: Int64 = 0
    private var entries: [Entry] = []
    private var sequence = 0

    var count: Int { entries.count }

    mutating func schedule(_ payload: Int32, at time: Int64, priority: EventPriority) -> Entry {
        let entry = Entry(time: time, priority: priority, sequence: sequence, payload: payload)
        sequence += 1
        entries.insert(entry, at: place(of: entry))
        return entry
    }

    mutating func cancel(_ entry: Entry) -> Bool {
        let place = place(of: entry)
        if place == entries.count || entries[place] != entry { return false }
        entries.remove(at: place)
        return true
    }

    mutating func next(until horizon: Int64) -> Int32? {
        guard let next = entries.last, next.time <= horizon else { return nil }
        entries.removeLast()
        now = next.time
        return next.payload
    }

    /// The first place whose entry does not come after `entry`.
    private func place(of entry: Entry) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entry.precedes(entries[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
