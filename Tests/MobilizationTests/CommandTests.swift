import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct CommandTests {
    /// A random tree with delays of whole minutes at every hop.
    private func tree(_ dice: inout Dice) -> SmallTown {
        var town = SmallTown()
        for _ in 0..<dice.number(1...3) {
            let street = town.node(.street)
            for _ in 0..<dice.number(0...3) {
                let community = town.node(.community, under: street)
                for _ in 0..<dice.number(0...2) { _ = town.node(.grid, under: community) }
                for _ in 0..<dice.number(0...2) { _ = town.node(.compound, under: community) }
            }
        }
        for _ in 0..<dice.number(0...2) { _ = town.node(.unit) }
        func hop(_ dice: inout Dice) -> CommandPlan.Hop {
            var hop = CommandPlan.Hop()
            hop.relay = .minutes(Double(dice.number(0...9)))
            hop.decide = .minutes(Double(dice.number(0...9)))
            return hop
        }
        town.plan.command.street = hop(&dice)
        town.plan.command.community = hop(&dice)
        town.plan.command.grid = hop(&dice)
        town.plan.command.compound = hop(&dice)
        town.plan.command.unit = hop(&dice)
        town.plan.command.deputy = .minutes(100)
        return town
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

    /// When each organization acts, by hand: its superior's time, the relay, its own decision, and `more` where it missed the order.
    private func times(_ town: SmallTown, deputy more: Int64 = 0) -> [Int64] {
        var times: [Int64] = [0]
        for (index, node) in town.place.organization.enumerated().dropFirst() {
            let plan = town.plan.command
            var superior = node.parent.index
            // Over the heads of the streets, the district itself calls the organizations below them.
            if plan.skipLevel, town.place.organization[superior].level == .street { superior = 0 }
            let hop = hop(to: node.level, plan)
            let delay = (hop.relay.milliseconds(0.5) ?? 0) + (hop.decide.milliseconds(0.5) ?? 0)
            times.append(times[superior] + delay + more)
            #expect(times.count == index + 1)
        }
        return times
    }

    private func acted(_ town: SmallTown, replication: UInt32 = 0) throws -> [Int64] {
        let outcome = try town.outcome(replication: replication)
        return town.place.organization.indices.map { outcome.acted(OrganizationNodeID($0)) }
    }

    @Test func `an order reaches every organization after the sum of the hops above it`() throws {
        var dice = Dice(1)
        for _ in 0..<25 {
            var town = tree(&dice)
            #expect(try acted(town) == times(town))
            town.plan.command.skipLevel = true
            #expect(try acted(town) == times(town))
        }
    }

    @Test func `a missed order takes exactly as long as finding the deputy`() throws {
        var dice = Dice(2)
        for _ in 0..<15 {
            var town = tree(&dice)
            town.plan.command.missedOrder = 1
            #expect(try acted(town) == times(town, deputy: at(100)))
        }
    }

    @Test func `orders are missed with the plan's chance, each organization for itself`() throws {
        var town = SmallTown()
        let streets = (0..<50).map { _ in town.node(.street) }
        town.plan.command.missedOrder = 0.2
        town.plan.command.deputy = .minutes(7)
        town.horizon = at(10)
        var missed = 0
        for replication in 0..<20 as Range<UInt32> {
            let outcome = try town.outcome(replication: replication)
            #expect(streets.allSatisfy { [0, at(7)].contains(outcome.acted($0)) })
            missed += streets.count { outcome.acted($0) == at(7) }
        }
        #expect(abs(Double(missed) - 200) < 5 * (1000 * 0.16 as Double).squareRoot())
    }

    @Test func `skipping the streets never makes a community later`() throws {
        var dice = Dice(4)
        for round in 0..<20 as Range<UInt32> {
            var town = tree(&dice)
            // Communities' calls come from another desk, so they may last otherwise; everything else is drawn alike.
            town.plan.command.street.relay = .exponential(mean: 300_000)
            town.plan.command.street.decide = .triangular(low: 0, mode: 600_000, high: 1_200_000)
            town.plan.command.community.decide = .exponential(mean: 600_000)
            town.plan.command.missedOrder = 0.3
            let before = try acted(town, replication: round)
            town.plan.command.skipLevel = true
            let after = try acted(town, replication: round)
            for (index, node) in town.place.organization.enumerated() {
                switch node.level {
                case .district, .street, .unit: #expect(after[index] == before[index])
                case .community, .grid, .compound: #expect(after[index] <= before[index])
                }
            }
        }
    }

    @Test func `only the first signal has to be noticed, verified and consulted on at length`() throws {
        var town = SmallTown()
        town.plan.command.detect = .minutes(2)
        town.plan.command.verify = .minutes(3)
        town.plan.command.consult = .minutes(20)
        town.plan.command.raise = .minutes(7)
        town.plan.command.order = .minutes(1)
        town.signals([(.iv, 0), (.iii, 100), (.i, 200)])
        let levels = try town.outcome().levels
        func steps(_ level: ResponseLevel) -> [Int64] { LevelStory.Step.allCases.map { levels.time(of: level, $0) } }
        #expect(steps(.iv) == [0, at(2), at(5), at(25), at(26)])
        #expect(steps(.iii) == [at(100), at(100), at(100), at(107), at(108)])
        #expect(steps(.ii) == [-1, -1, -1, -1, -1])
        #expect(steps(.i) == [at(200), at(200), at(200), at(207), at(208)])
        #expect(levels.highest == .i)
        #expect(try town.outcome()["authorize_min"] == 26)
    }

    @Test func `nobody raises a level before the first signal was noticed and verified`() throws {
        var town = SmallTown()
        town.plan.command.detect = .minutes(10)
        town.plan.command.verify = .minutes(5)
        town.plan.command.raise = .minutes(7)
        for (minute, noticed, verified) in [(3, 10, 15), (12, 12, 15), (40, 40, 40)] as [(Int64, Int64, Int64)] {
            town.signals([(.iv, 0), (.iii, minute)])
            let levels = try town.outcome().levels
            #expect(levels.time(of: .iii, .warranted) == at(minute))
            #expect(levels.time(of: .iii, .detected) == at(noticed))
            #expect(levels.time(of: .iii, .verified) == at(verified))
            #expect(levels.time(of: .iii, .decided) == at(verified + 7))
            #expect(levels.time(of: .iv, .verified) == at(15))
        }
    }

    @Test func `levels rise at every organization in their order`() throws {
        var dice = Dice(5)
        for _ in 0..<10 {
            var town = tree(&dice)
            town.signals([(.iv, 0), (.iii, 60), (.ii, 120), (.i, 180)])
            let outcome = try town.outcome()
            let expected = times(town)
            for index in town.place.organization.indices {
                let times = ResponseLevel.ordered.map { outcome.acted(OrganizationNodeID(index), $0) }
                #expect(times == [0, 60, 120, 180].map { expected[index] + at($0) })
            }
            #expect(outcome.overtaken == 0)
        }
    }

    @Test func `a lower order that a higher one overtook changes nothing`() throws {
        var dice = Dice(6)
        for _ in 0..<10 {
            var town = tree(&dice)
            for index in town.place.organization.indices { town.people(2, OrganizationNodeID(index)) }
            for level in OrganizationLevel.allCases { town.plan.conversion[level].from = .iv }
            town.plan.muster.prepareDay = .exponential(mean: 600_000)
            // Level IV is signed at 70, level III at 25.
            town.plan.command.consult = .minutes(70)
            town.plan.command.raise = .minutes(5)
            town.signals([(.iv, 0), (.iii, 20)])
            let both = try town.outcome()
            // The same with level III alone, which is then the first.
            town.plan.command.consult = .minutes(5)
            town.signals([(.iii, 20)])
            let alone = try town.outcome()
            #expect(both.overtaken == 1)
            #expect(both.journeys == alone.journeys)
            #expect(both.organizations == alone.organizations)
            for index in town.place.organization.indices {
                let node = OrganizationNodeID(index)
                #expect(both.acted(node, .iv) == -1)
                #expect(both.acted(node, .iii) == alone.acted(node, .iii))
            }
        }
    }

    @Test func `an order that comes late to one organization is overtaken there only`() throws {
        var town = SmallTown()
        let (street, unit) = (town.node(.street), town.node(.unit))
        town.plan.command.street.relay = .exponential(mean: 3_600_000)
        town.signals([(.iv, 0), (.iii, 10)])
        var overtaken = 0
        for replication in 0..<40 as Range<UInt32> {
            let outcome = try town.outcome(replication: replication)
            let (low, high) = (outcome.acted(street, .iv), outcome.acted(street, .iii))
            #expect(low < high)
            #expect(outcome.overtaken == (low < 0 ? 1 : 0))
            #expect(outcome.acted(unit, .iv) == 0)
            #expect(outcome.acted(unit, .iii) == at(10))
            overtaken += outcome.overtaken
        }
        // Two waits of an hour's mean, ten minutes apart: the second is shorter in (e to the −1/6) / 2 of all cases, 42 %.
        #expect((6...28).contains(overtaken))
    }

    @Test func `what never ends stops the order there`() throws {
        var town = SmallTown()
        let street = town.node(.street)
        town.plan.command.street.decide = .chance(0, then: .minutes(1))
        let outcome = try town.outcome()
        #expect(outcome.acted(SmallTown.district) == 0)
        #expect(outcome.acted(street) == -1)
        town.plan.command.verify = .chance(0, then: .minutes(1))
        #expect(try town.outcome()["authorize_min"] == .infinity)
    }
}
