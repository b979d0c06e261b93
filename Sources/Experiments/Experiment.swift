import Dispatch
import Mobilization
import Places
import RandomStreams
import ScenarioFiles
import Synchronization

/// Runs a scenario: every variant in every replication, on Dispatch workers.
///
/// Places, assumptions and luck hang on the seed, the block and the replication alone, and replications are added to the record in their
/// order; so the record is the same on any number of workers.
public struct Experiment: Sendable {
    /// How many replications a worker may be ahead of the slowest, on average.
    private static let lead = 4

    private let scenario: Scenario
    private let options: ExperimentOptions

    /// Creates the experiment of a checked scenario.
    public init(_ scenario: Scenario, options: ExperimentOptions) {
        self.scenario = scenario
        self.options = options
    }

    /// One replication as a worker hands it in.
    private struct Finished {
        let observations: [Observation]
        let worlds: [World]
        let events: Int64
    }

    /// What replications have been added up to.
    private struct Sum {
        var record: ExperimentRecord
        /// Whether the record was handed out; whoever was left alone then adds and tells nothing any more.
        var isTaken = false
    }

    /// Runs everything and returns what was observed.
    ///
    /// `isStopped` is asked again and again; once it says yes, what is under way is left alone, and the replications up to the first
    /// that is not complete in every variant are kept. `progress` gets the runs added to the record and the runs in all, from any worker,
    /// one call after the other.
    ///
    /// - Throws: `ExperimentError` if a place cannot be made, or if it was stopped before the first replication was complete.
    public func run(
        isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ExperimentError) -> ExperimentRecord {
        try run(width: Self.lead * max(1, options.workers), isStopped: isStopped, progress: progress)
    }

    /// Runs everything with at most `width` replications under way or waiting for their turn.
    func run(
        width: Int, isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ExperimentError) -> ExperimentRecord {
        let plan = WorkPlan(scenario)
        let variants = scenario.variantNames.count
        let replications = scenario.experiment.replications
        let store = GroundStore(plan)
        let next = Atomic<Int>(0)
        let failure = Mutex<(index: Int, error: ExperimentError)?>(nil)
        let fixedWorlds = Mutex<[World]?>(nil)
        let sum = Mutex(Sum(record: ExperimentRecord(variants: variants, planned: replications)))
        let turnstile = Turnstile<Finished>(width: width) { finished in
            sum.withLock { sum in
                guard !sum.isTaken else { return }
                sum.record.add(finished.observations, worlds: finished.worlds, events: finished.events)
                progress(sum.record.replications.count * variants, replications * variants)
            }
        }

        Crew(size: max(1, options.workers)).run(unless: isStopped) {
            // Whoever finds nothing more to do tells those who wait to be let in.
            defer { turnstile.close() }
            while turnstile.enter() {
                guard !isStopped(), failure.withLock({ $0 == nil }) else { return }
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard let job = plan[index] else { return }
                switch job {
                case .makeGround(let key):
                    // Its turn is when somebody asks for it.
                    turnstile.leave()
                    let made = makeGround(key)
                    if case .failure(let error) = made {
                        // Whoever was first, the first of them in order is told.
                        failure.withLock { if index < $0?.index ?? .max { $0 = (index, error) } }
                    }
                    // Others may be waiting for it.
                    store.put(made, at: key)
                case .run(let replication, let grounds):
                    var materials: [GroundStore.Material] = []
                    for ground in grounds {
                        guard case .success(let material) = store.take(ground) else { return }
                        materials.append(material)
                    }
                    // Where nothing is drawn, every replication meets the same worlds.
                    let known = isFixed ? fixedWorlds.withLock { $0 } : nil
                    let finished = observe(replication, materials, known)
                    if isFixed { fixedWorlds.withLock { $0 = $0 ?? finished.worlds } }
                    turnstile.put(finished, at: replication)
                }
            }
        }
        if let (_, error) = failure.withLock({ $0 }) { throw error }
        let finished = sum.withLock { sum in
            sum.isTaken = true
            return sum.record
        }
        guard !finished.replications.isEmpty else { throw .interruptedTooEarly }
        return finished
    }

    private func makeGround(_ key: WorkPlan.GroundKey) -> GroundStore.Made {
        let document = scenario.place(of: key.variant, block: UInt32(key.block))
        do throws(PlaceError) {
            let random = RandomStream(seed: scenario.experiment.seed, replication: UInt32(key.block))
            let place = try document.makePlace(random: random)
            return .success(
                GroundStore.Material(
                    ground: Ground(place: place, speeds: document.speeds), names: document.names,
                    traits: .init(of: place, block: key.block)))
        } catch {
            return .failure(.place(variant: scenario.variantNames[key.variant], block: key.block, error))
        }
    }

    /// One replication of every variant, and their echoes where assumptions are drawn.
    private func observe(
        _ replication: Int, _ materials: [GroundStore.Material], _ known: [World]?
    ) -> Finished {
        let worlds =
            known
            ?? materials.enumerated().map { variant, material in
                let conditions = scenario.conditions(
                    of: variant, names: material.names, replication: UInt32(replication))
                return World(
                    ground: material.ground, plan: conditions.plan, incident: conditions.incident,
                    horizon: scenario.experiment.horizon, warmUp: scenario.experiment.warmUp)
            }
        let seed = scenario.experiment.seed
        var asked = RunOptions(detailed: replication == 0, audited: options.audited)
        #if MUTANTS
            asked.mutant = options.mutant
        #endif
        let runs = simulate(worlds, random: RandomStream(seed: seed, replication: UInt32(replication)), asked)
        // Replications of the echo count from the top, so that no replication ever meets its luck.
        let echoes =
            scenario.experiment.uncertainty == .full
            ? simulate(
                worlds, random: RandomStream(seed: seed, replication: UInt32.max - UInt32(replication)),
                RunOptions(audited: false))
            : []
        let observations = materials.indices.map { variant in
            Observation(
                run: runs[variant], echo: echoes.isEmpty ? nil : echoes[variant].measures,
                ground: materials[variant].traits)
        }
        let events = (runs + echoes).reduce(0) { $0 + Int64($1.events) }
        return Finished(observations: observations, worlds: replication == 0 || isFixed ? worlds : [], events: events)
    }

    /// Whether every replication meets the same worlds.
    private var isFixed: Bool { scenario.experiment.uncertainty == .monteCarlo }
}

extension PlaceDocument {
    /// The place itself: as written, with scattered homes drawn, or generated from its figures.
    ///
    /// - Throws: `PlaceError` if the figures contradict each other.
    func makePlace(random: RandomStream) throws(PlaceError) -> Place {
        switch form {
        case .explicit(let place): return try place.place(random: random)
        case .figures(let figures):
            var place = try PlaceGenerator.generate(figures, random: random)
            place.stations = stations
            return place
        }
    }
}
