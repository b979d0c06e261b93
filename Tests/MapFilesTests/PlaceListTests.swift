import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct PlaceListTests {
    private func read(_ text: String, known: [String]? = nil, _ datum: Datum = .wgs84) throws -> [ListedPlace] {
        let reader = PlaceListReader(known: known)
        return try reader.read(Array(text.utf8), path: "p", use: .demand, datum: datum).alone
    }

    private func faults(_ text: String, known: [String]? = nil) -> [String] {
        do {
            _ = try read(text, known: known)
            return []
        } catch {
            return (error as? FaultList)?.faults.map(\.text.en) ?? ["another error"]
        }
    }

    @Test func `places have an id, a place and a weight`() throws {
        let places = try read("id,lon,lat,weight\nx,116.1,24.3,2.5\ny,116.2,24.4,0\n")
        #expect(
            places == [
                .init(id: "x", place: [116.1, 24.3], weight: 2.5), .init(id: "y", place: [116.2, 24.4], weight: 0),
            ])
        let point =
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"z\",\"weight\":3},\"geometry\":{\"type\":\"Point\",\"coordinates\":[116,24]}}"
        #expect(try read(point) == [.init(id: "z", place: [116, 24], weight: 3)])
    }

    @Test func `where travel times are known an id is enough`() throws {
        #expect(try read("id,weight\nx,7\ny,1\n", known: ["x", "y", "z"]).map(\.weight) == [7, 1])
        #expect(try read("id,lon,lat\nx,116,24\n", known: ["x"])[0].place == [116, 24])
    }

    @Test func `places in another datum are moved`() throws {
        let place = try #require(read("id,lon,lat\nx,116.1,24.3\n", .gcj02)[0].place)
        #expect(place != [116.1, 24.3] && abs(place.x - 116.1) < 0.02)
    }

    @Test func `every fault is told with line and column`() {
        let found = faults("id,lon,lat,weight\nx,116.1,24.3,-1\nx,200,24,1\n,1,2,3\ny,116,,1\n")
        let expected = [
            "p:2:14: weight \"-1\" cannot be used, expected a number from 0 to 1000000000000",
            "p:3:1: the id \"x\" stands twice, expected each id once",
            "p:3:3: lon \"200\" cannot be used, expected a number from -180 to 180",
            "p:4:1: the column id is empty", "p:5:7: the column lat is empty",
        ]
        #expect(found == expected)
        #expect(faults("id,weight\nx,1\n")[0].contains("the column \"lon\" is missing"))
        #expect(
            faults("id\nvilage\n", known: ["village"]) == [
                "p:2:1: the travel times have no \"vilage\", did you mean \"village\""
            ])
    }

    @Test(arguments: [PlaceUse.demand, .site]) func `ids of the travel times that a list leaves out are told`(
        use: PlaceUse
    ) throws {
        func warnings(_ text: String) throws -> [String] {
            let reader = PlaceListReader(known: ["x", "y", "z"])
            return try reader.read(Array(text.utf8), path: "p", use: use, datum: .wgs84).notes.warnings.map(\.en)
        }
        let what = use == .demand ? "columns" : "rows"
        #expect(
            try warnings("id,weight\ny,1\n") == [
                "2 of the 3 \(what) of the travel times are not in the list and do not count: \"x\", \"z\""
            ])
        #expect(try warnings("id,weight\nz,1\ny,1\nx,1\n").isEmpty)
    }
}
