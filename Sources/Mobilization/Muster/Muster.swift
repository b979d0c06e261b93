import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Muster: those who are on the way arrive at the muster point and check in, in the order of their coming.
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

    /// Somebody sets out, arrives or is checked in; returns whoever is checked in now, if anybody is, to look for a team.
    mutating func handle(
        _ event: Event, _ going: inout Going, _ world: World, _ random: RandomStream, _ books: inout Books,
        _ schedule: inout Schedule
    ) -> PersonID? {
        let now = schedule.now.milliseconds
        switch event {
        case .setOut(let person):
            books.move(person, to: .traveling, at: now)
            let own = Pace.own(world).quantile(
                random.uniform(
                    world.people.key[person], .travelSpeed, books.turnouts.occasion(ofLatest: person).raw))
            _ = going.setOut(person, at: now, Pace(of: person, own: own, world), world, &schedule)
            return nil
        case .arrive(let person):
            books.move(person, to: .queuing, at: now)
            return join(person, world, random, &books, &schedule)
        case .checkedIn(let person):
            books.move(person, to: .waiting, at: now)
            callNext(world.people.callingNode[person], world, random, &books, &schedule)
            return person
        }
    }

    private func desks(_ node: OrganizationNodeID, _ world: World) -> Int {
        world.plan.muster.desks[Int(world.organization.level(of: node).rawValue)]
    }

    /// Somebody who has arrived goes to a desk, or stands in the queue; where there is no desk he or she is checked in by that.
    private mutating func join(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) -> PersonID? {
        let node = world.people.callingNode[person]
        let desks = desks(node, world)
        if desks == 0 {
            books.move(person, to: .checkingIn, at: schedule.now.milliseconds)
            books.move(person, to: .waiting, at: schedule.now.milliseconds)
            return person
        }
        if busy[node] < desks {
            busy[node] += 1
            serve(person, world, random, &books, &schedule)
        } else {
            queue.append(person, to: node)
        }
        return nil
    }

    private mutating func callNext(
        _ node: OrganizationNodeID, _ world: World, _ random: RandomStream, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        guard let person = queue.removeFirst(of: node) else {
            busy[node] -= 1
            return
        }
        serve(person, world, random, &books, &schedule)
    }

    private func serve(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        books.move(person, to: .checkingIn, at: schedule.now.milliseconds)
        let uniform = random.uniform(
            world.people.key[person], .checkIn, books.turnouts.occasion(ofLatest: person).raw)
        guard let delay = world.plan.muster.checkIn.milliseconds(uniform) else { return }
        schedule.schedule(.muster(.checkedIn(person)), after: delay)
    }
}
