import DenseTables
import Testing

@testable import RoadNetwork

@Suite struct RoadAccessFinderTests {
    /// A network of nodes in meters east and north of 116° E, 24° N, and two-way arcs of their straight length.
    private func network(
        _ places: [(Double, Double)], _ arcs: [(Int, Int)], oneWay: [(Int, Int)] = []
    ) -> RoadNetwork {
        let map = LocalProjection(longitude: 116, latitude: 24)
        func road(_ from: Int, _ to: Int) -> RoadArc {
            let difference = SIMD2(places[from].0 - places[to].0, places[from].1 - places[to].1)
            return RoadArc(
                from: RoadNodeID(from), to: RoadNodeID(to), length: (difference * difference).sum().squareRoot(),
                roadClass: .street)
        }
        return RoadNetwork(
            nodes: places.map { place in
                let degrees = map.degrees(SIMD2(place.0, place.1))
                return RoadNode(longitude: degrees.x, latitude: degrees.y)
            }, arcs: arcs.flatMap { [road($0.0, $0.1), road($0.1, $0.0)] } + oneWay.map { road($0.0, $0.1) })
    }

    private func place(_ east: Double, _ north: Double) -> SIMD2<Double> {
        LocalProjection(longitude: 116, latitude: 24).degrees(SIMD2(east, north))
    }

    private func node(_ access: RoadAccess) -> Int? {
        if case .node(let node) = access.join { node.index } else { nil }
    }

    private func between(_ access: RoadAccess) -> (Int, Int, Double)? {
        if case .between(let one, let other, let share) = access.join { (one.index, other.index, share) } else { nil }
    }

    @Test func `a point joins a road where it is nearest, in the middle too`() throws {
        let roads = network([(0, 0), (3000, 0)], [(0, 1)])
        let finder = RoadAccessFinder(roads, mode: .car)
        let access = finder.access(of: place(750, 40))
        let middle = try #require(between(access))
        #expect(middle.0 == 0 && middle.1 == 1 && abs(middle.2 - 0.25) < 1e-4 && abs(access.meters - 40) < 0.01)
        #expect(access.passedOver == nil)
        // Beyond its end it is the end, and on a node it stands on the node.
        #expect(node(finder.access(of: place(-30, 40))) == 0)
        let on = finder.access(of: SIMD2(roads.nodes[1].longitude, roads.nodes[1].latitude))
        #expect(node(on) == 1 && on.meters == 0)
    }

    @Test func `a one-way road is joined like any other, and shares count from the lower node`() throws {
        let roads = network([(0, 0), (1000, 0)], [], oneWay: [(1, 0)])
        let access = RoadAccessFinder(roads, mode: .car).access(of: place(250, 5))
        let middle = try #require(between(access))
        #expect(middle.0 == 0 && middle.1 == 1 && abs(middle.2 - 0.25) < 1e-6)
    }

    @Test func `roads the mode cannot use are not there`() throws {
        var arcs = network([(0, 0), (100, 0), (0, 50), (100, 50)], [(0, 1), (2, 3)]).arcs
        for index in arcs.indices where arcs[index].from.index < 2 { arcs[index].roadClass = .path }
        let roads = RoadNetwork(nodes: network([(0, 0), (100, 0), (0, 50), (100, 50)], []).nodes, arcs: arcs)
        #expect(abs(RoadAccessFinder(roads, mode: .car).access(of: place(50, 1)).meters - 49) < 0.01)
        #expect(abs(RoadAccessFinder(roads, mode: .walk).access(of: place(50, 1)).meters - 1) < 0.01)
        #expect(!RoadAccessFinder(roads, mode: .boat).hasRoads)
        #expect(RoadAccessFinder(RoadNetwork(nodes: [], arcs: []), mode: .car).access(of: .zero).join == nil)
    }

    @Test func `beyond the limit there is no way, and how far it is is still told`() throws {
        let roads = network([(0, 0), (3000, 0)], [(0, 1)])
        let finder = RoadAccessFinder(roads, mode: .car, limit: 100)
        #expect(finder.access(of: place(1500, 99)).join != nil)
        let far = finder.access(of: place(1500, 101))
        #expect(far.join == nil && abs(far.meters - 101) < 0.1)
    }

