extension EventQueue {
    /// Schedules `payload` like `schedule(_:at:priority:)` and returns a token with which it can be canceled.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func scheduleCancelable(
        _ payload: Payload, at time: SimulationTime, priority: EventPriority = .normal
    ) -> EventToken {
        let event = makeEvent(payload, at: time, priority)
        insert(event, at: time)
        return EventToken(event.key)
    }

    /// Cancels the event of `token`, and returns false if it has happened or was canceled already.
    ///
    /// The event stays where it is and is dropped when its turn comes, or when more than half of all are dead.
    ///
    /// - Complexity: O(1), amortized; O(1) more for each event of the near future if it is due at this very instant.
    @inlinable
    public mutating func cancel(_ token: EventToken) -> Bool {
        let key = token.key
        if key.milliseconds < clock || key.milliseconds == clock && !isDueNow(key) { return false }
        if droppedAt == clock, dropped.contains(key.sequence) { return false }
        if !canceled.insert(key.sequence) { return false }
        gone &+= 1
        canceledCount &+= 1
        if canceled.count > sweepLimit { sweep() }
        return true
    }

    /// Remembers, until the clock moves, that a canceled event was dropped: its time may still lie ahead.
    @inlinable @inline(never)
    mutating func noteDropped(_ sequence: Int) {
        if droppedAt != clock {
            droppedAt = clock
            dropped.removeAll()
        }
        _ = dropped.insert(sequence)
    }

    /// Whether the event of `key`, whose time has come, still waits for its turn.
    @inlinable
    func isDueNow(_ key: EventKey) -> Bool {
        if lanes.isOccupied(key.priority), lanes.first(of: key.priority).key.sequence <= key.sequence { return true }
        return near.contains(key)
    }

    /// Removes the canceled events from the far future, where they could lie for years.
    ///
    /// It takes a step for each pending event, and then waits for as many cancellations before it is done again.
    @inlinable @inline(never)
    mutating func sweep() {
        far.remove(&canceled)
        sweepLimit = canceled.count + max(1024, count)
    }
}
