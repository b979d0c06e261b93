import DenseTables
import Dispatching
import EventKernel
import Organization
import RandomStreams

/// The dispatch desk: open tasks and free teams find each other by the plan's policy, and departments are asked for theirs.
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
        /// All that opened in this instant seeks teams, or the policy wanted to be asked again.
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

    private let prospects: Prospects
    /// Tasks and the teams that do the work.
    private var main: Exchange
    /// Tasks that have such a team, and the teams of departments.
    private var joint: Exchange
    private var tasksLeftToCommunity: LinkedLists<OrganizationNodeID, TaskID>
    private var freeCrews: LinkedLists<OrganizationNodeID, TeamID>
    /// Whether a match is due at the end of this instant.
    private var isMatchDue = false
    /// When the policy is asked again.
    private var nextLook = Int64.max

    init(_ world: World, _ roads: RoadState) {
        prospects = Prospects(world: world, roads: roads)
        main = Exchange(.main, prospects)
        joint = Exchange(.department, prospects)
        let nodes = world.organization.nodes.count
        tasksLeftToCommunity = LinkedLists(lists: nodes, items: world.tasks.count)
        freeCrews = LinkedLists(lists: nodes, items: world.teams.count)
    }

    mutating func handle(
        _ event: Event, ready: borrowing Readiness, crews: borrowing Crews,
        hasBranch: borrowing Column<OrganizationNodeID, Bool>, _ going: inout Going, _ world: World,
        _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        switch event {
        case .open(let node):
            for task in world.taskLayout.tasks(ownedBy: node)
            where mayOpen(task, at: level(of: task, at: node, ready, world), world, &books) {
                books.move(task, to: .open, at: schedule.now.milliseconds)
                seekTeam(for: task, crews, &going, &books, &schedule)
                ask(0, for: task, hasBranch[node], world, random, &schedule)
            }
        case .free(let team): place(team, crews, &going, &books, &schedule)
        case .roadsOpened: tryAgain(crews, &going, &books, &schedule)
        case .match: match(crews, &going, &books, &schedule)
        case .handedOff(let task, let number):
            let now = schedule.now.milliseconds
            if let next = Requests.next(after: Int(number), for: task, world, &books, at: now) {
                ask(next, for: task, hasBranch[world.tasks[task.index].owner], world, random, &schedule)
            } else {
                seekDepartment(for: task, books, &schedule)
            }
        case .lastResort(let task): leaveToCommunity(task, crews, &going, &books, &schedule)
        }
    }

    private func ask(
        _ number: Int, for task: TaskID, _ hasBranch: Bool, _ world: World, _ random: RandomStream,
        _ schedule: inout Schedule
    ) {
        guard let delay = Requests.pass(number, for: task, hasBranch: hasBranch, world, random) else { return }
        schedule.schedule(.desk(.handedOff(task, Int32(number))), after: delay)
    }

    // MARK: Tasks seek teams

    /// The level a community is ready for, of the task's incident; for a post, which any incident asks for, the highest.
    private func level(
        of task: TaskID, at node: OrganizationNodeID, _ ready: borrowing Readiness, _ world: World
    ) -> ResponseLevel {
        let record = world.tasks[task.index]
        return record.kind == .post ? ready.highest(of: node) : ready[node, record.incident]
    }

    /// Whether a task opens now that its community is ready for `level`.
    private func mayOpen(_ task: TaskID, at level: ResponseLevel, _ world: World, _ books: inout Books) -> Bool {
        let state = books.state(of: task)
        if state == .appeared && world.tasks[task.index].level <= level { return true }
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
        for task: TaskID, _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        let record = prospects.world.tasks[task.index]
        if record.kind == .post { return staff(task, crews, &going, &books, &schedule) }
        main.seek(task, prospects)
        tellMatch(&schedule)
    }

    /// Sends a post its own team, if that is ready and can get there.
    private mutating func staff(
        _ post: TaskID, _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let team = prospects.world.tasks[post.index].postTeam
        guard books.state(of: team) == .ready, prospects.way(team, to: post, books) != .max else { return }
        send(team, to: post, as: .main, crews, &going, &books, &schedule)
    }

    /// Seeks a department's team once the departments have agreed and the task has its own team.
    private mutating func seekDepartment(for task: TaskID, _ books: borrowing Books, _ schedule: inout Schedule) {
        let story = books.taskStory[task]
        guard story.agreed >= 0, story.main.exists, !story.department.exists else { return }
        joint.seek(task, prospects)
        tellMatch(&schedule)
    }

    /// Asks for a match at the end of this instant, once.
    private mutating func tellMatch(_ schedule: inout Schedule) {
        if !isMatchDue { schedule.tell(.desk(.match)) }
        isMatchDue = true
    }

    /// Asks the policy about the tasks that began to seek in this instant, in the order of their urgency: first for teams that do the work,
    /// then for those of departments.
    ///
    /// A team that came free in the meantime may have taken one already.
    private mutating func match(
        _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        var seeking = main.takeSeeking().filter { !books.taskStory[$0].main.exists }
        seeking = prospects.mostUrgentFirst(seeking, books)
        let work = main.teams(for: seeking, prospects, books, at: now)
        for pairing in work.pairings {
            main.remove(pairing.team, prospects)
            take(pairing.task, books)
            send(pairing.team, to: pairing.task, as: .main, crews, &going, &books, &schedule)
        }
        if let wait = prospects.world.plan.dispatch.lastResortAfter {
            for task in seeking where !books.taskStory[task].main.exists {
                schedule.schedule(.desk(.lastResort(task)), after: wait)
            }
        }
        let joining = joint.takeSeeking().filter { !books.taskStory[$0].department.exists }
        let joins = joint.teams(for: prospects.mostUrgentFirst(joining, books), prospects, books, at: now)
        for pairing in joins.pairings {
            joint.remove(pairing.team, prospects)
            joint.remove(pairing.task, prospects)
            send(pairing.team, to: pairing.task, as: .department, crews, &going, &books, &schedule)
        }
        isMatchDue = false
        lookAgain(work.again, &schedule)
        lookAgain(joins.again, &schedule)
    }

    /// Asks the policy again at a time to come, if it wants that sooner than it will be asked anyway.
    private mutating func lookAgain(_ time: Int64?, _ schedule: inout Schedule) {
        let now = schedule.now.milliseconds
        guard let time, time > now, nextLook <= now || time < nextLook else { return }
        nextLook = time
        schedule.schedule(.desk(.match), at: SimulationTime(milliseconds: time))
    }

    /// Looks once more for whoever can get to the tasks and posts nobody could be sent to, the most urgent first.
    ///
    /// - Complexity: O(tasks + teams), and O(free teams + waiting tasks) for each task that some free team would take.
    private mutating func tryAgain(
        _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let world = prospects.world
        let open = world.tasks.indices.map { TaskID($0) }.filter { books.state(of: $0) == .open }
        // Most tasks are open because every team for them is busy; for those no road has opened.
        var taken: TaskKindSet = []
        var areOfficersFree = false
        for team in world.teams.indices where books.state(of: TeamID(team)) == .ready {
            taken.formUnion(world.teams[team].tasks)
            if case .joins = world.teams[team].duty { areOfficersFree = true }
        }
        let candidates = prospects.mostUrgentFirst(
            open.filter { task in
                if books.taskStory[task].main.exists { return areOfficersFree }
                return world.tasks[task.index].kind == .post || books.taskStory[task].lastResort
                    || taken.has(world.tasks[task.index].kind)
            }, books)
        let work = main.teams(
            for: candidates.filter { !books.taskStory[$0].main.exists && world.tasks[$0.index].kind != .post },
            prospects, books, at: now)
        let joins = joint.teams(
            for: candidates.filter { task in
                let story = books.taskStory[task]
                return story.main.exists && story.agreed >= 0 && !story.department.exists
            }, prospects, books, at: now)
        for task in candidates {
            let story = books.taskStory[task]
            if story.main.exists {
                guard let team = joins.pairings.first(where: { $0.task == task })?.team else { continue }
                joint.remove(team, prospects)
                joint.remove(task, prospects)
                send(team, to: task, as: .department, crews, &going, &books, &schedule)
            } else if world.tasks[task.index].kind == .post {
                staff(task, crews, &going, &books, &schedule)
            } else if let team = work.pairings.first(where: { $0.task == task })?.team {
                main.remove(team, prospects)
                take(task, books)
                send(team, to: task, as: .main, crews, &going, &books, &schedule)
            } else if story.lastResort, let crew = freeCrew(for: task, books) {
                take(task, books)
                freeCrews.remove(crew, from: world.tasks[task.index].owner)
                send(crew, to: task, as: .main, crews, &going, &books, &schedule)
            }
        }
        lookAgain(work.again, &schedule)
        lookAgain(joins.again, &schedule)
    }

    // MARK: The community

    /// A free crew of the community that can get to a task.
    private func freeCrew(for task: TaskID, _ books: borrowing Books) -> TeamID? {
        var crew = freeCrews.first(of: prospects.world.tasks[task.index].owner)
        while crew.exists, prospects.way(crew, to: task, books) == .max { crew = freeCrews.next(after: crew) }
        return crew.exists ? crew : nil
    }

    private mutating func leaveToCommunity(
        _ task: TaskID, _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books, _ schedule: inout Schedule
    ) {
        guard !books.taskStory[task].main.exists else { return }
        let owner = prospects.world.tasks[task.index].owner
        if let crew = freeCrew(for: task, books) {
            take(task, books)
            freeCrews.remove(crew, from: owner)
            books.note(task) { $0.lastResort = true }
            send(crew, to: task, as: .main, crews, &going, &books, &schedule)
        } else {
            books.note(task) { $0.lastResort = true }
            tasksLeftToCommunity.append(task, to: owner)
        }
    }

    // MARK: Teams come free

    private mutating func place(
        _ team: TeamID, _ crews: borrowing Crews, _ going: inout Going, _ books: inout Books, _ schedule: inout Schedule
    ) {
        // A post that opened in this very instant has sent its team already.
        guard books.state(of: team) == .ready else { return }
        let record = prospects.world.teams[team.index]
        let now = schedule.now.milliseconds
        let isWide = prospects.world.plan.dispatch.policy.weighsEverything
        switch record.duty {
        case .post:
            if books.state(of: record.postTask) == .open {
                staff(record.postTask, crews, &going, &books, &schedule)
            }
        case .tasks:
            if isWide { main.wait(team, prospects) }
            let found = main.task(for: team, prospects, books, at: now)
            for pairing in found.pairings {
                if isWide { main.remove(pairing.team, prospects) }
                take(pairing.task, books)
                send(pairing.team, to: pairing.task, as: .main, crews, &going, &books, &schedule)
            }
            if !isWide, found.pairings.isEmpty { main.wait(team, prospects) }
            lookAgain(found.again, &schedule)
        case .lastResort:
            var task = tasksLeftToCommunity.first(of: record.node)
            while task.exists, prospects.way(team, to: task, books) == .max {
                task = tasksLeftToCommunity.next(after: task)
            }
            guard task.exists else { return freeCrews.append(team, to: record.node) }
            take(task, books)
            send(team, to: task, as: .main, crews, &going, &books, &schedule)
        case .joins:
            if isWide { joint.wait(team, prospects) }
            let found = joint.task(for: team, prospects, books, at: now)
            for pairing in found.pairings {
                if isWide { joint.remove(pairing.team, prospects) }
                joint.remove(pairing.task, prospects)
                send(pairing.team, to: pairing.task, as: .department, crews, &going, &books, &schedule)
            }
            if !isWide, found.pairings.isEmpty { joint.wait(team, prospects) }
            lookAgain(found.again, &schedule)
        }
    }

    // MARK: Sending

    /// A task need not seek a team that does the work any longer.
    private mutating func take(_ task: TaskID, _ books: borrowing Books) {
        main.remove(task, prospects)
        if books.taskStory[task].lastResort {
            tasksLeftToCommunity.remove(task, from: prospects.world.tasks[task.index].owner)
        }
    }

    /// Sends a team off; a task that now has its own team can ask for the department's.
    private mutating func send(
        _ team: TeamID, to task: TaskID, as part: Part, _ crews: borrowing Crews, _ going: inout Going,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        Sending.send(team, to: task, as: part, crews, &going, prospects, &books, &schedule)
        if part == .main { seekDepartment(for: task, books, &schedule) }
    }
}
