import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import ScenarioFiles
import Statistics
import Words
import WrittenFiles

/// Checks of call-out and forming: closed forms, explained in `docs/validation.md`, and the one published trial.
extension TheoryCheck {
    static let callOut = [
        TheoryCheck(
            name: "cascade",
            meaning: LocalizedText(
                zh: "电话树：人人接听时最后一人何时接到", en: "a phone tree in which everybody answers: when the last one is reached"),
            needs: LocalizedText(zh: "一份名单，只用电话树", en: "one list, called by phone tree alone"), fits: isPhoneTree,
            cases: cascade),
        TheoryCheck(
            name: "k-of-n",
            meaning: LocalizedText(zh: "二项分布：n人中到齐k人的概率", en: "the binomial distribution: k of n have come"),
            needs: oneTeamEach, fits: hasOneTeamEach, cases: kOfN),
        TheoryCheck(
            name: "first-volunteer",
            meaning: LocalizedText(
                zh: "泊松点过程：首名志愿者在时限内到达的概率", en: "a Poisson point process: the first volunteer has come"),
            needs: LocalizedText(zh: "散布的志愿者，每处一队", en: "scattered volunteers, and one team at every point"),
            fits: isScattered, cases: firstVolunteer),
        TheoryCheck(
            name: "recall-trial",
            meaning: LocalizedText(
                zh: "夜间召回随机对照试验（Homier等，2018）：45分钟内联系上的比例",
                en: "the recall trial of Homier et al. 2018: reached within 45 minutes"),
            needs: LocalizedText(
                zh: "以试验各组命名的方案：\(arms.keys.sorted().joined(separator: "、"))",
                en: "variants called as the arms of the trial: \(arms.keys.sorted().joined(separator: ", "))"),
            fits: { arms[$0.name] != nil && hasOneTeamEach($0) }, cases: recallTrial),
    ]

    // MARK: What theory is about

    /// Those reached within 45 minutes, of 44 in each arm of the trial.
    private static let arms = ["phone tree": 18, "messaging app": 11, "SMS": 7]

    private static let oneTeamEach = LocalizedText(
        zh: "写全的地方，每个社区一支队伍", en: "a place written out, and one kind of team, one in every community")

    private static func hasOneTeamEach(_ variant: Variant) -> Bool {
        guard case .explicit(let place) = variant.place.form, variant.conditions.plan.teams.kinds.count == 1 else {
            return false
        }
        return place.organization.contains { $0.level == .community }
    }

    private static func isPhoneTree(_ variant: Variant) -> Bool {
        variant.conditions.plan.callOut.channels == [.phoneTree] && hasOneTeamEach(variant)
    }

    private static func isScattered(_ variant: Variant) -> Bool {
        guard case .explicit(let place) = variant.place.form else { return false }
        return !place.scattered.isEmpty && hasOneTeamEach(variant)
    }

    // MARK: Theory and simulation

    private static func cascade(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.map { variant in
            let plan = trial.conditions(of: variant).plan.callOut
            let people = trial.record.firstWorlds[variant].peopleOnCallLists
            let theory = Double(mostCalls(among: people, span: plan.span)) * plan.call.mean / 60_000
            return TheoryCase(
                LocalizedText(trial.scenario.variantNames[variant]), theory: theory,
                values: trial.values("reached_last_min", of: variant), .interval(largestWidth: 0))
        }
    }

    private static func kOfN(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.map { variant in
            let plan = trial.conditions(of: variant).plan
            let listed = trial.record.firstWorlds[variant].peopleOnCallLists / trial.teams(of: variant)
            let theory = BinomialTail.probability(
                ofAtLeast: plan.teams.kinds[0].minimum, in: listed, chance: trial.chanceOfComing(plan))
            return TheoryCase(
                LocalizedText(trial.scenario.variantNames[variant]), theory: theory, values: trial.formed(variant),
                .interval(largestWidth: 0.05))
        }
    }

    private static func firstVolunteer(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.map { variant in
            TheoryCase(
                LocalizedText(trial.scenario.variantNames[variant]), theory: trial.chanceOfFirst(variant),
                values: trial.formed(variant), .interval(largestWidth: 0.05))
        }
    }

    private static func recallTrial(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.compactMap { variant in
            let name = trial.scenario.variantNames[variant]
            let people = Double(trial.record.firstWorlds[variant].peopleOnCallLists)
            guard let reached = arms[name], let bounds = WilsonInterval.interval(successes: reached, of: 44) else {
                return nil
            }
            return TheoryCase(
                LocalizedText(name), theory: Double(reached) / 44,
                values: trial.values("people_reached", of: variant).map { $0 / people },
                .bounds(bounds.lower...bounds.upper, largestWidth: 0.05))
        }
    }

    /// The most calls that have to be made one after another until somebody among `people` is reached.
    ///
    /// The place of a person written in bijective base `span` is the way down the tree: each digit is the number of the call by
    /// which the caller reaches the next one. So the digits add up to the calls.
    static func mostCalls(among people: Int, span: Int) -> Int {
        (1...max(people, 1)).reduce(0) { most, place in
            var (rest, calls) = (place, 0)
            while rest > 0 {
                let digit = (rest - 1) % span + 1
                calls += digit
                rest = (rest - digit) / span
            }
            return max(most, calls)
        }
    }
}

extension TheoryTrial {
    /// The share of organizations whose team was formed, in every replication.
    fileprivate func formed(_ variant: Int) -> [Double] {
        let teams = Double(teams(of: variant))
        return values("volunteer_teams", of: variant).map { $0 / teams }
    }

    /// The chance that a volunteer is reached, says yes and is ready by the horizon, where nothing else takes time.
    fileprivate func chanceOfComing(_ plan: Plan) -> Double {
        let answer = plan.callOut.answers[Int(Role.volunteer.rawValue)]
        return plan.callOut.messageRead.night * answer.willing
            * plan.muster.prepareNight.cumulative(Double(scenario.experiment.horizon))
    }

    /// The chance that somebody of a Poisson process around the muster point has come by the horizon.
    ///
    /// Source: van den Berg, Henderson, Jagtenberg and Li, *Management Science* 71(2), 2025.
    fileprivate func chanceOfFirst(_ variant: Int) -> Double {
        let document = scenario.place(of: variant, block: 0)
        guard case .explicit(let place) = document.form, let group = place.scattered.first else { return .nan }
        let plan = conditions(of: variant).plan
        let willing = plan.callOut.answers[Int(Role.volunteer.rawValue)].willing
        let hours = (Double(scenario.experiment.horizon) - plan.muster.prepareNight.mean) / 3_600_000
        let kilometers = min(hours * document.speeds[.walk, .street], group.radius / 1000)
        let area = Double.pi * kilometers * kilometers
        return -Elementary.expm1(-group.perSquareKilometer * willing * area)
    }
}
