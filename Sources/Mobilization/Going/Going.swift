import Coverage
import DenseTables
import EventKernel
import Organization
import Places
import RandomStreams
import RoadNetwork

/// Going: everybody who is under way, people and teams, on roads that close and reopen.
///
/// A trip that ends before any road can close to its mode is one event, its arrival; where roads never change every trip is. Others are
/// known here until they are over: whoever is under way when a road closes finishes the stretch and goes on as the plan says. The roads
/// themselves are `RoadState`, which this asks and never changes but for working in what is due.
public struct Going: ~Copyable {
    /// What happens on the way.
    public enum Event: BitwiseCopyable, Sendable {
        /// The roads of the change with this number close or reopen.
        case change(Int32)
        /// The leg of a trip ends, unless it has been changed since: the trip's number and the leg's version.
        case legEnds(Int32, Int32)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .change: .first
            case .legEnds: .normal
            }
        }
    }

    /// What an event on the way comes to, for others to act on.
    enum Outcome {
        /// Roads have closed or opened, and with them who is near whom.
        case roadsChanged
        /// Somebody is there.
        case arrived(Traveler)
    }

    /// The roads as they are, to be asked.
    let roads: RoadState
    private let whenClosed: RoadsPlan.WhenClosed
    /// Whether legs are kept for the audit; there is nothing to hold them against where roads never change.
    private let keepsLegs: Bool
    private var trips: [Trip] = []
    private var vacant: [Int32] = []
    /// Every leg traveled to its end, or to be traveled undisturbed.
    private(set) var legs: [TripLeg] = []
    /// Trips that a closed road has changed, and by how much those of them that had a foreseen end took longer, in milliseconds.
    private(set) var disturbed = 0
    private(set) var delayed = 0
    private(set) var delay: Int64 = 0
    /// Events that came too late to matter: somebody under way had gone another way meanwhile.
    private(set) var stale = 0
    #if MUTANTS
        var sabotage = Sabotage()
    #endif

    init(_ world: World, _ roads: RoadState) {
        self.roads = roads
        whenClosed = world.plan.roads.whenClosed
        keepsLegs = world.roadsMayChange
    }

    mutating func start(_ schedule: inout Schedule) {
        for (index, change) in roads.changes.enumerated() {
            schedule.schedule(.going(.change(Int32(index))), at: SimulationTime(milliseconds: change.at))
        }
    }

    /// Books everything up to the end of a run.
    func close(at horizon: Int64) { roads.close(at: horizon) }

    /// When which roads changed, for the audit.
    var history: [RoadChanges.Change] { roads.changes }

    /// People and teams that wait on the road for a way.
    var waiting: (people: Int, teams: Int) {
        trips.reduce(into: (people: 0, teams: 0)) { counts, trip in
            guard trip.state == .waiting else { return }
            if case .person = trip.traveler { counts.people += 1 } else { counts.teams += 1 }
        }
    }

    /// Roads change, or a leg ends; returns what others must know of it.
    mutating func handle(_ event: Event, _ schedule: inout Schedule) -> Outcome? {
        switch event {
        case .change(let index):
            change(Int(index), &schedule)
            return .roadsChanged
        case .legEnds(let trip, let version):
            guard trips[Int(trip)].version == version else {
                stale += 1
                return nil
            }
            return end(Int(trip), &schedule).map { .arrived($0) }
        }
    }

    // MARK: Setting out and arriving

    /// Somebody sets out for the muster point at `start`, from where he or she is at that hour.
    ///
    /// Returns whether that is settled: a trip to come is not where roads of its mode may change before it begins, or close before it ends.
    mutating func setOut(
        _ person: PersonID, at start: Int64, _ pace: Pace, _ world: World, _ schedule: inout Schedule
    ) -> Bool {
        guard let mode = TravelMode(rawValue: world.people.travelMode[person]) else {
            preconditionFailure("a person travels by some mode")
        }
        let isToCome = start > schedule.now.milliseconds
        if isToCome, start >= roads.nextChange(to: mode) { return false }
        let isAtWork = world.clock.isWorkday(at: start)
        let from = RoadNodeID((isAtWork ? world.people.work[person] : world.people.home[person]).index)
        let seat = RoadNodeID(world.organization.nodes[world.people.callingNode[person].index].seat.index)
        let dry: UInt32
        if roads.isOpen(to: mode) {
            dry = isAtWork ? world.ground.workTravel[person] : world.ground.homeTravel[person]
        } else {
            dry = roads.way(mode, from: from, to: seat)
        }
        let leg = leg(mode, from: from, to: seat, dry, pace, start: start)
        if isToCome, !isUndisturbed(leg) { return false }
        begin(.person(person), mode, from: from, to: seat, leg, pace, &schedule)
        return true
    }

    /// A team sets out for a task.
    mutating func send(
        _ team: TeamID, from site: SiteID, to task: TaskID, _ world: World, _ schedule: inout Schedule
    ) {
        let goal = world.tasks[task.index].site
        let (from, to) = (world.ground.node(of: site), world.ground.node(of: goal))
        let pace = Pace(weather: world.weather[Int(TravelMode.car.rawValue)])
        let leg = leg(
            .car, from: from, to: to, roads.travel(from: site, to: goal), pace, start: schedule.now.milliseconds)
        begin(.team(team, task), .car, from: from, to: to, leg, pace, &schedule)
    }

    /// Whether a leg ends before any road can close to its mode.
    private func isUndisturbed(_ leg: TripLeg?) -> Bool {
        guard let leg else { return false }
        return leg.end < roads.nextClosing(to: leg.mode)
    }

    /// Begins a trip with its first leg, or without one where there is no way.
    private mutating func begin(
        _ traveler: Traveler, _ mode: TravelMode, from origin: RoadNodeID, to goal: RoadNodeID, _ leg: TripLeg?,
        _ pace: Pace, _ schedule: inout Schedule
    ) {
        if let leg, isUndisturbed(leg) {
            if keepsLegs { legs.append(leg) }
            return schedule.schedule(traveler.arrival, at: SimulationTime(milliseconds: leg.end))
        }
        let now = schedule.now.milliseconds
        let here = TripLeg(
            mode: mode, from: origin, to: origin, start: now, end: now, pace: pace, epoch: roads.epoch)
        var trip = Trip(
            traveler: traveler, origin: origin, goal: goal, foreseen: leg?.end ?? .max, leg: leg ?? here)
        if leg == nil {
            trip.state = .waiting
            trip.isDisturbed = true
        }
        let number = vacant.popLast().map { Int($0) } ?? trips.count
        if number == trips.count { trips.append(trip) } else { trips[number] = trip }
        if leg != nil { expectEnd(of: number, &schedule) }
    }

    private func expectEnd(of number: Int, _ schedule: inout Schedule) {
        schedule.schedule(
            .going(.legEnds(Int32(number), trips[number].version)),
            at: SimulationTime(milliseconds: trips[number].leg.end))
    }

    /// A leg ends: the trip is over, or its traveler is back where it began.
    private mutating func end(_ number: Int, _ schedule: inout Schedule) -> Traveler? {
        legs.append(trips[number].leg)
        guard trips[number].state == .going else {
            // He or she sets out again as soon as there is a way.
            goOn(number, at: schedule.now.milliseconds, from: trips[number].origin, &schedule)
            return nil
        }
        if trips[number].isDisturbed {
            disturbed += 1
            if trips[number].foreseen != .max {
                delayed += 1
                delay += schedule.now.milliseconds - trips[number].foreseen
            }
        }
        trips[number].state = .over
        trips[number].version += 1
        vacant.append(Int32(number))
        return trips[number].traveler
    }

    // MARK: Changes

    private mutating func change(_ index: Int, _ schedule: inout Schedule) {
        if roads.epoch == index { roads.advance() }
        let now = schedule.now.milliseconds
        // Nobody has needed the roads of a leg that no change has met; now they are looked up on the roads as they were.
        let changed = roads.closing.union(roads.opening)
        for number in trips.indices where trips[number].isOnTheRoad && trips[number].leg.roads == nil {
            let leg = trips[number].leg
            guard changed.contains(leg.mode) else { continue }
            trips[number].leg.roads = roads.pathBefore(leg.mode, from: leg.from, to: leg.to)
        }
        if roads.opening.contains(.car) { schedule.tell(.desk(.roadsOpened)) }
        #if MUTANTS
            if sabotage.breaks(.closureUnheard) { return countUnheard(at: now) }
        #endif
        for number in trips.indices {
            if trips[number].state == .waiting {
                guard mayGoOn(trips[number]) else { continue }
                goOn(number, at: max(now, trips[number].leg.end), from: trips[number].leg.to, &schedule)
            } else if trips[number].isOnTheRoad, roads.closing.contains(trips[number].mode) {
                reconsider(number, at: now, &schedule)
            }
        }
    }

    /// Whether it is worth asking if somebody that waits can go on, after a change of roads.
    private func mayGoOn(_ trip: Trip) -> Bool {
        // Whoever waits gains nothing from roads that close, nor from those that open elsewhere.
        roads.opening.contains(trip.mode)
            && (!trip.awaited.isEmpty || roads.mayLead(trip.mode, from: trip.leg.to, to: trip.goal))
    }

    /// Somebody under way hears that roads have closed, and turns at the next node if one of them lies ahead.
    private mutating func reconsider(_ number: Int, at now: Int64, _ schedule: inout Schedule) {
        let mode = trips[number].mode
        guard let path = trips[number].leg.roads,
            path.contains(where: { roads.isNewlyClosed[$0.index].contains(mode) })
        else { return }
        let (node, time, passed) = trips[number].leg.position(
            at: now, roads.ground.metric(mode), roads.ground.place.roads)
        let ahead = path[passed...]
        guard roads.isBarred(ahead, to: mode) else { return }
        // The leg ends at the next node.
        trips[number].isDisturbed = true
        trips[number].version += 1
        trips[number].leg.to = node
        trips[number].leg.end = time
        trips[number].leg.roads = Array(path[..<passed])
        if passed > 0 { legs.append(trips[number].leg) }
        trips[number].state = .waiting
        switch whenClosed {
        case .reroute: goOn(number, at: time, from: node, &schedule)
        case .wait: trips[number].awaited = Array(ahead)
        case .turnBack:
            let way = roads.way(mode, from: node, to: trips[number].origin)
            if let leg = leg(mode, from: node, to: trips[number].origin, way, trips[number].pace, start: time) {
                set(leg, .returning, of: number, &schedule)
            }
        }
    }

    /// Goes on to the goal from a node, as soon as there is a way; until then the traveler waits there.
    private mutating func goOn(_ number: Int, at time: Int64, from node: RoadNodeID, _ schedule: inout Schedule) {
        let (mode, goal) = (trips[number].mode, trips[number].goal)
        trips[number].state = .waiting
        if !trips[number].awaited.isEmpty {
            // Whoever waits for a certain road does not look for another.
            if roads.isBarred(trips[number].awaited, to: mode) { return }
            var leg = trips[number].leg
            (leg.from, leg.to, leg.start, leg.epoch) = (node, goal, time, roads.epoch)
            leg.roads = trips[number].awaited
            leg.end = leg.times(roads.ground.metric(mode)).last ?? time
            trips[number].awaited = []
            return set(leg, .going, of: number, &schedule)
        }
        let way = roads.way(mode, from: node, to: goal)
        if let leg = leg(mode, from: node, to: goal, way, trips[number].pace, start: time) {
            return set(leg, .going, of: number, &schedule)
        }
        (trips[number].leg.from, trips[number].leg.to) = (node, node)
        (trips[number].leg.start, trips[number].leg.end) = (time, time)
        trips[number].leg.roads = []
    }

    /// A leg that takes `dry` milliseconds in good weather; nil if there is no way.
    private func leg(
        _ mode: TravelMode, from: RoadNodeID, to: RoadNodeID, _ dry: UInt32, _ pace: Pace, start: Int64
    ) -> TripLeg? {
        guard dry != .max, dry == 0 || pace.weather > 0 else { return nil }
        return TripLeg(
            mode: mode, from: from, to: to, start: start, end: start + pace.milliseconds(Int64(dry)), pace: pace,
            epoch: roads.epoch)
    }

    private mutating func set(_ leg: TripLeg, _ state: Trip.State, of number: Int, _ schedule: inout Schedule) {
        trips[number].leg = leg
        trips[number].state = state
        trips[number].version += 1
        expectEnd(of: number, &schedule)
    }

    #if MUTANTS
        /// The broken rule: nobody under way hears of closed roads.
        private mutating func countUnheard(at now: Int64) {
            for trip in trips where trip.isOnTheRoad {
                let (_, _, passed) = trip.leg.position(
                    at: now, roads.ground.metric(trip.mode), roads.ground.place.roads)
                if roads.isBarred((trip.leg.roads ?? [])[passed...], to: trip.mode) { sabotage.count += 1 }
            }
        }
    #endif
}
