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

    /// Who waits at each muster point, and who belongs to each team.
    private(set) var crews: Crews
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
        crews = Crews(nodes: nodes, teams: world.teams.count, people: world.people.count)
        hasLeader = Column(repeating: false, count: world.teams.count)
        isPatient = Column(repeating: true, count: world.teams.count)
        fullMembers = Column(repeating: 0, count: nodes)
        branchAsked = Column(repeating: false, count: nodes)
        hasBranch = Column(repeating: false, count: nodes)
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int { Crews.bytesPerPerson }

    mutating func handle(
        _ event: Event, ready: borrowing Readiness, _ world: World,
        _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        switch event {
        case .open(let node): open(node, level: ready.highest(of: node), world, random, &books, &schedule)
        case .patienceEnds(let team):
            // The seat kept for a leader is free now, for whoever waits first.
            isPatient[team] = false
            seatWaiting(at: world.teams[team.index].node, world, random, &books, &schedule)
            considerStart(team, world, random, &books, &schedule)
        case .formed(let team): finish(team, world, random, &books, &schedule)
        case .branchApproved(let node):
            hasBranch[node] = true
            branches += 1
        }
    }

    // MARK: Opening

    private mutating func open(
        _ node: OrganizationNodeID, level: ResponseLevel, _ world: World, _ random: RandomStream,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now
        for index in world.teamLayout.teams(of: node) {
            let team = TeamID(index)
            guard books.state(of: team) == .planned, world.teams[index].level <= level else { continue }
            books.move(team, to: .gathering, at: now.milliseconds, world)
            if let patience = world.plan.teams.patience {
                schedule.schedule(.forming(.patienceEnds(team)), after: patience)
            }
        }
        seatWaiting(at: node, world, random, &books, &schedule)
    }

    /// Offers the teams of a muster point to everybody who waits there, first come, first served.
    private mutating func seatWaiting(
        at node: OrganizationNodeID, _ world: World, _ random: RandomStream, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        let last = crews.lastWaiting(at: node)
        while let person = crews.callUp(at: node) {
            if let team = team(for: person, world, books) {
                add(person, to: team, world, random, &books, &schedule)
            } else {
                crews.wait(person, at: node)
            }
            if person == last { break }
        }
    }

    // MARK: Joining

    /// Somebody checked in looks for a team, and waits for one where there is none to join.
    mutating func join(
        _ person: PersonID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        #if MUTANTS
            if books.sabotage.breaks(.teamOverfull), let team = crowdedTeam(for: person, world, &books) {
                return add(person, to: team, world, random, &books, &schedule)
            }
        #endif
        if let team = team(for: person, world, books) {
            add(person, to: team, world, random, &books, &schedule)
        } else {
            crews.wait(person, at: world.people.callingNode[person])
        }
    }

    /// The team a person goes to: the first short of its minimum, else the first short of its full strength.
    private func team(for person: PersonID, _ world: World, _ books: borrowing Books) -> TeamID? {
        let role = world.people.role[person]
        let canLead = world.people.traits[person].contains(.leader)
        var spare: TeamID?
        for index in world.teamLayout.teams(of: world.people.callingNode[person]) {
            let team = TeamID(index)
            let state = books.state(of: team)
            guard state == .gathering || state == .forming else { continue }
            let plan = world.teams[index]
            guard plan.from.has(role) else { continue }
            guard plan.department < 0 || plan.department == Int(world.people.department[person]) else { continue }
            let strength = books.teamStory[team].strength
            let seatKept: Int32 = plan.needsLeader && !hasLeader[team] && !canLead && isPatient[team] ? 1 : 0
            if state == .gathering, strength + seatKept < plan.minimum { return team }
            if spare == nil, strength + seatKept < plan.full { spare = team }
            // A team that only lacks its leader takes the next one who can lead.
            if state == .gathering, plan.needsLeader, !hasLeader[team], canLead, strength < plan.full { return team }
        }
        return spare
    }

    #if MUTANTS
        /// The broken copy of `team(for:)` that takes no notice of full strength.
        private func crowdedTeam(for person: PersonID, _ world: World, _ books: inout Books) -> TeamID? {
            let role = world.people.role[person]
            for index in world.teamLayout.teams(of: world.people.callingNode[person]) {
                let (team, plan) = (TeamID(index), world.teams[index])
                guard books.state(of: team) == .gathering || books.state(of: team) == .forming, plan.from.has(role)
                else {
                    continue
                }
                if books.teamStory[team].strength >= plan.full { books.sabotage.count += 1 }
                return team
            }
            return nil
        }

        /// Puts the last of a team down for the next team as well, for the audit to find.
        private mutating func doubleLast(of team: TeamID, _ world: World, _ books: inout Books) {
            let other = TeamID((team.index + 1) % world.teams.count)
            guard other != team, crews.last(of: team).exists else { return }
            crews.append(crews.last(of: team), to: other)
            books.setStrength(Int(books.teamStory[other].strength) + 1, of: other)
            books.sabotage.count += 1
        }
    #endif

    private mutating func add(
        _ person: PersonID, to team: TeamID, _ world: World, _ random: RandomStream, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        books.move(person, to: .forming, at: now)
        crews.append(person, to: team)
        books.join(person, team)
        if world.people.traits[person].contains(.leader) { hasLeader[team] = true }
        books.setStrength(Int(books.teamStory[team].strength) + 1, of: team)
        if books.state(of: team) == .gathering { books.setCritical(person, of: team) }
        considerStart(team, world, random, &books, &schedule)
    }

    /// Starts forming a team that has enough people and, where the plan asks for one, a leader.
    ///
    /// Once patience is at its end fewer people are enough, and one of them acts as leader.
    private func considerStart(
        _ team: TeamID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        guard books.state(of: team) == .gathering else { return }
        let plan = world.teams[team.index]
        let rule = isPatient[team] ? plan.minimum : world.leastStrength(of: team)
        #if MUTANTS
            let needed = books.sabotage.breaks(.teamTooWeak) ? 1 : rule
        #else
            let needed = rule
        #endif
        let isLed = hasLeader[team] || !plan.needsLeader || !isPatient[team]
        guard books.teamStory[team].strength >= needed, isLed else { return }
        books.move(team, to: .forming, at: schedule.now.milliseconds, world)
        guard let form = world.plan.teams.form.milliseconds(random.uniform(plan.key, .form)),
            let brief = world.plan.teams.brief.milliseconds(random.uniform(plan.key, .brief))
        else { return }
        schedule.schedule(.forming(.formed(team)), after: form + brief)
    }

    private mutating func finish(
        _ team: TeamID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let node = world.teams[team.index].node
        books.move(team, to: .ready, at: now, world)
        var full: Int32 = 0
        var person = crews.first(of: team)
        while person.exists {
            books.move(person, to: .ready, at: now)
            if world.people.traits[person].contains(.fullMember) { full += 1 }
            person = crews.next(after: person)
        }
        #if MUTANTS
            let isWeak = books.teamStory[team].strength < Self.neededStrength(of: team, world, books)
            if books.sabotage.breaks(.teamTooWeak), isWeak { books.sabotage.count += 1 }
            // Once is enough: an item in many lists would tie them into a ring.
            if books.sabotage.breaks(.personInTwoTeams), books.sabotage.count == 0 {
                doubleLast(of: team, world, &books)
            }
        #endif
        fullMembers[node] += full
        schedule.tell(.desk(.free(team)))
        guard Int(fullMembers[node]) >= world.plan.teams.branchMembers, !branchAsked[node] else { return }
        branchAsked[node] = true
        let uniform = random.uniform(world.organization[node].key, .branchApproval)
        guard let approval = world.plan.teams.branchApproval.milliseconds(uniform) else { return }
        schedule.schedule(.forming(.branchApproved(node)), after: approval)
    }

    /// The people a team needed to start when it did: its minimum, or fewer once its patience was over.
    static func neededStrength(of team: TeamID, _ world: World, _ books: borrowing Books) -> Int32 {
        let story = books.teamStory[team]
        guard let patience = world.plan.teams.patience, story.enough - story.opened >= patience else {
            return world.teams[team.index].minimum
        }
        return world.leastStrength(of: team)
    }
}
