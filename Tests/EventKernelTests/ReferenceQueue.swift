import EventKernel

/// An event queue too simple to be wrong: a sorted array.
struct ReferenceQueue {
    struct Entry {
        var time: Int64
        var priority: EventPriority
        var sequence: Int
        var payload: Int32

        func precedes(_ other: Entry) -> Bool {
            (time, priority.rawValue, sequence) < (other.time, other.priority.rawValue, other.sequence)
        }
    }

    var now: Int64 = 0
    private var entries: [Entry] = []
    private var sequence = 0

    var count: Int { entries.count }

    mutating func schedule(_ payload: Int32, at time: Int64, priority: EventPriority) -> Int {
        let entry = Entry(time: time, priority: priority, sequence: sequence, payload: payload)
        sequence += 1
        entries.insert(entry, at: entries.firstIndex { entry.precedes($0) } ?? entries.count)
        return entry.sequence
    }

    mutating func cancel(_ sequence: Int) -> Bool {
        guard let index = entries.firstIndex(where: { $0.sequence == sequence }) else { return false }
        entries.remove(at: index)
        return true
    }

    mutating func next(until horizon: Int64) -> Int32? {
        guard let first = entries.first, first.time <= horizon else { return nil }
        entries.removeFirst()
        now = first.time
        return first.payload
    }
}
