extension EventQueue {
    /// Schedules `payload` like `schedule(_:at:priority:)` and returns a token with which it can be canceled.
    ///
    /// - Complexity: O(1), amortized; a step in a hash table more than for an event that cannot be canceled.
    @inlinable
    public mutating func scheduleCancelable(
        _ payload: Payload, at time: SimulationTime, priority: EventPriority = .normal
    ) -> EventToken {
        let token = EventToken(sequence: sequence)
        insert(makeEvent(payload, at: time, priority, isCancelable: true), at: time)
        _ = claims.insert(token.sequence)
        return token
    }

    /// Cancels the event of `token`, and returns false if it has happened or was canceled already.
    ///
    /// The dead event stays where it is until its turn comes, or until more events are dead than alive.
    ///
    /// - Complexity: O(1), amortized.
    @inlinable
    public mutating func cancel(_ token: EventToken) -> Bool {
        if !claims.remove(token.sequence) { return false }
        gone &+= 1
        canceledCount &+= 1
        deadCount &+= 1
        if deadCount > deadLimit { sweep() }
        return true
    }

    /// Removes the dead events from the far future, where they could lie for years.
    ///
    /// This takes a step for each event there, and is not done again before as many have been canceled.
    @inlinable @inline(never)
    mutating func sweep() {
        deadCount -= far.removeDead(claims: claims)
        deadLimit = deadCount + max(1024, count)
    }
}
