import DenseTables
import Organization
import RandomStreams
import RoadNetwork
import Testing
import Words

@testable import Places

@Suite struct ScatteredPeopleTests {
    private let node = OrganizationNode(
        parent: .none, level: .district, name: LocalizedText("d"), path: "d", seat: LocationID(0))
    private let middle = RoadNode(longitude: 116, latitude: 24)

    private func group(_ density: Double, radius: Double = 1000) -> ScatteredPeople {
        let common = PersonRecord(
            key: node.key.child(1), home: LocationID(0), work: LocationID(0), callingNode: OrganizationNodeID(0),
            role: .volunteer, travelMode: 0)
        return ScatteredPeople(common: common, radius: radius, perSquareKilometer: density)
    }

    private func drawn(_ group: ScatteredPeople, _ replication: UInt32) -> [ScatteredPeople.Inhabitant] {
        group.drawn(around: middle, random: RandomStream(seed: 5, replication: replication))
    }

    @Test func `as many come as a Poisson process has, in the mean and in the variance`() {
        // 31.4 on average; over 4,000 places the mean varies by 0.09, the variance by 0.7.
        let counts = (0..<4000 as Range<UInt32>).map { Double(drawn(group(10), $0).count) }
        let mean = counts.reduce(0, +) / 4000
        let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
        #expect(abs(mean - 10 * .pi) < 0.4)
        #expect(abs(variance - 10 * .pi) < 3)
    }

    @Test func `homes are as dense near the middle as far from it, and on every side`() {
        var rings = [0, 0, 0, 0]
        var sides = [0, 0, 0, 0]
        for replication in 0..<1000 as Range<UInt32> {
            for inhabitant in drawn(group(10), replication) {
                let share = inhabitant.distance * inhabitant.distance / 1e6
                rings[min(Int(share * 4), 3)] += 1
                let east = inhabitant.home.longitude > 116
                let north = inhabitant.home.latitude > 24
                sides[(east ? 1 : 0) + (north ? 2 : 0)] += 1
            }
        }
        // 7,854 in each ring and on each side, give or take 89.
        for count in rings + sides { #expect(abs(count - 7854) < 450) }
    }

    @Test func `everybody lives as far away as the straight line says`() {
        for inhabitant in drawn(group(50), 3) {
            let line = LocalProjection.distance(
                SIMD2(116, 24), SIMD2(inhabitant.home.longitude, inhabitant.home.latitude))
            #expect(abs(line - inhabitant.distance) < 0.5)
        }
    }

    @Test func `a wider disk adds people and moves nobody`() {
        let near = drawn(group(20, radius: 500), 1)
        let far = drawn(group(20, radius: 900), 1)
        #expect(far.count > near.count)
        #expect(far.prefix(near.count).map(\.distance) == near.map(\.distance))
        #expect(far.prefix(near.count).map(\.person.key) == near.map(\.person.key))
        #expect(drawn(group(0), 1).isEmpty)
    }

    @Test func `a place gives each of them a home and a way of its own, drawn anew with the stream`() throws {
        let written = ExplicitPlace(
            name: LocalizedText("p"), points: [middle], organization: [node], people: [], scattered: [group(10)])
        let first = try written.place(random: RandomStream(seed: 5, replication: 0))
        let second = try written.place(random: RandomStream(seed: 5, replication: 1))
        let distances = drawn(group(10), 0).map(\.distance)
        #expect(first.people.count == distances.count)
        #expect(first.people.home.elements().map(\.index) == Array(1...distances.count))
        #expect(first.people.work.elements() == first.people.home.elements())
        #expect(
            first.people.count != second.people.count || first.people.key.elements() != second.people.key.elements())
        let metric = RoadMetric(network: first.roads, speeds: .usual, mode: .walk)
        let times = DijkstraTravelTimes(network: first.roads, metric: metric)
        for (index, distance) in distances.enumerated() {
            // 1.2 m/s on foot.
            let seconds = Double(times.milliseconds(from: RoadNodeID(index + 1), to: RoadNodeID(0))) / 1000
            #expect(abs(seconds - distance / 1.2) < 0.01)
        }
    }
}
