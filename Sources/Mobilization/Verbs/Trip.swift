import DenseTables
import Organization
import RoadNetwork

/// Names one of the trips under way; the number is used again once its traveler is there.
struct TripID: RowID {
    let raw: Int32
}

/// How long a way takes somebody that takes a given time in good weather.
struct Pace: Equatable {
    /// The share of every speed that the weather leaves; with 0 nobody gets anywhere.
    var weather: Double
    /// The traveler's own factor.
    var factor = 1.0

    /// The time of a way that takes `dry` milliseconds in good weather.
    func milliseconds(_ dry: Int64) -> Int64 { Int64((Double(dry) / weather * factor).rounded()) }
}

/// Somebody under way in a run whose roads may change.
struct Trip {
    /// Who travels.
    enum Traveler: Equatable {
        /// Somebody on the way to the muster point.
        case person(PersonID)
        /// A team on the way to a task.
        case team(TeamID, TaskID)
    }

    /// What the traveler is doing.
    enum State {
        /// On the way to where he or she wants to be.
        case going
        /// Waiting at a node for a way.
        case waiting
        /// On the way back to where he or she set out.
        case returning
    }

    let traveler: Traveler
    let mode: TravelMode
    /// Where he or she set out, and wants to be.
    let origin: RoadNodeID
    let goal: RoadNodeID
    let pace: Pace
    /// When it was foreseen to end, when it began; never if there was no way.
    let foreseen: Int64
    var state = State.going
    /// The leg under way: where and when it began, and where it leads.
    var leg: TripLeg
    /// The roads the traveler goes on when a way is open again, where he or she waits for just those.
    var awaited: [RoadArcID] = []
    /// How often the leg has been changed: whatever was scheduled for an earlier one is void.
    var version: Int32 = 0
    /// Whether a closed road has changed anything about it.
    var isDisturbed = false
}

/// A stretch of a trip traveled, or to be traveled, without a change of mind.
struct TripLeg: Equatable {
    /// By which mode.
    var mode: TravelMode
    /// The node at which it begins.
    var from: RoadNodeID
    /// The node to which it leads.
    var to: RoadNodeID
    /// When it begins.
    var start: Int64
    /// When it ends.
    var end: Int64
    /// How fast.
    var pace: Pace
    /// How many changes there had been when it was planned.
    var epoch: Int
    /// Its roads; nil while nobody has needed them: then no road has changed since it was planned.
    var roads: [RoadArcID]?

    /// When the traveler is at the end of each of its roads, for the milliseconds each takes in good weather.
    func times(_ metric: RoadMetric) -> [Int64] {
        var dry: Int64 = 0
        return (roads ?? []).map { road in
            dry += Int64(metric[road])
            return start + pace.milliseconds(dry)
        }
    }
}
