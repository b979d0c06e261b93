import EventKernel
import Testing

struct SimulationTests {
    /// A bell that rings every ten milliseconds and an echo at the same instant.
    struct Bell: SimulationModel, ~Copyable {
        enum Event: BitwiseCopyable {
            case ring(Int32)
            case echo
        }

        var rings: [Int64] = []
        var echoes = 0
        var starts = 0

        mutating func start(schedule: inout EventQueue<Event>) {
            starts += 1
            schedule.schedule(.ring(0), after: 10)
        }

        mutating func handle(_ event: Event, schedule: inout EventQueue<Event>) {
            switch event {
            case .ring(let number):
                rings.append(schedule.now.milliseconds)
                schedule.tell(.echo)
                if number < 9 { schedule.schedule(.ring(number + 1), after: 10) }
            case .echo: echoes += 1
            }
        }
    }

    @Test func `a run stops after the horizon and goes on from there`() {
        var simulation = Simulation(Bell())
        simulation.run(until: SimulationTime(milliseconds: 30))
        #expect(simulation.model.rings == [10, 20, 30])
        #expect(simulation.model.echoes == 3)
        #expect(simulation.queue.count == 1)
        simulation.run(until: SimulationTime(milliseconds: 39))
        #expect(simulation.queue.now.milliseconds == 30)
        simulation.run(until: SimulationTime(milliseconds: 1_000_000))
        #expect(simulation.model.rings == (1...10).map { 10 * $0 })
        #expect(simulation.model.starts == 1)
        #expect(simulation.handled == 20)
        #expect(simulation.queue.isEmpty == true)
    }

    /// A queue with one server, against the mean wait that Pollaczek and Khinchine give for constant service.
    struct Server: SimulationModel, ~Copyable {
        enum Event: BitwiseCopyable {
            case arrival
            case departure
        }

        var draws = TestDraws(seed: 8)
        var queued: [Int64] = []
        var served = 0
        var busy = false
        var waited: Int64 = 0

        mutating func start(schedule: inout EventQueue<Event>) { schedule.tell(.arrival) }

        mutating func handle(_ event: Event, schedule: inout EventQueue<Event>) {
            switch event {
            case .arrival:
                queued.append(schedule.now.milliseconds)
                // Geometric gaps: one arrival in 2000 milliseconds on average.
                var gap: Int64 = 1
                while draws.below(200) > 0 { gap += 1 }
                schedule.schedule(.arrival, after: gap * 10)
            case .departure: busy = false
            }
            if !busy, served < queued.count {
                waited += schedule.now.milliseconds - queued[served]
                served += 1
                busy = true
                schedule.schedule(.departure, at: schedule.now + 1000, priority: .early)
            }
        }
    }

    @Test func `the mean wait for a single server is that of theory`() {
        var simulation = Simulation(Server())
        simulation.run(until: SimulationTime(milliseconds: 6_000_000))
        let mean = Double(simulation.model.waited) / Double(simulation.model.served)
        // M/D/1 at half load: half a service time; 3000 arrivals leave a standard error of about 40 ms.
        #expect(abs(mean - 500) < 120)
    }
}
