public struct EventQueue<Payload: BitwiseCopyable>: ~Copyable {
    @usableFromInline var heap: [(UInt64, UInt64, Payload)] = []
    @usableFromInline var seq: UInt64 = 0
    @usableFromInline var clock = SimulationTime(milliseconds: 0)
    public init(minimumCapacity: Int = 64) {}
    @inlinable public var now: SimulationTime { clock }
    @inlinable public mutating func schedule(_ p: Payload, at t: SimulationTime, priority: EventPriority = .normal) {
        precondition(t.milliseconds >= clock.milliseconds)
        heap.append((UInt64(t.milliseconds), seq, p)); seq += 1
        var i = heap.count - 1
        while i > 0 { let q = (i-1)/2; if (heap[q].0, heap[q].1) <= (heap[i].0, heap[i].1) { break }; heap.swapAt(i,q); i = q }
    }
    @inlinable public mutating func schedule(_ p: Payload, after ms: Int64) { schedule(p, at: clock + ms) }
    @inlinable public mutating func tell(_ p: Payload) { schedule(p, at: clock) }
    @inlinable public mutating func next(until h: SimulationTime) -> Payload? {
        guard let f = heap.first, Int64(f.0) <= h.milliseconds else { return nil }
        let l = heap.removeLast()
        if !heap.isEmpty { heap[0] = l; var i = 0
            while true { var m = i; for c in [2*i+1, 2*i+2] where c < heap.count { if (heap[c].0, heap[c].1) < (heap[m].0, heap[m].1) { m = c } }; if m == i { break }; heap.swapAt(i,m); i = m } }
        clock = SimulationTime(milliseconds: Int64(f.0)); return f.2
    }
    @inlinable public mutating func next() -> Payload? { next(until: SimulationTime(milliseconds: 1<<46)) }
}
