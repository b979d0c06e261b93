import BenchmarkSupport
import EventKernel
import Foundation

/// PHOLD (Fujimoto 1990): as many processes as pending events; each event counts at its process and schedules one more
/// for a process drawn at random.
///
/// The delay is 0.1 + Exp(1) units. A unit is so long that about 110 milliseconds lie between two events whatever the
/// population is, so that ties are rare but do occur.
struct PholdModel: SimulationModel, ~Copyable {
    /// 8 bytes, so that a pending event takes 24.
    struct Event: BitwiseCopyable {
        let target: UInt32
        let origin: UInt32
    }

    static let meanDelay = 1.1

    /// The milliseconds of a unit for each process.
    static let spacing = 100.0

    private let population: UInt32
    private let unit: Double
    private let counts: UnsafeMutablePointer<UInt32>
    private var draws = Xoshiro256PlusPlus(seed: 42)

    init(population: Int) {
        self.population = UInt32(population)
        unit = Self.spacing * Double(population)
        counts = .allocate(capacity: population)
        counts.initialize(repeating: 0, count: population)
    }

    deinit { counts.deallocate() }

    /// A number that depends on how often each process was the target.
    var checksum: UInt64 { (0..<Int(population)).reduce(0) { $0 &* 31 &+ UInt64(counts[$1]) } }

    mutating func start(schedule: inout EventQueue<Event>) {
        for process in 0..<population { schedule.schedule(Event(target: process, origin: process), after: nextDelay()) }
    }

    mutating func handle(_ event: Event, schedule: inout EventQueue<Event>) {
        counts[Int(event.target)] &+= 1
        let delay = nextDelay()
        schedule.schedule(Event(target: draws.next(below: population), origin: event.target), after: delay)
    }

    private mutating func nextDelay() -> Int64 { Int64((0.1 - log(draws.nextUnit())) * unit) }
}
