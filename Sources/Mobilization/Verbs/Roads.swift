import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork

/// Roads: they close and reopen, and whoever is under way meanwhile finishes the stretch and goes on as the plan says.
///
/// In a world whose roads never change nobody is known here: a way has its time, and that is all. Otherwise every trip is. Its roads are
/// looked up only when something changes while it lasts, on the roads as they were when it was planned.
public struct Roads: ~Copyable {
    /// What happens on the roads.
    public enum Event: BitwiseCopyable, Sendable {
        /// The roads of the change with this number close or reopen.
        case change(Int32)
        /// Somebody sets out for the muster point.
        case setOut(PersonID)
        /// A team sets out for a task.
        case send(TeamID, TaskID)
        /// The leg of a trip ends, unless it has been changed since: the trip's number and the leg's version.
        case legEnds(Int32, Int32)
    }

    private let changes: RoadChanges
    private var trips: [Trip?] = []
    private var vacant: [Int] = []
    /// Every leg traveled to its end, for the audit; none in a world whose roads never change.
    private(set) var legs: [TripLeg] = []
    /// Trips that a closed road has changed, and by how much those of them that had a foreseen end took longer, in milliseconds.
    private(set) var disturbed = 0
    private(set) var delayed = 0
    private(set) var delay: Int64 = 0

    init(_ world: World, _ random: RandomStream) {
        changes = RoadChanges(
            world.ground.place.roads, world.plan, world.incident, crest: Hazard.crest(world, random),
            horizon: world.horizon)
    }

    mutating func start(_ schedule: inout Schedule) {
        for (index, change) in changes.changes.enumerated() {
            schedule.schedule(.roads(.change(Int32(index))), at: SimulationTime(milliseconds: change.at))
        }
    }

    /// When which roads changed, for the audit.
    var history: [RoadChanges.Change] { changes.changes }

    /// People and teams that wait on the road for a way.
    var waiting: (people: Int, teams: Int) {
        trips.reduce(into: (people: 0, teams: 0)) { counts, trip in
            guard let trip, trip.state == .waiting else { return }
            if case .person = trip.traveler { counts.people += 1 } else { counts.teams += 1 }
        }
    }

    mutating func handle(
        _ event: Event, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        switch event {
        case .change(let index): change(changes.changes[Int(index)], world, &ledger, &schedule)
        case .setOut(let person):
            let home = Muster.whereabouts(of: person, at: now, world)
            let seat = world.organization.nodes[world.people.callingNode[person].index].seat
            guard let mode = TravelMode(rawValue: world.people.travelMode[person]) else {
                preconditionFailure("a person travels by some mode")
            }
            begin(
                .person(person), mode, from: RoadNodeID(home), to: RoadNodeID(seat),
                Muster.pace(of: person, world, random), world, &ledger, &schedule)
        case .send(let team, let task):
            let pace = Pace(weather: world.incident.weather[Int(TravelMode.car.rawValue)])
            begin(
                .team(team, task), .car, from: world.ground.node(of: ledger.teamStory[team].site),
                to: world.ground.node(of: world.tasks[task.index].site), pace, world, &ledger, &schedule)
        case .legEnds(let trip, let version):
            guard var known = trips[Int(trip)], known.version == version else { return ledger.countStale() }
            end(&known, Int(trip), world, &ledger, &schedule)
        }
    }

    // MARK: Setting out and arriving

    private mutating func begin(
        _ traveler: Trip.Traveler, _ mode: TravelMode, from origin: RoadNodeID, to goal: RoadNodeID, _ pace: Pace,
        _ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let way = Self.leg(mode, from: origin, to: goal, pace, start: now, world, &ledger)
        let here = TripLeg(
            mode: mode, from: origin, to: origin, start: now, end: now, pace: pace, epoch: ledger.roads.epoch)
        var trip = Trip(
            traveler: traveler, mode: mode, origin: origin, goal: goal, pace: pace, foreseen: way?.end ?? .max,
            leg: way ?? here)
        let number = vacant.popLast() ?? trips.count
        if number == trips.count { trips.append(nil) }
        if way == nil {
            trip.state = .waiting
            trip.isDisturbed = true
        }
        trips[number] = trip
        if way != nil { expectEnd(of: trip, number, &schedule) }
    }

    private func expectEnd(of trip: Trip, _ number: Int, _ schedule: inout Schedule) {
        schedule.schedule(
            .roads(.legEnds(Int32(number), trip.version)), at: SimulationTime(milliseconds: trip.leg.end))
    }

    private mutating func end(
        _ trip: inout Trip, _ number: Int, _ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        legs.append(trip.leg)
        guard trip.state == .going else {
            // Back where the trip began: it begins again as soon as it can.
            goOn(&trip, number, at: schedule.now.milliseconds, from: trip.origin, world, &ledger, &schedule)
            return
        }
        if trip.isDisturbed {
            disturbed += 1
            if trip.foreseen != .max {
                delayed += 1
                delay += schedule.now.milliseconds - trip.foreseen
            }
        }
        switch trip.traveler {
        case .person(let person): schedule.tell(.muster(.arrive(person)))
        case .team(let team, let task): schedule.tell(.fieldWork(.arrive(team, task)))
        }
        trips[number] = nil
        vacant.append(number)
    }

    // MARK: Changes

