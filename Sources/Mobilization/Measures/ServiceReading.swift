import Statistics

extension MeasureReading {
    /// Reads what became of the calls that came after the warm-up, at all stations together.
    mutating func readService(_ run: FinishedRun) {
        guard !run.world.incident.calls.isEmpty else { return }
        let (horizon, warmUp) = (run.world.horizon, run.world.warmUp)
        var all = ServiceBook.Counted()
        var waiting: Int128 = 0
        var busy: Int128 = 0
        var responses = QuantileSketch()
        for station in run.ledger.service.stations {
            all.arrived += station.counted.arrived
            all.turnedAway += station.counted.turnedAway
            all.begun += station.counted.begun
            all.delayed += station.counted.delayed
            all.waited += station.counted.waited
            all.inTarget += station.counted.inTarget
            responses.merge(station.counted.responses)
            waiting += station.waiting.integral(through: horizon) - station.counted.waitingBefore
            busy += station.busy.integral(through: horizon) - station.counted.busyBefore
        }
        set("calls_arrived", Double(all.arrived))
        if horizon > warmUp {
            set("calls_waiting_mean", Double(waiting) / Double(horizon - warmUp))
            set("units_busy_mean", Double(busy) / Double(horizon - warmUp))
        }
        if all.arrived > 0 { set("calls_turned_away", Double(all.turnedAway) / Double(all.arrived)) }
        guard all.begun > 0 else { return }
        let begun = Double(all.begun)
        set("calls_delayed", Double(all.delayed) / begun)
        set("everyday_wait_min", Double(all.waited) / begun / 60_000)
        set("call_response_mean_min", responses.mean.map { $0 / 60_000 })
        set("call_response_p90_min", responses.quantile(0.9).map { $0 / 60_000 })
        if run.world.incident.responseTarget != nil { set("calls_within_target", Double(all.inTarget) / begun) }
    }
}
