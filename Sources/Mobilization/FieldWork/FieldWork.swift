import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Field work: teams arrive, wait for the other party, work, and are free again where they are.
public struct FieldWork: ~Copyable {
    /// What happens at a task.
    public enum Event: BitwiseCopyable, Sendable {
        /// A team arrives.
        case arrive(TeamID, TaskID)
        /// The department's team has opened a post and leaves it to the crew.
        case opened(TaskID)
        /// The work is done.
        case done(TaskID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .opened, .done: .early
            case .arrive: .normal
            }
        }
    }

    mutating func handle(
        _ event: Event, crews: borrowing Crews, _ world: World, _ random: RandomStream,
        _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        switch event {
        case .arrive(let team, let task):
            books.arrive(team, at: world.tasks[task.index].site, now)
            books.move(team, to: .waiting, at: now, world)
            move(team, to: .onPost, crews, &books, at: now)
            guard books.state(of: task) == .open else { return }
            if isComplete(task, world, books) { return start(task, world, random, &books, &schedule) }
            #if MUTANTS
                if books.sabotage.breaks(.taskServedEarly) {
                    books.sabotage.count += 1
                    start(task, world, random, &books, &schedule)
                }
            #endif
        case .opened(let task):
            release(books.department(of: task).team, crews, world, &books, &schedule)
        case .done(let task):
            books.move(task, to: .done, at: now)
            release(books.main(of: task).team, crews, world, &books, &schedule)
            release(books.department(of: task).team, crews, world, &books, &schedule)
        }
    }

    /// Whether every party a task needs is there.
    private func isComplete(_ task: TaskID, _ world: World, _ books: borrowing Books) -> Bool {
        books.main(of: task).arrived >= 0
            && (world.departments(of: task).isEmpty || books.department(of: task).arrived >= 0)
    }

    private func start(
        _ task: TaskID, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        books.move(task, to: .inProgress, at: now)
        let (main, department) = (books.main(of: task).team, books.department(of: task).team)
        for team in [main, department] where team.exists {
            books.move(team, to: .working, at: now, world)
        }
        let record = world.tasks[task.index]
        let plan = world.plan.fieldWork
        switch record.kind {
        case .post:
            #if MUTANTS
                if books.sabotage.breaks(.negativeStrength) {
                    books.setStrength(-1, of: main)
                    books.sabotage.count += 1
                }
            #endif
            guard department.exists else { return }
            guard let stay = plan.openPost.milliseconds(random.uniform(record.key, .work)) else { return }
            schedule.schedule(.fieldWork(.opened(task)), after: stay)
        case .warn:
            let strength = Int(books.teamStory[main].strength)
            let opening = Self.binomial(
                record.amount, plan.opened, uniform: random.uniform(record.key, .doors))
            books.note(task) { $0.opening = Int32(opening) }
            guard let work = warning(record, opening, strength, plan, random) else { return }
            schedule.schedule(.fieldWork(.done(task)), after: work)
        case .transfer:
            guard let one = plan.transfer.milliseconds(random.uniform(record.key, .transfer)) else { return }
            // With enough people several residents are helped at once.
            let strength = Int(books.teamStory[main].strength)
            let atOnce = max(1, strength / max(1, plan.helpers))
            let rounds = (record.amount + atOnce - 1) / atOnce
            schedule.schedule(.fieldWork(.done(task)), after: one * Int64(rounds))
        }
    }

    /// How long a team takes to warn a batch of households and see the last one off.
    ///
    /// Every door is walked to, every open one is talked to, and some households have to be persuaded; a team's people
    /// work side by side.
    private func warning(
        _ record: TaskRecord, _ opening: Int, _ strength: Int, _ plan: FieldWorkPlan, _ random: RandomStream
    ) -> Int64? {
        let refusing = Self.binomial(opening, plan.refuses, uniform: random.uniform(record.key, .refusals))
        let bits = random.bits(record.key, .work)
        let more = random.bits(record.key, .work, 1)
        guard let door = plan.door.milliseconds(bits.uniform), let talk = plan.talk.milliseconds(bits.secondUniform),
            let persuade = plan.persuade.milliseconds(more.uniform),
            let leave = plan.leave.milliseconds(more.secondUniform)
        else { return nil }
        let work = Int64(record.amount) * door + Int64(opening) * talk + Int64(refusing) * persuade
        return (work + Int64(strength) - 1) / Int64(strength) + leave
    }

    /// A team is free again, where it is.
    private func release(
        _ team: TeamID, _ crews: borrowing Crews, _ world: World, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        guard team.exists else { return }
        let now = schedule.now.milliseconds
        books.release(team, at: now)
        books.move(team, to: .ready, at: now, world)
        move(team, to: .ready, crews, &books, at: now)
        schedule.tell(.desk(.free(team)))
    }

    private func move(
        _ team: TeamID, to state: PersonState, _ crews: borrowing Crews,
        _ books: inout Books, at now: Int64
    ) {
        var person = crews.first(of: team)
        while person.exists {
            books.move(person, to: state, at: now)
            person = crews.next(after: person)
        }
    }

    /// The quantile of a binomial distribution, by adding up its terms; by its normal limit where the first would vanish.
    ///
    /// - Complexity: O(trials).
    static func binomial(_ trials: Int, _ chance: Double, uniform: Double) -> Int {
        if chance <= 0 || trials == 0 { return 0 }
        if chance >= 1 { return trials }
        var term = Elementary.power(1 - chance, Double(trials))
        if term < 1e-280 {
            let mean = Double(trials) * chance
            let deviation = (mean * (1 - chance)).squareRoot() * SpecialFunctions.normalQuantile(uniform)
            return min(max(Int((mean + deviation).rounded()), 0), trials)
        }
        var sum = term
        var count = 0
        while uniform >= sum, count < trials {
            term *= Double(trials - count) / Double(count + 1) * chance / (1 - chance)
            count += 1
            sum += term
        }
        return count
    }
}
