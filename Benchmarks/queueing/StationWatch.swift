import EventKernel
import Statistics

/// Who is told what happens at a station; lengths of time are in milliseconds.
protocol StationWatch {
    mutating func began(afterWaiting wait: Int64)
    mutating func departed(after stay: Int64)
    mutating func lineChanged(to waiting: Int, at time: SimulationTime)
    mutating func serversChanged(busy: Int, at time: SimulationTime)

    /// The mean time in the line and in all, in milliseconds.
    var meanWait: Double { get }
    var meanStay: Double { get }
}

/// Two sums: the least from which the theory can be checked.
struct SumsOnly: StationWatch {
    private var began: Int64 = 0
    private var departed: Int64 = 0
    private var waits: Int64 = 0
    private var stays: Int64 = 0

    mutating func began(afterWaiting wait: Int64) {
        began += 1
        waits += wait
    }

    mutating func departed(after stay: Int64) {
        departed += 1
        stays += stay
    }

    func lineChanged(to waiting: Int, at time: SimulationTime) {}
    func serversChanged(busy: Int, at time: SimulationTime) {}

    var meanWait: Double { Double(waits) / Double(began) }
    var meanStay: Double { Double(stays) / Double(departed) }
}

/// What a study asks for: waits and stays with variance and extremes, quantiles of waits, line and servers over time.
struct FullStatistics: StationWatch {
    private(set) var waits = Tally()
    private(set) var stays = Tally()
    private(set) var waitQuantiles = IntegerHistogram()
    private(set) var waiting = TimeWeighted()
    private(set) var busy = TimeWeighted()

    mutating func began(afterWaiting wait: Int64) {
        waits.add(Double(wait))
        waitQuantiles.add(wait)
    }

    mutating func departed(after stay: Int64) { stays.add(Double(stay)) }

    mutating func lineChanged(to waiting: Int, at time: SimulationTime) {
        self.waiting.record(Int64(waiting), at: time.milliseconds)
    }

    mutating func serversChanged(busy: Int, at time: SimulationTime) {
        self.busy.record(Int64(busy), at: time.milliseconds)
    }

    var meanWait: Double { waits.mean ?? 0 }
    var meanStay: Double { stays.mean ?? 0 }
}
