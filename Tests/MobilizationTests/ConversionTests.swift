import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct ConversionTests {
    @Test func `an organization converts from its level on, and below it is only alerted`() throws {
        for from in ResponseLevel.allCases {
            for ordered in ResponseLevel.allCases {
                var town = SmallTown()
                let street = town.node(.street)
                town.plan.command.street.relay = .minutes(5)
                town.plan.conversion[.street].from = from
                town.plan.conversion[.street].time = .minutes(30)
                if ordered == .none { town.incident.signals = [] } else { town.signals([(ordered, 10)]) }
                let converts = from != .none && ordered >= from
                let under: (ConversionState, ConversionState) =
                    ordered == .none
                    ? (.standing, .standing) : converts ? (.converting, .emergency) : (.alerted, .alerted)
                let states: [(Int64, ConversionState)] = [(14, .standing), (16, under.0), (44, under.0), (46, under.1)]
                for (minute, state) in states {
                    town.horizon = at(minute)
                    let outcome = try town.outcome()
                    #expect(outcome.organizations[street.index] == state, "from \(from), ordered \(ordered), \(minute)")
                }
                let outcome = try town.outcome()
                #expect(outcome.converted[street.index] == (converts ? at(45) : -1))
                #expect(outcome.record.breach == nil)
            }
        }
    }

    @Test func `each level of the organization has its own rule`() throws {
        var town = SmallTown()
        let (street, community) = town.streetAndCommunity()
        let nodes = [
            SmallTown.district, street, community, town.node(.grid, under: community),
            town.node(.compound, under: community), town.node(.unit),
        ]
        for (index, level) in OrganizationLevel.allCases.enumerated() where level != .compound {
            town.plan.conversion[level].from = .iv
            town.plan.conversion[level].time = .minutes(Double(index + 1))
        }
        let outcome = try town.outcome()
        #expect(nodes.map { outcome.converted[$0.index] } == [at(1), at(2), at(3), at(4), -1, at(6)])
        #expect(outcome.organizations == [.emergency, .emergency, .emergency, .emergency, .alerted, .emergency])
    }

    /// One community whose teams of level IV and III open as it becomes ready.
    private func readiness(from: ResponseLevel, minutes: Double) throws -> (SmallTown, four: Int64, three: Int64) {
        var town = SmallTown()
        _ = town.streetAndCommunity()
        town.plan.conversion[.community].from = from
        town.plan.conversion[.community].time = .minutes(minutes)
        town.team("four")
        town.team("three") { $0.level = .iii }
        town.signals([(.iv, 0), (.iii, 60)])
        let teams = try town.outcome().teams
        return (town, teams[0].opened, teams[1].opened)
    }

    @Test func `teams open only when their organization has converted`() throws {
        // Never converting: with the orders.
        var opened = try readiness(from: .none, minutes: 30)
        #expect([opened.four, opened.three] == [at(0), at(60)])
        // From IV: with the conversion, then with the order.
        opened = try readiness(from: .iv, minutes: 30)
        #expect([opened.four, opened.three] == [at(30), at(60)])
        // Still converting when the second order comes: both with the conversion.
        opened = try readiness(from: .iv, minutes: 90)
        #expect([opened.four, opened.three] == [at(90), at(90)])
        // From III: what level IV asks for opens before, the rest with the conversion.
        opened = try readiness(from: .iii, minutes: 30)
        #expect([opened.four, opened.three] == [at(0), at(90)])
        // From II, which is not reached: with the orders.
        opened = try readiness(from: .ii, minutes: 30)
        #expect([opened.four, opened.three] == [at(0), at(60)])
    }

    @Test func `tasks open with their community's conversion too`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.grid(under: community, lowHouseholds: 5)
        town.demand(.warn)
        town.plan.conversion[.community].from = .iv
        town.plan.conversion[.community].time = .minutes(25)
        let outcome = try town.outcome()
        #expect(outcome.tasks.map(\.appeared) == [0])
        #expect(outcome.tasks.map(\.opened) == [at(25)])
    }

    @Test func `a conversion that never ends opens nothing`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.team("crew")
        town.plan.conversion[.community].from = .iv
        town.plan.conversion[.community].time = .chance(0, then: .minutes(1))
        let outcome = try town.outcome()
        #expect(outcome.organizations[community.index] == .converting)
        #expect(outcome.teamStates == [.planned])
    }
}
