import Statistics

/// What became of the calls that came after the warm-up, at all stations together.
enum ServiceMeasure: Int, MeasureGroup {
    case arrived
    case turnedAway
    case delayed
    case everydayWait
    case responseMean
    case responseLong
    case withinTarget
    case waitingMean
    case busyMean

    private static let responses = QuantileSketch()

    /// The relative error of a sketch past the values it keeps, as users read it.
    private static let responsesError = "0.05 %"

    var measure: Measure { declaration.needing(.calls) }

    private var declaration: Measure {
        switch self {
        case .arrived: .count("calls_arrived", "calls", less: nil, "来电来访数", "calls that came to stations")
        case .turnedAway:
            .share(
                "calls_turned_away", less: true, "因全忙且无处等候而未受理的比例",
                "share of calls turned away because every unit was busy and there was no room to wait")
        case .delayed: .share("calls_delayed", less: true, "受理者中须等候的比例", "share of the calls served that had to wait")
        case .everydayWait: .time("everyday_wait_min", "平均等候时间", "mean wait of the calls served until a unit was free")
        case .responseMean:
            .time("call_response_mean_min", "从来电到人员到场的平均时间", "mean time from a call to a unit's being there")
        case .responseLong:
            .time(
                "call_response_p90_min",
                "同上，90分位（相邻两值之间线性插值）；一次模拟不超过\(Self.responses.exactCount)个来电时精确，更多时误差不超过\(Self.responsesError)",
                "the same, 90th percentile, interpolated between the two values around it; exact up to \(Self.responses.exactCount) calls in a run, beyond that within \(Self.responsesError)"
            )
        case .withinTarget:
            .share(
                "calls_within_target", less: false, "目标时间内到场的比例",
                "share of the calls served reached within the target time")
        case .waitingMean:
            .quantity("calls_waiting_mean", "calls", less: true, "平均等候数", "calls waiting, on average over time")
        case .busyMean: .quantity("units_busy_mean", "units", less: nil, "平均忙碌席位数", "units busy, on average over time")
        }
    }

    /// - Complexity: O(stations).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard !run.world.calls.isEmpty else { return }
        let (horizon, warmUp) = (run.world.horizon, run.world.warmUp)
        var all = ServiceBook.Counted()
        var waiting: Int128 = 0
        var busy: Int128 = 0
        var responses = QuantileSketch()
        for station in run.service.book.stations {
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
        readings[.arrived] = Double(all.arrived)
        if horizon > warmUp {
            readings[.waitingMean] = Double(waiting) / Double(horizon - warmUp)
            readings[.busyMean] = Double(busy) / Double(horizon - warmUp)
        }
        if all.arrived > 0 { readings[.turnedAway] = Double(all.turnedAway) / Double(all.arrived) }
        guard all.begun > 0 else { return }
        let begun = Double(all.begun)
        readings[.delayed] = Double(all.delayed) / begun
        readings[.everydayWait] = Double(all.waited) / begun / 60_000
        readings[.responseMean] = responses.mean.map { $0 / 60_000 }
        readings[.responseLong] = responses.quantile(0.9).map { $0 / 60_000 }
        if run.world.responseTarget != nil { readings[.withinTarget] = Double(all.inTarget) / begun }
    }
}

extension MeasureNeed {
    /// Calls to stations.
    fileprivate static let calls = MeasureNeed(zh: "没有来电来访", en: "no calls come") { _, incident, _ in
        !incident.calls.isEmpty
    }
}
