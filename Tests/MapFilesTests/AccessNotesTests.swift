import DenseTables
import RoadNetwork
import Testing
import Words

@testable import MapFiles

@Suite struct AccessNotesTests {
    private func point(_ id: String, _ meters: Double, passedOver: Double? = nil, isFar: Bool = false) -> MapPoint {
        MapPoint(
            id: id, weight: 1,
            access: RoadAccess(
                place: .zero, join: isFar ? nil : .node(RoadNodeID(0)), meters: meters, passedOver: passedOver),
            isPlaced: true)
    }

    @Test func `points near their roads are nothing to tell`() {
        #expect(AccessNotes.warnings([point("a", 5), point("b", 0)], limit: 2000).isEmpty)
        #expect(AccessNotes.summary([point("a", 0.4)], .usual) == nil)
    }

    @Test func `points without a way are counted and the first named, in both languages`() {
        let far = (1...7).map { point("p\($0)", 2500, isFar: true) } + [point("near", 3)]
        let notes = AccessNotes.warnings(far, limit: 2000)
        #expect(
            notes.map(\.en) == [
                "no way for 7 of 8 points, farther than 2,000 m from every road: \"p1\" (2,500 m), \"p2\" (2,500 m), \"p3\" (2,500 m), \"p4\" (2,500 m), \"p5\" (2,500 m) and 2 more"
            ])
        #expect(notes[0].zh.hasPrefix("共8个点，其中7个离任何道路都超过 2,000 m，视为无路：\"p1\"（2,500 m）、"))
        #expect(notes[0].zh.hasSuffix("，另有2个"))
    }

    @Test func `points that passed over an island are told with both distances`() {
        let notes = AccessNotes.warnings([point("v", 89, passedOver: 22)], limit: 2000)
        #expect(
            notes.map(\.en) == [
                "the nearest road is a small island for 1 of 1 point, which goes to one farther away: \"v\" (22 m → 89 m)"
            ])
    }

    @Test func `the summary is of the points that have a way`() {
        let points = [point("a", 10), point("b", 30), point("c", 12_345), point("d", 99_999, isFar: true)]
        #expect(
            AccessNotes.summary(points, .usual)?.en
                == "the way to the road (access_m) is 30 m at the median and 12.3 km at most, counted at 4.32 km/h")
    }

    @Test func `the median of an even number of points lies between the middle two`() {
        let points = [point("a", 10), point("b", 30), point("c", 50), point("d", 100)]
        #expect(AccessNotes.summary(points, .usual)?.en.contains("is 40 m at the median and 100 m at most") == true)
    }
}
