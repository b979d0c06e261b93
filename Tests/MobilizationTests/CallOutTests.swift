import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

@Suite struct CallOutTests {
    private static let call = at(1)

    /// A district that rings `count` people from time 0, each call a minute, everybody answering.
    private func tree(_ count: Int, span: Int, retries: Int = 0, stale: Set<Int> = []) -> SmallTown {
        var town = SmallTown()
        for index in 0..<count { town.person(traits: stale.contains(index) ? .staleEntry : []) }
        town.plan.callOut.channels = [.phoneTree]
        town.plan.callOut.span = span
        town.plan.callOut.retries = retries
        town.plan.callOut.call = .fixed(Double(Self.call))
        return town
    }

    // MARK: The phone tree

    @Test func `a cascade reaches place p at the time of its parent and so many calls more`() throws {
        for span in [1, 2, 3, 5, 8] {
            for count in [0, 1, 2, 3, 7, 25, 40] {
                var expected: [Int64?] = []
                for index in 0..<count {
                    let parent = index / span
                    let start = parent == 0 ? 0 : expected[parent - 1] ?? 0
                    expected.append(start + Int64(index % span + 1) * Self.call)
                }
                let town = tree(count, span: span)
                let outcome = try town.outcome()
                #expect(Array(outcome.allReached.prefix(count)) == expected, "\(count) people, span \(span)")
                #expect(outcome.calls == count)
            }
        }
    }

    /// The times at which people are reached, found by letting every caller work through a pile of names: the names of somebody
    /// who was missed are put on top of the pile.
    private func worked(_ count: Int, span: Int, retries: Int, stale: Set<Int>) -> [Int64?] {
        var reached = [Int64?](repeating: nil, count: count)
        var callers: [(place: Int, from: Int64)] = [(0, 0)]
        func names(_ place: Int) -> [Int] { (place * span + 1..<place * span + span + 1).filter { $0 <= count } }
        while let (place, start) = callers.popLast() {
            var now = start
            var pile = names(place)
            while !pile.isEmpty {
                let next = pile.removeFirst()
                if stale.contains(next - 1) {
                    now += Int64(retries + 1) * Self.call
                    pile = names(next) + pile
                } else {
                    now += Self.call
                    reached[next - 1] = now
                    callers.append((next, now))
                }
            }
        }
        return reached
    }

    @Test func `whoever is missed loses nobody: the caller takes the branch over`() throws {
        var dice = Dice(3)
        for _ in 0..<60 {
            let (count, span, retries) = (dice.number(1...40), dice.number(1...5), dice.number(0...3))
            let share = dice.share()
            let stale = Set((0..<count).filter { _ in dice.share() < share })
            let town = tree(count, span: span, retries: retries, stale: stale)
            let outcome = try town.outcome()
            for index in 0..<count {
                #expect(outcome.states[index] == (stale.contains(index) ? .called : .waiting), "person \(index)")
            }
            #expect(outcome.calls == count - stale.count + (retries + 1) * stale.count)
            #expect(outcome.allReached == worked(count, span: span, retries: retries, stale: stale))
        }
    }

    @Test func `the tree grows from whoever is reached, able to come or not`() throws {
        var town = tree(30, span: 2)
        town.plan.callOut.answers = Role.allCases.map { _ in
            var answer = CallOutPlan.Answer()
            answer.willing = 0
            return answer
        }
        let outcome = try town.outcome()
        #expect(outcome.states.allSatisfy { $0 == .declined })
        #expect(outcome.allReached == (try tree(30, span: 2).outcome().allReached))
    }

    @Test func `leaders are rung first, then everybody in the order of the place`() throws {
        var town = tree(3, span: 1)
        let leader = town.person(traits: .leader)
        let outcome = try town.outcome()
        #expect(outcome.reached(leader) == at(1))
        #expect(outcome.allReached == [at(2), at(3), at(4), at(1)])
    }

    @Test func `a call that never ends ends its caller's part of the tree`() throws {
        var town = tree(6, span: 2)
        town.plan.callOut.call = .chance(0, then: .minutes(1))
        let outcome = try town.outcome()
        #expect(outcome.states.allSatisfy { $0 == .called })
        #expect(outcome.calls == 0)
    }

    // MARK: The group message

