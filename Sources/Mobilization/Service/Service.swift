import DenseTables
import EventKernel
import Places
import RandomStreams

/// Service: calls come to stations, wait for a free unit, first come, first served, and are served.
///
/// The everyday work of a hot line, a window or a first-aid station, before anybody converts. Call number n of a stream
/// is the same call under every plan: its gap and its work hang on the stream's key and on n.
public struct Service: ~Copyable {
    /// What happens at a station.
    public enum Event: BitwiseCopyable, Sendable {
        /// The next call of a stream comes.
        case calls(CallStreamID)
        /// A unit has finished a call.
        case finishes(StationID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .finishes: .early
            case .calls: .normal
            }
        }
    }

    /// A call that waits for a unit.
    private struct Waiting {
        let since: Int64
        let travel: Int64
        let work: Int64
    }

    /// The number of the call that comes next in each stream, and the chance its work hangs on.
    private var number: Column<CallStreamID, UInt32>
    private var workDraw: Column<CallStreamID, Double>
    private var lines: [Line<Waiting>]
    /// What became of every call.
    private(set) var book: ServiceBook
    #if MUTANTS
        var sabotage = Sabotage()
    #endif

    init(_ world: World) {
        number = Column(repeating: 0, count: world.calls.count)
        workDraw = Column(repeating: 0, count: world.calls.count)
        lines = Array(repeating: Line(), count: world.ground.place.stations.count)
        book = ServiceBook(world)
    }

    mutating func start(_ world: World, _ random: RandomStream, _ schedule: inout Schedule) {
        for index in world.calls.indices { expect(CallStreamID(index), world, random, &schedule) }
    }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        switch event {
        case .calls(let stream): takeCall(stream, world, random, &schedule)
        case .finishes(let station):
            let now = schedule.now.milliseconds
            book.end(at: station, now)
            guard let next = lines[station.index].removeFirst() else { return }
            serve(next, at: station, &schedule)
        }
    }

    /// Books everything up to the end of a run.
    mutating func close(at horizon: Int64) { book.close(at: horizon) }

    /// How many wait at each station, and the times at which they came, added up; for the audit.
    ///
    /// - Complexity: O(stations + calls that wait).
    var waiting: [(count: Int, since: Int128)] {
        lines.map { line in (line.count, line.waiting.reduce(0) { $0 + Int128($1.since) }) }
    }

    private mutating func takeCall(
        _ stream: CallStreamID, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let plan = world.calls[stream.index]
        let key = world.callKeys[stream.index]
        let station = StationID(plan.station)
        let travelDraw =
            if case .fixed = plan.travel { 0.5 } else { random.uniform(key, .callTravel, number[stream]) }
        let work = plan.work.milliseconds(workDraw[stream])
        let travel = plan.travel.milliseconds(travelDraw)
        expect(stream, world, random, &schedule)
        book.arrive(at: station, now)
        let units = world.ground.place.stations[station.index].units
        // Files cannot ask for it, but what never ends is never begun: the call counts as turned away.
        guard let work, let travel else { return book.turnAway(at: station, now) }
        let call = Waiting(since: now, travel: travel, work: work)
        #if MUTANTS
            if sabotage.breaks(.unitServesTwo), book.busy(station) >= units {
                sabotage.count += 1
                return serve(call, at: station, &schedule)
            }
        #endif
        if book.busy(station) < units {
            serve(call, at: station, &schedule)
        } else if let room = world.ground.place.stations[station.index].waitingRoom, lines[station.index].count >= room
        {
            book.turnAway(at: station, now)
        } else {
            lines[station.index].append(call)
        }
    }

    private mutating func serve(_ call: Waiting, at station: StationID, _ schedule: inout Schedule) {
        let now = schedule.now.milliseconds
        #if MUTANTS
            let isUnbooked = sabotage.breaks(.waitUnbooked) && call.since < now
            if isUnbooked { sabotage.count += 1 }
            book.begin(at: station, now, since: isUnbooked ? now : call.since, travel: call.travel)
        #else
            book.begin(at: station, now, since: call.since, travel: call.travel)
        #endif
        schedule.schedule(.service(.finishes(station)), after: call.travel + call.work)
    }

    /// Schedules the next call of a stream.
    private mutating func expect(
        _ stream: CallStreamID, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        number[stream] += 1
        let bits = random.bits(world.callKeys[stream.index], .call, number[stream])
        workDraw[stream] = bits.secondUniform
        guard let gap = world.calls[stream.index].between.milliseconds(bits.uniform) else { return }
        schedule.schedule(.service(.calls(stream)), after: gap)
    }
}
