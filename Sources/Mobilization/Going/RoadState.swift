import Coverage
import DenseTables
import Places
import RoadNetwork

/// The roads at one moment of a replication: which are closed to whom, how long every way takes, and who is within reach of whom.
///
/// When roads change hangs on the place, the river and the rules of closing alone, and on nothing anybody does. So the runs of a
/// replication that share these share the roads too: they are led through time in step, and the first to come to a change works it in for all
/// (`simulate`). No run changes anything here; one moment is kept, whatever the number of changes.
final class RoadState {
    let ground: Ground
    /// All changes of the replication, in order of time; the first `epoch` of them are worked in.
    let changes: [RoadChanges.Change]
    private(set) var epoch = 0

    /// To whom each road is closed now; empty where roads never change.
    private(set) var closedTo: [TravelModeSet] = []
    /// The roads that the last change closed to each mode, for whoever is on them.
    private(set) var isNewlyClosed: [TravelModeSet] = []
    /// To whom the last change closed any road, and to whom it opened any.
    private(set) var closing: TravelModeSet = []
    private(set) var opening: TravelModeSet = []
    private var coming: ComingChanges
    /// The modes to which any road is closed.
    private var alteredFor: TravelModeSet = []

    private var modes: [ModeTimes]
    private var hubs: HubLabels
    private var reach: SiteReach
    private(set) var islands: IslandBook
    private var closedKilometers = 0.0
    /// The most kilometers of road closed to cars at any time, each direction by itself.
    private(set) var mostClosedKilometers = 0.0

    /// Prepares the roads, open to everybody, for what is going to happen on them.
    init(_ causes: RoadCauses) {
        let world = causes.world
        let ground = world.ground
        self.ground = ground
        let network = ground.place.roads
        changes =
            RoadChanges(network, world.plan, world.incidents, crests: causes.crests, horizon: world.horizon).changes
        if world.roadsMayChange {
            closedTo = Array(repeating: [], count: network.arcCount)
            isNewlyClosed = closedTo
        }
        coming = ComingChanges(changes, roads: closedTo.count)
        modes = TravelMode.allCases.map { ModeTimes(ground, $0) }
        hubs = ground.hubs.copy()
        reach = SiteReach(ground, longest: world.longestDry)
        islands = IslandBook(ground, isKept: world.roadsMayChange)
    }

    // MARK: Changes

    /// Works in the next change: every way, everybody's reach and every island is right from now on.
    ///
    /// - Complexity: O(roads changed + arcs of the hierarchy), and what `HubLabels` and `SiteReach` find changed.
    func advance() {
        let change = changes[epoch]
        for (road, _) in epoch > 0 ? changes[epoch - 1].roads : [] { isNewlyClosed[road.index] = [] }
        epoch += 1
        (closing, opening) = ([], [])
        var (closed, opened) = (0.0, 0.0)
        for (road, modes) in change.roads {
            let (added, removed) = (modes.subtracting(closedTo[road.index]), closedTo[road.index].subtracting(modes))
            isNewlyClosed[road.index] = added
            closedTo[road.index] = modes
            closing.formUnion(added)
            opening.formUnion(removed)
            let kilometers = ground.place.roads[road].length / 1000
            if added.contains(.car) { closed += kilometers }
            if removed.contains(.car) { opened += kilometers }
        }
        closedKilometers += closed - opened
        mostClosedKilometers = max(mostClosedKilometers, closedKilometers)
        let changed = closing.union(opening)
        coming.advance(to: change.at)
        for mode in TravelMode.allCases where changed.contains(mode) {
            let number = Int(mode.rawValue)
            modes[number].change(change.roads, ground)
            let only = TravelModeSet(mode)
            alteredFor = modes[number].isAltered ? alteredFor.union(only) : alteredFor.subtracting(only)
        }
        guard changed.contains(.car) else { return reach.nothingChanged() }
        let touched = modes[Int(TravelMode.car.rawValue)].withTimes(ground) { times in
            hubs.update(ground.hubTree, times, within: UInt32(reach.longest[1]))
        }
        reach.roadsChanged(
            touched, isClosing: closing.contains(.car), isOpening: opening.contains(.car), ground, hubs)
        islands.roadsChanged(at: change.at, ground) { hubs.leads(from: $0.index, to: $1.index, ground.hubTree) }
    }

    // MARK: Ways

    /// The way by car between two sites in good weather, in milliseconds; `UInt32.max` if there is none.
    func travel(from: SiteID, to: SiteID) -> UInt32 {
        hubs.milliseconds(from: from.index, to: to.index, ground.hubTree)
    }

    /// Whether every road is open to a mode.
    func isOpen(to mode: TravelMode) -> Bool { !alteredFor.contains(mode) }

    /// When roads next close to a mode; `Int64.max` if they never do.
    func nextClosing(to mode: TravelMode) -> Int64 { coming.closing[Int(mode.rawValue)] }

    /// When any road next closes to a mode or opens; `Int64.max` if none ever does.
    func nextChange(to mode: TravelMode) -> Int64 { coming.change[Int(mode.rawValue)] }

    /// The way between two nodes in good weather, in milliseconds; `UInt32.max` if there is none.
    ///
    /// - Complexity: O(arcs of the ancestors), and a customization for the first to ask after a change.
    func way(_ mode: TravelMode, from: RoadNodeID, to: RoadNodeID) -> UInt32 {
        modes[Int(mode.rawValue)].way(from: from, to: to, ground)
    }

    /// Whether a way may lead from one node to another: not where closed roads part them, whichever way they run.
    ///
    /// - Complexity: almost O(nodes + roads) for the first to ask after a closing, O(1) otherwise.
    func mayLead(_ mode: TravelMode, from: RoadNodeID, to: RoadNodeID) -> Bool {
        modes[Int(mode.rawValue)].mayLead(from: from, to: to, ground)
    }

    /// The roads of a way that was asked for before the last change of its mode.
    func pathBefore(_ mode: TravelMode, from: RoadNodeID, to: RoadNodeID) -> [RoadArcID] {
        guard let path = modes[Int(mode.rawValue)].pathBefore(from: from, to: to, ground) else {
            preconditionFailure("somebody is under way where there was no way")
        }
        return path
    }

    /// Whether any of these roads is closed to a mode.
    func isBarred(_ roads: some Sequence<RoadArcID>, to mode: TravelMode) -> Bool {
        roads.contains { closedTo[$0.index].contains(mode) }
    }

    /// The grids by which residents are covered, as the last change of roads has changed them.
    var flips: [SiteReach.Flip] { reach.flips }

    /// Hands over the grids around a site, each with the circles a team reaches it within.
    ///
    /// - Complexity: O(1), and O(grids around the site) for the first to ask about it.
    func withReach(of site: SiteID, _ body: (_ grids: ArraySlice<Int32>, _ circles: ArraySlice<UInt8>) -> Void) {
        reach.keep(site, ground, hubs)
        reach.withRow(of: site, ground.drives, body)
    }

    /// Books everything up to the end of the runs.
    func close(at horizon: Int64) { islands.close(at: horizon) }
}
