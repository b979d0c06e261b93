import Coverage
import DenseTables
import Dispatching
import EventKernel
import Organization
import RandomStreams
import RoadNetwork

/// Names the area within which teams and tasks find each other: a street, or the whole district as number 0.
struct StreetID: RowID {
    let raw: Int32
}

/// Dispatch: open tasks and free teams find each other by the plan's policy, and departments are asked for theirs.
///
/// A task first gets the team that does the work; only then can a department's team be held for it, so that two tasks never
/// wait for each other's team. Of the tasks that come to seek a team in one instant the most urgent chooses first. What
/// nobody takes in time falls to the community.
public struct Desk: ~Copyable {
    /// What happens at the dispatch desk.
    public enum Event: BitwiseCopyable, Sendable {
        /// An organization is ready for its level: its tasks and posts open.
        case open(OrganizationNodeID)
        /// A team is free.
        case free(TeamID)
        /// Roads have opened to cars: what had no team that could get there may have one now.
        case roadsOpened
        /// All that opened in this instant seeks teams, the most urgent first.
        case match
        /// A request has been passed to the department of this number on the task's list.
        case handedOff(TaskID, Int32)
        /// A task has waited long enough to fall to the community.
        case lastResort(TaskID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .free: .early
            case .open, .roadsOpened, .handedOff: .normal
            case .match: .late
            case .lastResort: .last
            }
        }
    }

    private let roads: RoadState
    private var tasksWithoutTeam: LinkedLists<StreetID, TaskID>
    private var tasksWithoutDepartment: LinkedLists<StreetID, TaskID>
    private var tasksLeftToCommunity: LinkedLists<OrganizationNodeID, TaskID>
    private var freeTeams: LinkedLists<StreetID, TeamID>
    private var freeDepartments: LinkedLists<StreetID, TeamID>
    private var freeCrews: LinkedLists<OrganizationNodeID, TeamID>
    /// Tasks that began to seek a team, or a department's, in this instant, and have not been matched.
    private var seekingTeam: [TaskID] = []
    private var seekingDepartment: [TaskID] = []
    /// Room for the pairings a policy is shown, kept from one decision to the next.
    private var shown: [Candidate] = []
    private var shownTeams: [TeamID] = []
    private var shownTasks: [TaskID] = []

    init(_ world: World, _ roads: RoadState) {
        self.roads = roads
        let streets = world.ground.streetCount + 1
        let nodes = world.organization.nodes.count
        tasksWithoutTeam = LinkedLists(lists: streets, items: world.tasks.count)
        tasksWithoutDepartment = LinkedLists(lists: streets, items: world.tasks.count)
        tasksLeftToCommunity = LinkedLists(lists: nodes, items: world.tasks.count)
        freeTeams = LinkedLists(lists: streets, items: world.teams.count)
        freeDepartments = LinkedLists(lists: streets, items: world.teams.count)
        freeCrews = LinkedLists(lists: nodes, items: world.teams.count)
    }

    mutating func handle(
        _ event: Event, readyFor: borrowing Column<OrganizationNodeID, ResponseLevel>,
        crews: borrowing Crews, hasBranch: borrowing Column<OrganizationNodeID, Bool>,
        _ going: inout Going, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        switch event {
        case .open(let node):
            for task in world.taskLayout.tasks(ownedBy: node)
            where mayOpen(task, at: readyFor[node], world, &books) {
                books.move(task, to: .open, at: schedule.now.milliseconds)
                seekTeam(for: task, crews, &going, world, &books, &schedule)
                askDepartment(0, for: task, hasBranch[node], world, random, &books, &schedule)
            }
        case .free(let team): place(team, crews, &going, world, &books, &schedule)
        case .roadsOpened: tryAgain(crews, &going, world, &books, &schedule)
        case .match: match(crews, &going, world, &books, &schedule)
        case .handedOff(let task, let number):
            let departments = world.departments(of: task)
            books.note(task) { $0.handOffs += 1 }
            if !world.plan.command.unifiedCommand, Int(number) + 1 < departments.count {
                let branch = hasBranch[world.tasks[task.index].owner]
                askDepartment(Int(number) + 1, for: task, branch, world, random, &books, &schedule)
            } else {
                books.note(task) { $0.agreed = schedule.now.milliseconds }
                seekDepartment(for: task, world, books, &schedule)
            }
        case .lastResort(let task): leaveToCommunity(task, crews, &going, world, &books, &schedule)
        }
    }

    // MARK: A task seeks a team

    /// Whether a task opens now that its community is ready for `level`.
    private func mayOpen(
        _ task: TaskID, at level: ResponseLevel, _ world: World, _ books: inout Books
    ) -> Bool {
        let state = books.state(of: task)
        let isOrdered = world.tasks[task.index].level <= level
        if state == .appeared && isOrdered { return true }
        #if MUTANTS
            if books.sabotage.breaks(.servedWithoutOrder) && state == .appeared
                || books.sabotage.breaks(.servedBeforeItAppears) && state == .absent
            {
                books.sabotage.count += 1
                return true
            }
        #endif
        return false
    }

    /// Sends a post its own team; any other task waits for the end of the instant, in case a more urgent one opens too.
    private mutating func seekTeam(
        for task: TaskID, _ crews: borrowing Crews, _ going: inout Going, _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        let record = world.tasks[task.index]
        guard record.kind != .post else {
            if books.state(of: record.postTeam) == .ready, travel(record.postTeam, to: task, world, books) != .max {
                assign(record.postTeam, to: task, as: .main, crews, &going, world, &books, &schedule)
            }
            return
        }
        tasksWithoutTeam.append(task, to: street(of: record.owner, world))
        tellMatch(&schedule)
        seekingTeam.append(task)
    }

    /// Asks for a match at the end of this instant, once.
    private func tellMatch(_ schedule: inout Schedule) {
        if seekingTeam.isEmpty && seekingDepartment.isEmpty { schedule.tell(.desk(.match)) }
    }

    /// Gives free teams to the tasks that began to seek one in this instant, in the order of their urgency.
    ///
    /// A team that came free in the meantime may have taken one already.
    ///
    /// - Complexity: O(tasks · (free teams + waiting tasks)).
    private mutating func match(
        _ crews: borrowing Crews, _ going: inout Going, _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        for task in mostUrgentFirst(seekingTeam, world, books) where !books.taskStory[task].main.exists {
            let street = street(of: world.tasks[task.index].owner, world)
            if let team = chooseTeam(for: task, in: street, joining: false, world, books) {
                freeTeams.remove(team, from: street)
                tasksWithoutTeam.remove(task, from: street)
                assign(team, to: task, as: .main, crews, &going, world, &books, &schedule)
            } else if let wait = world.plan.dispatch.lastResortAfter {
                schedule.schedule(.desk(.lastResort(task)), after: wait)
            }
        }
        for task in mostUrgentFirst(seekingDepartment, world, books)
        where !books.taskStory[task].department.exists {
            let street = street(of: world.tasks[task.index].owner, world)
            guard let team = chooseTeam(for: task, in: street, joining: true, world, books) else { continue }
            freeDepartments.remove(team, from: street)
            tasksWithoutDepartment.remove(task, from: street)
            assign(team, to: task, as: .department, crews, &going, world, &books, &schedule)
        }
        seekingTeam.removeAll(keepingCapacity: true)
        seekingDepartment.removeAll(keepingCapacity: true)
    }

    /// Tasks by priority, then those that can still be in time, then the one due first, then in their own order.
    private func mostUrgentFirst(_ tasks: [TaskID], _ world: World, _ books: borrowing Books) -> [TaskID] {
        if tasks.count < 2 { return tasks }
        let ranks = tasks.map { task in
            let story = books.taskStory[task]
            return (
                world.tasks[task.index].priority, story.isLate ? 1 : 0, story.deadline < 0 ? .max : story.deadline,
                task.raw
            )
        }
        return tasks.indices.sorted { ranks[$0] < ranks[$1] }.map { tasks[$0] }
    }

    /// Looks once more for whoever can get to the tasks and posts nobody could be sent to, the most urgent first.
    ///
    /// - Complexity: O(tasks + teams), and O(free teams + waiting tasks) for each task that some free team would take.
    private mutating func tryAgain(
        _ crews: borrowing Crews, _ going: inout Going, _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        let open = world.tasks.indices.map { TaskID($0) }.filter { books.state(of: $0) == .open }
        // Most tasks are open because every team for them is busy; for those no road has opened.
        var taken: TaskKindSet = []
        var areOfficersFree = false
        for team in world.teams.indices where books.state(of: TeamID(team)) == .ready {
            taken.formUnion(world.teams[team].tasks)
            if case .joins = world.teams[team].duty { areOfficersFree = true }
        }
        let candidates = open.filter { task in
            if books.taskStory[task].main.exists { return areOfficersFree }
            return world.tasks[task.index].kind == .post || books.taskStory[task].lastResort
                || taken.has(world.tasks[task.index].kind)
        }
        for task in mostUrgentFirst(candidates, world, books) {
            let record = world.tasks[task.index]
            let street = street(of: record.owner, world)
            let story = books.taskStory[task]
            if story.main.exists {
                guard story.agreed >= 0, !story.department.exists,
                    let team = chooseTeam(for: task, in: street, joining: true, world, books)
                else { continue }
                freeDepartments.remove(team, from: street)
                tasksWithoutDepartment.remove(task, from: street)
                assign(team, to: task, as: .department, crews, &going, world, &books, &schedule)
            } else if record.kind == .post {
                seekTeam(for: task, crews, &going, world, &books, &schedule)
            } else if let team = chooseTeam(for: task, in: street, joining: false, world, books) {
                freeTeams.remove(team, from: street)
                tasksWithoutTeam.remove(task, from: street)
                tasksLeftToCommunity.remove(task, from: record.owner)
                assign(team, to: task, as: .main, crews, &going, world, &books, &schedule)
            } else if story.lastResort, let crew = freeCrew(for: task, world, books) {
                tasksLeftToCommunity.remove(task, from: record.owner)
                send(crew, to: task, crews, &going, world, &books, &schedule)
            }
        }
    }

    /// A free crew of the community that can get to a task.
    private func freeCrew(for task: TaskID, _ world: World, _ books: borrowing Books) -> TeamID? {
        var crew = freeCrews.first(of: world.tasks[task.index].owner)
        while crew.exists, travel(crew, to: task, world, books) == .max { crew = freeCrews.next(after: crew) }
        return crew.exists ? crew : nil
    }

    /// Sends a crew of last resort off.
    private mutating func send(
        _ crew: TeamID, to task: TaskID, _ crews: borrowing Crews, _ going: inout Going,
        _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        let owner = world.tasks[task.index].owner
        freeCrews.remove(crew, from: owner)
        tasksWithoutTeam.remove(task, from: street(of: owner, world))
        assign(crew, to: task, as: .main, crews, &going, world, &books, &schedule)
    }

    private mutating func leaveToCommunity(
        _ task: TaskID, _ crews: borrowing Crews, _ going: inout Going, _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        guard !books.taskStory[task].main.exists else { return }
        books.note(task) { $0.lastResort = true }
        if let crew = freeCrew(for: task, world, books) {
            send(crew, to: task, crews, &going, world, &books, &schedule)
        } else {
            tasksLeftToCommunity.append(task, to: world.tasks[task.index].owner)
        }
    }

    // MARK: Departments

    /// Passes the request to a department, if the task needs one: one after the other, or once under unified command.
    private func askDepartment(
        _ number: Int, for task: TaskID, _ hasBranch: Bool, _ world: World, _ random: RandomStream,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        guard !world.departments(of: task).isEmpty else { return }
        let uniform = random.uniform(world.tasks[task.index].key, .handOff, UInt32(number))
        let delay = world.plan.command.effectiveHandOff
            .scaled(by: hasBranch ? world.plan.teams.branchHandOffFactor : 1).milliseconds(uniform)
        if let delay { schedule.schedule(.desk(.handedOff(task, Int32(number))), after: delay) }
    }

    /// Seeks a department's team once the departments have agreed and the task has its own team.
    private mutating func seekDepartment(
        for task: TaskID, _ world: World, _ books: borrowing Books, _ schedule: inout Schedule
    ) {
        let story = books.taskStory[task]
        guard story.agreed >= 0, story.main.exists, !story.department.exists else { return }
        tasksWithoutDepartment.append(task, to: street(of: world.tasks[task.index].owner, world))
        tellMatch(&schedule)
        seekingDepartment.append(task)
    }

    // MARK: A team comes free

    private mutating func place(
        _ team: TeamID, _ crews: borrowing Crews, _ going: inout Going, _ world: World,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        // A post that opened in this very instant has sent its team already.
        guard books.state(of: team) == .ready else { return }
        let record = world.teams[team.index]
        let street = street(of: record.node, world)
        switch record.duty {
        case .post:
            if books.state(of: record.postTask) == .open, travel(team, to: record.postTask, world, books) != .max {
                assign(team, to: record.postTask, as: .main, crews, &going, world, &books, &schedule)
            }
        case .tasks:
            guard let task = chooseTask(for: team, in: street, joining: false, world, books)
            else { return freeTeams.append(team, to: street) }
            tasksWithoutTeam.remove(task, from: street)
            tasksLeftToCommunity.remove(task, from: world.tasks[task.index].owner)
            assign(team, to: task, as: .main, crews, &going, world, &books, &schedule)
        case .lastResort:
            var task = tasksLeftToCommunity.first(of: record.node)
            while task.exists, travel(team, to: task, world, books) == .max {
                task = tasksLeftToCommunity.next(after: task)
            }
            guard task.exists else { return freeCrews.append(team, to: record.node) }
            tasksLeftToCommunity.remove(task, from: record.node)
            tasksWithoutTeam.remove(task, from: street)
            assign(team, to: task, as: .main, crews, &going, world, &books, &schedule)
        case .joins:
            guard let task = chooseTask(for: team, in: street, joining: true, world, books)
            else { return freeDepartments.append(team, to: street) }
            tasksWithoutDepartment.remove(task, from: street)
            assign(team, to: task, as: .department, crews, &going, world, &books, &schedule)
        }
    }

    // MARK: Choosing

    private func street(of node: OrganizationNodeID, _ world: World) -> StreetID {
        StreetID(world.plan.dispatch.area == .district ? 0 : world.ground.street(of: node))
    }

    /// Whether a team takes tasks of this kind.
    private func takes(_ team: TeamID, _ task: TaskID, _ world: World) -> Bool {
        world.teams[team.index].tasks.has(world.tasks[task.index].kind)
    }

    /// Whether a department's team may join a task: one of those asked, or a stand-in under unified command.
    private func joins(_ team: TeamID, _ task: TaskID, _ world: World) -> Bool {
        let department = world.teams[team.index].department
        let command = world.plan.command
        return world.departments(of: task).contains(department)
            || command.unifiedCommand && command.standIns.contains(department)
    }

    private func candidate(_ team: TeamID, _ task: TaskID, _ world: World, _ books: borrowing Books) -> Candidate {
        let story = books.taskStory[task]
        return Candidate(
            travel: travel(team, to: task, world, books), priority: world.tasks[task.index].priority,
            deadline: story.deadline < 0 ? .max : story.deadline, isOverdue: story.isLate)
    }

    /// How long a team takes to a task by car in this weather, on the roads as they are, in milliseconds; `UInt32.max` if it
    /// cannot get there.
    private func travel(_ team: TeamID, to task: TaskID, _ world: World, _ books: borrowing Books) -> UInt32 {
        let dry = roads.travel(from: books.teamStory[team].site, to: world.tasks[task.index].site)
        return Ground.slowed(dry, by: world.incident.weather[Int(TravelMode.car.rawValue)])
    }

    /// The free team the policy sends to a task, of those that fit.
    private mutating func chooseTeam(
        for task: TaskID, in street: StreetID, joining: Bool, _ world: World, _ books: borrowing Books
    ) -> TeamID? {
        shown.removeAll(keepingCapacity: true)
        shownTeams.removeAll(keepingCapacity: true)
        var team = joining ? freeDepartments.first(of: street) : freeTeams.first(of: street)
        while team.exists {
            if joining ? joins(team, task, world) : takes(team, task, world) {
                shownTeams.append(team)
                shown.append(candidate(team, task, world, books))
            }
            team = joining ? freeDepartments.next(after: team) : freeTeams.next(after: team)
        }
        let open = OpenTask(priority: world.tasks[task.index].priority)
        return world.plan.dispatch.policy.team(for: open, from: shown).map { shownTeams[$0] }
    }

    /// The open task the policy gives to a team, of those it fits.
    private mutating func chooseTask(
        for team: TeamID, in street: StreetID, joining: Bool, _ world: World, _ books: borrowing Books
    ) -> TaskID? {
        shown.removeAll(keepingCapacity: true)
        shownTasks.removeAll(keepingCapacity: true)
        var task = joining ? tasksWithoutDepartment.first(of: street) : tasksWithoutTeam.first(of: street)
        while task.exists {
            if joining ? joins(team, task, world) : takes(team, task, world) {
                shownTasks.append(task)
                shown.append(candidate(team, task, world, books))
            }
            task = joining ? tasksWithoutDepartment.next(after: task) : tasksWithoutTeam.next(after: task)
        }
        return world.plan.dispatch.policy.task(from: shown).map { shownTasks[$0] }
    }

    // MARK: Sending

    /// Sends a team off; a task that now has its own team can ask for the department's.
    private mutating func assign(
        _ team: TeamID, to task: TaskID, as part: Part, _ crews: borrowing Crews,
        _ going: inout Going, _ world: World, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let way = travel(team, to: task, world, books)
        precondition(way != .max, "a team is sent where no road leads")
        books.move(team, to: .underWay, at: now, world)
        var person = crews.first(of: team)
        while person.exists {
            books.move(person, to: .underWay, at: now)
            person = crews.next(after: person)
        }
        let party = books.send(team, to: task, as: part, at: now)
        defer { if part == .main { seekDepartment(for: task, world, books, &schedule) } }
        #if MUTANTS
            if books.sabotage.breaks(.teamArrivesAtOnce) && way > 0 {
                books.sabotage.count += 1
                return schedule.tell(.fieldWork(.arrive(team, task)))
            }
        #endif
        going.send(team, from: party.from, to: task, world, &schedule)
    }
}
