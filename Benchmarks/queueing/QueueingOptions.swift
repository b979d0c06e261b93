/// What to measure, from the arguments of the command line.
struct QueueingOptions {
    static let usage = """
        usage: queueing [--servers C] [--rate R] [--customers N] [--random stream|named] [--statistics] [--seed S]
               [--repetitions N]
        """

    var servers = 10
    /// Arrivals in the mean time of a service.
    var rate = 9.0
    var customers = 1_000_000
    var hasNamedNumbers = false
    var hasStatistics = false
    var seed: UInt64 = 1
    var repetitions = 1

    /// Nil if the arguments make no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--statistics" {
                hasStatistics = true
                continue
            }
            guard let text = rest.popFirst() else { return nil }
            switch (name, text, Int(text)) {
            case ("--random", "stream", _): hasNamedNumbers = false
            case ("--random", "named", _): hasNamedNumbers = true
            case ("--servers", _, let value?) where value > 0: servers = value
            case ("--customers", _, let value?) where value > 0 && value < 1 << 30: customers = value
            case ("--repetitions", _, let value?) where value > 0: repetitions = value
            case ("--seed", _, let value?) where value >= 0: seed = UInt64(value)
            case ("--rate", _, _):
                guard let value = Double(text), value > 0 else { return nil }
                rate = value
            default: return nil
            }
        }
        // A line that grows without end measures nothing.
        if rate >= Double(servers) { return nil }
    }
}
