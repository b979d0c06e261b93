import DenseTables
import Foundation
import RoadNetwork
import Testing
import WrittenFiles

@testable import MapFiles

@Suite struct RoadFolderTests {
    private func read(_ nodes: String, _ arcs: String) throws -> RoadMap {
        try RoadFolder.read(nodes: Array(nodes.utf8), "nodes.csv", arcs: Array(arcs.utf8), "arcs.csv").map
    }

    private static let nodes = "id,lon,lat,elevation_m\na,116.1,24.3,80\nb,116.2,24.3,\nc,116.3,24.4,5.5\n"

    @Test func `times hold for every mode, speeds for cars, and classes for each its own`() throws {
        let arcs = """
            from,to,length_m,seconds,class,speed_kmh,bridge,name
            a,b,1000,90.5,,,yes,大桥
            b,c,1000,,,50,,
            c,a,1000,,arterial,,no,大桥

            """
        let map = try read(Self.nodes, arcs)
        #expect(map.arcTexts == ["a>b", "b>c", "c>a"] && map.network.names == ["大桥"])
        #expect(map.network.arcs.map(\.pace) == [.fixed(90_500), .driven(50), .byClass])
        #expect(map.network.arcs[0].isBridge && !map.network.arcs[2].isBridge)
        #expect(map.network.nodes.map(\.elevation) == [80, 0, 5.5])
        let car = RoadMetric(network: map.network, speeds: .usual, mode: .car)
        #expect(car.milliseconds == [90_500, 72_000, 85_714])
        let walk = RoadMetric(network: map.network, speeds: .usual, mode: .walk)
        #expect(walk.milliseconds == [90_500, 833_333, 833_333])
    }

    @Test func `all faults of both files are listed at once`() {
        let said = faults {
            _ = try read(
                "id,lon,lat\na,116.1,24.3\na,200,24\n,1,2\nb,x,24\n",
                "from,to,length_m,seconds\na,z,10,5\na,b,-1,5\na,b,10,\nb,a,10\n")
        }
        let expected = [
            "nodes.csv:3:1: the node \"a\" stands twice", "nodes.csv:3:3: lon \"200\" cannot be used",
            "nodes.csv:4:1: the column id is empty", "nodes.csv:5:3: lon \"x\" cannot be used",
            "arcs.csv:3:5: length_m \"-1\" cannot be used",
            "arcs.csv:4:1: the row does not say how fast the arc is", "arcs.csv:5:1: the row has 3 fields, expected 4",
        ]
        for text in expected { #expect(said.contains(text), "\(text)\n\(said)") }
    }

    @Test func `a misspelled column is told from one nobody asked for`() throws {
        let said = faults { _ = try read("id,lon,latt\na,1,2\n", "from,to,length_m,seconds\n") }
        #expect(said == "nodes.csv:1:8: there is no column \"latt\", did you mean \"lat\"")
        #expect(
            faults { _ = try read(Self.nodes, "from,to,length_m\na,b,1\n") }.contains(
                "\"seconds\" is missing, expected seconds, class or speed_kmh"))
        let dropped = try RoadFolder.read(
            nodes: Array("id,lon,lat,remark\na,1,2,x\n".utf8), "n", arcs: Array("from,to,length_m,seconds\n".utf8), "a"
        ).dropped
        #expect(dropped[.column] == 1 && dropped.names(of: .column) == ["remark"])
        #expect(faults { _ = try read("", "") }.contains("there is no header row"))
    }

    @Test func `a misspelled class and node are met with what was meant`() {
        let said = faults {
            _ = try read(
                "id,lon,lat\nstation,1,2\nb,1,2\n", "from,to,length_m,class\nstatoin,b,1,arterail\n")
        }
        #expect(said.contains("did you mean \"station\"") && said.contains("did you mean \"arterial\""))
    }

    @Test func `a folder is read by its path, and what is missing is said`() throws {
        let folder = try TestFolder()
        try folder.write(Self.nodes, to: "nodes.csv")
        #expect(faults { _ = try MapFiles.network(at: folder.path) }.contains("arcs.csv"))
        try folder.write("from,to,length_m,seconds\na,b,1,0\n", to: "arcs.csv")
        #expect(try MapFiles.network(at: folder.path).alone.network.arcCount == 1)
        #expect(faults { _ = try MapFiles.network(at: folder.path + "/none") }.contains("there is no file"))
    }

    @Test func `a file in place of the folder is asked for as what it is`() throws {
        let folder = try TestFolder()
        try folder.write(Self.nodes, to: "nodes.csv")
        let expected = "is a file, expected a folder with nodes.csv and arcs.csv"
        #expect(faults { _ = try MapFiles.roadFolder(at: folder.path + "/nodes.csv") }.hasSuffix(expected))
        #expect(faults { _ = try MapFiles.network(at: folder.path + "/nodes.csv") }.hasSuffix(expected))
    }

    @Test func `columns meant for heights, times and speeds are told from others`() throws {
        let arcs = "from,to,length_m,seconds\n"
        #expect(faults { _ = try read("id,lon,lat,elevation\n", arcs) }.hasSuffix("did you mean \"elevation_m\""))
        #expect(try read("id,lon,lat,height,note\n", arcs).network.nodeCount == 0)
        #expect(faults { _ = try read(Self.nodes, "from,to,length_m,time\n") }.hasSuffix("did you mean \"seconds\""))
        #expect(
            faults { _ = try read(Self.nodes, "from,to,length_m,class,speed\n") }.hasSuffix(
                "did you mean \"speed_kmh\""))
        // A time decides alone.
        #expect(try read(Self.nodes, "from,to,length_m,seconds,speed\na,b,1,1,50\n").network.arcCount == 1)
    }

    @Test(arguments: [
        "id,lon,lat,elevation\na,116.1,24.3,1\nb,116.2,24.3,1\n", "ID,lon,lat\na,116.1,24.3\n", "编号,经度,纬度\na,1,2\n",
        "id,lon,lat,elevation_m\na,116.1,24.3,5m\n", "\u{0}i\u{0}d\u{0},",
    ])
    func `a fault of the nodes is not held against the arcs`(nodes: String) {
        let said = faults { _ = try read(nodes, "from,to,length_m,seconds\na,b,10,5\nb,a,x,5\n") }
        #expect(said.contains("nodes.csv:") && !said.contains("has no node"), "\(said)")
    }

    @Test func `where no folder is, the folder is asked for, and the one that was meant`() throws {
        let folder = try TestFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/net", withIntermediateDirectories: false)
        try folder.write("id,lon,lat\n", to: "net/nodes.csv")
        for path in ["/nett", "/net/Nodes.csv"] {
            let said = faults { _ = try MapFiles.roadFolder(at: folder.path + path) }
            #expect(said.contains("there is no folder") && said.contains("expected a folder with nodes.csv"), "\(said)")
            #expect(said.contains("/net\"") && !said.contains("nodes.csv/nodes.csv"), "\(said)")
        }
    }

    @Test func `latitude and longitude in each other's place are told`() {
        let said = faults { _ = try read("id,lon,lat\na,24.3,116.1\n", "from,to,length_m,seconds\n") }
        #expect(said.contains("lon and lat seem to be exchanged"), "\(said)")
    }
}
