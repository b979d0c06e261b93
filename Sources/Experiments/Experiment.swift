import Dispatch
import Mobilization
import Places
import RandomStreams
import ScenarioFiles
import Synchronization

/// Runs a scenario: every variant in every replication, on Dispatch workers.
///
/// Places, assumptions and luck hang on the seed, the block and the replication alone, and every result goes to its own
/// slot; so the record is the same on any number of workers.
public struct Experiment: Sendable {
    private let scenario: Scenario
    private let options: ExperimentOptions

    /// Creates the experiment of a checked scenario.
    public init(_ scenario: Scenario, options: ExperimentOptions) {
        self.scenario = scenario
        self.options = options
    }

    /// One piece of work.
    private enum Job {
        case makeGround(Int)
        /// A replication in every variant; for each the number of its ground.
        case run(replication: Int, grounds: [Int])
    }

    /// A ground to be made: whose place, and for which block of replications.
    private struct GroundKey: Equatable {
        let variant: Int
        let block: Int
    }

    /// Runs everything and returns what was observed.
    ///
    /// `isStopped` is asked again and again; once it says yes, what is under way is left alone and the replications complete in
    /// every variant are kept. `progress` gets the runs finished and the runs in all, from any worker.
    ///
    /// - Throws: `ExperimentError` if a place cannot be made, or if it was stopped before one replication was complete.
    public func run(
        isStopped: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
    ) throws(ExperimentError) -> ExperimentRecord {
        let (jobs, grounds) = plan()
        let variants = scenario.variantNames.count
        let replications = scenario.experiment.replications
        let isFixed = scenario.experiment.uncertainty == .monteCarlo
        let store = GroundStore(count: grounds.count, uses: uses(of: grounds.count, in: jobs))
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let failure = Mutex<ExperimentError?>(nil)
        let firstWorlds = Mutex<[World?]>(Array(repeating: nil, count: variants))
        var slots = [ExperimentRecord.Observation?](repeating: nil, count: variants * replications)
        let events = Atomic<Int64>(0)

        slots.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let slots = buffer
            DispatchQueue.concurrentPerform(iterations: max(1, options.workers)) { _ in
                let companion = Companion()
                while true {
                    guard !isStopped(), failure.withLock({ $0 == nil }) else { return }
                    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                    guard index < jobs.count else { return }
                    switch jobs[index] {
                    case .makeGround(let number):
                        let made = companion.result(unless: isStopped) { makeGround(grounds[number]) }
                        if case .failure(let error) = made { failure.withLock { $0 = $0 ?? error } }
                        // Others may be waiting for it.
                        store.put(made ?? .failure(.interruptedTooEarly), at: number)
                    case .run(let replication, let grounds):
                        var made: [GroundStore.Material] = []
                        for ground in grounds {
                            guard case .success(let material) = store.take(ground) else { return }
                            made.append(material)
                        }
                        let materials = made
                        // Where nothing is drawn, every replication meets the same worlds.
                        let known = isFixed ? firstWorlds.withLock { $0 } : Array(repeating: nil, count: variants)
                        let observed = companion.result(unless: isStopped) { observe(replication, materials, known) }
                        guard let (observations, worlds, handled) = observed else { return }
                        if replication == 0 || isFixed { firstWorlds.withLock { $0 = worlds } }
                        for (variant, observation) in observations.enumerated() {
                            slots[replication * variants + variant] = observation
                        }
                        events.wrappingAdd(handled, ordering: .relaxed)
                        progress(
                            done.wrappingAdd(variants, ordering: .relaxed).newValue, variants * replications)
                    }
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
        let complete = (0..<replications).filter { replication in
            (0..<variants).allSatisfy { slots[replication * variants + $0] != nil }
        }
        let worlds = firstWorlds.withLock { $0.compactMap { $0 } }
        guard !complete.isEmpty, worlds.count == variants else { throw .interruptedTooEarly }
        return ExperimentRecord(
            replications: complete,
            observations: (0..<variants).map { variant in
                complete.compactMap { slots[$0 * variants + variant] }
            }, firstWorlds: worlds, wasInterrupted: complete.count < replications,
            events: events.load(ordering: .relaxed))
    }

    /// The work in order: the ground of the next block is made while the runs of this one go on.
    private func plan() -> (jobs: [Job], grounds: [GroundKey]) {
        let variants = scenario.variantNames.count
        let replications = scenario.experiment.replications
        // Without place uncertainty one place serves all.
        let size = scenario.experiment.uncertainty == .full ? scenario.experiment.placeBlock : replications
        let blocks = (replications + size - 1) / size
        var grounds: [GroundKey] = []
        var makings: [[Job]] = []
        // Every block makes the same places, in the same order.
        let placed = (0..<variants).filter { scenario.placeVariant(of: $0) == $0 }
        for block in 0..<blocks {
            makings.append(placed.indices.map { .makeGround(grounds.count + $0) })
            grounds += placed.map { GroundKey(variant: $0, block: block) }
        }
        let places = (0..<variants).compactMap { placed.firstIndex(of: scenario.placeVariant(of: $0)) }
        var jobs: [Job] = makings.first ?? []
        for block in 0..<blocks {
            if block + 1 < blocks { jobs += makings[block + 1] }
            let needed = places.map { block * placed.count + $0 }
            for replication in (block * size)..<min((block + 1) * size, replications) {
                jobs.append(.run(replication: replication, grounds: needed))
            }
        }
        return (jobs, grounds)
    }

    private func uses(of count: Int, in jobs: [Job]) -> [Int] {
        jobs.reduce(into: Array(repeating: 0, count: count)) { uses, job in
            if case .run(_, let grounds) = job { for ground in grounds { uses[ground] += 1 } }
        }
    }

    private func makeGround(_ key: GroundKey) -> GroundStore.Made {
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
        _ replication: Int, _ materials: [GroundStore.Material], _ known: [World?]
    ) -> (observations: [ExperimentRecord.Observation], worlds: [World], events: Int64) {
        var drawn: [[(path: String, value: Double)]] = []
        var worlds: [World] = []
        for (variant, material) in materials.enumerated() {
            if let world = known[variant] {
                worlds.append(world)
                drawn.append([])
                continue
            }
            let conditions = scenario.conditions(
                of: variant, names: material.names, replication: UInt32(replication))
            drawn.append(conditions.drawn)
            worlds.append(
                World(
                    ground: material.ground, plan: conditions.plan, incident: conditions.incident,
                    horizon: scenario.experiment.horizon, warmUp: scenario.experiment.warmUp))
        }
        let seed = scenario.experiment.seed
        let runs = simulate(
            worlds, random: RandomStream(seed: seed, replication: UInt32(replication)), detailed: replication == 0,
            audited: options.audited, mutant: options.mutant)
        // Replications of the echo count from the top, so that no replication ever meets its luck.
        let echoes =
            scenario.experiment.uncertainty == .full
            ? simulate(
                worlds, random: RandomStream(seed: seed, replication: UInt32.max - UInt32(replication)), audited: false)
            : runs
        let observations = materials.indices.map { variant in
            ExperimentRecord.Observation(
                run: runs[variant], echo: echoes[variant].measures, drawn: drawn[variant],
                ground: materials[variant].traits)
        }
        let all = scenario.experiment.uncertainty == .full ? runs + echoes : runs
        return (observations, worlds, all.reduce(0) { $0 + Int64($1.events) })
    }
}

extension PlaceDocument {
    /// The place itself: as written, with scattered homes drawn, or generated from its figures.
    ///
    /// - Throws: `PlaceError` if the figures contradict each other.
    func makePlace(random: RandomStream) throws(PlaceError) -> Place {
        switch ground {
        case .explicit(let place): return try place.place(random: random)
        case .figures(let figures):
            var place = try PlaceGenerator.generate(figures, random: random)
            place.stations = stations
            return place
        }
    }
}
