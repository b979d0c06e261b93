import DenseTables
import Places
import RoadNetwork
import Testing
import Words

@testable import Mobilization

@Suite struct RoadChangesTests {
    /// Three points in a row, 2 m, 2 m and 9 m above the normal water; a bridge from the second to the third, and a lane
    /// from the first to the second.
    private static let network: RoadNetwork = {
        let nodes = [2.0, 2, 9].enumerated().map { number, height in
            RoadNode(longitude: 116 + Double(number) * 0.01, latitude: 24, elevation: height)
        }
        let lane = RoadArc(from: RoadNodeID(0), to: RoadNodeID(1), length: 1000, roadClass: .lane, name: 0)
        let bridge = RoadArc(
            from: RoadNodeID(1), to: RoadNodeID(2), length: 1000, roadClass: .arterial, isBridge: true, name: 1)
        return RoadNetwork(
            nodes: nodes, arcs: [lane, lane.reversed, bridge, bridge.reversed], names: ["Low Lane", "Long Bridge"])
    }()

    /// The river rises from 0 to 6 m in six hours and falls back in another six.
    private func incident(_ change: (inout Incident) -> Void) -> Incident {
        var incident = Incident()
        incident.river = [(0, 0.0), (6, 6), (12, 0)].map { RiverPoint(at: at($0 * 60), height: $1) }
        change(&incident)
        return incident
    }

    /// When the roads of a name change and to whom they are closed then: minutes and modes.
    private func changes(
        _ road: Int, _ incident: Incident, crest: Double = 1, lookEvery: Int64 = 15, horizon: Int64 = 24 * 60
    ) -> [(minute: Int64, closedTo: TravelModeSet)] {
        var plan = Plan()
        plan.roads.lookEvery = at(lookEvery)
        let changes = RoadChanges(Self.network, plan, incident, crest: crest, horizon: at(horizon)).changes
        return changes.compactMap { change in
            change.roads.first { $0.road.index == road }.map { (minute: change.at / 60_000, closedTo: $0.closedTo) }
        }
    }

    private func rule(_ extent: RoadClosure.Extent, _ cause: RoadClosure.Cause) -> RoadClosure {
        RoadClosure(name: LocalizedText("rule"), extent: extent, cause: cause)
    }

    @Test func `a road is closed before the water on it gets too deep, and open again when it is shallow enough`() {
        // 2.3 m at 2:18: closed from the look at 2:15; again at 9:42: open from the look at 9:45.
        let water = incident { $0.passableDepth[Int(TravelMode.car.rawValue)] = 0.3 }
        let found = changes(0, water)
        #expect(found.map(\.minute) == [135, 585])
        #expect(found.map(\.closedTo) == [TravelModeSet(.car), []])
        // Looked at every hour: from 2:00 to 10:00.
        #expect(changes(0, water, lookEvery: 60).map(\.minute) == [120, 600])
        // A crest half as high again reaches 2.3 m at 1:32.
        #expect(changes(0, water, crest: 1.5).map(\.minute) == [90, 630])
        // The bridge stands above the water.
        #expect(changes(2, water).isEmpty)
    }

    @Test func `each mode has its depth, and boats need theirs`() {
        let water = incident {
            for (mode, depth) in [(TravelMode.walk, 1.0), (.eBike, 0.2), (.boat, 0.5)] {
                $0.passableDepth[Int(mode.rawValue)] = depth
            }
        }
        let found = changes(0, water)
        // No e-bikes from 2:12, boats float from 2:30, no walkers from 3:00; and back, walkers after 9:00.
        #expect(found.map(\.minute) == [0, 120, 150, 165, 555, 570, 600])
        let names: [TravelModeSet] = [
            [.init(.boat)], [.init(.boat), .init(.eBike)], [.init(.eBike)], [.init(.eBike), .init(.walk)],
            [.init(.eBike)],
            [.init(.boat), .init(.eBike)], [.init(.boat)],
        ]
        #expect(found.map(\.closedTo) == names)
    }

    @Test func `bridges close while the river stands above a height, and by name, and on a timetable`() {
        let bridges = incident { $0.closures = [rule(.allBridges, .riverAbove(4))] }
        #expect(changes(2, bridges).map(\.minute) == [225, 495])
        #expect(changes(0, bridges).isEmpty)
        let named = incident { $0.closures = [rule(.named(["Bridge"]), .between(at(7), at(99)))] }
        #expect(changes(2, named).map(\.minute) == [7, 99])
        #expect(changes(3, named).map(\.minute) == [7, 99])
        #expect(changes(0, named).isEmpty)
        let forever = incident { $0.closures = [rule(.named(["Lane"]), .between(at(7), nil))] }
        #expect(changes(0, forever).map(\.minute) == [7])
    }

    @Test func `an area closes what touches it, points what lies along them`() {
        let ring = [(116.004, 23.9), (116.006, 23.9), (116.006, 24.1), (116.004, 24.1)].map {
            Coordinate(longitude: $0, latitude: $1)
        }
        let area = incident { $0.closures = [rule(.within(ring), .between(0, nil))] }
        #expect(changes(0, area).map(\.minute) == [0] && changes(2, area).isEmpty)
        let along = incident { $0.closures = [rule(.along([1, 2].map { RoadNodeID($0) }), .between(0, at(5)))] }
        #expect(changes(2, along).map(\.minute) == [0, 5] && changes(0, along).isEmpty)
    }

    @Test func `two rules that overlap close a road until the last of them ends`() {
        let both = incident {
            $0.closures = [
                rule(.named(["Lane"]), .between(at(10), at(40))), rule(.named(["Lane"]), .between(at(30), at(70))),
            ]
        }
        #expect(changes(0, both).map(\.minute) == [10, 70])
    }

    @Test func `a plan closes roads as the hazard does`() {
        var plan = Plan()
        plan.roads.closures = [rule(.allBridges, .between(at(20), nil))]
        let changes = RoadChanges(Self.network, plan, Incident(), crest: 1, horizon: at(60)).changes
        #expect(changes.map(\.at) == [at(20)])
        #expect(changes[0].roads.map(\.road.index) == [2, 3])
    }

    @Test func `asked for a moment it tells what is closed then, and without one what ever is`() {
        let incident = incident {
            $0.passableDepth[Int(TravelMode.car.rawValue)] = 0.3
            $0.closures = [rule(.named(["Bridge"]), .between(at(7), at(99)))]
        }
        let changes = RoadChanges(Self.network, Plan(), incident, crest: 1, horizon: at(24 * 60))
        func closed(_ minute: Int64?, _ mode: TravelMode = .car) -> [Int] {
            changes.closed(to: mode, at: minute.map { at($0) }).map(\.index)
        }
        #expect(closed(6) == [] && closed(7) == [2, 3] && closed(98) == [2, 3] && closed(99) == [])
        // The lane floods from the look at 2:15 to that at 9:45, to cars alone.
        #expect(closed(134) == [] && closed(135) == [0, 1] && closed(584) == [0, 1] && closed(585) == [])
        #expect(closed(200, .walk) == [])
        #expect(closed(nil) == [0, 1, 2, 3] && closed(nil, .walk) == [2, 3] && closed(nil, .boat) == [])
        #expect(RoadChanges.mayHappen(Plan(), incident, to: TravelModeSet(.walk)))
        #expect(!RoadChanges.mayHappen(Plan(), incident, to: TravelModeSet(.boat)))
        #expect(RoadChanges.lastChange(Plan(), incident) > at(12 * 60))
    }
}
