import Mobilization
import Organization
import RandomStreams
import Words

/// One order to everybody: call them by phone tree and message, let them get ready, travel, check in and form teams.
enum CallOut {
    private static let minute = 60_000.0

    /// When the run ends, in milliseconds: long after the last team is formed.
    static let horizon: Int64 = 12 * 3_600_000

    /// Level IV from the first moment, on a Sunday night.
    static var incident: Incident {
        var incident = Incident()
        incident.signals = [Signal(level: .iv, at: 0)]
        return incident
    }

    static var plan: Plan {
        let everybody = RoleSet([.communityWorker, .registeredMember])
        var plan = Plan()
        plan.callOut.channels = [.phoneTree, .groupMessage]
        plan.callOut.waves = [CallOutPlan.Wave(level: .iv, roles: everybody)]
        plan.callOut.span = 5
        plan.callOut.retries = 2
        plan.callOut.call = .lognormal(median: 1.5 * minute, sigma: 0.5)
        plan.callOut.callAnswered = CallOutPlan.ByHour(day: 0.7, night: 0.6)
        plan.callOut.messageRead = CallOutPlan.ByHour(day: 0.6, night: 0.4)
        plan.callOut.messageDelay = .exponential(mean: 20 * minute)
        plan.callOut.decide = .triangular(low: 0.5 * minute, mode: 1 * minute, high: 5 * minute)
        for role in [Role.communityWorker, .registeredMember] {
            plan.callOut.answers[Int(role.rawValue)].willing = 0.8
        }
        plan.muster.prepareDay = .lognormal(median: 10 * minute, sigma: 0.6)
        plan.muster.prepareNight = .lognormal(median: 20 * minute, sigma: 0.6)
        plan.muster.checkIn = .fixed(0.5 * minute)
        plan.teams.form = .fixed(2 * minute)
        plan.teams.brief = .fixed(5 * minute)
        var team = TeamPlan.Kind(code: "team", name: LocalizedText("team"))
        team.from = everybody
        team.minimum = 5
        team.full = 8
        team.needsLeader = true
        team.number = .perListed(50)
        plan.teams.kinds = [team]
        return plan
    }
}