    @Test func `a small island is passed over for a road not much farther, and that is told`() throws {
        // A street of 3 km, a footpath of 20 m that nothing joins, and a village of its own with 2.5 km of roads.
        let places: [(Double, Double)] = [(0, 0), (3000, 0), (500, 99.9), (500, 120), (0, -90), (1250, -90)]
        let roads = network(places, [(0, 1), (2, 3), (4, 5)])
        let finder = RoadAccessFinder(roads, mode: .walk)
        let access = finder.access(of: place(500, 92))
        #expect(abs(access.meters - 92) < 0.01 && abs((access.passedOver ?? 0) - 7.9) < 0.01)
        #expect(between(access).map { $0.0 == 0 && $0.1 == 1 } == true)
        // On the footpath itself the street is 100 m away or a little more.
        #expect(finder.access(of: place(500, 99.9)).passedOver == 0)
        #expect(finder.access(of: place(500, 101)).passedOver == nil)
        // Ten times as far, and not more.
        #expect(finder.access(of: place(509.9, 110)).meters < 10)
        #expect(finder.access(of: place(512, 110)).passedOver != nil)
        // What has kilometers of roads is no scrap, however near the street.
        #expect(finder.access(of: place(600, -80)).passedOver == nil)
        // Nor is anything where nothing is larger.
        let alone = RoadAccessFinder(network([(0, 0), (20, 0)], [(0, 1)]), mode: .walk)
        #expect(alone.access(of: place(0, 5)).passedOver == nil)
    }

    @Test func `a road across the antimeridian is near from both sides`() throws {
        let ends = [179.999, -179.997, -179.99].map { RoadNode(longitude: $0, latitude: -17) }
        let arcs = [(0, 1), (1, 2)].map {
            RoadArc(from: RoadNodeID($0.0), to: RoadNodeID($0.1), length: 500, roadClass: .street)
        }
        let finder = RoadAccessFinder(RoadNetwork(nodes: ends, arcs: arcs + arcs.map(\.reversed)), mode: .car)
        let west = try #require(between(finder.access(of: SIMD2(-180, -17.0001))))
        #expect(west.0 == 0 && west.1 == 1 && abs(west.2 - 0.25) < 1e-6)
        #expect(finder.access(of: SIMD2(180, -17.0001)).meters < 12)
        // Beyond its end, on the other side of the date line.
        let beyond = finder.access(of: SIMD2(179.998, -17))
        #expect(node(beyond) == 0 && abs(beyond.meters - 106.3) < 0.1)
        let far = RoadAccessFinder(RoadNetwork(nodes: ends, arcs: [arcs[1]]), mode: .car)
        #expect(abs(far.access(of: SIMD2(179.999, -17)).meters - 425.3) < 0.5)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `it finds what looking at every road finds, always the same of equally near ones`(seed: UInt64) throws {
        var shuffler = Shuffler(state: seed)
        let roads = seed < 10 ? randomNetwork(seed: seed) : town(side: 12, seed: seed)
        let finder = RoadAccessFinder(roads, mode: .car, limit: .infinity)
        guard finder.hasRoads else { return }
        for _ in 0..<200 {
            let corner = SIMD2(roads.nodes[0].longitude, roads.nodes[0].latitude)
            let point =
                Bool.random(using: &shuffler)
                ? corner
                    + SIMD2(
                        Double.random(in: -0.02...0.02, using: &shuffler),
                        Double.random(in: -0.02...0.02, using: &shuffler))
                : roads.nodes.randomElement(using: &shuffler).map { SIMD2($0.longitude, $0.latitude) } ?? corner
            let map = LocalProjection(longitude: point.x, latitude: point.y)
            func square(_ arc: RoadArc) -> Double {
                let ends = [arc.from, arc.to].map {
                    map.meters(longitude: roads[$0].longitude, latitude: roads[$0].latitude)
                }
                let along = ends[1] - ends[0]
                let length = (along * along).sum()
                let share = length > 0 ? min(max(-(ends[0] * along).sum() / length, 0), 1) : 0
                let nearest = share == 1 ? ends[1] : ends[0] + along * share
                return (nearest * nearest).sum()
            }
            let access = finder.access(of: point)
            let least = roads.arcs.map(square).min() ?? .infinity
            #expect(access.passedOver.map { $0 == least.squareRoot() } ?? (access.meters == least.squareRoot()))
            #expect(finder.access(of: point) == access)
        }
    }
}
