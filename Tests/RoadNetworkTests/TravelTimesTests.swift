import DenseTables
import RoadNetwork
import Testing

@Suite struct TravelTimesTests {
    @Test func `a matrix says what it says, and nothing of ways through other nodes`() {
        let matrix = TravelTimeTable(rows: 3, columns: 3, milliseconds: [0, 5, .max, 7, 0, 1, 2, 3, 0])
        let times = MatrixTravelTimes(matrix)
        let nodes = (0..<3).map { RoadNodeID($0) }
        #expect(times.table(from: nodes, to: nodes) == matrix)
        #expect(times.milliseconds(from: nodes[1]) == [7, 0, 1])
        #expect(times.milliseconds(to: nodes[1]) == [5, 0, 3])
        #expect(times.milliseconds(from: nodes[0], to: nodes[2]) == TravelTimeTable.unreachable)
    }

    @Test func `a straight way takes its length at the speed, blocks are walked around, and back takes as long`() {
        // 0.001 degrees of latitude are 111.2 m; on the equator as many of longitude.
        let nodes = [RoadNode(longitude: 0, latitude: 0), RoadNode(longitude: 0.003, latitude: 0.004)]
        let side = LocalProjection.metersPerDegree * 0.001
        func time(_ shape: StraightTravelTimes.Shape, _ detour: Double) -> [UInt32] {
            let times = StraightTravelTimes(nodes: nodes, shape: shape, detour: detour, kilometersPerHour: 36)
            let ends = [RoadNodeID(0), RoadNodeID(1)]
            #expect(times.milliseconds(from: ends[0]) == times.milliseconds(to: ends[0]))
            return times.table(from: ends, to: ends).milliseconds
        }
        let straight = UInt32((5 * side * 100).rounded())
        let blocks = UInt32((7 * side * 150).rounded())
        #expect(time(.straight, 1) == [0, straight, straight, 0])
        #expect(time(.manhattan, 1.5) == [0, blocks, blocks, 0])
    }

    @Test func `the nearest come first, of equals the first listed, and whoever cannot come is left out`() {
        let matrix = TravelTimeTable(
            rows: 4, columns: 4, milliseconds: [0, 0, 0, 9, 0, 0, 0, 3, 0, 0, 0, .max, 0, 0, 0, 0])
        let times = MatrixTravelTimes(matrix)
        let candidates = [2, 0, 1, 1].map { RoadNodeID($0) }
        let found = times.nearest(3, of: candidates, to: RoadNodeID(3))
        #expect(found.map(\.candidate) == [2, 3, 1])
        #expect(found.map(\.milliseconds) == [3, 3, 9])
        #expect(times.nearest(1, of: candidates, to: RoadNodeID(3)).map(\.candidate) == [2])
        #expect(times.nearest(0, of: candidates, to: RoadNodeID(3)).isEmpty)
    }
}
