import DenseTables
import Organization
import RoadNetwork
import ScenarioFiles
import Testing

@testable import MapFiles

@Suite struct RoadClosuresTests {
    private let map = MapPointTests.map

    private func read(_ text: String) throws -> RoadClosures {
        try noted(text).alone
    }

    private func noted(_ text: String, _ datum: Datum = .wgs84) throws -> Noted<RoadClosures> {
        try ClosureReader.read(Array(text.utf8), path: "c", map: map, datum: datum)
    }

    private func names(_ arcs: [RoadArcID]) -> [String] { arcs.map { map.arcTexts[$0.index] } }

    @Test func `an arc is closed from an instant on and before another`() throws {
        let closures = try read("from,to,from_time,until_time\nb,c,1 h,2 h\na,b,,\nc,d,,90 min\nd,e,3.5 h,\n")
        func closed(_ hours: Double) -> [String] {
            names(closures.closedArcs(at: .elapsed(Int64(hours * 3_600_000))))
        }
        #expect(closed(0) == ["a>b", "c>d"])
        #expect(closed(1) == ["a>b", "b>c", "c>d"])
        #expect(closed(1.5) == ["a>b", "b>c"])
        #expect(closed(2) == ["a>b"])
        #expect(closed(3.5) == ["a>b", "d>e"])
        #expect(names(closures.closedArcs()) == ["a>b", "b>c", "c>d", "d>e"])
    }

    @Test func `dates are compared across time zones`() throws {
        let closures = try read("from,to,from_time\na,b,2024-06-16T15:00+08:00\n")
        let before = try ClosureTime("2024-06-16T06:59Z")
        let after = try ClosureTime("2024-06-16T07:00Z")
        #expect(closures.closedArcs(at: before).isEmpty && closures.closedArcs(at: after).count == 1)
    }

    @Test func `a polygon closes every arc it touches, both ways`() throws {
        let ring = "[[116.112,24.2],[116.118,24.2],[116.118,24.4],[116.112,24.4],[116.112,24.2]]"
        let text = """
            {"type":"Feature","properties":{"from_time":"1 h"},"geometry":{"type":"Polygon","coordinates":[\(ring)]}}
            """
        let closures = try read(text)
        #expect(names(closures.closedArcs()) == ["b>c", "c>b"])
        #expect(closures.closedArcs(at: .elapsed(0)).isEmpty)
        let usual = RoadMetric(network: map.network, speeds: .usual, mode: .car)
        var closed = usual
        for arc in closures.closed(for: usual).alone { closed.close(arc) }
        let times = DijkstraTravelTimes(network: map.network, metric: closed)
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(4)) == TravelTimeTable.unreachable)
        #expect(times.milliseconds(from: RoadNodeID(0), to: RoadNodeID(1)) == usual.milliseconds[0])
    }

    @Test(arguments: [
        ("from,to\na,c\n", "c:2:3: no arc leads from \"a\" to \"c\""),
        ("from,to\na,q\n", "c:2:3: the network has no node \"q\""),
        ("from,to,from_time\na,b,noon\n", "c:2:5: \"noon\" is no time"),
        ("from,to,from_time\na,b,2024-06-16T15:00\n", "c:2:5: \"2024-06-16T15:00\" is no time"),
        ("from,to,from_time,until_time\na,b,2 h,1 h\n", "c:2:5: the closure ends before it begins"),
        ("from,to,from_time\na,b,2 h\nb,c,2024-06-16T15:00Z\n", "c:3:5: the file mixes dates"),
        ("from\na\n", "c:1:1: the column \"to\" is missing"),
        ("{\"type\":\"Point\",\"coordinates\":[0,0]}", "c:1:1: a point closes no road"),
    ])
    func `faults have their place`(text: String, expected: String) {
        let said = faults { _ = try read(text) }
        #expect(said.hasPrefix(expected), "\(said)")
    }
}
