import Testing
import Words

@testable import MapFiles

@Suite struct LengthRuleTests {
    /// Three nodes a hundredth of a degree apart on the equator, 1,112 m.
    private func read(_ lengths: [String]) throws -> [String] {
        let arcs = zip(["a,b", "b,c"], lengths).map { "\($0),\($1),street\n" }.joined()
        let folder = try TestFolder()
        try folder.write("id,lon,lat\na,0,0\nb,0.01,0\nc,0.02,0\n", to: "nodes.csv")
        try folder.write("from,to,length_m,class\n" + arcs, to: "arcs.csv")
        return try MapFiles.roadFolder(at: folder.path).notes.warnings.map(\.en)
    }

    @Test func `a road shorter than the straight line is told, and kilometers are guessed by nobody`() throws {
        #expect(try read(["1112", "2000"]).isEmpty && read(["1100", "90000"]).isEmpty)
        #expect(
            try read(["1112", "700"]) == [
                "arcs shorter than the straight line between their nodes: 1 of 2, such as \"b\" to \"c\", 700 m of 1112 m"
            ])
        let kilometers = try read(["1.112", "2"])
        #expect(kilometers.count == 1 && kilometers[0].hasSuffix("; perhaps the lengths are in another unit"))
        #expect(try read(["1112000", "1112000"])[0].contains("more than 100 times as long"))
    }
}
