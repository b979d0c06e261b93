import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct LawTests {
    @Test func `the audit names the law that somebody in two states breaks`() throws {
        for number in 0..<15 as Range<UInt64> {
            let breach = try #require(RandomTown.make(number).outcome(mutant: .personInTwoStates).record.breach)
            #expect(breach.law == .oneState, "town \(number)")
        }
    }

    @Test func `the audit names the law that work before the second party's coming breaks`() throws {
        var towns = 0
        for number in 0..<40 as Range<UInt64> {
            let town = RandomTown.make(number)
            let outcome = try town.outcome()
            let isJoint = outcome.tasks.enumerated().contains { index, story in
                outcome.world.tasks[index].departments >= 0 && story.main.arrived >= 0
                    && story.main.arrived != story.department.arrived
            }
            let breach = try town.outcome(mutant: .taskServedEarly).record.breach
            #expect(breach?.law == (isJoint ? .servedInTime : nil), "town \(number)")
            towns += isJoint ? 1 : 0
        }
        #expect(towns >= 5)
    }

    @Test func `the audit names the law that time lost in a queue breaks`() throws {
        for people in 2...5 {
            var town = SmallTown()
            town.people(people)
            town.plan.muster.desks[Int(OrganizationLevel.district.rawValue)] = 1
            town.plan.muster.checkIn = .minutes(2)
            #expect(try town.outcome().record.breach == nil)
            let breach = try #require(try town.outcome(mutant: .personHoursLost).record.breach)
            #expect(breach.law == .personHours)
        }
    }

    @Test func `a run that is not audited names no breach`() throws {
        let world = try RandomTown.make(1).world()
        let random = RandomStream(seed: 1, replication: 0)
        #expect(simulate(world, random: random, mutant: .personInTwoStates).breach?.law == .oneState)
        #expect(simulate(world, random: random, audited: false, mutant: .personInTwoStates).breach == nil)
    }
}
