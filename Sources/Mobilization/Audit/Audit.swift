import Coverage
import DenseTables
import Organization
import Places
import RoadNetwork

/// Checks the laws of the model on a finished run and names the first one broken.
///
/// What is checked was counted in two ways or noted at two places, so that one broken rule shows. Laws about single teams
/// and tasks come before the books of all, which those break too.
enum Audit {
    /// The first law broken; nil if all hold.
    ///
    /// - Complexity: O(people + teams + tasks · log tasks).
    static func firstBreach(of run: FinishedRun) -> LawBreach? {
        if let breach = servedInTime(run) { return breach }
        if let breach = whereTheyWere(run) { return breach }
        if let breach = RoadAudit.breach(of: run) { return breach }
        if let breach = teamStrength(run) { return breach }
        if let breach = run.books.ledger.breach(elapsed: run.world.horizon) { return breach }
        let units = run.world.ground.place.stations.map(\.units)
        let service = run.service.book.breach(horizon: run.world.horizon, units: units, lines: run.service.waiting)
        if let service { return service }
        if let breach = stagesAddUp(run) { return breach }
        if let breach = stagesAreTheHours(run) { return breach }
        if !run.books.coverage.isRight(run.books.coveringSites(run.world), run.world, run.going.roads) {
            return LawBreach(law: .coverage, detail: "a recount finds other residents covered than were booked")
        }
        return nil
    }

    // MARK: Tasks

    private static func servedInTime(_ run: FinishedRun) -> LawBreach? {
        for (index, task) in run.world.tasks.enumerated() {
            let story = run.books.taskStory[TaskID(index)]
            guard story.opened >= 0 else { continue }
            func breach(_ what: String) -> LawBreach {
                LawBreach(law: .servedInTime, detail: "task \(index) \(what) (began at \(story.started) ms)")
            }
            guard story.appeared >= 0, story.appeared <= story.opened else {
                return breach("was ordered before it appeared")
            }
            let rule = run.world.plan.conversion[run.world.organization[task.owner].level]
            let converted = run.conversion.converted(task.owner)
            let isReady = ResponseLevel.ordered.contains { level in
                let acted = acted(on: level, for: task, run)
                guard level >= task.level, acted >= 0, acted <= story.opened else { return false }
                return rule.from == .none || level < rule.from || converted >= 0 && converted <= story.opened
            }
            guard isReady else { return breach("was opened before its community was ordered to and ready") }
            guard story.started >= 0 else { continue }
            guard story.opened <= story.started else { return breach("began before it was ordered") }
            var parties = [run.books.main(of: TaskID(index))]
            if task.departments >= 0 { parties.append(run.books.department(of: TaskID(index))) }
            for party in parties {
                guard party.team.exists, party.arrived >= 0 else { return breach("began without one of its teams") }
                guard party.assigned <= party.arrived, party.arrived <= story.started else {
                    return breach("began before team \(party.team.raw) was there")
                }
                guard let ready = Optional(run.books.teamStory[party.team].ready), ready >= 0, ready <= party.assigned
                else { return breach("was given to team \(party.team.raw) before it was ready") }
            }
            if story.ended >= 0, story.ended < story.started { return breach("ended before it began") }
        }
        return nil
    }

    /// When a task's organization acted on a level for its incident; for a post, on that level for any.
    private static func acted(on level: ResponseLevel, for task: TaskRecord, _ run: FinishedRun) -> Int64 {
        if task.kind == .post { return run.command.story.time(of: level, at: task.owner) }
        return run.command.story.time(of: Alert(level, incident: task.incident), at: task.owner)
    }

