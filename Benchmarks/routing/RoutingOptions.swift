/// What to do, from the arguments of the command line.
struct RoutingOptions {
    static let usage = """
        usage: routing generate FOLDER [--like luxembourg|auckland|million] [--seed S]
               routing copy FOLDER --out FOLDER [--seed S]
               routing customize|closure|one-to-all|order|table|workers|memory FOLDER [--repetitions N] [--seed S]
                       [--workers W] [--order FILE] [--sources N] [--targets N]
               routing --verify FOLDER

        A folder holds a network as raw arrays: first_out, head, travel_time, latitude, longitude. `generate` makes one up,
        `copy` adds sources, targets and closures to somebody else's, the others measure, and `--verify` holds every
        reference query of a folder against the hierarchy. `workers` makes a table on one worker and on W by turns. `--order` takes the order of nodes from a file, `--sources` and
        `--targets` of the lists of a folder so many, from their beginnings and over again.
        """

    enum Task: String {
        case generate, copy, customize, closure, order, table, workers, memory, verify
        case oneToAll = "one-to-all"
    }

    let task: Task
    let folder: String
    var style = StreetStyle.luxembourg
    var out = ""
    var orderFile: String?
    var seed: UInt64 = 1
    var repetitions = 1
    var workers = 2
    /// How many sources and targets to take; 0 for all there are.
    var sources = 0
    var targets = 0

    /// Nil if the arguments make no sense.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        guard let word = rest.popFirst(), let task = Task(rawValue: word == "--verify" ? "verify" : word),
            let folder = rest.popFirst()
        else { return nil }
        self.task = task
        self.folder = folder
        while let name = rest.popFirst() {
            guard let text = rest.popFirst() else { return nil }
            switch (name, Int(text)) {
            case ("--like", _):
                guard let style = StreetStyle.named(text) else { return nil }
                self.style = style
            case ("--out", _): out = text
            case ("--order", _): orderFile = text
            case ("--seed", let value?) where value >= 0: seed = UInt64(value)
            case ("--repetitions", let value?) where value > 0: repetitions = value
            case ("--workers", let value?) where value > 0: workers = value
            case ("--sources", let value?) where value > 0: sources = value
            case ("--targets", let value?) where value > 0: targets = value
            default: return nil
            }
        }
        if task == .copy && out.isEmpty { return nil }
    }
}
