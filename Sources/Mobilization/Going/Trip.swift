import DenseTables
import Organization
import RoadNetwork

/// Who travels, and what for.
public enum Traveler: Equatable, Sendable {
    /// Somebody on the way to the muster point.
    case person(PersonID)
    /// A team on the way to a task.
    case team(TeamID, TaskID)

    /// What happens when the traveler is there.
    var arrival: Event {
        switch self {
        case .person(let person): .muster(.arrive(person))
        case .team(let team, let task): .fieldWork(.arrive(team, task))
        }
    }
}

/// Somebody under way while a road may close before he or she is there, or waiting for one to open.
struct Trip {
    /// What the traveler is doing.
    enum State {
        /// There: the number is free for another trip.
        case over
        /// On the way to where he or she wants to be.
        case going
        /// Waiting at a node for a way.
        case waiting
        /// On the way back to where he or she set out.
        case returning
    }

    let traveler: Traveler
    /// Where he or she set out, and wants to be.
    let origin: RoadNodeID
    let goal: RoadNodeID
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

    var isOnTheRoad: Bool { state == .going || state == .returning }
    var mode: TravelMode { leg.mode }
    var pace: Pace { leg.pace }
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
    /// Its roads; nil while nobody has needed them: then no road of its mode has changed since it was planned, or none has closed.
    var roads: [RoadArcID]?

    /// When the traveler is at the end of each of its roads, for the milliseconds each takes in good weather.
    func times(_ metric: borrowing RoadMetric) -> [Int64] {
        var dry: Int64 = 0
        var times: [Int64] = []
        for road in roads ?? [] {
            dry += Int64(metric[road])
            times.append(start + pace.milliseconds(dry))
        }
        return times
    }

    /// The node at which the traveler can turn next, when he or she is there, and how many of the roads are behind by then.
    func position(at now: Int64, _ metric: borrowing RoadMetric, _ network: RoadNetwork) -> (
        node: RoadNodeID, time: Int64, passed: Int
    ) {
        var (node, time, passed) = (from, start, 0)
        var dry: Int64 = 0
        for road in roads ?? [] {
            // At the node in this very moment, or still before it.
            if time >= now { break }
            dry += Int64(metric[road])
            (node, time, passed) = (network[road].to, start + pace.milliseconds(dry), passed + 1)
        }
        return (node, time, passed)
    }
}
