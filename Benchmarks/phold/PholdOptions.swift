/// What to measure, from the arguments of the command line.
struct PholdOptions {
    static let usage = "usage: phold [--pending N] [--events M] [--repetitions R] [--json]"

    var populations = [1000, 100_000, 1_000_000]
    var events = 3_000_000
    var repetitions = 7
    var isTable = true

    /// Nil if the arguments make no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--json" {
                isTable = false
                continue
            }
            guard let text = rest.popFirst(), let value = Int(text), value > 0 else { return nil }
            switch name {
            case "--pending" where value < 1 << 30: populations = [value]
            case "--events": events = value
            case "--repetitions": repetitions = value
            default: return nil
            }
        }
    }
}
