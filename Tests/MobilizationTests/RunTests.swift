import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork
import Testing

@testable import Mobilization

@Suite struct RunTests {
    @Test func `somebody who watches every event books the same hours`() throws {
        for number in 0..<12 as Range<UInt64> {
            let world = try RandomTown.make(number).world()
            let watch = Watch.play(world, seed: number)
            let outcome = Outcome(of: world, seed: number)
            #expect(watch.time.reduce(0, +) == Int64(world.people.count) * world.horizon)
            // Little's law at the muster points: people there, added up over time, are the times people spent there.
            let there = watch.time[Int(PersonState.queuing.rawValue)] + watch.time[Int(PersonState.checkingIn.rawValue)]
            #expect(there == spent(outcome, from: 4))
            #expect(watch.time[Int(PersonState.traveling.rawValue)] == spent(outcome, from: 3))
            #expect(watch.time[Int(PersonState.preparing.rawValue)] == spent(outcome, from: 2))
            #expect(watch.time[Int(PersonState.called.rawValue)] == spent(outcome, from: 0))
            // Everybody went by legal steps only, one a moment or several in one instant.
            for step in watch.steps { #expect(closure(of: step[0]) { $0.successors }.contains(step[1])) }
        }
    }

    /// The milliseconds people spent between two entries of their journeys, up to the horizon for those still there.
    private func spent(_ outcome: Outcome, from step: Int) -> Int64 {
        var total: Int64 = 0
        for (times, state) in zip(outcome.journeys, outcome.states) where times.count > step {
            // Whoever gave up on the way is there no more.
            if times.count == step + 1, state == .declined || state == .noShow { continue }
            total += (times.count > step + 1 ? times[step + 1] : outcome.world.horizon) - times[step]
        }
        return total
    }

    @Test func `the same world twice is the same run, and another replication is not`() throws {
        for number in 0..<8 as Range<UInt64> {
            let world = try RandomTown.make(number).world()
            let (one, again) = (Outcome(of: world), Outcome(of: try RandomTown.make(number).world()))
            #expect(one.record.measures == again.record.measures)
            #expect(one.record.mobilization == again.record.mobilization)
            #expect(one.record.covered == again.record.covered)
            #expect(one.record.events == again.record.events)
            #expect(one.journeys == again.journeys)
            #expect(one.journeys != Outcome(of: world, replication: 1).journeys)
        }
    }

    @Test func `a street more changes nothing for the people, teams and tasks of the others`() throws {
        for number in 0..<10 as Range<UInt64> {
            for isFirst in [false, true] {
                let area = DispatchPlan.Area.allCases[Int(number) % 2]
                let alone = try streets(["old"], area, number).outcome()
                let both = try streets(isFirst ? ["new", "old"] : ["old", "new"], area, number).outcome()
                let (few, all) = (alone.world, both.world)
                // Rows may have moved; keys have not.
                let persons = few.people.key.elements().map { key in all.people.key.elements().firstIndex(of: key) }
                let teams = few.teams.map { team in all.teams.firstIndex { $0.key == team.key } }
                let tasks = few.tasks.map { task in all.tasks.firstIndex { $0.key == task.key } }
                #expect(persons.map { $0.map { both.journeys[$0] } } == alone.journeys)
                #expect(teams.map { $0.map { both.teams[$0].ready } } == alone.teams.map(\.ready))
                #expect(few.people.count < all.people.count)
                // Where the whole district helps, the new teams help too.
                if area == .district { continue }
                #expect(persons.map { $0.map { both.states[$0] } } == alone.states)
                #expect(tasks.map { $0.map { both.tasks[$0].started } } == alone.tasks.map(\.started))
                #expect(tasks.map { $0.map { both.tasks[$0].ended } } == alone.tasks.map(\.ended))
            }
        }
    }

    /// Streets with a community each, under the plan and incident of a random town.
    private func streets(_ codes: [String], _ area: DispatchPlan.Area, _ number: UInt64) -> SmallTown {
        var dice = Dice(number)
        let random = RandomTown.make(number)
        var town = SmallTown()
        town.departments(3)
        (town.plan, town.incident, town.horizon) = (random.plan, random.incident, random.horizon)
        town.plan.dispatch.area = area
        town.incident.signals = ResponseLevel.ordered.enumerated().map { .init(level: $1, at: at(Int64($0) * 150)) }
        // The same points for everybody, whoever lives there.
        let points = (0..<6).map { _ in town.point(Double(dice.number(50...4000))) }
        for code in codes {
            var dice = Dice(code == "old" ? 1 : 2)
            let street = town.node(.street, at: dice.one(of: points), code: code)
            let community = town.node(.community, under: street, at: dice.one(of: points), code: "c")
            let grid = town.grid(
                under: community, at: dice.one(of: points), lowHouseholds: 30, lowResidentsNeedingHelp: 5,
                lowestHomes: 3, code: "g")
            for node in [street, community, grid] {
                for _ in 0..<15 {
                    var traits: PersonTraits = []
                    for trait in [PersonTraits.leader, .fullMember] where dice.happens(0.4) { traits.insert(trait) }
                    town.person(
                        node, as: dice.one(of: Role.allCases), home: dice.one(of: points), traits: traits,
                        department: UInt8(dice.number(0...2)), mode: dice.one(of: [.walk, .eBike, .car]),
                        propensity: Float(dice.share() * 2))
                }
            }
        }
        return town
    }

    @Test func `a person takes no more than 64 bytes of a run, and 128 with the fixed traits`() {
        #expect(Run.bytesPerPerson <= 64)
        #expect(Run.bytesPerPerson + World.bytesPerPerson <= 128)
    }

    @Test func `the bytes stated are those of the columns`() {
        let count = 1000
        let book = StateBook<PersonID, PersonState>(count: count, initial: .standing) { Array($0.successors) }
        #expect(Books.bytesPerPerson == book.bytes / count + Turnouts.bytesPerPerson)
        #expect(Turnouts.bytesPerPerson == 46)
        #expect(Run.bytesPerPerson >= Books.bytesPerPerson)
    }
}
