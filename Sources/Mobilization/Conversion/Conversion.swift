import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Conversion, 平急转换: every organization goes from its everyday form to alerted, converting and emergency.
public struct Conversion: ~Copyable {
    /// What happens to an organization.
    public enum Event: BitwiseCopyable, Sendable {
        /// It acts on an order.
        case ordered(OrganizationNodeID, ResponseLevel)
        /// It has converted.
        case converted(OrganizationNodeID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .ordered, .converted: .normal
            }
        }
    }

    /// The level each organization is ready for: ordered, and converted where the plan asks for that.
    private(set) var readyFor: Column<OrganizationNodeID, ResponseLevel>
    private var ordered: Column<OrganizationNodeID, ResponseLevel>
    private var converted: Column<OrganizationNodeID, Int64>

    init(_ world: World) {
        readyFor = Column(repeating: .none, count: world.organization.nodes.count)
        ordered = Column(repeating: .none, count: world.organization.nodes.count)
        converted = Column(repeating: -1, count: world.organization.nodes.count)
    }

    /// When an organization had converted, in milliseconds; -1 if it never did.
    func converted(_ node: OrganizationNodeID) -> Int64 { converted[node] }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        switch event {
        case .ordered(let node, let level):
            ordered[node] = level
            if books.state(of: node) == .standing { books.move(node, to: .alerted, at: now) }
            let rule = world.plan.conversion[world.organization.level(of: node)]
            if rule.from == .none || level < rule.from || books.state(of: node) == .emergency {
                announce(node, &schedule)
            } else if books.state(of: node) == .alerted {
                books.move(node, to: .converting, at: now)
                if let delay = rule.time.milliseconds(random.uniform(world.organization.key(of: node), .convert)) {
                    schedule.schedule(.conversion(.converted(node)), after: delay)
                }
            }
        case .converted(let node):
            books.move(node, to: .emergency, at: now)
            converted[node] = now
            announce(node, &schedule)
        }
    }

    /// Lets the other verbs know that the organization is ready for its level.
    private mutating func announce(_ node: OrganizationNodeID, _ schedule: inout Schedule) {
        readyFor[node] = ordered[node]
        schedule.tell(.forming(.open(node)))
        schedule.tell(.desk(.open(node)))
    }
}
