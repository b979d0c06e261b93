import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct FieldWorkTests {
    /// A community of `people` volunteers, one team of them all, and a grid with so many low households and residents.
    private func town(people: Int, households: Int = 0, residents: Int = 0) -> SmallTown {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(people, community)
        town.grid(under: community, lowHouseholds: households, lowResidentsNeedingHelp: residents)
        town.team("team") {
            ($0.minimum, $0.full) = (people, people)
            $0.duty = .tasks(TaskKindSet([.warn, .transfer]))
        }
        return town
    }

    /// How long the work at the first task took.
    private func work(_ outcome: Outcome) -> Int64 { outcome.tasks[0].ended - outcome.tasks[0].started }

    // MARK: Warning

    @Test func `a batch of many doors has a middle like any other`() {
        #expect(FieldWork.binomial(400, 0.9, uniform: 0.5) == 360)
        #expect(FieldWork.binomial(1100, 0.5, uniform: 0.5) == 550)
        #expect(FieldWork.binomial(1000, 0.8, uniform: 0.5) == 800)
    }

    @Test func `warning takes the doors, the talks and the persuading, shared by the team, and the leaving`() throws {
        for (people, households) in [(1, 1), (3, 10), (4, 10), (7, 3), (5, 40)] {
            for (opened, refuses) in [(0, 0), (1, 0), (1, 1)] as [(Double, Double)] {
                var town = town(people: people, households: households)
                town.demand(.warn)
                town.plan.fieldWork.door = .fixed(61_001)
                town.plan.fieldWork.talk = .minutes(2)
                town.plan.fieldWork.persuade = .minutes(15)
                town.plan.fieldWork.leave = .minutes(5)
                town.plan.fieldWork.opened = opened
                town.plan.fieldWork.refuses = refuses
                let each: Int64 = 61_001 + (opened == 1 ? at(2) : 0) + (refuses == 1 ? at(15) : 0)
                let whole = Double(each * Int64(households)) / Double(people)
                let outcome = try town.outcome()
                #expect(work(outcome) == Int64(whole.rounded(.up)) + at(5))
                #expect(outcome.tasks[0].opening == (opened == 1 ? Int32(households) : 0))
            }
        }
    }

    @Test func `some doors open and some households refuse, with the plan's chances`() throws {
        var town = town(people: 1, households: 400)
        town.demand(.warn, batch: 20)
        town.plan.fieldWork.opened = 0.7
        town.plan.fieldWork.refuses = 0.25
        town.plan.fieldWork.talk = .fixed(1_000_000)
        town.plan.fieldWork.persuade = .fixed(1)
        town.horizon = at(6 * 24 * 60)
        var (opening, refusing) = (0, 0)
        for replication in 0..<5 as Range<UInt32> {
            let outcome = try town.outcome(replication: replication)
            for task in outcome.tasks {
                let work = Int(task.ended - task.started)
                #expect(work / 1_000_000 == Int(task.opening))
                opening += Int(task.opening)
                refusing += work % 1_000_000
            }
        }
        #expect(abs(Double(opening) - 1400) < 5 * (2000 * 0.21 as Double).squareRoot())
        #expect(abs(Double(refusing) - Double(opening) / 4) < 5 * (1400 * 0.1875 as Double).squareRoot())
    }

    // MARK: Moving residents

    @Test func `residents are moved as many at once as there are helpers for`() throws {
        for (people, helpers, residents, rounds) in [
            (3, 3, 1, 1), (3, 3, 2, 2), (6, 3, 2, 1), (6, 3, 5, 3), (8, 3, 5, 3), (2, 3, 4, 4), (4, 1, 9, 3),
            (1, 2, 3, 3),
        ] as [(Int, Int, Int, Int64)] {
            var town = town(people: people, residents: residents)
            town.demand(.transfer)
            town.plan.fieldWork.transfer = .minutes(25)
            town.plan.fieldWork.helpers = helpers
            #expect(work(try town.outcome()) == rounds * at(25), "\(residents) residents, \(people) people")
        }
    }

    @Test func `work that never ends is never done`() throws {
        var town = town(people: 1, households: 1, residents: 1)
        town.demand(.warn)
        town.demand(.transfer)
        town.plan.fieldWork.door = .chance(0, then: .minutes(1))
        town.plan.fieldWork.transfer = .chance(0, then: .minutes(1))
        let outcome = try town.outcome()
        #expect(outcome.taskStates.sorted { $0.rawValue < $1.rawValue } == [.open, .inProgress])
        #expect(outcome.record.breach == nil)
    }

    // MARK: Posts

    @Test func `a crew keeps its post, the department's team leaves once it is open`() throws {
        var town = SmallTown()
        town.departments(1)
        let (street, community) = town.streetAndCommunity()
        let gate = town.node(.compound, under: community, at: town.point(600))
        town.person(gate, as: .propertyStaff)
        town.person(street, as: .departmentOfficer)
        town.team("gate") {
            ($0.formedAt, $0.from, $0.departments) = (.compound, .init(.propertyStaff), [0])
        }
        town.team("police") { ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins) }
        town.plan.command.handOff = .minutes(30)
        town.plan.fieldWork.openPost = .minutes(20)
        // The officer drives 600 m at 10 m/s; the guard lives 600 m from the gate and walks there.
        var outcome = try town.outcome()
        let post = outcome.tasks[0]
        #expect(post.main.arrived == at(10))
        #expect(post.agreed == at(30))
        #expect(post.department.arrived == at(31))
        #expect(post.started == at(31))
        #expect(post.ended == -1)
        #expect(outcome.taskStates == [.inProgress])
        // By organization: the street's police, then the gate.
        #expect(outcome.teamStates == [.ready, .working])
        #expect(outcome.teams.map(\.finished) == [1, 0])
        #expect(outcome.states == [.onPost, .ready])
        #expect(outcome["gate_posts_staffed"] == 1)
        town.horizon = at(50)
        outcome = try town.outcome()
        #expect(outcome.teamStates == [.working, .working])
    }

    @Test func `teams stay where they worked and go on from there`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        for meters in [1000, 3000] as [Double] {
            town.grid(under: community, at: town.point(meters), lowHouseholds: 1)
        }
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.plan.fieldWork.door = .minutes(1)
        let tasks = try town.outcome().tasks
        // Center to the near grid, a minute's work, and 4,000 m to the far one.
        #expect(tasks[0].started == 100_000)
        #expect(tasks[1].main.assigned == 160_000)
        #expect(tasks[1].started == 160_000 + 400_000)
    }

    @Test func `weather slows teams on the way as well`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.person(community)
        town.grid(under: community, at: town.point(1000), lowHouseholds: 1)
        town.demand(.warn)
        town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
        town.incident.weather[2] = 0.4
        #expect(try town.outcome().tasks[0].started == 250_000)
    }

    // MARK: The binomial quantile

    @Test func `the binomial quantile is the least number whose cumulative probability exceeds the uniform`() {
        var dice = Dice(1)
        for _ in 0..<300 {
            let (trials, chance) = (dice.number(0...60), dice.share())
            // Brute force: the probabilities by Pascal's rule, one trial after the other.
            var probabilities = [1.0]
            for _ in 0..<trials {
                let grown = probabilities + [0]
                probabilities = grown.indices.map {
                    grown[$0] * (1 - chance) + ($0 > 0 ? grown[$0 - 1] * chance : 0)
                }
            }
            var cumulative = 0.0
            for (count, probability) in probabilities.enumerated() {
                // Just inside the step of this number, where rounding cannot reach.
                for uniform in [cumulative + 0.01 * probability, cumulative + 0.99 * probability]
                where probability > 1e-9 && uniform < 1 {
                    #expect(FieldWork.binomial(trials, chance, uniform: uniform) == count)
                }
                cumulative += probability
            }
        }
    }

    @Test func `impossible and certain chances leave nothing to luck`() {
        for uniform in [1e-12, 0.5, 1 - 1e-12] {
            #expect(FieldWork.binomial(50, 0, uniform: uniform) == 0)
            #expect(FieldWork.binomial(50, 1, uniform: uniform) == 50)
            #expect(FieldWork.binomial(0, 0.5, uniform: uniform) == 0)
        }
    }
}