    @Test func `a group message reaches everybody on the list at once, except by a number out of date`() throws {
        var town = tree(20, span: 1, stale: [4])
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.messageDelay = .minutes(7)
        let outcome = try town.outcome()
        #expect(outcome.allReached == (0..<20).map { $0 == 4 ? nil : at(7) })
        #expect(outcome.calls == 0)
        #expect(outcome.duplicates == 0)
    }

    @Test func `messages not read soon are read late, or never`() throws {
        var town = tree(400, span: 1)
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.messageRead = .init(day: 0.5, night: 0.5)
        town.plan.callOut.messageReadLate = 0.4
        town.plan.callOut.messageDelay = .minutes(1)
        town.plan.callOut.messageLateDelay = .minutes(200)
        let reached = try town.outcome().allReached
        let (soon, late) = (reached.count { $0 == at(1) }, reached.count { $0 == at(200) })
        #expect(soon + late + reached.count { $0 == nil } == 400)
        // 200 soon, four tenths of the other 200 late; five standard deviations either way.
        #expect(abs(soon - 200) < 50)
        #expect(abs(late - 80) < 40)
    }

    // MARK: Both channels

    @Test func `over two channels the first contact counts and the second is a duplicate`() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var town = tree(40, span: 3, retries: 1, stale: [5, 11])
            town.plan.callOut.callAnswered = .init(day: 0.6, night: 0.6)
            town.plan.callOut.messageRead = .init(day: 0.7, night: 0.7)
            town.plan.callOut.messageDelay = .uniform(low: 0, high: 1_200_000)
            let phone = try town.outcome(seed: seed).allReached
            town.plan.callOut.channels = [.groupMessage]
            let message = try town.outcome(seed: seed).allReached
            town.plan.callOut.channels = [.phoneTree, .groupMessage]
            let both = try town.outcome(seed: seed)
            let first = zip(phone, message).map { min($0 ?? .max, $1 ?? .max) }
            #expect(both.allReached.map { $0 ?? .max } == first)
            #expect(both.duplicates == zip(phone, message).count { $0 != nil && $1 != nil })
        }
    }

    @Test func `whoever is on duty is reached at once, through any channel and by any number`() throws {
        for channels in [[], [.phoneTree], [.groupMessage]] as [Set<CallOutPlan.Channel>] {
            var town = tree(3, span: 1)
            let officer = town.person(traits: [.onDuty, .staleEntry])
            town.plan.callOut.channels = channels
            town.plan.callOut.messageDelay = .minutes(9)
            #expect(try town.outcome().reached(officer) == 0)
        }
    }

    // MARK: Waves

    @Test func `each wave is called when its level is acted on, and nobody twice`() throws {
        var town = SmallTown()
        let (cadre, worker, guarding) = (
            town.person(as: .streetCadre), town.person(as: .communityWorker), town.person(as: .propertyStaff)
        )
        town.plan.callOut.waves = [
            .init(level: .iii, roles: [.init(.communityWorker), .init(.streetCadre)]),
            .init(level: .iv, roles: .init(.streetCadre)),
        ]
        town.signals([(.iv, 0), (.iii, 60)])
        let outcome = try town.outcome()
        // A cadre named by two waves is called by the earlier one; the guard is on no wave.
        #expect(outcome.called(cadre) == 0)
        #expect(outcome.called(worker) == at(60))
        #expect(outcome.states[guarding.index] == .standing)
        #expect(outcome["people_called"] == 2)
        #expect(outcome["roster_people"] == 3)
        #expect(outcome.duplicates == 0)
    }

    @Test func `a level ordered at once calls all waves up to it`() throws {
        var town = SmallTown()
        let roles: [Role] = [.districtCadre, .communityWorker, .registeredMember, .volunteer]
        for role in roles { town.person(as: role) }
        town.plan.callOut.waves = zip(ResponseLevel.ordered, roles).map { .init(level: $0, roles: .init($1)) }
        for (number, level) in ResponseLevel.ordered.enumerated() {
            town.signals([(level, 3)])
            let outcome = try town.outcome()
            #expect(outcome.states.count { $0 != .standing } == number + 1)
            #expect(outcome.journeys.allSatisfy { $0.isEmpty || $0[0] == at(3) })
        }
    }

    @Test func `each organization calls its own people when it acts`() throws {
        var town = SmallTown()
        let (street, community) = town.streetAndCommunity()
        let persons = [town.person(), town.person(street), town.person(community)]
        town.plan.command.street.relay = .minutes(5)
        town.plan.command.community.relay = .minutes(3)
        let outcome = try town.outcome()
        #expect(persons.map { outcome.called($0) } == [0, at(5), at(8)])
    }

    @Test func `people on no roster are never called`() throws {
        var town = SmallTown()
        let outside = town.person(traits: .unlisted)
        town.person()
        let outcome = try town.outcome()
        #expect(outcome.states[outside.index] == .standing)
        #expect(outcome["roster_people"] == 1)
        #expect(outcome["roster_names"] == 1)
    }

    // MARK: Chances

    @Test func `a call that ends in the morning is answered as by day`() throws {
        // Called from 5:50, each call four minutes: the first two end by night, the third by day.
        var town = tree(4, span: 4)
        town.plan.callOut.call = .minutes(4)
        town.plan.callOut.callAnswered = .init(day: 1, night: 0)
        town.incident.weekStart = at(5 * 60 + 50)
        #expect(try town.outcome().allReached == [nil, nil, at(12), at(16)])
    }

    @Test func `by night fewer answer, by the hour of the call or message`() throws {
        for (hour, isNight) in [(22, false), (23, true), (2, true), (5, true), (6, false), (12, false)]
            as [(Int64, Bool)]
        {
            for channel in CallOutPlan.Channel.allCases {
                var town = tree(5, span: 2)
                town.plan.callOut.channels = [channel]
                town.plan.callOut.callAnswered = .init(day: 1, night: 0)
                town.plan.callOut.messageRead = .init(day: 1, night: 0)
                town.incident.weekStart = at(hour * 60)
                let outcome = try town.outcome()
                #expect(outcome["people_reached"] == (isNight ? 0 : 5), "\(hour):00 by \(channel)")
            }
        }
    }

    @Test func `without correlation everybody has exactly the plan's chance`() throws {
        let (people, runs) = (40, 150)
        var town = tree(people, span: 4)
        town.plan.callOut.callAnswered = .init(day: 0.3, night: 0.3)
        town.plan.callOut.messageRead = .init(day: 0.3, night: 0.3)
        for channel in CallOutPlan.Channel.allCases {
            town.plan.callOut.channels = [channel]
            let counts = try reachedCounts(town, runs)
            let mean = Double(people * runs) * 0.3
            #expect(abs(Double(counts.reduce(0, +)) - mean) < 5 * (mean * 0.7).squareRoot())
            // The variance between replications is binomial: 40 · 0.3 · 0.7; its estimate varies by an eighth or so.
            #expect(abs(variance(counts) / 8.4 - 1) < 0.5)
        }
    }

    @Test func `people of one list answer together as much as the plan says`() throws {
        let (people, runs) = (40, 250)
        var town = tree(people, span: 4)
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.messageRead = .init(day: 0.4, night: 0.4)
        for isList in [true, false] {
            town.plan.callOut.listCorrelation = isList ? 0.15 : 0
            town.plan.callOut.channelCorrelation = isList ? 0 : 0.15
            let counts = try reachedCounts(town, runs)
            // Beta-binomial: the mean stays, the variance is n m (1 − m) (1 + (n − 1) ρ).
            let spread = Double(people) * 0.4 * 0.6 * (1 + 39 * 0.15)
            let mean = Double(counts.reduce(0, +)) / Double(runs)
            #expect(abs(mean - 16) < 5 * (spread / Double(runs)).squareRoot())
            #expect(abs(variance(counts) / spread - 1) < 0.4)
        }
    }

    @Test func `two lists share the luck of their channel, but not each other's`() throws {
        var town = SmallTown()
        town.horizon = at(10)
        let nodes = [town.node(.street), town.node(.street)]
        for node in nodes { town.people(40, node) }
        town.plan.callOut.messageRead = .init(day: 0.5, night: 0.5)
        func correlation() throws -> Double {
            let world = try town.world()
            let pairs = (0..<120).map { replication in
                let reached = Outcome(of: world, replication: UInt32(replication)).allReached
                return (reached[..<40].count { $0 != nil }, reached[40...].count { $0 != nil })
            }
            let (first, second) = (pairs.map(\.0), pairs.map(\.1))
            let both = variance(zip(first, second).map { $0 + $1 })
            let (one, other) = (variance(first), variance(second))
            return (both - one - other) / (2 * (one * other).squareRoot())
        }
        town.plan.callOut.channelCorrelation = 0.3
        #expect(try correlation() > 0.7)
        town.plan.callOut.channelCorrelation = 0
        town.plan.callOut.listCorrelation = 0.3
        #expect(try abs(correlation()) < 0.4)
    }

    // MARK: Answers

    @Test func `an average person says yes with the role's chance, a readier one refuses less often`() throws {
        var town = tree(0, span: 1)
        for _ in 0..<300 { town.person() }
        for _ in 0..<300 { town.person(propensity: 2) }
        town.person(as: .gridWorker)
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.answers[Int(Role.volunteer.rawValue)].willing = 0.6
        var accepted = [0, 0]
        for replication in 0..<4 as Range<UInt32> {
            let outcome = try town.outcome(replication: replication)
            accepted[0] += outcome.states[..<300].count { $0 != .declined }
            accepted[1] += outcome.states[300..<600].count { $0 != .declined }
            #expect(outcome.states[600] == .waiting)
        }
        #expect(abs(Double(accepted[0]) / 1200 - 0.6) < 5 * (0.24 / 1200).squareRoot())
        #expect(abs(Double(accepted[1]) / 1200 - 0.84) < 5 * (0.84 * 0.16 / 1200).squareRoot())
    }

    @Test func `one mood for the incident makes people's willingness vary together`() throws {
        var town = tree(60, span: 1)
        town.horizon = at(10)
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.answers[Int(Role.volunteer.rawValue)].willing = 0.5
        let world = try town.world()
        func accepted(_ world: World) -> [Int] {
            (0..<100).map { Outcome(of: world, replication: $0).states.count { $0 == .waiting } }
        }
        let alone = accepted(world)
        town.plan.callOut.willingnessCorrelation = 0.3
        let together = accepted(try town.world())
        #expect(variance(alone) < 30)
        #expect(variance(together) > 3 * variance(alone))
    }

    @Test func `availability goes by the band of the week, and those who cannot come at once may come later`() throws {
        var town = tree(4, span: 1)
        town.plan.callOut.channels = [.groupMessage]
        town.plan.callOut.decide = .minutes(2)
        town.plan.callOut.answers[Int(Role.volunteer.rawValue)].available[Int(WeekBand.workday.rawValue)] = 0
        // Monday 20:00, then Monday 10:00.
        town.incident.weekStart = at(20 * 60)
        #expect(try town.outcome().states.allSatisfy { $0 == .waiting })
        town.incident.weekStart = at(10 * 60)
        #expect(try town.outcome().states.allSatisfy { $0 == .declined })
        town.plan.callOut.comesLater = 1
        town.plan.callOut.laterDelay = .minutes(90)
        let later = try town.outcome()
        #expect(later.journeys.allSatisfy { $0[1] == 0 && $0[2] == at(92) })
        // The band is that of the answer: decided at 18:00, nobody is at work any more.
        town.plan.callOut.decide = .minutes(480)
        #expect(try town.outcome().journeys.allSatisfy { $0[2] == at(480) })
    }

    @Test func `whoever is on duty can come and does`() throws {
        var town = tree(0, span: 1)
        let officer = town.person(traits: .onDuty)
        let answers = Role.allCases.map { _ in
            var answer = CallOutPlan.Answer()
            answer.willing = 0
            answer.available = WeekBand.allCases.map { _ in 0 }
            return answer
        }
        town.plan.callOut.answers = answers
        #expect(try town.outcome().states[officer.index] == .waiting)
    }

    private func reachedCounts(_ town: SmallTown, _ runs: Int) throws -> [Int] {
        var town = town
        town.horizon = at(120)
        let world = try town.world()
        return (0..<runs).map { run in Outcome(of: world, replication: UInt32(run)).allReached.count { $0 != nil } }
    }

    private func variance(_ counts: [Int]) -> Double {
        let mean = Double(counts.reduce(0, +)) / Double(counts.count)
        return counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / Double(counts.count - 1)
    }
}
