import DenseTables
import Organization
import Places
import RandomStreams
import Testing

@testable import Mobilization

/// Every measure worked out anew from the detailed rows of a run, by its definition, in the plainest way.
@Suite struct MeasureReadingTests {
    /// Runs of random towns, shared by all tests here.
    private static let outcomes: [Outcome] = (0..<40).compactMap { try? RandomTown.make($0).outcome(seed: $0) }

    private func forEach(_ check: (Outcome, RunDetail) throws -> Void) throws {
        #expect(Self.outcomes.count == 40)
        for outcome in Self.outcomes { try check(outcome, try #require(outcome.record.detail)) }
    }

    private func expect(
        _ outcome: Outcome, _ name: String, _ value: Double?, _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(Measures.index(of: name) != nil, "\(name)", sourceLocation: location)
        let measured = outcome[name]
        guard let value, let measured, value.isFinite, measured.isFinite else {
            #expect(measured == value, "\(name)", sourceLocation: location)
            return
        }
        #expect(abs(measured - value) <= 1e-9 * max(1, abs(value)), "\(name)", sourceLocation: location)
    }

    /// When each level was ordered, in milliseconds: the district acts at once on its own orders.
    private func ordered(_ detail: RunDetail) -> [ResponseLevel: Int64] {
        var times: [ResponseLevel: Int64] = [:]
        for (level, seconds) in zip(ResponseLevel.ordered, detail.units[0].acted) {
            if let seconds { times[level] = Int64((seconds * 1000).rounded()) }
        }
        return times
    }

    private func minutes(_ milliseconds: Int64) -> Double { Double(milliseconds) / 60_000 }

    @Test func `a task never begun is not within its target`() throws {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.grid(under: community, lowHouseholds: 3)
        town.demand(.warn)
        town.signals([(.iv, 50)])
        town.horizon = at(60)
        town.incident.responseTarget = at(30)
        #expect(try town.outcome()["response_within_target"] == 0)
    }

    @Test func `the first order and the first team`() throws {
        try forEach { outcome, detail in
            let first = ordered(detail).values.min()
            expect(outcome, "authorize_min", first.map { minutes($0) } ?? .infinity)
            let team = detail.tasks.map(\.story.started).filter { $0 >= 0 }.min()
            let both = first.flatMap { first in team.map { $0 - first } }
            expect(outcome, "first_team_min", both.map { minutes($0) } ?? .infinity)
        }
    }

    /// When so many percent of the posts up to a level were staffed; nil without posts, infinite if never.
    private func staffed(_ percent: Int, _ level: ResponseLevel, _ detail: RunDetail) -> Double? {
        let posts = detail.tasks.filter { $0.record.kind == .post && $0.record.level <= level }
        if posts.isEmpty { return nil }
        let times = posts.map(\.story.started).filter { $0 >= 0 }.sorted()
        // The least number of posts that makes the share.
        guard let needed = (1...posts.count).first(where: { $0 * 100 >= percent * posts.count }),
            needed <= times.count
        else { return .infinity }
        return Double(times[needed - 1])
    }

    @Test func `when shares of the posts are staffed`() throws {
        var reached = 0
        try forEach { outcome, detail in
            let ordered = ordered(detail)
            func time(_ percent: Int, _ level: ResponseLevel) -> Double? {
                guard let staffed = staffed(percent, level, detail) else { return nil }
                guard let start = ordered[level] else { return .infinity }
                return max(staffed - Double(start), 0) / 60_000
            }
            let highest = ordered.keys.max() ?? .none
            for percent in [50, 80, 95] { expect(outcome, "t\(percent)_min", time(percent, highest)) }
            let share = staffed(80, highest, detail)
            expect(outcome, "t80_from_signal_min", share.map { $0 / 60_000 })
            expect(outcome, "t80_reached", share.map { $0.isFinite ? 1 : 0 })
            reached += share?.isFinite == true ? 1 : 0
            for level in ResponseLevel.ordered {
                let isSignaled = outcome.world.incidents[0].signals.contains { $0.level == level }
                for percent in [50, 80] {
                    expect(
                        outcome, "t\(percent)_level_\(level.name.lowercased())_min",
                        isSignaled ? time(percent, level) : nil)
                }
            }
        }
        #expect(reached >= 2)
    }

    @Test func `the hours for which posts stood empty`() throws {
        try forEach { outcome, detail in
            expect(outcome, "unmet_person_hours", emptyHours(outcome, detail))
        }
    }

    /// Person-hours posts stood empty from the first order, of their own level or a higher one, that asks for them; nil without posts.
    private func emptyHours(_ outcome: Outcome, _ detail: RunDetail) -> Double? {
        let posts = detail.tasks.filter { $0.record.kind == .post }
        if posts.isEmpty { return nil }
        let ordered = ordered(detail)
        return posts.reduce(0.0) { sum, post in
            guard let from = ordered.filter({ $0.key >= post.record.level }).values.min() else { return sum }
            let until = post.story.started < 0 ? outcome.world.horizon : post.story.started
            let crew = outcome.world.plan.teams.kinds[detail.teams[post.record.postTeam.index].record.kind].minimum
            return sum + Double(max(0, until - from) * Int64(crew)) / 3_600_000
        }
    }

    @Test func `in towns where orders overtake one another, they are counted and posts are due from the first`() throws
    {
        var overtaken = 0
        for number in 0..<12 as Range<UInt64> {
            var town = RandomTown.make(number)
            // The first decision takes longer than raising it, so that higher levels are ordered first.
            (town.plan.command.consult, town.plan.command.raise) = (.minutes(400), .minutes(1))
            let watch = Watch.play(try town.world(), seed: number)
            let outcome = try town.outcome(seed: number)
            let detail = try #require(outcome.record.detail)
            expect(outcome, "overtaken_orders", Double(watch.overtaken))
            expect(outcome, "unmet_person_hours", emptyHours(outcome, detail))
            overtaken += watch.overtaken
        }
        #expect(overtaken >= 5)
    }

    @Test func `counters are those of the verbs, and what somebody who watches the events counts`() throws {
        var (calls, twice, branches) = (0, 0, 0)
        for number in 0..<12 as Range<UInt64> {
            let watch = Watch.play(try RandomTown.make(number).world(), seed: number)
            let outcome = try RandomTown.make(number).outcome(seed: number)
            expect(outcome, "calls_made", Double(outcome.calls))
            expect(outcome, "duplicate_contacts", Double(outcome.duplicates))
            expect(outcome, "temporary_branches", Double(watch.branches))
            // No road of these towns closes.
            expect(outcome, "people_cut_off", 0)
            (calls, twice, branches) = (calls + outcome.calls, twice + outcome.duplicates, branches + watch.branches)
        }
        #expect(calls > 100 && twice > 0 && branches > 0)
    }

    @Test func `a post is required from the first order that asks for it, its own or a higher one that overtook it`()
        throws
    {
        var town = SmallTown()
        let (_, community) = town.streetAndCommunity()
        town.people(2, community)
        town.team("post") { ($0.level, $0.minimum, $0.full) = (.iii, 2, 2) }
        town.plan.callOut.waves = [.init(level: .iii, roles: .init(.volunteer))]
        town.plan.callOut.messageDelay = .minutes(30)
        (town.plan.command.consult, town.plan.command.raise) = (.minutes(100), .minutes(10))
        town.signals([(.iii, 0), (.ii, 10)])
        // Level III is ordered at 100, after level II at 20, which asks for the post too; it is staffed at 50.
        let outcome = try town.outcome()
        #expect(outcome.tasks[0].started == at(50))
        #expect(outcome["unmet_person_hours"] == 1)
    }

    @Test func `how soon tasks are begun`() throws {
        try forEach { outcome, detail in
            let tasks = detail.tasks.filter { $0.record.kind != .post && $0.state != .absent }
            let times = tasks.map {
                ($0.story.started < 0 ? outcome.world.horizon : $0.story.started) - $0.story.appeared
            }.sorted()
            let count = times.count
            expect(outcome, "response_mean_min", count == 0 ? nil : minutes(times.reduce(0, +)) / Double(count))
            // Rank (n − 1) · 9/10 counted from 0, in tenths so that nothing is rounded.
            let (rank, tenths) = ((count - 1) * 9 / 10, (count - 1) * 9 % 10)
            let ninety =
                count == 0 ? nil : (10 - tenths) * Int(times[rank]) + (tenths == 0 ? 0 : tenths * Int(times[rank + 1]))
            expect(outcome, "response_p90_min", ninety.map { Double($0) / 600_000 })
            guard let target = outcome.world.incidents[0].responseTarget, count > 0 else {
                return expect(outcome, "response_within_target", nil)
            }
            let within = tasks.count { $0.story.started >= 0 && $0.story.started - $0.story.appeared <= target }
            expect(outcome, "response_within_target", Double(within) / Double(count))
        }
    }

    @Test func `what the water came before, and how fast doors are warned`() throws {
        try forEach { outcome, detail in
            let tasks = detail.tasks.filter { $0.record.kind != .post }
            let done = tasks.filter { $0.record.kind == .warn && $0.story.ended >= 0 }
            let households = done.reduce(0) { $0 + Int($1.story.opening) }
            let from = done.map(\.story.started).min() ?? 0
            let until = done.map(\.story.ended).max() ?? 0
            expect(
                outcome, "households_warned_per_hour",
                until > from ? Double(households) / (Double(until - from) / 3_600_000) : nil)
            // Needs the hazard never made cannot be missed.
            let due = tasks.filter {
                $0.state != .absent && (0...outcome.world.horizon).contains($0.story.deadline)
            }
            let missed = due.filter { $0.story.ended < 0 || $0.story.ended >= $0.story.deadline }
            expect(outcome, "deadline_missed", due.isEmpty ? nil : Double(missed.count) / Double(due.count))
            // Doors that stayed shut were not warned in time either.
            let doors = due.filter { $0.record.kind == .warn }
            let inTime = doors.filter { $0.story.ended >= 0 && $0.story.ended < $0.story.deadline }
            let late = doors.reduce(0) { $0 + $1.record.amount } - inTime.reduce(0) { $0 + Int($1.story.opening) }
            expect(outcome, "households_late", due.isEmpty ? nil : Double(late))
        }
    }

    @Test func `requests to departments and their coming`() throws {
        try forEach { outcome, detail in
            let asked = detail.tasks.filter { $0.record.departments >= 0 }
            let come = asked.filter { $0.department.arrived >= 0 }
            let total = come.reduce(0) { $0 + $1.department.arrived - $1.story.opened }
            expect(outcome, "whistle_to_arrival_min", come.isEmpty ? nil : minutes(total) / Double(come.count))
            let handOffs = asked.reduce(0) { $0 + Int($1.story.handOffs) }
            expect(outcome, "handoffs", asked.isEmpty ? nil : Double(handOffs))
        }
    }

    @Test func `counts of teams, turn-outs and people`() throws {
        try forEach { outcome, detail in
            let categories: [(String, TeamPlan.Category)] = [
                ("task_forces", .taskForce), ("volunteer_teams", .volunteerTeam),
            ]
            for (name, category) in categories {
                let formed = detail.teams.count {
                    $0.ready != nil && outcome.world.plan.teams.kinds[$0.record.kind].category == category
                }
                expect(outcome, name, Double(formed))
            }
            let arrived = detail.tasks.flatMap { [$0.main, $0.department] }.filter { $0.arrived >= 0 }
            let turnouts = arrived.reduce(0) { $0 + outcome.members[$1.team.index].count }
            expect(outcome, "turnouts", Double(turnouts))
            let people = Set(arrived.flatMap { outcome.members[$0.team.index] })
            expect(outcome, "people_turned_out", Double(people.count))
            expect(outcome, "unclaimed_needs", Double(detail.tasks.count(where: \.story.lastResort)))
            let gates = detail.tasks.filter {
                $0.record.kind == .post && outcome.world.organization[$0.record.node].level == .compound
            }
            let staffed = gates.count { $0.state == .inProgress }
            expect(outcome, "gate_posts_staffed", gates.isEmpty ? nil : Double(staffed) / Double(gates.count))
            expect(outcome, "no_shows", Double(outcome.states.count { $0 == .noShow }))
        }
    }

    @Test func `the waterfall from the roster to the post`() throws {
        try forEach { outcome, _ in
            let listed = (0..<outcome.world.people.count).map { PersonID($0) }
                .filter { !outcome.world.people.traits[$0].contains(.unlisted) }
            expect(outcome, "roster_people", Double(listed.count))
            let names = listed.reduce(0) { $0 + Int(outcome.world.people.listings[$1]) }
            expect(outcome, "roster_names", Double(names))
            // Called, reached, said yes, set out, arrived: as many as have that entry in their journey.
            for (step, name) in [
                (0, "people_called"), (1, "people_reached"), (2, "people_accepted"), (4, "people_arrived"),
            ] {
                expect(outcome, name, Double(outcome.journeys.count { $0.count > step }))
            }
        }
    }

    @Test func `mean stages of tasks and posts`() throws {
        try forEach { outcome, detail in
            let begun = detail.tasks.compactMap(\.stages)
            for stage in ResponseStage.allCases {
                let total = begun.reduce(0) { $0 + $1[stage.rawValue] }
                expect(
                    outcome, "stage_\(stage.name)_min",
                    begun.isEmpty ? nil : minutes(total) / Double(begun.count))
            }
        }
    }
}
