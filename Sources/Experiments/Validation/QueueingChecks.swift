import Mobilization
import Places
import RandomStreams
import ScenarioFiles
import Statistics
import Words
import WrittenFiles

/// Checks of the plain service: one station, calls at random, theory from `QueueingFormulas`.
extension TheoryCheck {
    static let queueing = [
        TheoryCheck(
            name: "erlang-b",
            meaning: LocalizedText(zh: "爱尔朗损失公式：全忙被拒的比例", en: "Erlang's loss formula: calls turned away"),
            needs: plainService, fits: isPlainService, cases: erlangB),
        TheoryCheck(
            name: "erlang-c",
            meaning: LocalizedText(
                zh: "爱尔朗等待公式：须等候的比例与平均等候", en: "Erlang's delay formula: calls delayed, and their mean wait"),
            needs: plainService, fits: isPlainService, cases: erlangC),
        TheoryCheck(
            name: "md1",
            meaning: LocalizedText(
                zh: "波拉切克-辛钦公式：定长服务的平均等候与等候数",
                en: "the formula of Pollaczek and Khinchine: mean wait and calls waiting with fixed work"),
            needs: LocalizedText(zh: "一个席位、一路随机来电、定长办理", en: "one unit, one stream of calls at random, fixed work"),
            fits: hasFixedWork, cases: fixedWork),
        TheoryCheck(
            name: "littles-law",
            meaning: LocalizedText(
                zh: "利特尔定律：等候数等于到达率乘平均等候", en: "Little's law: calls waiting are the rate times the mean wait"),
            needs: plainService, fits: isPlainService, cases: littlesLaw),
    ]

    // MARK: What theory is about

    private static let plainService = LocalizedText(
        zh: "一路随机来电，无路途", en: "one stream of calls at random, without travel")

    private static func isPlainService(_ variant: Variant) -> Bool {
        let calls = variant.conditions.incident.calls
        guard calls.count == 1, case .exponential = calls[0].between else { return false }
        return calls[0].travel == .fixed(0) && calls[0].work.mean.isFinite
    }

    private static func hasFixedWork(_ variant: Variant) -> Bool {
        guard isPlainService(variant), case .fixed = variant.conditions.incident.calls[0].work else { return false }
        return variant.place.stations[variant.conditions.incident.calls[0].station].units == 1
    }

    // MARK: Theory and simulation

    private static func erlangB(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.map { variant in
            let (station, calls) = trial.service(of: variant)
            let theory = QueueingFormulas.erlangB(units: station.units, load: trial.load(of: calls))
            return TheoryCase(
                LocalizedText(trial.scenario.variantNames[variant]), theory: theory,
                values: trial.values("calls_turned_away", of: variant), .interval(largestWidth: 0.15 * theory))
        }
    }

    private static func erlangC(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.flatMap { variant in
            let (station, calls) = trial.service(of: variant)
            let load = trial.load(of: calls)
            let name = trial.scenario.variantNames[variant]
            let delayed = QueueingFormulas.erlangC(units: station.units, load: load)
            let wait = QueueingFormulas.meanWait(units: station.units, load: load)
            return [
                TheoryCase(
                    LocalizedText(zh: name + " 须等候的比例", en: name + " delayed"), theory: delayed,
                    values: trial.values("calls_delayed", of: variant),
                    .interval(largestWidth: 0.2 * delayed)),
                TheoryCase(
                    LocalizedText(zh: name + " 平均等候", en: name + " mean wait"), theory: wait,
                    values: trial.waitsInWorks(variant),
                    .interval(largestWidth: 0.4 * wait)),
            ]
        }
    }

    private static func fixedWork(_ trial: TheoryTrial) -> [TheoryCase] {
        trial.variants.flatMap { variant in
            let load = trial.load(of: trial.service(of: variant).calls)
            let wait = QueueingFormulas.meanWaitForOneUnit(load: load, squaredVariation: 0)
            let name = trial.scenario.variantNames[variant]
            return [
                TheoryCase(
                    LocalizedText(zh: name + " 平均等候", en: name + " mean wait"), theory: wait,
                    values: trial.waitsInWorks(variant),
                    .interval(largestWidth: 0.15 * wait)),
                TheoryCase(
                    LocalizedText(zh: name + " 等候数", en: name + " calls waiting"), theory: wait * load,
                    values: trial.values("calls_waiting_mean", of: variant), .interval(largestWidth: 0.15 * wait * load)
                ),
            ]
        }
    }

    private static func littlesLaw(_ trial: TheoryTrial) -> [TheoryCase] {
        let span = Double(trial.scenario.experiment.horizon - trial.scenario.experiment.warmUp) / 60_000
        return trial.variants.map { variant in
            let rates = trial.values("calls_arrived", of: variant).map { $0 / span }
            let products = zip(rates, trial.values("everyday_wait_min", of: variant)).map { $0 * $1 }
            let waiting = trial.values("calls_waiting_mean", of: variant)
            // The two differ only in calls under way at the ends of the run.
            return TheoryCase(
                LocalizedText(trial.scenario.variantNames[variant]), theory: products, values: waiting,
                .interval(largestWidth: 0.01 * (Tally(waiting).mean ?? 0)))
        }
    }
}

extension TheoryTrial {
    /// The mean waits of a variant's replications as multiples of the mean work, as tables have them.
    fileprivate func waitsInWorks(_ variant: Int) -> [Double] {
        let work = service(of: variant).calls.work.mean / 60_000
        return values("everyday_wait_min", of: variant).map { $0 / work }
    }
}
