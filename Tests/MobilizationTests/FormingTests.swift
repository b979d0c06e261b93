import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct FormingTests {
    /// A community whose people come one a minute, in the order in which they are added with `comes`.
    private func community() -> (town: SmallTown, node: OrganizationNodeID) {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        return (town, community)
    }

    /// Adds somebody who comes a minute after the one before.
    @discardableResult
    private func comes(
        _ town: inout SmallTown, _ node: OrganizationNodeID, as role: Role = .volunteer, _ traits: PersonTraits = []
    ) -> PersonID {
        let home = town.point(Double(60 * (town.place.people.count + 1)))
        return town.person(node, as: role, home: home, traits: traits)
    }

    @Test func `a team starts with its minimum and takes people until it is full`() throws {
        var (town, node) = community()
        for _ in 0..<7 { comes(&town, node) }
        town.team("a") { ($0.minimum, $0.full) = (2, 4) }
        town.plan.teams.form = .minutes(1.5)
        town.plan.teams.brief = .minutes(1)
        var outcome = try town.outcome()
        #expect(outcome.teams[0].enough == at(2))
        #expect(outcome.teams[0].ready == at(4, 30))
        // Those who come while it forms are taken, those who come afterwards wait.
        #expect(outcome.members[0].map(\.raw) == [0, 1, 2, 3])
        #expect(outcome.states.count { $0 == .waiting } == 3)
        town.plan.teams.brief = .minutes(0)
        outcome = try town.outcome()
        #expect(outcome.members[0].map(\.raw) == [0, 1, 2])
    }

    @Test func `people fill the minimum of each team in turn, then the teams`() throws {
        var (town, node) = community()
        for _ in 0..<9 { comes(&town, node) }
        for code in ["a", "b", "c"] { town.team(code) { ($0.minimum, $0.full) = (2, 3) } }
        town.plan.teams.form = .minutes(60)
        let outcome = try town.outcome()
        #expect(outcome.members.map { $0.map(\.raw) } == [[0, 1, 6], [2, 3, 7], [4, 5, 8]])
        #expect(outcome.teams.map(\.enough) == [at(2), at(4), at(6)])
        #expect(outcome.teams.map(\.critical.raw) == [1, 3, 5])
        #expect(outcome.teams.map(\.strength) == [3, 3, 3])
    }

    @Test func `one seat is kept for somebody who can lead`() throws {
        var (town, node) = community()
        for _ in 0..<4 { comes(&town, node) }
        let leader = comes(&town, node, .leader)
        comes(&town, node)
        town.team("a") { ($0.minimum, $0.full, $0.needsLeader) = (3, 3, true) }
        town.team("b") { ($0.minimum, $0.full) = (2, 2) }
        let outcome = try town.outcome()
        // Two take the free seats of the first team, two form the second; the leader completes the first.
        #expect(outcome.members.map { $0.map(\.raw) } == [[0, 1, 4], [2, 3]])
        #expect(outcome.teams.map(\.enough) == [at(5), at(4)])
        #expect(outcome.teams[0].critical == leader)
        #expect(outcome.states[5] == .waiting)
    }

    @Test func `a team beyond its minimum still waits for its leader`() throws {
        var (town, node) = community()
        for _ in 0..<6 { comes(&town, node) }
        town.team("a") { ($0.minimum, $0.full, $0.needsLeader) = (2, 5, true) }
        var outcome = try town.outcome()
        #expect(outcome.teamStates == [.gathering])
        #expect(outcome.members[0].count == 4)
        comes(&town, node, .leader)
        outcome = try town.outcome()
        #expect(outcome.teams[0].enough == at(7))
        #expect(outcome.members[0].count == 5)
        #expect(outcome.record.breach == nil)
    }

    @Test func `teams are drawn from their roles only`() throws {
        var (town, node) = community()
        comes(&town, node, as: .communityWorker)
        comes(&town, node, as: .volunteer)
        comes(&town, node, as: .propertyStaff)
        town.team("members") { $0.from = .init(.registeredMember) }
        town.team("volunteers")
        town.team("mixed") { ($0.from, $0.full) = ([.init(.communityWorker), .init(.volunteer)], 5) }
        let outcome = try town.outcome()
        #expect(outcome.members.map { $0.map(\.raw) } == [[], [1], [0]])
        #expect(outcome.states[2] == .waiting)
    }

    @Test func `those who wait are seated in the order of their coming when teams open`() throws {
        var (town, node) = community()
        for _ in 0..<5 { comes(&town, node) }
        town.plan.conversion[.community].from = .iv
        town.plan.conversion[.community].time = .minutes(60)
        town.team("a") { ($0.minimum, $0.full) = (2, 2) }
        town.team("b") { ($0.minimum, $0.full, $0.from) = (1, 2, .init(.registeredMember)) }
        town.team("c") { ($0.minimum, $0.full) = (2, 2) }
        let outcome = try town.outcome()
        #expect(outcome.members.map { $0.map(\.raw) } == [[0, 1], [], [2, 3]])
        #expect(outcome.teams.map(\.enough) == [at(60), -1, at(60)])
    }

    // MARK: Patience

    @Test func `once its patience is over a team starts with the share the plan allows`() throws {
        for (share, present, expected) in [
            (0.5, 2, at(30)), (0.5, 3, at(30)), (0.75, 2, -1), (1, 3, -1), (0, 0, -1), (0, 1, at(30)),
        ] as [(Double, Int, Int64)] {
            var (town, node) = community()
            for _ in 0..<present { comes(&town, node) }
            town.team("a") { ($0.minimum, $0.full) = (4, 6) }
            town.plan.teams.patience = at(30)
            town.plan.teams.underStrength = share
            let outcome = try town.outcome()
            #expect(outcome.teams[0].enough == expected, "\(share) of 4 with \(present)")
            #expect(outcome.record.breach == nil)
        }
    }

    @Test func `after that the next to come may be enough`() throws {
        var (town, node) = community()
        town.person(node, home: town.point(60 * 10))
        town.person(node, home: town.point(60 * 50))
        town.team("a") { ($0.minimum, $0.full) = (4, 6) }
        town.plan.teams.patience = at(30)
        town.plan.teams.underStrength = 0.5
        #expect(try town.outcome().teams[0].enough == at(50))
    }

    @Test func `patience counts from the opening of the team`() throws {
        var (town, node) = community()
        comes(&town, node)
        town.team("a") { ($0.minimum, $0.full) = (2, 2) }
        town.plan.teams.patience = at(30)
        town.plan.teams.underStrength = 0.5
        town.plan.conversion[.community].from = .iv
        town.plan.conversion[.community].time = .minutes(20)
        #expect(try town.outcome().teams[0].enough == at(50))
    }

    @Test func `when patience ends, the seat kept for a leader goes to whoever waits first`() throws {
        var (town, node) = community()
        for _ in 0..<3 { comes(&town, node) }
        town.person(node, home: town.point(60 * 50))
        town.team("a") { ($0.minimum, $0.full, $0.needsLeader) = (2, 2, true) }
        town.plan.teams.patience = at(30)
        let outcome = try town.outcome()
        #expect(outcome.members[0].map(\.raw) == [0, 1])
        #expect(outcome.teams[0].enough == at(30))
        #expect(outcome.record.breach == nil)
    }

    @Test func `one of a patient team acts as leader where none came`() throws {
        var (town, node) = community()
        for _ in 0..<4 { comes(&town, node) }
        town.team("a") { ($0.minimum, $0.full, $0.needsLeader) = (3, 5, true) }
        town.plan.teams.patience = at(30)
        var outcome = try town.outcome()
        #expect(outcome.members[0].count == 4)
        #expect(outcome.teams[0].enough == at(30))
        town.plan.teams.patience = nil
        outcome = try town.outcome()
        #expect(outcome.teams[0].enough == -1)
    }

    // MARK: Departments

    @Test func `departments do not mix`() throws {
        var dice = Dice(1)
        var town = SmallTown()
        town.departments(3)
        let (street, _) = town.streetAndCommunity()
        for _ in 0..<30 {
            town.person(
                street, as: .departmentOfficer, home: town.point(Double(dice.number(1...3000))),
                department: UInt8(dice.number(0...2)))
        }
        town.team("department") {
            ($0.formedAt, $0.from, $0.duty) = (.street, .init(.departmentOfficer), .joins)
            ($0.minimum, $0.full, $0.number) = (2, 4, .each(2))
        }
        let outcome = try town.outcome()
        #expect(outcome.world.teams.map(\.department) == [0, 0, 1, 1, 2, 2])
        for (team, members) in outcome.members.enumerated() {
            let department = outcome.world.teams[team].department
            #expect(members.allSatisfy { Int(outcome.world.people.department[$0]) == department })
            #expect(members.count >= 2)
        }
    }

    // MARK: Temporary branches

    /// A community where so many full members come, one a minute, each to a team of its own with one other.
    private func branch(members: Int) -> (SmallTown, OrganizationNodeID) {
        var (town, node) = community()
        for _ in 0..<members { comes(&town, node, as: .registeredMember, .fullMember) }
        town.team("pair") {
            ($0.minimum, $0.full, $0.number, $0.from) = (1, 1, .each(9), .init(.registeredMember))
        }
        town.plan.teams.brief = .minutes(10)
        town.plan.teams.branchApproval = .minutes(20)
        return (town, node)
    }

    @Test func `the third full member in a team makes a branch, once approved, and no more makes another`() throws {
        for members in 0...8 {
            var (town, _) = branch(members: members)
            #expect(try town.outcome().branches == (members >= 3 ? 1 : 0))
            #expect(try town.outcome()["temporary_branches"] == (members >= 3 ? 1 : 0))
            // The third comes at 3, is briefed at 13, and the branch approved at 33.
            town.horizon = at(33) - 1
            #expect(try town.outcome().branches == 0)
            town.horizon = at(33)
            #expect(try town.outcome().branches == (members >= 3 ? 1 : 0))
        }
    }

    @Test func `each muster point has a branch of its own, by the plan's number of members`() throws {
        var town = SmallTown()
        let (street, first) = town.streetAndCommunity()
        let second = town.node(.community, under: street)
        town.people(5, first, as: .registeredMember, traits: .fullMember)
        town.people(4, second, as: .registeredMember, traits: .fullMember)
        town.people(9, second, as: .registeredMember)
        town.team("team") { ($0.minimum, $0.full, $0.from) = (5, 20, .init(.registeredMember)) }
        town.plan.teams.brief = .minutes(1)
        for (needed, branches) in [(3, 2), (4, 2), (5, 1), (6, 0)] {
            town.plan.teams.branchMembers = needed
            #expect(try town.outcome().branches == branches)
        }
    }

    @Test func `a branch shortens the hand-offs asked for after its approval`() throws {
        for (approval, agreed) in [(20, 45), (59, 45), (61, 75)] as [(Double, Int64)] {
            var (town, node) = branch(members: 3)
            town.plan.teams.brief = .minutes(0)
            town.plan.teams.branchApproval = .minutes(approval - 3)
            town.plan.teams.branchHandOffFactor = 0.5
            town.departments(2)
            town.grid(under: node, lowResidentsNeedingHelp: 1)
            // Asked at 60, when the community has converted; without a branch one hand-off takes an hour and a quarter.
            town.demand(.transfer, level: .iii, departments: [0])
            town.signals([(.iv, 0), (.iii, 60)])
            town.plan.command.handOff = .minutes(90)
            let outcome = try town.outcome()
            #expect(outcome.tasks[9].agreed == at(60 + (agreed == 45 ? 45 : 90)))
        }
    }

    // MARK: Whatever comes

    @Test func `random musters keep to the rules of strength and leave no free seat to those who wait`() throws {
        var dice = Dice(7)
        for _ in 0..<60 {
            var (town, node) = community()
            for _ in 0..<dice.number(0...25) {
                var traits: PersonTraits = []
                if dice.happens(0.2) { traits.insert(.leader) }
                if dice.happens(0.4) { traits.insert(.fullMember) }
                town.person(
                    node, as: dice.one(of: [.volunteer, .registeredMember]),
                    home: town.point(Double(dice.number(0...5000))), traits: traits)
            }
            for kind in 0..<dice.number(1...4) {
                let minimum = dice.number(1...5)
                let full = minimum + dice.number(0...3)
                let (needsLeader, number) = (dice.happens(0.5), TeamPlan.Number.each(dice.number(1...2)))
                let from: RoleSet = dice.one(of: [.init(.volunteer), .init(Role.allCases)])
                town.team("k\(kind)") {
                    ($0.minimum, $0.full, $0.needsLeader, $0.number, $0.from) = (
                        minimum, full, needsLeader, number, from
                    )
                }
            }
            town.plan.teams.form = .minutes(10)
            check(try town.outcome())
        }
    }

    private func check(_ outcome: Outcome) {
        let people = outcome.world.people
        #expect(outcome.record.breach == nil)
        for (index, members) in outcome.members.enumerated() {
            let (record, story) = (outcome.world.teams[index], outcome.teams[index])
            let isLed = members.contains { people.traits[$0].contains(.leader) }
            let seats = Int(record.full) - (record.needsLeader && !isLed ? 1 : 0)
            #expect(members.count <= seats)
            #expect(members.allSatisfy { record.from.has(people.role[$0]) })
            // It started when it had its minimum and its leader, at the check-in of the one who was missing.
            if story.enough >= 0 {
                #expect(isLed || !record.needsLeader)
                #expect(outcome.checkedIn(story.critical) == story.enough)
                let there = members.filter { (outcome.checkedIn($0) ?? .max) <= story.enough }
                #expect(there.count >= record.minimum)
                #expect(story.ready == story.enough + at(10))
                // Nobody joins a team that is ready.
                #expect(members.allSatisfy { (outcome.checkedIn($0) ?? .max) <= story.ready })
            } else {
                #expect(members.count < record.minimum || record.needsLeader && !isLed)
                // Whoever waits could not have joined it.
                for person in people.role.elements().indices.map({ PersonID($0) })
                where outcome.states[person.index] == .waiting && record.from.has(people.role[person]) {
                    let isLeader = people.traits[person].contains(.leader)
                    #expect(isLeader ? members.count == record.full : members.count == seats)
                }
            }
        }
    }
}
