import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Conversion, 平急转换: every organization goes from its everyday form to alerted, converting and emergency.
public struct Conversion: ~Copyable {
    /// What happens to an organization.
    public enum Event: BitwiseCopyable, Sendable {
        /// It acts on an order.
        case ordered(OrganizationNodeID, Alert)
        /// It has converted.
        case converted(OrganizationNodeID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .ordered, .converted: .normal
            }
        }
    }

    /// The level of each incident each organization is ready for.
    private(set) var ready: Readiness
    /// The level of each incident each organization has been ordered to.
    private var ordered: Readiness
    private var converted: Column<OrganizationNodeID, Int64>

    init(_ world: World) {
        ready = Readiness(nodes: world.organization.nodes.count, incidents: world.incidents.count)
        ordered = Readiness(nodes: world.organization.nodes.count, incidents: world.incidents.count)
        converted = Column(repeating: -1, count: world.organization.nodes.count)
    }

    /// When an organization had converted, in milliseconds; -1 if it never did.
    func converted(_ node: OrganizationNodeID) -> Int64 { converted[node] }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        switch event {
        case .ordered(let node, let alert):
            ordered[node, Int(alert.incident)] = alert.level
            if books.state(of: node) == .standing { books.move(node, to: .alerted, at: now) }
            let rule = world.plan.conversion[world.organization.level(of: node)]
            if rule.from == .none || alert.level < rule.from || books.state(of: node) == .emergency {
                announce(node, world, books, &schedule)
            } else if books.state(of: node) == .alerted {
                books.move(node, to: .converting, at: now)
                let uniform = random.uniform(
                    world.organization.key(of: node), .convert, Occasion(incident: Int(alert.incident)).raw)
                if let delay = rule.time.milliseconds(uniform) {
                    schedule.schedule(.conversion(.converted(node)), after: delay)
                }
            }
        case .converted(let node):
            books.move(node, to: .emergency, at: now)
            converted[node] = now
            announce(node, world, books, &schedule)
        }
    }

    /// Lets the other verbs know for which levels the organization is ready: all once it has converted, until then those that do not ask for that.
    private mutating func announce(
        _ node: OrganizationNodeID, _ world: World, _ books: borrowing Books, _ schedule: inout Schedule
    ) {
        let rule = world.plan.conversion[world.organization.level(of: node)]
        for incident in world.incidents.indices {
            let level = ordered[node, incident]
            if rule.from == .none || level < rule.from || books.state(of: node) == .emergency {
                ready[node, incident] = level
            }
        }
        schedule.tell(.forming(.open(node)))
        schedule.tell(.desk(.open(node)))
    }
}
