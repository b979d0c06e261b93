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
            "from,to,length_m,seconds\na,b,1000,60.5\nb,c,1112,90\nc,d,1013,100\nd,a,1112,30.25\ne,a,3000,200\n",
            to: "roads/arcs.csv")
        try folder.write("id,node\nx,a\n\"y,1\",c\n", to: "from.csv")
        try folder.write("id,lon,lat\na,116.10,24.30\nc,116.11,24.31\ne,116.12,24.32\n", to: "to.csv")
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
        #expect(said.error.contains("to.csv:1:1: the file does not lie where the network is"))
        #expect(table("--closures", folder.path + "/none.csv").code == .missingInput)
        #expect(table("--mode", "plane").error.contains("there is no travel mode \"plane\""))
        #expect(Said(["table", "--from", "x"]).error.contains("--network is missing"))
    }

    /// A road of 3,040 m between two nodes, which draw it 3,044 m long.
    private func writeLongRoad(_ arcs: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path + "/long", withIntermediateDirectories: true)
        try folder.write("id,lon,lat\na,116.1,24.3\nb,116.13,24.3\n", to: "long/nodes.csv")
        try folder.write("from,to,length_m,class\n" + arcs, to: "long/arcs.csv")
        try folder.write("id,node\na,a\nb,b\n", to: "ends.csv")
        try folder.write("id,lon,lat\nm,116.1149,24.3\nk,116.1224,24.3\n", to: "mid.csv")
    }

    private func long(_ from: String, _ to: String, _ more: String...) -> Said {
        Said(
            [
                "table", "--network", folder.path + "/long", "--mode", "walk", "--from", folder.path + "/" + from,
                "--to",
                folder.path + "/" + to,
            ] + more)
    }

    @Test func `a point beside a long road joins it there, and may go either way`() throws {
        try writeLongRoad("a,b,3040,street\nb,a,3040,street\n")
        // 149 and 224 of 300 parts of 3,040 m at 1.2 m/s.
        let there = long("ends.csv", "mid.csv")
        #expect(there.code == .done && there.output == ",m,k\na,1258.222,1891.555\nb,1275.111,641.778\n")
        #expect(long("mid.csv", "ends.csv").output == ",a,b\nm,1258.222,1275.111\nk,1891.555,641.778\n")
        #expect(long("mid.csv", "mid.csv").output == ",m,k\nm,0.000,633.333\nk,633.333,0.000\n")
        try folder.write("from,to\nb,a\n", to: "closed.csv")
        #expect(
            long("mid.csv", "mid.csv", "--closures", folder.path + "/closed.csv").output
                == ",m,k\nm,0.000,633.333\nk,,0.000\n")
        try writeLongRoad("a,b,3040,street\n")
        #expect(long("mid.csv", "ends.csv").output == ",a,b\nm,,1275.111\nk,,641.778\n")
    }

    @Test func `the walk to the road counts for every mode, and past the limit there is no way, which is said`() throws
    {
        // 0.003 degrees north of a crossing are 333.585 m: 277.988 s at 1.2 m/s, 120.091 s at 10 km/h.
        try folder.write("id,lon,lat\np,116.10,24.297\n", to: "from.csv")
        let said = table("--lang", "en")
        #expect(said.output == ",a,c,e\np,277.988,428.488,\n")
        #expect(
            said.error.contains(
                "from.csv: the way to the road (access_m) is 334 m at the median and 334 m at most, counted at 4.32 km/h"
            ))
        #expect(table("--mode", "walk").output == said.output)
        #expect(table("--access-speed", "10").output == ",a,c,e\np,120.091,270.591,\n")
        let far = table("--access-limit", "300", "--lang", "en")
        #expect(far.code == .done && far.output == ",a,c,e\np,,,\n")
        #expect(
            far.error.contains("from.csv: no way for 1 of 1 point, farther than 300 m from every road: \"p\" (334 m)"))
        #expect(table("--access-limit", "300", "--lang", "zh").error.contains("视为无路：\"p\"（334 m）"))
        #expect(table("--access-speed", "0").code == .wrongUse)
        let map = ["table", "--straight", "1", "--from", folder.path + "/from.csv", "--to", folder.path + "/to.csv"]
        #expect(Said(map + ["--access-limit", "5"]).error.contains("--access-limit does not go with --straight"))
    }

    @Test func `the same way takes as long in a table of any size, up to what can be counted`() throws {
        let names = (0..<120).map { "n\($0)" }
        func write(_ seconds: String) throws {
            try folder.write(
                "id,lon,lat\n" + names.enumerated().map { "\($1),\(116 + Double($0) * 0.001),24.3\n" }.joined(),
                to: "roads/nodes.csv")
            try folder.write(
                "from,to,length_m,seconds\n"
                    + zip(names, names.dropFirst()).map { "\($0),\($1),100,\(seconds)\n" }.joined(),
                to: "roads/arcs.csv")
        }
        try write("30000")
        try folder.write("id,node\nn0,n0\n", to: "from.csv")
        try folder.write("id,node\n" + names.map { "\($0),\($0)\n" }.joined(), to: "to.csv")
        let row = table().output
        #expect(row.hasSuffix(",3540000.000,3570000.000\n"))
        try folder.write("id,node\n" + names.map { "\($0),\($0)\n" }.joined(), to: "from.csv")
        #expect(table().output.hasPrefix(row))
        // 119 · 37,000 s are more than 2³² ms.
        try write("37000")
        let long = table("--lang", "en")
        #expect(long.code == .badData && long.output.isEmpty)
        #expect(long.error.contains("a way takes 4294967 seconds (49 days) or more"))
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

    @Test func `a file that closes nothing is told on standard error, and one that cannot is a fault`() throws {
        try folder.write("{\"type\":\"FeatureCollection\",\"features\":[]}", to: "none.json")
        let none = table("--closures", folder.path + "/none.json")
        #expect(none.code == .done && none.output == table().output)
        #expect(none.error == "\(folder.path)/none.json: closes no road\n")
        #expect(table("--closures", folder.path + "/none.json", "--lang", "zh").error.hasSuffix("none.json：没有封闭任何道路\n"))
        try folder.write("from,to,from_time\nb,c,1 h\n", to: "closed.csv")
        #expect(
            table("--closures", folder.path + "/closed.csv", "--at", "30 min").error.hasSuffix(
                "closed.csv: closes no road at that time\n"))
        try folder.write("{\"type\":\"LineString\",\"coordinates\":[[116.11,24.3],[116.11,24.31]]}", to: "line.json")
        let line = table("--closures", folder.path + "/line.json")
        #expect(
            line.code == .badData && line.output.isEmpty && line.error.contains("line.json:1:1: a line closes no road"))
    }

    @Test func `a datum holds for points and closures alike`() throws {
        // GCJ-02 for the four nodes, some 500 m away.
        try folder.write("id,lon,lat\na,116.1048485,24.2973812\n", to: "from.csv")
        try folder.write("id,lon,lat\nc,116.1148427,24.3073689\n", to: "to.csv")
        let flood = [
            (116.1138, 24.3021), (116.1168, 24.3021), (116.1168, 24.3031), (116.1138, 24.3031), (116.1138, 24.3021),
        ]
        let ring = flood.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
        try folder.write("{\"type\":\"Polygon\",\"coordinates\":[[\(ring)]]}", to: "flood.json")
        let open = table("--datum", "gcj02")
        // Within centimeters of the nodes.
        let seconds = Double(open.output.dropFirst(5).dropLast()) ?? 0
        #expect(abs(seconds - 150.5) < 0.05 && open.error.isEmpty, "\(open.output)\(open.error)")
        #expect(table("--datum", "gcj02", "--closures", folder.path + "/flood.json").output == ",c\na,\n")
        #expect(table("--datum", "gcj20").error.contains("did you mean gcj02"))
        // Forgotten, it is noticed by the roads.
        #expect(table().error.contains("read as GCJ-02 it fits the roads better"))
    }

    @Test func `columns that are not read are named once, and a path is met with what is there`() throws {
        try folder.write("id,same,node,lon\nx,1,a,116\n", to: "from.csv")
        #expect(table().error.hasSuffix("from.csv: left out: columns not read 2 (same, lon)\n"))
        let zh = table("--lang", "zh").error
        #expect(zh.contains("from.csv：略去：未采用的列 2（"))
        try folder.write("id;node\nx;a\n", to: "from.csv")
        #expect(table().error.contains("from.csv:1:1: the fields are separated by semicolons, expected commas"))
        let wrong = table(change: { $0[6] = self.folder.path + "/TO.csv" })
        #expect(wrong.code == .missingInput && wrong.error.contains("did you mean \"\(folder.path)/to.csv\""))
    }

    @Test func `boats and emergency vehicles have their ways on a map of OpenStreetMap`() throws {
        let text = """
            <osm><node id='1' lat='24.3' lon='116.1'/><node id='2' lat='24.3' lon='116.101'><tag k='barrier' v='gate'/>
            <tag k='emergency' v='yes'/></node><node id='3' lat='24.3' lon='116.102'/><node id='4' lat='24.301' lon='116.1'/>
            <node id='5' lat='24.301' lon='116.102'/>
            <way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/></way>
            <way id='2'><nd ref='4'/><nd ref='5'/><tag k='waterway' v='canal'/></way></osm>
            """
        try folder.write(text, to: "town.osm")
        try folder.write("id,node\n1,1\n4,4\n", to: "from.csv")
        try folder.write("id,node\n3,3\n5,5\n", to: "to.csv")
        func rows(_ more: String...) -> String {
            Said(
                [
                    "table", "--network", folder.path + "/town.osm", "--from", folder.path + "/from.csv", "--to",
                    folder.path + "/to.csv",
                ] + more
            ).output
        }
        #expect(rows() == ",3,5\n1,,\n4,,\n")
        #expect(rows("--emergency") == ",3,5\n1,26.060,\n4,,\n")
        #expect(rows("--mode", "boat") == ",3,5\n1,,\n4,,72.967\n")
        #expect(Said(["table", "--straight", "1", "--emergency", "--from", "a", "--to", "b"]).code == .wrongUse)
    }

    @Test func `a list without a place is a fault and no empty table`() throws {
        try folder.write(#"{"type":"FeatureCollection","features":[]}"#, to: "none.json")
        try folder.write("id,lon,lat\n", to: "none.csv")
        for list in ["none.json", "none.csv"] {
            for option in ["--from", "--to"] {
                for way in [["--network", folder.path + "/roads"], ["--straight", "1.3"]] {
                    let other = option == "--from" ? "--to" : "--from"
                    let said = Said(
                        ["table"] + way + [option, folder.path + "/" + list, other, folder.path + "/to.csv"])
                    #expect(said.code == .badData && said.output.isEmpty, "\(said.error)")
                    #expect(said.error.contains("\(list):1:1: there is no place in the list"), "\(said.error)")
                }
            }
        }
    }
}
