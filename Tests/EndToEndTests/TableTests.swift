import CommandLineTool
import Foundation
import Testing

@Suite struct TableTests {
    private let folder: Folder

    /// A one-way ring of four nodes and a node nobody reaches.
    init() throws {
        folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/roads", withIntermediateDirectories: true)
        try folder.write(
            "id,lon,lat\na,116.10,24.30\nb,116.11,24.30\nc,116.11,24.31\nd,116.10,24.31\ne,116.12,24.32\n",
            to: "roads/nodes.csv")
        try folder.write(
            "from,to,length_m,seconds\na,b,1000,60.5\nb,c,1000,90\nc,d,1000,100\nd,a,1000,30.25\ne,a,2000,200\n",
            to: "roads/arcs.csv")
        try folder.write("id,node\nx,a\n\"y,1\",c\n", to: "from.csv")
        try folder.write("id,lon,lat\na,116.10,24.30\nc,116.1101,24.3101\ne,116.12,24.32\n", to: "to.csv")
    }

    private func table(_ more: String..., change: (inout [String]) -> Void = { _ in }) -> Said {
        var arguments = [
            "table", "--network", folder.path + "/roads", "--from", folder.path + "/from.csv", "--to",
            folder.path + "/to.csv",
        ]
        arguments += more
        change(&arguments)
        return Said(arguments)
    }

    @Test func `a row of targets, then a row a source, in seconds, empty where there is no way`() {
        let said = table()
        #expect(said.code == .done && said.error.isEmpty)
        #expect(said.output == ",a,c,e\nx,0.000,150.500,\n\"y,1\",130.250,0.000,\n")
        // Given times hold for every mode.
        #expect(table("--mode", "walk").output == said.output)
        #expect(table("--workers", "3").output == said.output)
    }

    @Test func `roads are closed when the closures say so`() throws {
        try folder.write("from,to,from_time,until_time\nb,c,1 h,2 h\n", to: "closed.csv")
        let closures = folder.path + "/closed.csv"
        #expect(table("--closures", closures, "--at", "30 min").output.contains("x,0.000,150.500,"))
        #expect(table("--closures", closures, "--at", "1 h").output.contains("x,0.000,,"))
        #expect(table("--closures", closures).output.contains("x,0.000,,"))
        #expect(table("--closures", closures, "--at", "2024-06-16T15:00Z").code == .wrongUse)
        #expect(table("--closures", closures, "--at", "noon").code == .wrongUse)
        #expect(table("--at", "1 h").code == .wrongUse)
        try folder.write(
            "{\"type\":\"Polygon\",\"coordinates\":[[[116.109,24.304],[116.112,24.304],[116.112,24.306],[116.109,24.304]]]}",
            to: "flood.json")
        #expect(table("--closures", folder.path + "/flood.json").output.contains("x,0.000,,"))
    }

    @Test func `the table is written whole, and an imported network gives the same one`() throws {
        let out = folder.path + "/t.csv"
        #expect(table("--out", out).output.isEmpty)
        #expect(try folder.text("t.csv") == table().output)
        let network = folder.path + "/n.network"
        #expect(Said(["import", "csv", folder.path + "/roads", "--out", network]).code == .done)
        #expect(table(change: { $0[2] = network }).output == table().output)
        #expect(table("--out", folder.path + "/from.csv").code == .wrongUse)
    }

    @Test func `faults of all files are listed at once`() throws {
        try folder.write("id,node\nx,q\n", to: "from.csv")
        try folder.write("id,lon,lat\nx,0,0\n", to: "to.csv")
        let said = table()
        #expect(said.code == .badData && said.output.isEmpty)
        #expect(said.error.contains("from.csv:2:3: the network has no node \"q\""))
        #expect(said.error.contains("to.csv:2:3: the nearest road is"))
        #expect(table("--closures", folder.path + "/none.csv").code == .missingInput)
        #expect(table("--mode", "plane").error.contains("there is no travel mode \"plane\""))
        #expect(Said(["table", "--from", "x"]).error.contains("--network is missing"))
    }

    @Test func `without roads distances on the map make the table`() throws {
        // 0.003 degrees north are 333.5852 m, at 4.32 km/h 277.9877 s.
        try folder.write("id,lon,lat\nx,116,24\n", to: "from.csv")
        try folder.write("id,lon,lat\nx,116,24\ny,116,24.003\n", to: "to.csv")
        func map(_ more: String...) -> Said {
            Said(["table", "--from", folder.path + "/from.csv", "--to", folder.path + "/to.csv"] + more)
        }
        #expect(map("--straight", "1", "--mode", "walk").output == ",x,y\nx,0.000,277.988\n")
        #expect(map("--manhattan", "2", "--speed", "8.64").output == ",x,y\nx,0.000,277.988\n")
        #expect(map("--straight", "1", "--manhattan", "1").code == .wrongUse)
        #expect(map("--straight", "1", "--closures", "c.csv").error.contains("--closures does not go with --straight"))
        #expect(table("--speed", "5").error.contains("--speed does not go with --network"))
        #expect(map().error.contains("--network is missing"))
    }
}
