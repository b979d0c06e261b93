import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Forming: people waiting at a muster point become teams, k of n with a leader; three full members become a branch.
///
/// Teams are opened by their level's order, in the order of the plan. Everybody who comes goes to the first open team short
/// of its minimum, then to the first short of its full strength; one seat is kept for somebody who can lead.
public struct Forming: ~Copyable {
    /// What happens at a muster point.
    public enum Event: BitwiseCopyable, Sendable {
        /// An organization is ready for its level: its teams open.
        case open(OrganizationNodeID)
        /// A team has waited long enough for its minimum.
        case patienceEnds(TeamID)
        /// A team's lists, kit and briefing are done.
        case formed(TeamID)
        /// The temporary branch of a muster point is approved.
        case branchApproved(OrganizationNodeID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .open, .branchApproved: .normal
            // Whoever is checked in by then belongs to it.
            case .patienceEnds, .formed: .late
            }
        }
    }

    /// People who wait at each muster point, in the order of check-in.
    private var waiting: LinkedLists<OrganizationNodeID, PersonID>
    /// The people of each team, in the order of joining.
    private(set) var members: LinkedLists<TeamID, PersonID>
    private var hasLeader: Column<TeamID, Bool>
    private var isPatient: Column<TeamID, Bool>
    private var fullMembers: Column<OrganizationNodeID, Int32>
    private var branchAsked: Column<OrganizationNodeID, Bool>

    /// Whether a muster point has a temporary branch.
    private(set) var hasBranch: Column<OrganizationNodeID, Bool>
    /// Temporary branches formed.
    private(set) var branches = 0

    init(_ world: World) {
        let nodes = world.organization.nodes.count
        waiting = LinkedLists(lists: nodes, items: world.people.count)
        members = LinkedLists(lists: world.teams.count, items: world.people.count)
        hasLeader = Column(repeating: false, count: world.teams.count)
        isPatient = Column(repeating: true, count: world.teams.count)
        fullMembers = Column(repeating: 0, count: nodes)
        branchAsked = Column(repeating: false, count: nodes)
        hasBranch = Column(repeating: false, count: nodes)
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int { 2 * MemoryLayout<PersonID>.stride }

    mutating func handle(
        _ event: Event, readyFor: borrowing Column<OrganizationNodeID, ResponseLevel>, _ world: World,
        _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        switch event {
        case .open(let node): open(node, level: readyFor[node], world, random, &ledger, &schedule)
        case .patienceEnds(let team):
            // The seat kept for a leader is free now, for whoever waits first.
            isPatient[team] = false
            seatWaiting(at: world.teams[team.index].node, world, random, &ledger, &schedule)
            considerStart(team, world, random, &ledger, &schedule)
        case .formed(let team): finish(team, world, random, &ledger, &schedule)
        case .branchApproved(let node):
            hasBranch[node] = true
            branches += 1
        }
    }

    // MARK: Opening

    private mutating func open(
        _ node: OrganizationNodeID, level: ResponseLevel, _ world: World, _ random: RandomStream,
        _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let now = schedule.now
        for index in world.teamLayout.teams(of: node) {
            let team = TeamID(index)
            guard ledger.teams[team] == .planned, world.teams[index].level <= level else { continue }
            ledger.move(team, to: .gathering, at: now.milliseconds, world)
            if let patience = world.plan.teams.patience {
                schedule.schedule(.forming(.patienceEnds(team)), after: patience)
            }
        }
        seatWaiting(at: node, world, random, &ledger, &schedule)
    }

    /// Offers the teams of a muster point to everybody who waits there, first come, first served.
    private mutating func seatWaiting(
        at node: OrganizationNodeID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        let last = waiting.last(of: node)
        while let person = waiting.removeFirst(of: node) {
            if let team = team(for: person, world, ledger) {
                add(person, to: team, world, random, &ledger, &schedule)
            } else {
                waiting.append(person, to: node)
            }
            if person == last { break }
        }
    }

    // MARK: Joining

    /// Somebody checked in looks for a team, and waits for one where there is none to join.
    mutating func join(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let isCrowded = ledger.mutant == .teamOverfull
        if let team = isCrowded ? crowdedTeam(for: person, world, &ledger) : team(for: person, world, ledger) {
            add(person, to: team, world, random, &ledger, &schedule)
        } else {
            waiting.append(person, to: world.people.callingNode[person])
        }
    }

    /// The team a person goes to: the first short of its minimum, else the first short of its full strength.
    private func team(for person: PersonID, _ world: World, _ ledger: borrowing Ledger) -> TeamID? {
        let role = world.people.role[person]
        let canLead = world.people.traits[person].contains(.leader)
        var spare: TeamID?
        for index in world.teamLayout.teams(of: world.people.callingNode[person]) {
            let team = TeamID(index)
            let state = ledger.teams[team]
            guard state == .gathering || state == .forming else { continue }
            let plan = world.teams[index]
            guard plan.from.has(role) else { continue }
            guard plan.department < 0 || plan.department == Int(world.people.department[person]) else { continue }
            let strength = ledger.teamStory[team].strength
            let seatKept: Int32 = plan.needsLeader && !hasLeader[team] && !canLead && isPatient[team] ? 1 : 0
            if state == .gathering, strength + seatKept < plan.minimum { return team }
            if spare == nil, strength + seatKept < plan.full { spare = team }
            // A team that only lacks its leader takes the next one who can lead.
            if state == .gathering, plan.needsLeader, !hasLeader[team], canLead, strength < plan.full { return team }
        }
        return spare
    }

    /// The broken copy of `team(for:)` that takes no notice of full strength.
    private func crowdedTeam(for person: PersonID, _ world: World, _ ledger: inout Ledger) -> TeamID? {
        let role = world.people.role[person]
        for index in world.teamLayout.teams(of: world.people.callingNode[person]) {
            let (team, plan) = (TeamID(index), world.teams[index])
            guard ledger.teams[team] == .gathering || ledger.teams[team] == .forming, plan.from.has(role) else {
                continue
            }
            if ledger.teamStory[team].strength >= plan.full { ledger.countMutation() }
            return team
        }
        return nil
    }

    /// Puts the last of a team down for the next team as well, for the audit to find.
    private mutating func doubleLast(of team: TeamID, _ world: World, _ ledger: inout Ledger) {
        let other = TeamID((team.index + 1) % world.teams.count)
        guard other != team, members.last(of: team).exists else { return }
        members.append(members.last(of: team), to: other)
        ledger.setStrength(Int(ledger.teamStory[other].strength) + 1, of: other)
        ledger.countMutation()
    }

    private mutating func add(
        _ person: PersonID, to team: TeamID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        ledger.move(person, to: .forming, at: now)
        members.append(person, to: team)
        if world.people.traits[person].contains(.leader) { hasLeader[team] = true }
        ledger.setStrength(Int(ledger.teamStory[team].strength) + 1, of: team)
        if ledger.teams[team] == .gathering { ledger.setCritical(person, of: team) }
        considerStart(team, world, random, &ledger, &schedule)
    }

    /// Starts forming a team that has enough people and, where the plan asks for one, a leader.
    ///
    /// Once patience is at its end fewer people are enough, and one of them acts as leader.
    private func considerStart(
        _ team: TeamID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        guard ledger.teams[team] == .gathering else { return }
        let plan = world.teams[team.index]
        let rule = isPatient[team] ? plan.minimum : world.leastStrength(of: team)
        let needed = ledger.mutant == .teamTooWeak ? 1 : rule
        let isLed = hasLeader[team] || !plan.needsLeader || !isPatient[team]
        guard ledger.teamStory[team].strength >= needed, isLed else { return }
        ledger.move(team, to: .forming, at: schedule.now.milliseconds, world)
        guard let form = world.plan.teams.form.milliseconds(random.uniform(plan.key, .form)),
            let brief = world.plan.teams.brief.milliseconds(random.uniform(plan.key, .brief))
        else { return }
        schedule.schedule(.forming(.formed(team)), after: form + brief)
    }

    private mutating func finish(
        _ team: TeamID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let node = world.teams[team.index].node
        ledger.move(team, to: .ready, at: now, world)
        var full: Int32 = 0
        var person = members.first(of: team)
        while person.exists {
            ledger.move(person, to: .ready, at: now)
            if world.people.traits[person].contains(.fullMember) { full += 1 }
            person = members.next(after: person)
        }
        switch ledger.mutant {
        // Once is enough: an item in many lists would tie them into a ring.
        case .personInTwoTeams where ledger.mutations == 0: doubleLast(of: team, world, &ledger)
        case .teamTooWeak where ledger.teamStory[team].strength < Audit.neededStrength(of: team, world, ledger):
            ledger.countMutation()
        default: break
        }
        fullMembers[node] += full
        schedule.tell(.dispatching(.free(team)))
        guard Int(fullMembers[node]) >= world.plan.teams.branchMembers, !branchAsked[node] else { return }
        branchAsked[node] = true
        let uniform = random.uniform(world.organization[node].key, .branchApproval)
        guard let approval = world.plan.teams.branchApproval.milliseconds(uniform) else { return }
        schedule.schedule(.forming(.branchApproved(node)), after: approval)
    }
}