    /// Follows every team from place to place: it sets out from where it was, and the way takes as long as it takes.
    private static func whereTheyWere(_ run: FinishedRun) -> LawBreach? {
        func rank(_ party: Party) -> (Int32, Int64, Int64, Int32) {
            (party.team.raw, party.assigned, party.arrived < 0 ? .max : party.arrived, party.task.raw)
        }
        var at = run.world.teams.map(\.post)
        for party in run.books.parties.all.sorted(by: { rank($0) < rank($1) }) {
            let site = run.world.tasks[party.task.index].site
            func breach(_ what: String) -> LawBreach {
                LawBreach(
                    law: .servedInTime, detail: "team \(party.team.raw) \(what) on its way to task \(party.task.raw)")
            }
            let place = at[party.team.index]
            if place != party.from, run.world.ground.travel(from: place, to: party.from) > 0 {
                return breach("set out from where it was not")
            }
            guard party.arrived >= 0 else { continue }
            let car = run.world.weather[Int(TravelMode.car.rawValue)]
            let usual = Int64(Ground.slowed(run.world.ground.travel(from: party.from, to: site), by: car))
            let taken = party.arrived - party.assigned
            // Closed roads make ways longer, never shorter; what they were is a law of its own.
            guard run.world.roadsMayChange ? taken >= usual : taken == usual else { return breach("took \(taken) ms") }
            at[party.team.index] = site
        }
        for index in at.indices {
            let site = run.books.teamStory[TeamID(index)].site
            if at[index] == site || run.world.ground.travel(from: at[index], to: site) == 0 { continue }
            return LawBreach(law: .servedInTime, detail: "team \(index) is booked at a place where it did not go")
        }
        return nil
    }

    // MARK: Teams

    private static func teamStrength(_ run: FinishedRun) -> LawBreach? {
        var seen = [Bool](repeating: false, count: run.world.people.count)
        for index in run.world.teams.indices {
            let team = TeamID(index)
            let story = run.books.teamStory[team]
            let plan = run.world.teams[index]
            var strength = 0
            var person = run.forming.crews.first(of: team)
            while person.exists {
                if seen[person.index] {
                    return LawBreach(law: .teamStrength, detail: "person \(person.raw) is in two teams")
                }
                seen[person.index] = true
                strength += 1
                person = run.forming.crews.next(after: person)
            }
            let needed = Forming.neededStrength(of: team, run.world, run.books)
            guard strength == Int(story.strength), strength <= Int(plan.full), story.ready < 0 || strength >= needed
            else {
                return LawBreach(
                    law: .teamStrength,
                    detail: "team \(index) has \(strength) people, is booked with \(story.strength), wants \(plan.full)"
                )
            }
        }
        return nil
    }

    // MARK: Stages

    private static func stagesAddUp(_ run: FinishedRun) -> LawBreach? {
        for index in run.world.tasks.indices {
            let story = run.books.taskStory[TaskID(index)]
            guard let path = CriticalPath(TaskID(index), of: run) else { continue }
            let whole = story.started - story.appeared
            let work = story.ended < 0 ? 0 : story.ended - story.started
            if path.response != whole || path.stages[ResponseStage.work.rawValue] != work {
                return LawBreach(
                    law: .stagesAddUp, detail: "task \(index) took \(whole) ms, its stages \(path.response) ms")
            }
        }
        return nil
    }

    /// Everybody's stages from the roster to the muster point, taken together, are the hours booked by state.
    private static func stagesAreTheHours(_ run: FinishedRun) -> LawBreach? {
        var sums = [Int64](repeating: 0, count: 6)
        for index in 0..<run.world.people.count {
            let person = PersonID(index)
            run.books.turnouts.add(person, in: run.books.state(of: person), until: run.world.horizon, to: &sums)
        }
        for state in PersonState.allCases {
            if let stage = Turnouts.stage(of: state) { sums[stage] -= run.books.ledger.people.time(in: state) }
        }
        guard let wrong = sums.firstIndex(where: { $0 != 0 }) else { return nil }
        return LawBreach(
            law: .stagesAddUp,
            detail: "people's stage \(wrong) on the way to the muster point is off by \(sums[wrong]) ms")
    }
}
