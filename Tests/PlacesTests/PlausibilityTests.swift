import DenseTables
import Organization
import RandomStreams
import RoadNetwork
import Testing

@testable import Places

/// The generated Meijiang against real networks: inside their span, or as near as stated with the reason.
@Suite struct PlausibilityTests {
    private let place = Meijiang.place

    @Test func `crossings have as many neighbors as in real networks`() {
        let statistics = RoadStatistics(place.roads)
        // All streets are two-way here, so the degree is compared with real numbers of neighbors.
        #expect(
            (RealCities.neighbors.auckland - 0.1...RealCities.neighbors.luxembourg + 0.1).contains(
                statistics.meanDegree))
    }

    @Test func `there are dead ends, fewer than in Luxembourg with its farm tracks`() {
        let share = RoadStatistics(place.roads).deadEndShare
        #expect((0.08...RealCities.deadEnds.luxembourg).contains(share))
    }

    @Test func `the network has the size of a district's`() {
        #expect((8_000...14_000).contains(place.roads.nodeCount))
        let kilometers = RoadStatistics(place.roads).kilometers
        #expect(kilometers.prefix(4).allSatisfy { $0 > 10 })
        // Lanes are most of the length, arterials least but for the roads through the hills.
        #expect(kilometers[2] > kilometers[1] && kilometers[1] > kilometers[0])
    }

    @Test func `detours are as long as in real networks`() {
        let detours = medianDetours()
        for (index, real) in RealCities.detours.enumerated() {
            let span = min(real.luxembourg, real.auckland) - 0.12...max(real.luxembourg, real.auckland) + 0.12
            #expect(span.contains(detours[index]), "at \(real.distances) meters")
        }
    }

    @Test func `cars are slower than in free flow and faster than e-bikes`() {
        let sources = stride(from: 0, to: place.roads.nodeCount, by: 997).map { RoadNodeID($0) }
        let targets = stride(from: 5, to: place.roads.nodeCount, by: 101).map { RoadNodeID($0) }
        let lengths = lengthIndex().table(from: sources, to: targets)
        func speed(_ mode: TravelMode) -> Double {
            let metric = RoadMetric(network: place.roads, speeds: .usual, mode: mode)
            let times = DijkstraTravelTimes(network: place.roads, metric: metric).table(from: sources, to: targets)
            let speeds = zip(lengths.milliseconds, times.milliseconds).filter { $0.0 > 400_000 }
            return median(speeds.map { Double($0) / 100 / Double($1) * 3600 })
        }
        #expect((20...RealCities.speeds.auckland).contains(speed(.car)))
        #expect((12...18).contains(speed(.eBike)))
        #expect(abs(speed(.walk) - 4.32) < 0.05)
    }

    @Test func `only bridges cross the river, and without them the banks are apart`() throws {
        let terrain = Meijiang.terrain
        let roads = place.roads
        for arc in roads.arcs {
            let ends = [arc.from, arc.to].map {
                terrain.plane(Coordinate(longitude: roads[$0].longitude, latitude: roads[$0].latitude))
            }
            #expect(terrain.river.crosses(ends[0], ends[1]) == arc.isBridge)
        }
        let bridges = roads.arcs.filter(\.isBridge)
        #expect(bridges.count == 2 * Meijiang.figures.river.bridges)
        #expect(Set(bridges.compactMap(\.name)).count == Meijiang.figures.river.bridges)
        let banks = RoadComponents.weak(roads) { !roads[$0].isBridge }
        for bridge in bridges { #expect(!banks.joined(bridge.from, bridge.to)) }
        #expect(RoadComponents.weak(roads).count == 1)
    }

    @Test func `the valley is low and the hills are high`() {
        let elevations = place.roads.nodes.map(\.elevation).sorted()
        #expect(elevations[0] >= Meijiang.figures.river.lowestHomes)
        #expect(elevations[elevations.count / 2] < 40)
        #expect(elevations[elevations.count - 1] > 150)
        // Mountain roads lie above the rest.
        func mean(_ roadClass: RoadClass) -> Double {
            let arcs = place.roads.arcs.filter { $0.roadClass == roadClass }
            return arcs.reduce(0) { $0 + place.roads[$1.from].elevation } / Double(arcs.count)
        }
        #expect(mean(.mountainRoad) > mean(.arterial) + 50)
    }

    @Test func `the core is dense and the villages are not`() {
        func spacing(_ isVillage: Bool) -> Double {
            let grids = place.grids.filter { place.organization[$0.node].path.contains("/v") == isVillage }
            return median(
                grids.map { grid in
                    grids.filter { $0.node != grid.node }
                        .map { place.roads.straightLine(RoadNodeID($0.location), RoadNodeID(grid.location)) }.min() ?? 0
                })
        }
        #expect(spacing(false) < 400)
        #expect(spacing(true) > 500)
    }

    @Test func `e-bikes reach a service center within ten minutes from most of the core, but not from all villages`() {
        let metric = RoadMetric(network: place.roads, speeds: .usual, mode: .eBike)
        let centers = place.facilities.filter { $0.kind == .serviceCenter || $0.kind == .areaCenter }
        let times = DijkstraTravelTimes(network: place.roads, metric: metric)
            .table(from: place.grids.map { RoadNodeID($0.location) }, to: centers.map { RoadNodeID($0.location) })
        let covered = place.grids.indices.filter { grid in centers.indices.contains { times[grid, $0] <= 600_000 } }
        let share = Double(covered.reduce(0) { $0 + place.grids[$1].residents }) / 435_600
        #expect((0.5...0.95).contains(share))
    }

    private func lengthIndex() -> DijkstraTravelTimes {
        DijkstraTravelTimes(
            network: place.roads,
            metric: RoadMetric(milliseconds: place.roads.arcs.map { UInt32($0.length * 100) }))
    }

    private func medianDetours() -> [Double] {
        let sources = stride(from: 3, to: place.roads.nodeCount, by: 331).map { RoadNodeID($0) }
        let targets = stride(from: 0, to: place.roads.nodeCount, by: 17).map { RoadNodeID($0) }
        let lengths = lengthIndex().table(from: sources, to: targets)
        var detours = [[Double]](repeating: [], count: RealCities.detours.count)
        for (row, source) in sources.enumerated() {
            for (column, target) in targets.enumerated() {
                let straight = place.roads.straightLine(source, target)
                if let band = RealCities.detours.firstIndex(where: { $0.distances.contains(straight) }) {
                    detours[band].append(Double(lengths[row, column]) / 100 / straight)
                }
            }
        }
        return detours.map { median($0) }
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
