import DenseTables
import Organization
import Places
import RandomStreams
import ScenarioFiles
import Testing
import Words

@testable import Mobilization

/// Every law of the model, broken on purpose.
///
/// Donors' floors bind nothing that is built so far; their mutant comes with reinforcement. That
/// identical scenarios and seeds give identical bytes is tested in `RunTests` and by comparing files over workers and
/// processes, that identical variants differ by exactly zero in `IdenticalVariantsTests`.
@Suite struct LawTests {
    /// Ordinary scenarios: the reference street, the small street, stations that are busy, and towns made up at random.
    private static let worlds: [(name: String, world: World, seed: UInt64)] = {
        do {
            var worlds: [(String, World, UInt64)] = []
            let reference = try TestScenarios.load("reference-street")
            for variant in 0..<2 {
                worlds.append(("reference \(variant)", try TestScenarios.world(reference, variant: variant), 1))
            }
            let small = try Scenario.load(TestScenarios.smallStreet)
            for replication in 0..<3 as Range<UInt32> {
                let world = try TestScenarios.world(small, replication: replication)
                worlds.append(("small \(replication)", world, 7 + UInt64(replication)))
            }
            for seed in 1...3 as ClosedRange<UInt64> {
                worlds.append(("stations \(seed)", try BusyStations.town().world(), seed))
            }
            for number in 0..<12 as Range<UInt64> {
                worlds.append(("town \(number)", try RandomTown.make(number).world(), number))
                worlds.append(("flooded \(number)", try RandomTown.makeWithClosures(number).world(), number))
            }
            return worlds
        } catch { fatalError("\(error)") }
    }()

    @Test func `no law is broken where no rule is`() {
        for (name, world, seed) in Self.worlds {
            #expect(Outcome(of: world, seed: seed).record.breach == nil, "\(name)")
        }
    }

    #if MUTANTS
        @Test(arguments: Mutant.allCases)
        func `wherever a broken rule makes a difference the audit names its law, and nowhere else`(mutant: Mutant) {
            var noticed: [String: Int] = [:]
            // Where roads change too, two rules may be broken in one instant; one of the laws is named.
            let isAboutRoads = mutant.law == .openRoads || mutant.law == .coverage
            for (name, world, seed) in Self.worlds where isAboutRoads || !name.hasPrefix("flooded") {
                let outcome = Outcome(of: world, seed: seed, mutant: mutant)
                let law = outcome.record.breach?.law
                let breach = String(describing: outcome.record.breach)
                #expect(law == (outcome.mutations > 0 ? mutant.law : nil), "\(name): \(breach)")
                if law != nil { noticed[String(name.prefix { $0 != " " }), default: 0] += 1 }
            }
            switch mutant {
            case .closureUnheard: #expect(noticed.keys.elementsEqual(["flooded"]) && (noticed["flooded"] ?? 0) >= 6)
            case .unitServesTwo, .waitUnbooked: #expect(noticed == ["stations": 3])
            // Needs one level ordered before the next is warranted, a team that could be too large or too weak, a second party.
            case .servedBeforeItAppears: #expect((noticed["town"] ?? 0) >= 3)
            case .teamOverfull, .teamTooWeak, .taskServedEarly: #expect(noticed.values.reduce(0, +) >= 5)
            case .taskSkipsStep: #expect(noticed["reference"] == 2 && noticed["small"] == 3)
            case .personInTwoStates, .personSkipsStep, .teamSkipsStep, .personHoursLost, .hoursOfAnotherState,
                .countRaisedTooSoon, .teamArrivesAtOnce, .teamStaysBehind, .servedWithoutOrder, .negativeStrength,
                .stageLost, .organizationSkipsStep, .departureUntold, .personInTwoTeams:
                #expect(noticed["reference"] == 2 && noticed["small"] == 3 && (noticed["town"] ?? 0) >= 3)
            }
        }

        @Test func `every law has a rule that breaks it`() {
            for law in Law.allCases { #expect(Mutant.allCases.contains { $0.law == law }, "\(law)") }
        }

        @Test func `time lost is noticed where nobody has to queue`() throws {
            var town = SmallTown()
            town.people(3)
            town.plan.callOut.messageDelay = .minutes(2)
            let outcome = Outcome(of: try town.world(), mutant: .personHoursLost)
            #expect(outcome.mutations == 3 && outcome.record.breach?.law == .personHours)
        }

        @Test func `a run that is not audited names no breach`() throws {
            let world = try RandomTown.make(1).world()
            let random = RandomStream(seed: 1, replication: 0)
            var options = RunOptions()
            options.mutant = .personInTwoStates
            #expect(simulate(world, random: random, options).breach?.law == .oneState)
            options.isAudited = false
            #expect(simulate(world, random: random, options).breach == nil)
        }
    #endif
}

/// Two stations that have more to do than they can: one with a long line, one that turns callers away.
enum BusyStations {
    static func town() -> SmallTown {
        var town = SmallTown()
        town.place.stations = [
            ServiceStation(code: "line", name: LocalizedText("line"), units: 2),
            ServiceStation(code: "desk", name: LocalizedText("desk"), units: 1, waitingRoom: 3),
        ]
        for station in 0..<2 {
            town.incident.calls.append(
                CallStream(
                    code: "c\(station)", name: LocalizedText("c\(station)"), station: station,
                    between: .exponential(mean: 60_000), work: .exponential(mean: 110_000)))
        }
        town.horizon = at(200)
        return town
    }
}
