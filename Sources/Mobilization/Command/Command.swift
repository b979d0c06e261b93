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
        case signal(Alert)
        /// Somebody has noticed.
        case detected(Alert)
        /// The report is verified.
        case verified(Alert)
        /// The consultation has decided.
        case decided(Alert)
        /// An organization has the order in hand.
        case received(OrganizationNodeID, Alert)
        /// It has cut its lists and acts.
        case acts(OrganizationNodeID, Alert)

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
    /// The highest level of each incident that each organization has acted on, incident by incident.
    private var highest: [ResponseLevel]

    init(_ world: World) {
        story = LevelStory(
            organizations: world.organization.nodes.count, incidents: world.incidents.count)
        highest = Array(repeating: .none, count: world.organization.nodes.count * world.incidents.count)
    }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let plan = world.plan.command
        switch event {
        case .signal(let alert):
            story.set(alert, .warranted, at: now)
            // Only the first signal of an incident has to be noticed and verified; later ones are, once the first has been.
            guard let detect = draw(plan.detect, .detect, first(alert, world), world, random) else { return }
            let noticed = max(now, firstSignal(of: alert, world) + detect)
            schedule.schedule(.command(.detected(alert)), at: SimulationTime(milliseconds: noticed))
        case .detected(let alert):
            story.set(alert, .detected, at: now)
            let first = first(alert, world)
            guard let verify = draw(plan.verify, .verify, first, world, random) else { return }
            let verified = max(now, story.time(of: first, .detected) + verify)
            schedule.schedule(.command(.verified(alert)), at: SimulationTime(milliseconds: verified))
        case .verified(let alert):
            story.set(alert, .verified, at: now)
            let isFirst = alert == first(alert, world)
            if let delay = draw(isFirst ? plan.consult : plan.raise, .consult, alert, world, random) {
                schedule.schedule(.command(.decided(alert)), after: delay)
            }
        case .decided(let alert):
            story.set(alert, .decided, at: now)
            if let delay = draw(plan.order, .order, alert, world, random) {
                schedule.schedule(.command(.received(OrganizationNodeID(0), alert)), after: delay)
            }
        case .received(let node, let alert):
            if node.raw == 0 {
                story.set(alert, .ordered, at: now)
                books.startCoverage(at: now)
            }
            decide(node, alert, world, random, &schedule)
        case .acts(let node, let alert):
            act(node, alert, world, random, &schedule)
        }
    }

    /// The first alert of the same incident.
    private func first(_ alert: Alert, _ world: World) -> Alert {
        let incident = Int(alert.incident)
        return Alert(world.incidents[incident].signals.first?.level ?? .none, incident: incident)
    }

    private func firstSignal(of alert: Alert, _ world: World) -> Int64 {
        world.incidents[Int(alert.incident)].signals.first?.at ?? 0
    }

    /// An organization works out what the order means for it.
    private func decide(
        _ node: OrganizationNodeID, _ alert: Alert, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let uniform = random.uniform(world.organization.key(of: node), .hopDecide, alert.occasion.raw)
        let own = world.organization.level(of: node)
        let hop = own == .district ? nil : hop(to: own, world.plan.command)
        guard let delay = hop.map({ $0.decide.milliseconds(uniform) }) ?? 0 else { return }
        schedule.schedule(.command(.acts(node, alert)), after: delay)
    }

    /// It acts: it converts, calls its people, and passes the order on, unless a higher order came first.
    private mutating func act(
        _ node: OrganizationNodeID, _ alert: Alert, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let place = Int(alert.incident) * world.organization.nodes.count + node.index
        guard alert.level > highest[place] else {
            overtaken += 1
            return
        }
        highest[place] = alert.level
        story.set(node, alert, at: schedule.now.milliseconds)
        schedule.tell(.conversion(.ordered(node, alert)))
        schedule.tell(.callOut(.start(node, alert)))
        for child in recipients(of: node, world) { relay(alert, from: node, to: child, world, random, &schedule) }
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
        _ alert: Alert, from node: OrganizationNodeID, to child: OrganizationNodeID, _ world: World,
        _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let plan = world.plan.command
        let below = world.organization.level(of: child)
        let key = world.organization.key(of: child)
        let attempt = Int(alert.level.rawValue) << 8 | Int(below.rawValue)
        let call = random.uniform(
            world.organization.key(of: node), .hopRelay, alert.occasion.attempt(attempt).raw)
        guard let delay = hop(to: below, plan).relay.milliseconds(call) else { return }
        var total = delay
        if random.uniform(key, .hopMiss, alert.occasion.raw) < plan.missedOrder {
            let search = random.uniform(key, .deputyDelay, alert.occasion.raw)
            guard let deputy = plan.deputy.milliseconds(search) else { return }
            total += deputy
        }
        schedule.schedule(.command(.received(child, alert)), after: total)
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
        _ distribution: Distribution, _ purpose: Purpose, _ alert: Alert, _ world: World, _ random: RandomStream
    ) -> Int64? {
        distribution.milliseconds(random.uniform(world.organization.nodes[0].key, purpose, alert.occasion.raw))
    }
}