    private mutating func change(
        _ change: RoadChanges.Change, _ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        // Nobody has needed the roads of a leg that no change has met; they are those of the roads as they are still.
        for number in trips.indices {
            guard var trip = trips[number], trip.state != .waiting, trip.leg.roads == nil else { continue }
            trip.leg.roads = ledger.roads.times(trip.mode, world).path(from: trip.leg.from, to: trip.leg.to)
            trips[number] = trip
        }
        var opened: TravelModeSet = []
        for (road, closedTo) in change.roads {
            opened.formUnion(ledger.roads.closedTo[road.index].subtracting(closedTo))
        }
        ledger.changeRoads(change, at: schedule.now.milliseconds, world)
        if opened.contains(.car) { schedule.tell(.dispatching(.roadsOpened)) }
        if ledger.mutant == .closureUnheard {
            return countUnheard(world, &ledger, at: schedule.now.milliseconds)
        }
        for number in trips.indices {
            guard var trip = trips[number] else { continue }
            // Whoever waits gains nothing from roads that close.
            if trip.state == .waiting, !opened.contains(trip.mode) { continue }
            reconsider(&trip, number, world, &ledger, &schedule)
        }
    }

    /// Where somebody is: the node to turn at, when he or she is there, and what of the leg is left after it.
    private func position(
        on leg: TripLeg, at now: Int64, _ world: World
    ) -> (node: RoadNodeID, time: Int64, passed: Int) {
        let times = leg.times(world.ground.metric(leg.mode))
        var (node, time) = (leg.from, leg.start)
        for (index, end) in times.enumerated() {
            // At the node in this very moment, or still before it.
            if time >= now { return (node, time, index) }
            node = world.ground.place.roads[(leg.roads ?? [])[index]].to
            time = end
        }
        return (node, time, times.count)
    }

    private mutating func reconsider(
        _ trip: inout Trip, _ number: Int, _ world: World, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        if trip.state == .waiting {
            goOn(&trip, number, at: max(now, trip.leg.end), from: trip.leg.to, world, &ledger, &schedule)
            return
        }
        let (node, time, passed) = position(on: trip.leg, at: now, world)
        let roads = trip.leg.roads ?? []
        let ahead = Array(roads[passed...])
        let isBarred = ahead.contains { ledger.roads.closedTo[$0.index].contains(trip.mode) }
        guard isBarred else { return }
        // The leg ends at the next node.
        trip.isDisturbed = true
        trip.version += 1
        trip.leg.to = node
        trip.leg.end = time
        trip.leg.roads = Array(roads[..<passed])
        if !(trip.leg.roads ?? []).isEmpty { legs.append(trip.leg) }
        trip.state = .waiting
        switch world.plan.roads.whenClosed {
        case .reroute: goOn(&trip, number, at: time, from: node, world, &ledger, &schedule)
        case .wait:
            trip.awaited = ahead
            trips[number] = trip
        case .turnBack:
            let way = Self.leg(trip.mode, from: node, to: trip.origin, trip.pace, start: time, world, &ledger)
            trips[number] = trip
            if let way { set(way, .returning, of: &trip, number, &schedule) }
        }
    }

    /// Goes on to the goal from a node, as soon as there is a way; until then the traveler waits there.
    private mutating func goOn(
        _ trip: inout Trip, _ number: Int, at time: Int64, from node: RoadNodeID, _ world: World,
        _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        trip.state = .waiting
        if !trip.awaited.isEmpty {
            // Whoever waits for a certain road does not look for another.
            let isBarred = trip.awaited.contains { ledger.roads.closedTo[$0.index].contains(trip.mode) }
            if !isBarred {
                var leg = trip.leg
                (leg.from, leg.to, leg.start, leg.roads) = (node, trip.goal, time, trip.awaited)
                leg.epoch = ledger.roads.epoch
                leg.end = leg.times(world.ground.metric(trip.mode)).last ?? time
                trip.awaited = []
                return set(leg, .going, of: &trip, number, &schedule)
            }
        } else if let way = Self.leg(trip.mode, from: node, to: trip.goal, trip.pace, start: time, world, &ledger) {
            return set(way, .going, of: &trip, number, &schedule)
        } else {
            (trip.leg.from, trip.leg.to) = (node, node)
            (trip.leg.start, trip.leg.end) = (time, time)
            trip.leg.roads = []
        }
        trips[number] = trip
    }

    private mutating func set(
        _ leg: TripLeg, _ state: Trip.State, of trip: inout Trip, _ number: Int, _ schedule: inout Schedule
    ) {
        trip.leg = leg
        trip.state = state
        trip.version += 1
        trips[number] = trip
        expectEnd(of: trip, number, &schedule)
    }

    /// The leg between two nodes on the roads as they are; nil if there is no way.
    private static func leg(
        _ mode: TravelMode, from: RoadNodeID, to: RoadNodeID, _ pace: Pace, start: Int64, _ world: World,
        _ ledger: inout Ledger
    ) -> TripLeg? {
        let dry = ledger.roads.times(mode, world).milliseconds(from: from, to: to)
        guard dry != TravelTimeTable.unreachable, dry == 0 || pace.weather > 0 else { return nil }
        let end = start + (dry == 0 ? 0 : pace.milliseconds(Int64(dry)))
        return TripLeg(
            mode: mode, from: from, to: to, start: start, end: end, pace: pace, epoch: ledger.roads.epoch)
    }

    /// The broken rule: nobody under way hears of closed roads.
    private func countUnheard(_ world: World, _ ledger: inout Ledger, at now: Int64) {
        for case let trip? in trips where trip.state != .waiting {
            let (_, _, passed) = position(on: trip.leg, at: now, world)
            let ahead = (trip.leg.roads ?? [])[passed...]
            if ahead.contains(where: { ledger.roads.closedTo[$0.index].contains(trip.mode) }) { ledger.countMutation() }
        }
    }
}
