import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Command: from the signal to the order, and the order's way down the organization.
///
/// A signal is detected, verified, consulted on and ordered; then every organization that receives the order decides on its
/// own lists, acts, and passes it on. At each hop the leader may miss it, and the deputy has to be found.
public struct Command: ~Copyable {
    /// What command does.
    public enum Event: BitwiseCopyable, Sendable {
        /// The hazard warrants a level.
        case signal(ResponseLevel)
        /// Somebody has noticed.
        case detected(ResponseLevel)
        /// The report is verified.
        case verified(ResponseLevel)
        /// The consultation has decided.
        case decided(ResponseLevel)
        /// An organization has the order in hand.
        case received(OrganizationNodeID, ResponseLevel)
        /// It has cut its lists and acts.
        case acts(OrganizationNodeID, ResponseLevel)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .signal, .detected, .verified, .decided, .received, .acts: .normal
            }
        }
    }

    /// When each level was warranted, noticed, verified, decided and ordered, and when each organization acted on it.
    private(set) var story: LevelStory
    /// Orders that came after a higher one.
    private(set) var overtaken = 0
    private var highest: Column<OrganizationNodeID, ResponseLevel>

    init(_ world: World) {
        story = LevelStory(organizations: world.organization.nodes.count)
        highest = Column(repeating: .none, count: world.organization.nodes.count)
    }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let plan = world.plan.command
        switch event {
        case .signal(let level):
            story.set(level, .warranted, at: now)
            // Only the first signal has to be noticed and verified; later ones are, once the first has been.
            guard let detect = draw(plan.detect, .detect, firstLevel(world), world, random) else { return }
            let noticed = max(now, firstSignal(world) + detect)
            schedule.schedule(.command(.detected(level)), at: SimulationTime(milliseconds: noticed))
        case .detected(let level):
            story.set(level, .detected, at: now)
            let first = story.time(of: firstLevel(world), .detected)
            guard let verify = draw(plan.verify, .verify, firstLevel(world), world, random) else { return }
            let verified = max(now, first + verify)
            schedule.schedule(.command(.verified(level)), at: SimulationTime(milliseconds: verified))
        case .verified(let level):
            story.set(level, .verified, at: now)
            let isFirst = level == firstLevel(world)
            if let delay = draw(isFirst ? plan.consult : plan.raise, .consult, level, world, random) {
                schedule.schedule(.command(.decided(level)), after: delay)
            }
        case .decided(let level):
            story.set(level, .decided, at: now)
            if let delay = draw(plan.order, .order, level, world, random) {
                schedule.schedule(.command(.received(OrganizationNodeID(0), level)), after: delay)
            }
        case .received(let node, let level):
            if node.raw == 0 {
                story.set(level, .ordered, at: now)
                books.startCoverage(at: now)
            }
            decide(node, level, world, random, &schedule)
        case .acts(let node, let level):
            act(node, level, world, random, &schedule)
        }
    }

    private func firstLevel(_ world: World) -> ResponseLevel { world.incident.signals.first?.level ?? .none }

    private func firstSignal(_ world: World) -> Int64 { world.incident.signals.first?.at ?? 0 }

    /// An organization works out what the order means for it.
    private func decide(
        _ node: OrganizationNodeID, _ level: ResponseLevel, _ world: World, _ random: RandomStream,
        _ schedule: inout Schedule
    ) {
        let uniform = random.uniform(world.organization.key(of: node), .hopDecide, UInt32(level.rawValue))
        let own = world.organization.level(of: node)
        let hop = own == .district ? nil : hop(to: own, world.plan.command)
        guard let delay = hop.map({ $0.decide.milliseconds(uniform) }) ?? 0 else { return }
        schedule.schedule(.command(.acts(node, level)), after: delay)
    }

    /// It acts: it converts, calls its people, and passes the order on, unless a higher order came first.
    private mutating func act(
        _ node: OrganizationNodeID, _ level: ResponseLevel, _ world: World, _ random: RandomStream,
        _ schedule: inout Schedule
    ) {
        guard level > highest[node] else {
            overtaken += 1
            return
        }
        highest[node] = level
        story.set(node, level, at: schedule.now.milliseconds)
        schedule.tell(.conversion(.ordered(node, level)))
        schedule.tell(.callOut(.start(node, level)))
        for child in recipients(of: node, world) { relay(level, from: node, to: child, world, random, &schedule) }
    }

    /// Who gets the order from an organization: those below it; with levels skipped, communities straight from the district.
    private func recipients(of node: OrganizationNodeID, _ world: World) -> [OrganizationNodeID] {
        let organization = world.organization
        let children = Array(organization.children(of: node))
        guard world.plan.command.skipLevel else { return children }
        switch organization.level(of: node) {
        case .district: return children + children.flatMap { Array(organization.children(of: $0)) }
        case .street: return []
        default: return children
        }
    }

    /// One group call to all organizations of a level below; each of their leaders may miss it.
    private func relay(
        _ level: ResponseLevel, from node: OrganizationNodeID, to child: OrganizationNodeID, _ world: World,
        _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let plan = world.plan.command
        let below = world.organization.level(of: child)
        let key = world.organization.key(of: child)
        let occasion = UInt32(level.rawValue) << 8 | UInt32(below.rawValue)
        let call = random.uniform(world.organization.key(of: node), .hopRelay, occasion)
        guard let delay = hop(to: below, plan).relay.milliseconds(call) else { return }
        var total = delay
        if random.uniform(key, .hopMiss, UInt32(level.rawValue)) < plan.missedOrder {
            let search = random.uniform(key, .deputyDelay, UInt32(level.rawValue))
            guard let deputy = plan.deputy.milliseconds(search) else { return }
            total += deputy
        }
        schedule.schedule(.command(.received(child, level)), after: total)
    }

    private func hop(to level: OrganizationLevel, _ plan: CommandPlan) -> CommandPlan.Hop {
        switch level {
        case .district: CommandPlan.Hop()
        case .street: plan.street
        case .community: plan.community
        case .grid: plan.grid
        case .compound: plan.compound
        case .unit: plan.unit
        }
    }

    private func draw(
        _ distribution: Distribution, _ purpose: Purpose, _ level: ResponseLevel, _ world: World, _ random: RandomStream
    ) -> Int64? {
        distribution.milliseconds(random.uniform(world.organization.nodes[0].key, purpose, UInt32(level.rawValue)))
    }
}
