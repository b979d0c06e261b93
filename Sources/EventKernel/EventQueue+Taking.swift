extension EventQueue {
    /// Takes the next event and moves the clock to its time; nil if none is pending.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func next() -> Payload? { next(until: SimulationTime(milliseconds: .max)) }

    /// Takes the next event, unless it lies after `horizon`, and moves the clock to its time.
    ///
    /// Nil means that nothing is pending up to the horizon; the clock then stays where it is.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable @inline(__always)  // There is one call in a program, the loop of its simulation.
    public mutating func next(until horizon: SimulationTime) -> Payload? {
        while true {
            let event: Event
            if !lanes.isEmpty {
                // Events of this instant may lie elsewhere, if they were scheduled before the clock came here.
                let lane = lanes.firstLane
                let waiting = lanes.first(of: lane)
                if waiting.milliseconds > horizon.milliseconds { return nil }
                if !near.isEmpty, near.first.precedes(waiting) {
                    event = near.first
                    near.removeFirst()
                } else if !few.isEmpty, few.first.precedes(waiting) {
                    event = few.first
                    few.removeFirst()
                } else {
                    event = waiting
                    lanes.removeFirst(of: lane)
                }
            } else if !near.isEmpty {
                event = near.first
                if event.milliseconds > horizon.milliseconds { return nil }
                near.removeFirst()
            } else if !few.isEmpty {
                event = few.first
                if event.milliseconds > horizon.milliseconds { return nil }
                few.removeFirst()
            } else {
                if !refill(until: horizon) { return nil }
                continue
            }
            if event.key.isCancelable, !claims.remove(event.key.sequence) {
                deadCount &-= 1
                continue
            }
            if count > largestCount { largestCount = count }
            gone &+= 1
            clock = event.milliseconds
            return event.payload
        }
    }

    /// Opens slots of the far future until there is an event to take; false if none starts by the horizon.
    @inlinable @inline(never)
    mutating func refill(until horizon: SimulationTime) -> Bool {
        let stored = count &+ deadCount
        if stored <= FewEvents<Payload>.capacity / 2 { return gatherFew() }
        // A near future much shorter than the queue, so that new events seldom fall into it.
        let fill = max(NearFuture<Payload>.fill / 4, min(NearFuture<Payload>.fill, stored >> 3))
        while !far.isEmpty {
            let slot = far.earliestSlot()
            if far.start(of: slot) > max(0, horizon.milliseconds) { return false }
            let wheel = slot >> FarFuture<Payload>.digitBits
            let width = far.width(of: slot)
            let events = far.open(slot)
            nearEnd = far.reference
            if events.count <= fill {
                nearEnd += width
                let differences = far.collect(events, into: near.unsorted)
                near.sort(count: events.count, differences: differences)
                return true
            }
            if width == 1 {
                // One millisecond, in the order of sequences: sorting by priority is all that is left to do.
                nearEnd += width
                far.empty(events, into: &lanes)
                return true
            }
            // Until a finer slot is opened, the near future is empty and ends where this slot starts.
            far.spread(events, of: wheel)
        }
        return false
    }

    /// Takes the events that are left out of the wheels, because they are few; false if there are none.
    @inlinable
    mutating func gatherFew() -> Bool {
        while !far.isEmpty {
            let events = far.open(far.earliestSlot())
            fewMoves += events.count
            far.empty(events, into: &few)
        }
        nearEnd = EventKey.timeLimit
        return !few.isEmpty
    }
}
