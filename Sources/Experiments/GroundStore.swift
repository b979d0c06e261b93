import Dispatch
import Mobilization
import Places
import ScenarioFiles
import Synchronization

/// The grounds of an experiment's blocks, each made once by the worker that comes to it first, and dropped after its last run.
///
/// Work is handed out in an order in which a ground's making always comes before its first use, so a worker only ever
/// waits for one that is already being made.
final class GroundStore: Sendable {
    /// A ground, the names its plan may use, and what is kept of it afterward.
    struct Material: Sendable {
        let ground: Ground
        let names: PlaceNames
        let traits: ExperimentRecord.GroundTraits
    }

    /// A ground made, or why there is none.
    typealias Made = Result<Material, ExperimentError>

    private struct Slot {
        var made: Made?
        var usesLeft: Int
    }

    private let slots: Mutex<[Slot]>
    private let ready: [DispatchSemaphore]

    /// Creates an empty store of `count` grounds, each to be used `uses` times.
    init(count: Int, uses: [Int]) {
        slots = Mutex(uses.map { Slot(made: nil, usesLeft: $0) })
        ready = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    }

    /// Puts a ground in its place and wakes whoever waits for it.
    func put(_ made: Made, at index: Int) {
        slots.withLock { $0[index].made = made }
        ready[index].signal()
    }

    /// The ground at `index`, waiting until it is made.
    func take(_ index: Int) -> Made {
        ready[index].wait()
        ready[index].signal()
        return slots.withLock { slots in
            guard let made = slots[index].made else { preconditionFailure("a ground is ready that was never made") }
            slots[index].usesLeft -= 1
            if slots[index].usesLeft == 0 { slots[index].made = nil }
            return made
        }
    }
}
