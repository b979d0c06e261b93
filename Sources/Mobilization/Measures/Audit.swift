import DenseTables
import Organization
import Places

/// Checks the laws of the model on a finished run and names the first one broken.
///
/// What is checked was counted in two ways or noted at two places, so that one broken rule shows.
enum Audit {
    /// The first law broken; nil if all hold.
    ///
    /// - Complexity: O(people + teams + tasks).
    static func firstBreach(of run: borrowing Run) -> LawBreach? {
        if let breach = servedInTime(run) { return breach }
        if let breach = run.ledger.people.breach(elapsed: run.world.horizon) { return breach }
        if let breach = run.ledger.teams.breach(elapsed: run.world.horizon) { return breach }
        if let breach = run.ledger.tasks.breach(elapsed: run.world.horizon) { return breach }
        if let breach = run.ledger.organizations.breach(elapsed: run.world.horizon) { return breach }
        let units = run.world.ground.place.stations.map(\.units)
        if let breach = run.ledger.service.breach(horizon: run.world.horizon, units: units) { return breach }
        if let breach = teamStrength(run) { return breach }
        if let breach = stagesAddUp(run) { return breach }
        if !run.ledger.coverage.isRight(run.world) {
            return LawBreach(law: .coverage, detail: "a recount finds other residents covered than were booked")
        }
        return nil
    }

    private static func servedInTime(_ run: borrowing Run) -> LawBreach? {
        for (index, task) in run.world.tasks.enumerated() {
            let story = run.ledger.taskStory[TaskID(index)]
            guard story.started >= 0 else { continue }
            func breach(_ what: String) -> LawBreach {
                LawBreach(law: .servedInTime, detail: "task \(index) \(what) (began at \(story.started) ms)")
            }
            guard story.appeared >= 0, story.appeared <= story.opened else {
                return breach("was ordered before it appeared")
            }
            guard story.opened <= story.started else { return breach("began before it was ordered") }
            var parties = [story.main]
            if task.departments >= 0 { parties.append(story.department) }
            for party in parties {
                guard party.team.exists, party.arrived >= 0 else { return breach("began without one of its teams") }
                guard party.assigned <= party.arrived, party.arrived <= story.started else {
                    return breach("began before team \(party.team.raw) was there")
                }
                guard let ready = Optional(run.ledger.teamStory[party.team].ready), ready >= 0, ready <= party.assigned
                else { return breach("was given to team \(party.team.raw) before it was ready") }
            }
            if story.ended >= 0, story.ended < story.started { return breach("ended before it began") }
        }
        return nil
    }

    private static func teamStrength(_ run: borrowing Run) -> LawBreach? {
        var seen = [Bool](repeating: false, count: run.world.people.count)
        for index in run.world.teams.indices {
            let team = TeamID(index)
            let story = run.ledger.teamStory[team]
            let plan = run.world.teams[index]
            var strength = 0
            var person = run.forming.members.first(of: team)
            while person.exists {
                if seen[person.index] {
                    return LawBreach(law: .teamStrength, detail: "person \(person.raw) is in two teams")
                }
                seen[person.index] = true
                strength += 1
                person = run.forming.members.next(after: person)
            }
            let least = Int(run.world.plan.teams.patience == nil ? plan.minimum : run.world.leastStrength(of: team))
            guard strength == Int(story.strength), strength <= Int(plan.full), story.ready < 0 || strength >= least
            else {
                return LawBreach(
                    law: .teamStrength,
                    detail: "team \(index) has \(strength) people, is booked with \(story.strength), wants \(plan.full)"
                )
            }
        }
        return nil
    }

    private static func stagesAddUp(_ run: borrowing Run) -> LawBreach? {
        for index in run.world.tasks.indices {
            let story = run.ledger.taskStory[TaskID(index)]
            guard let path = CriticalPath(TaskID(index), run.world, run.ledger) else { continue }
            let whole = story.started - story.appeared
            let work = story.ended < 0 ? 0 : story.ended - story.started
            if path.response != whole || path.stages[Stage.work.rawValue] != work {
                return LawBreach(
                    law: .stagesAddUp, detail: "task \(index) took \(whole) ms, its stages \(path.response) ms")
            }
        }
        return nil
    }
}
