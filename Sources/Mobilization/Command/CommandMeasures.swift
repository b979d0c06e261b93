/// How soon an order comes, and how many come too late.
enum CommandMeasure: Int, MeasureGroup {
    case authorize
    case overtakenOrders

    var measure: Measure {
        switch self {
        case .authorize:
            .time("authorize_min", "从首个信号到首个命令", "from the first signal to the first order").needing(.levels)
        case .overtakenOrders:
            .count("overtaken_orders", "orders", less: nil, "被更高等级命令赶上的命令", "orders that came after a higher one")
                .needing(.levels)
        }
    }

    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        readings[.authorize] = run.command.story.firstOrder.map(Measure.minutes) ?? .infinity
        readings[.overtakenOrders] = Double(run.command.overtaken)
    }
}
