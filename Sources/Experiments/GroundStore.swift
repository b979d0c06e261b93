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
        let traits: GroundTraits
    }

    /// A ground made, or why there is none.
    typealias Made = Result<Material, ExperimentError>

    private struct Slot {
        var made: Made?
        var usesLeft: Int
        let ready = DispatchSemaphore(value: 0)
    }

    private let slots = Mutex<[WorkPlan.GroundKey: Slot]>([:])
    private let plan: WorkPlan

    /// Creates an empty store for the grounds of `plan`.
    init(_ plan: WorkPlan) { self.plan = plan }

    /// How many grounds are being made or used.
    var count: Int { slots.withLock { $0.count } }

    /// Puts a ground in its place and wakes whoever waits for it.
    func put(_ made: Made, at key: WorkPlan.GroundKey) { slot(for: key, holding: made).signal() }

    /// The ground at `key`, waiting until it is made; the last of its uses takes it away.
    func take(_ key: WorkPlan.GroundKey) -> Made {
        let ready = slot(for: key)
        ready.wait()
        ready.signal()
        return slots.withLock { slots in
            guard let made = slots[key]?.made else { preconditionFailure("a ground is ready that was never made") }
            slots[key]?.usesLeft -= 1
            if slots[key]?.usesLeft == 0 { slots[key] = nil }
            return made
        }
    }

    /// Makes a slot for a ground unless there is one, and says what to wait for.
    private func slot(for key: WorkPlan.GroundKey, holding made: Made? = nil) -> DispatchSemaphore {
        slots.withLock { slots in
            var slot = slots[key] ?? Slot(made: nil, usesLeft: plan.uses(of: key))
            if let made { slot.made = made }
            slots[key] = slot
            return slot.ready
        }
    }
}
