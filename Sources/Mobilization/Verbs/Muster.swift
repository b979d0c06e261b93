import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Muster: those who said yes get ready, travel to the muster point and check in, in the order of their coming.
public struct Muster: ~Copyable {
    /// What happens on the way to a team.
    public enum Event: BitwiseCopyable, Sendable {
        /// Somebody sets out, who met roads by then that nobody could foresee when he or she said yes.
        case setOut(PersonID)
        /// Somebody arrives at the muster point.
        case arrive(PersonID)
        /// Somebody is checked in.
        case checkedIn(PersonID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .checkedIn: .early
            case .setOut, .arrive: .normal
            }
        }
    }

    /// Desks busy at each seat, and the people in its queue, first come, first served.
    private var busy: Column<OrganizationNodeID, Int32>
    private var queue: LinkedLists<OrganizationNodeID, PersonID>

    init(_ world: World) {
        let nodes = world.organization.nodes.count
        busy = Column(repeating: 0, count: nodes)
        queue = LinkedLists(lists: nodes, items: world.people.count)
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int { MemoryLayout<PersonID>.stride }

    mutating func handle(
        _ event: Event, _ going: inout Going, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        switch event {
        case .setOut(let person):
            ledger.move(person, to: .traveling, at: now)
            _ = going.setOut(person, at: now, Self.pace(of: person, world, random), world, &schedule)
        case .arrive(let person):
            ledger.move(person, to: .queuing, at: now)
            join(person, world, random, &ledger, &schedule)
        case .checkedIn(let person):
            ledger.move(person, to: .waiting, at: now)
            let node = world.people.callingNode[person]
            schedule.tell(.forming(.join(person)))
            if desks(node, world) > 0 { callNext(node, world, random, &ledger, &schedule) }
        }
    }

    /// Somebody who said yes gets ready from `time` on, sets out, and is there as foreseen, unless roads may change before.
    static func getReady(
        _ person: PersonID, at time: Int64, _ going: inout Going, _ world: World, _ random: RandomStream,
        _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        guard time <= world.horizon else { return }
        ledger.move(person, to: .preparing, at: time)
        let isOnDuty = world.people.traits[person].contains(.onDuty)
        let plan = world.clock.isNight(at: time) ? world.plan.muster.prepareNight : world.plan.muster.prepareDay
        let uniform = random.uniform(world.people.key[person], .prepare)
        guard let delay = isOnDuty ? 0 : plan.milliseconds(uniform), time + delay <= world.horizon else { return }
        let start = time + delay
        if isOnDuty {
            // Whoever is on duty is there already.
            ledger.move(person, to: .traveling, at: start)
            return schedule.schedule(.muster(.arrive(person)), at: SimulationTime(milliseconds: start))
        }
        if random.uniform(world.people.key[person], .noShow) < world.plan.muster.noShow {
            return ledger.move(person, to: .noShow, at: start)
        }
        if going.setOut(person, at: start, pace(of: person, world, random), world, &schedule) {
            ledger.move(person, to: .traveling, at: start)
        } else {
            schedule.schedule(.muster(.setOut(person)), at: SimulationTime(milliseconds: start))
        }
    }

    /// How fast somebody travels, in this weather and at the person's own pace.
    static func pace(of person: PersonID, _ world: World, _ random: RandomStream) -> Pace {
        let own = Distribution.lognormal(median: 1, sigma: world.plan.muster.speedSpread)
            .quantile(random.uniform(world.people.key[person], .travelSpeed))
        return Pace(weather: world.incident.weather[Int(world.people.travelMode[person])], factor: own)
    }

    private func desks(_ node: OrganizationNodeID, _ world: World) -> Int {
        world.plan.muster.desks[Int(world.organization.level(of: node).rawValue)]
    }

    private mutating func join(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let node = world.people.callingNode[person]
        let desks = desks(node, world)
        if desks == 0 {
            ledger.move(person, to: .checkingIn, at: schedule.now.milliseconds)
            schedule.tell(.muster(.checkedIn(person)))
        } else if busy[node] < desks {
            busy[node] += 1
            serve(person, world, random, &ledger, &schedule)
        } else {
            queue.append(person, to: node)
        }
    }

    private mutating func callNext(
        _ node: OrganizationNodeID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        guard let person = queue.removeFirst(of: node) else {
            busy[node] -= 1
            return
        }
        serve(person, world, random, &ledger, &schedule)
    }

    private func serve(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        ledger.move(person, to: .checkingIn, at: schedule.now.milliseconds)
        let uniform = random.uniform(world.people.key[person], .checkIn)
        guard let delay = world.plan.muster.checkIn.milliseconds(uniform) else { return }
        schedule.schedule(.muster(.checkedIn(person)), after: delay)
    }
}
