import CommandLineTool
import Foundation
import Testing

@Suite struct CoverageTests {
    private let folder: Folder

    /// A road of four nodes, four, four and five minutes long, and an island `e` whose one way leads off it.
    ///
    /// From the facilities at `a`, `c` and `d` it takes 0, 4, 8, 13 and 8, 4, 0, 5 and 13, 9, 5, 0 minutes to `a`, `b`, `c`, `d`.
    init() throws {
        folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/roads", withIntermediateDirectories: true)
        try folder.write(
            "id,lon,lat\na,116.10,24.30\nb,116.11,24.30\nc,116.12,24.30\nd,116.13,24.30\ne,116.10,24.31\n",
            to: "roads/nodes.csv")
        try folder.write(
            "from,to,length_m,seconds\na,b,1000,240\nb,a,1000,240\nb,c,1000,240\nc,b,1000,240\nc,d,1000,300\nd,c,1000,300\n"
                + "e,a,1112,60\n", to: "roads/arcs.csv")
        try folder.write("id,node\nF1,a\nF2,c\nF3,d\n", to: "f.csv")
        try folder.write("id,node\nF2,c\n", to: "one.csv")
        try folder.write("id,node,weight\npa,a,100\npb,b,60\npc,c,20\npd,d,10\npe,e,10\n", to: "d.csv")
        try folder.write("from,to,from_time,until_time\nb,c,1 h,2 h\nc,b,1 h,2 h\n", to: "closed.csv")
    }

    private func path(_ name: String) -> String { folder.path + "/" + name }

    private func coverage(_ more: String..., facilities: String = "f.csv", demand: String = "d.csv") -> Said {
        Said(
            ["coverage", "--network", path("roads"), "--facilities", path(facilities), "--demand", path(demand)] + more)
    }

    // MARK: Figures

    @Test func `shares by one, two and three facilities, as counted by hand`() {
        let expected = """
            minutes,k,weight,share
            5,1,190,0.95
            5,2,90,0.45
            5,3,0,0
            10,1,190,0.95
            10,2,190,0.95
            10,3,80,0.4
            15,1,190,0.95
            15,2,190,0.95
            15,3,190,0.95

            """
        let said = coverage("--csv")
        #expect(said.code == .done && said.error.isEmpty && said.output == expected)
        // Given times hold for every mode, and threads change nothing.
        #expect(coverage("--csv", "--mode", "walk").output == expected)
        #expect(coverage("--csv", "--workers", "3").output == expected)
        #expect(
            coverage("--csv", "--teams", "1", "--minutes", "0.5,3.9").output
                == "minutes,k,weight,share\n0.5,1,130,0.65\n3.9,1,130,0.65\n")
    }

    @Test func `before and after the closures stand side by side`() {
        let expected = """
            minutes,k,weight,share,weight_closed,share_closed
            5,1,190,0.95,190,0.95
            5,2,90,0.45,30,0.15
            5,3,0,0,0,0
            10,1,190,0.95,190,0.95
            10,2,190,0.95,30,0.15
            10,3,80,0.4,0,0

            """
        #expect(coverage("--csv", "--minutes", "10,5", "--closures", path("closed.csv")).output == expected)
        #expect(
            coverage("--csv", "--minutes", "5,10", "--closures", path("closed.csv"), "--at", "1 h").output == expected)
        let before = coverage("--csv", "--minutes", "5", "--closures", path("closed.csv"), "--at", "30 min").output
        #expect(before.hasSuffix("5,1,190,0.95,190,0.95\n5,2,90,0.45,90,0.45\n5,3,0,0,0,0\n"))
    }

    @Test func `gaps are listed by weight before and after, and who has no way is never dropped`() throws {
        let said = coverage(
            "--closures", path("closed.csv"), "--minutes", "5", "--gaps", path("g.csv"), "--lang", "en",
            facilities: "one.csv")
        let expected = """
            id,name,weight,nearest,minutes,nearest_closed,minutes_closed,access_m
            pa,pa,100,F2,8.000,,,0.0
            pb,pb,60,F2,4.000,,,0.0
            pe,pe,10,,,,,0.0

            """
        #expect(try folder.text("g.csv") == expected)
        #expect(said.output.contains("No way from any facility: weight 10 (5.0 %) → 170 (85 %)"))
        #expect(said.output.contains("2 points, weight 110 (55 %) → 3 points, weight 170 (85 %)"))
        let chinese = coverage("--closures", path("closed.csv"), "--lang", "zh", facilities: "one.csv").output
        #expect(chinese.contains("完全没有路可到：权重10（5.0%） → 170（85%）"))
        #expect(chinese.contains("封闭后最近"))
    }

    @Test func `a polygon closes the roads it touches`() throws {
        try folder.write(
            "{\"type\":\"Polygon\",\"coordinates\":[[[116.114,24.299],[116.116,24.299],[116.116,24.301],[116.114,24.299]]]}",
            to: "flood.json")
        let said = coverage(
            "--csv", "--minutes", "5", "--closures", path("flood.json"), "--svg", path("m.svg"), "--lang", "en")
        #expect(said.output.hasSuffix("5,1,190,0.95,190,0.95\n5,2,90,0.45,30,0.15\n5,3,0,0,0,0\n"))
        let map = try folder.text("m.svg")
        #expect(map.contains("closed road") && map.contains("closed area") && map.contains("url(#noWay)"))
    }

    @Test func `a matrix gives what its network gives`() throws {
        let arguments = [
            "table", "--network", path("roads"), "--from", path("f.csv"), "--to", path("d.csv"), "--out", path("t.csv"),
        ]
        #expect(Said(arguments).code == .done)
        try folder.write("id,weight\npa,100\npb,60\npc,20\npd,10\npe,10\n", to: "w.csv")
        let matrix = ["coverage", "--csv", "--matrix", path("t.csv")]
        #expect(Said(matrix + ["--demand", path("w.csv")]).output == coverage("--csv").output)
        // Without weights every column counts one; facilities may be some of the rows, in any order.
        #expect(Said(matrix + ["--minutes", "5", "--teams", "1"]).output.hasSuffix("5,1,4,0.8\n"))
        try folder.write("id\nF3\nF1\n", to: "some.csv")
        let some = Said(matrix + ["--minutes", "5", "--teams", "1", "--facilities", path("some.csv")])
        #expect(some.output.hasSuffix("5,1,4,0.8\n"))
        try folder.write("id\nF4\n", to: "some.csv")
        let unknown = Said(matrix + ["--facilities", path("some.csv")])
        #expect(
            unknown.code == .badData
                && unknown.error.contains("some.csv:2:1: the travel times have no \"F4\", did you mean"))
    }

    @Test func `straight lines and city blocks need no roads`() throws {
        // 0.003 degrees north are 333.6 m, 0.003 degrees east at 24° are 304.7 m: at 1.2 m/s 4.63 and 4.23 minutes.
        try folder.write("id,lon,lat\nF,116,24\n", to: "f.csv")
        try folder.write(
            "id,lon,lat,weight\nnorth,116,24.003,1\neast,116.003,24,2\nboth,116.003,24.003,4\n", to: "d.csv")
        func share(_ shape: String, _ factor: String, _ minutes: String, _ more: String...) -> String {
            let said = Said(
                [
                    "coverage", shape, factor, "--facilities", path("f.csv"), "--demand", path("d.csv"), "--csv",
                    "--teams", "1",
                ]
                    + ["--minutes", minutes] + more)
            return said.output.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[2]) }.joined(
                separator: " ")
        }
        #expect(share("--straight", "1", "4.2,4.3,4.7,6.2,6.3", "--mode", "walk") == "0 2 3 3 7")
        #expect(share("--manhattan", "1", "4.2,4.3,4.7,8.8,8.9", "--mode", "walk") == "0 2 3 3 7")
        #expect(share("--straight", "1.417", "6.5,6.6", "--mode", "walk") == "2 3")
        #expect(share("--straight", "1", "4.2,4.3", "--speed", "4.32") == "0 2")
    }

    // MARK: Points beside roads

    private func beside(_ demand: String, _ more: String...) throws -> Said {
        // A street of two kilometers, and beside it a footpath of eleven meters that nothing joins.
        try folder.write(
            """
            <osm version="0.6">
             <node id="1" lat="24.3" lon="116.1"/><node id="2" lat="24.3" lon="116.102"/><node id="3" lat="24.3" lon="116.12"/>
             <node id="4" lat="24.301" lon="116.101"/><node id="5" lat="24.3011" lon="116.101"/>
             <way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
             <way id="2"><nd ref="4"/><nd ref="5"/><tag k="highway" v="footway"/></way>
            </osm>
            """, to: "walk.osm")
        try folder.write("id,lon,lat\nf,116.1,24.3\n", to: "f.csv")
        try folder.write("id,lon,lat,weight\n" + demand, to: "d.csv")
        return Said(
            [
                "coverage", "--network", path("walk.osm"), "--facilities", path("f.csv"), "--demand", path("d.csv"),
                "--mode", "walk", "--minutes", "5", "--teams", "1", "--lang", "en",
            ] + more)
    }

    @Test func `who lives far from the road has far to walk to it, and the files tell how far`() throws {
        let demand = "far,116.1,24.283,500\nnear,116.1,24.3,500\n"
        let said = try beside(demand, "--gaps", path("g.csv"), "--geojson", path("m.json"))
        #expect(said.code == .done && said.error.isEmpty)
        #expect(said.output.contains("5 min         50 %"))
        #expect(said.output.contains("To the road: facilities up to 0 m, demand up to 1,890 m, counted at 4.32 km/h"))
        #expect(try folder.text("g.csv") == "id,name,weight,nearest,minutes,access_m\nfar,far,500,f,26.254,1890.3\n")
        #expect(try folder.text("m.json").contains("\"access_m\":1890.3,"))
        let json = try beside(demand, "--json").output
        #expect(
            json.contains("\"access_m\":1890.3") && json.contains("\"speed_kmh\":4.32,\"limit_m\":2000,\"pastLimit\":0")
        )
        // At 30 km/h it is 226.8 s.
        #expect(try beside(demand, "--csv", "--access-speed", "30").output.hasSuffix("\n5,1,1000,1\n"))
        let limited = try beside(demand, "--access-limit", "1000")
        #expect(
            limited.error.contains(
                "d.csv: no way for 1 of 2 points, farther than 1,000 m from every road: \"far\" (1,890 m)"))
        #expect(limited.output.contains("so without a way: 1 point of demand with weight 500"))
        #expect(limited.output.contains("No way from any facility: weight 500 (50 %)"))
        #expect(
            Said(["coverage", path("small.jsonc"), "--access-speed", "5"]).error.contains(
                "--access-speed does not go with SCENARIO"))
    }

    @Test func `a village beside a street and a scrap of path has its way by the street, and that is said`() throws {
        let said = try beside("v,116.101,24.3008,300\nw,116.102,24.3001,700\n", "--csv")
        // 101 m of street and 89 m to it at 1.2 m/s.
        #expect(said.output.hasSuffix("\n5,1,1000,1\n"))
        #expect(
            said.error.contains(
                "d.csv: the nearest road is a small island for 1 of 2 points, which goes to one farther away: \"v\" (22 m → 89 m)"
            ))
    }

    // MARK: Scenarios

    @Test func `a scenario's circles are those its runs measure`() throws {
        // Five kilometers away: no e-bike makes that in ten minutes, at any speed drawn.
        try folder.writeStreet(
            "far.jsonc",
            [
                ("\"east\": [116.106, 24.300]", "\"east\": [116.153, 24.300]"),
                (
                    #""from": "hall", "to": "east", "length": "608.061362824 m""#,
                    #""from": "hall", "to": "east", "length": "5.4 km""#
                ),
                (
                    #""from": "center", "to": "east", "length": "304.030681412 m""#,
                    #""from": "center", "to": "east", "length": "5.4 km""#
                ),
                (
                    #""from": "east", "to": "north", "length": "451.344195397 m""#,
                    #""from": "east", "to": "north", "length": "5.4 km""#
                ),
            ])
        #expect(Said(["run", path("far.jsonc"), "--out", path("r"), "--quiet"]).code == .done)
        let rows = try folder.text("r/replications.csv").split(separator: "\n").filter { $0.contains(",circle_10min,") }
        let said = Said(["coverage", path("far.jsonc"), "--csv", "--minutes", "10", "--teams", "1"])
        let share = try #require(said.output.split(separator: ",").last.flatMap { Double($0.dropLast()) })
        #expect(abs(share - 500.0 / 900) < 1e-12)
        #expect(!rows.isEmpty)
        for row in rows {
            let value = row.split(separator: ",").last.flatMap { Double($0) } ?? -1
            #expect(abs(value - share) < 1e-6)
        }
    }

    @Test func `what plan and incident close is closed, at the time asked for`() throws {
        let area = "[[116.1058, 24.2998], [116.1062, 24.2998], [116.106, 24.3002]]"
        try folder.writeStreet(
            "timed.jsonc",
            [
                (
                    "\"responseTarget\": \"60 min\",",
                    "\"responseTarget\": \"60 min\", \"closures\": [{ \"within\": \(area), \"from\": \"1 h\", \"until\": \"3 h\" }],"
                )
            ])
        func last(_ scenario: String, _ more: String...) -> String {
            let said = Said(["coverage", path(scenario), "--csv", "--minutes", "10", "--teams", "1"] + more)
            return said.output.split(separator: "\n").last.map(String.init) ?? said.error
        }
        let (open, half) = ("10,1,900,1,900,1", "10,1,900,1,500,0.5555555555555556")
        #expect(last("timed.jsonc", "--at", "30 min") == open)
        #expect(last("timed.jsonc", "--at", "1 h") == half)
        #expect(last("timed.jsonc", "--at", "3 h") == open)
        #expect(last("timed.jsonc") == half)
        #expect(
            last("timed.jsonc", "--at", "2024-06-16T21:00+08:00").contains("--at must be a time from the first signal"))

        // The river is 1 m high at first and 4 m after six hours.
        try folder.writeStreet(
            "river.jsonc",
            [
                (
                    "\"dispatch\":",
                    "\"roads\": { \"closures\": [{ \"within\": \(area), \"riverAbove\": \"2 m\" }] }, \"dispatch\":"
                )
            ])
        #expect(last("river.jsonc", "--at", "1 h") == open)
        #expect(last("river.jsonc", "--at", "3 h") == half)
        #expect(last("river.jsonc") == half)

        // The lower end of a road decides; who may go how deep the incident says.
        try folder.writeStreet(
            "deep.jsonc",
            [
                ("\"departments\": {", "\"heights\": { \"east\": \"0.3 m\" }, \"departments\": {"),
                (
                    "\"responseTarget\": \"60 min\",",
                    "\"responseTarget\": \"60 min\", \"passableDepth\": { \"eBike\": \"2 m\" },"
                ),
            ])
        // At 2:36 it is too deep: as in a run, the road closes at the look before that, at 2:30.
        #expect(last("deep.jsonc", "--at", "2.4 h") == open)
        #expect(last("deep.jsonc", "--at", "2.5 h") == half)
        #expect(last("deep.jsonc", "--at", "1000 d") == half)
        // Nothing is said of how deep water may be for walkers.
        #expect(last("deep.jsonc", "--mode", "walk") == "10,1,900,1")
    }

    @Test func `closures of a file come on top of a scenario, by the numbers of its nodes`() throws {
        try folder.write("from,to\n1,3\n0,3\n2,3\n", to: "n.csv")
        let said = Said([
            "coverage", path("small.jsonc"), "--closures", path("n.csv"), "--csv", "--minutes", "10", "--teams", "1",
        ])
        #expect(said.output.hasSuffix("\n10,1,900,1,500,0.5555555555555556\n"))
        #expect(Said(["coverage", path("small.jsonc"), "--at", "1 h"]).code == .wrongUse)
    }

    // MARK: Files

    @Test func `map, figures and table are written whole, and what is printed can be written instead`() throws {
        let said = coverage(
            "--svg", path("m.svg"), "--geojson", path("m.json"), "--json", "--out", path("o.json"), "--closures",
            path("closed.csv"))
        #expect(said.code == .done && said.output.isEmpty && folder.leftovers.isEmpty)
        #expect(try folder.text("o.json") == coverage("--json", "--closures", path("closed.csv")).output)
        let map = try #require(JSONSerialization.jsonObject(with: folder.read("m.json")) as? [String: Any])
        #expect((map["features"] as? [Any])?.count == 5)
        #expect(try folder.text("m.svg").hasPrefix("<svg ") && folder.text("m.svg").hasSuffix("</svg>\n"))
    }

    @Test func `the built program does the same`() throws {
        let arguments = [
            "coverage", "--network", "roads", "--facilities", "f.csv", "--demand", "d.csv", "--closures", "closed.csv",
        ]
        for language in ["zh", "en"] {
            let outcome = try Pingji.run(arguments + ["--lang", language, "--svg", "m.svg"], in: folder)
            #expect(outcome.code == 0 && outcome.error.isEmpty)
            #expect(outcome.output == coverage("--closures", path("closed.csv"), "--lang", language).output)
            #expect(try folder.text("m.svg").contains(language == "zh" ? "服务圈" : "Service circles"))
        }
        #expect(try Pingji.run(arguments + ["--svg", "none/m.svg"], in: folder).code == 73)
        #expect(try Pingji.run(["coverage", "--network", "none"] + arguments.dropFirst(3), in: folder).code == 66)
    }

    // MARK: Bad input

    @Test func `faults of all files are listed at once`() throws {
        try folder.write("id,node\nF1,q\n", to: "f.csv")
        try folder.write("id,lon,lat,weight\nx,0,0,1\ny,116.1,24.3,-1\n", to: "d.csv")
        try folder.write("from,to\na,c\n", to: "closed.csv")
        let said = coverage("--closures", path("closed.csv"), "--lang", "en")
        #expect(said.code == .badData && said.output.isEmpty)
        #expect(said.error.contains("f.csv:2:4: the network has no node \"q\""))
        #expect(said.error.contains("d.csv:3:14: weight \"-1\" cannot be used"))
        #expect(said.error.contains("closed.csv:2:3: no arc leads from \"a\" to \"c\""))
    }

    @Test func `demand without any weight, and no facilities at all, are faults`() throws {
        try folder.write("id,node,weight\npa,a,0\npb,b,0\n", to: "d.csv")
        try folder.write("id,node\n", to: "f.csv")
        let said = coverage("--lang", "en")
        #expect(said.code == .badData)
        #expect(said.error.contains("d.csv:1:1: every weight is 0, expected one above 0 at least"))
        #expect(said.error.contains("f.csv:1:1: there is no facility"))
        try folder.write("id,node,weight\n", to: "d.csv")
        #expect(coverage("--lang", "zh").error.contains("d.csv:1:1: 一个需求点也没有"))
        #expect(
            Said(["coverage", "--straight", "1", "--facilities", path("f.csv"), "--demand", path("d.csv")]).code
                == .badData)
    }

    @Test func `points in another datum are noticed by the roads, and read as what they are`() throws {
        // A street of points, and the same points as GCJ-02 writes them, some 500 m away.
        try folder.write("id,lon,lat\nF,116.1049,24.2972\n", to: "f.csv")
        try folder.write(
            "id,lon,lat,weight\np,116.1049,24.2972,1\nq,116.1149,24.2972,1\nr,116.1249,24.2972,1\n", to: "d.csv")
        #expect(coverage("--lang", "en").error.contains("read as GCJ-02 it fits the roads better"))
        #expect(coverage("--datum", "gcj02").error.isEmpty)
        #expect(coverage("--datum", "gcj20").error.contains("did you mean gcj02"))
    }

    @Test(arguments: [
        ["--mode", "plane"], ["--minutes", "5,x"], ["--minutes", "5,5"], ["--minutes", "0"], ["--minutes", ""],
        ["--minutes", "1e3"],
        ["--teams", "0"], ["--teams", "10"], ["--json", "--csv"], ["--at", "1 h"], ["--speed", "5"],
        ["--straight", "1"],
        ["--nonsense"], ["scenario.jsonc"],
    ])
    func `wrong use is 64`(arguments: [String]) {
        let said = Said(
            ["coverage", "--network", path("roads"), "--facilities", path("f.csv"), "--demand", path("d.csv")]
                + arguments)
        #expect(said.code == .wrongUse && said.output.isEmpty && !said.error.isEmpty)
    }

    @Test func `what does not go together is refused, and no input is overwritten`() throws {
        let files = ["--facilities", path("f.csv"), "--demand", path("d.csv")]
        #expect(Said(["coverage"] + files).error.contains("one scenario is wanted, or one of --network"))
        #expect(
            Said(["coverage", path("small.jsonc")] + files).error.contains("--facilities does not go with SCENARIO"))
        #expect(
            Said(["coverage", "--network", path("roads"), "--demand", "d"]).error.contains("--facilities is missing"))
        #expect(
            Said(["coverage", "--matrix", "t.csv", "--svg", "m.svg"]).error.contains("--svg does not go with --matrix"))
        #expect(Said(["coverage", "--straight", "0.5"] + files).error.contains("must be a number from 1.0 to 10.0"))
        #expect(Said(["coverage", "--straight", "2", "--mode", "boat"] + files).error.contains("needs a --speed"))
        #expect(coverage("--svg", path("d.csv")).code == .wrongUse)
        #expect(coverage("--svg", path("x"), "--geojson", path("x")).code == .wrongUse)
        #expect(try folder.text("d.csv").hasPrefix("id,node,weight"))
        #expect(coverage(demand: "none.csv").code == .missingInput)
        #expect(Said(["coverage", path("none.jsonc")]).code == .missingInput)
    }

    @Test(arguments: ["en", "zh"]) func `its help has an example`(language: String) {
        let said = Said(["coverage", "--help", "--lang", language])
        #expect(said.code == .done && said.output.contains("pingji coverage [SCENARIO]"))
        #expect(said.output.contains("--closures FILE") && said.output.contains("pingji coverage --network"))
    }

    @Test func `a place without service centers has no circles`() throws {
        try folder.writeStreet("none.jsonc", [("\"kind\": \"serviceCenter\"", "\"kind\": \"hospital\"")])
        let said = Said(["coverage", path("none.jsonc"), "--lang", "en"])
        #expect(said.code == .badData && said.error.contains("no service center"))
    }

    @Test func `a datum holds for the closures too, also those of a scenario`() throws {
        // Around 116.115, 24.3, written in GCJ-02.
        let ring = "[[[116.1188,24.2963],[116.1208,24.2963],[116.1208,24.2983],[116.1188,24.2963]]]"
        try folder.write("{\"type\":\"Polygon\",\"coordinates\":\(ring)}", to: "flood.json")
        try folder.write("id,node,weight\npb,b,60\npc,c,20\n", to: "d.csv")
        let wrong = coverage(
            "--csv", "--minutes", "5", "--teams", "1", "--closures", path("flood.json"), facilities: "one.csv")
        #expect(wrong.error.contains("touch no road and would if read as GCJ-02: 1 (--datum gcj02)"))
        let right = coverage(
            "--csv", "--minutes", "5", "--teams", "1", "--closures", path("flood.json"), "--datum", "gcj02", "--svg",
            path("m.svg"),
            facilities: "one.csv")
        #expect(wrong.output.hasSuffix("\n5,1,80,1,80,1\n"))
        #expect(right.error.isEmpty && right.output.hasSuffix("\n5,1,80,1,20,0.25\n"))
        #expect(try folder.text("m.svg").contains("closed area"))
        #expect(Said(["coverage", path("small.jsonc"), "--datum", "gcj02"]).code == .wrongUse)
        let scenario = Said(["coverage", path("small.jsonc"), "--datum", "gcj02", "--closures", path("flood.json")])
        #expect(scenario.code == .done && scenario.error.contains("closes no road"))
    }

    @Test func `demand without a place or under another name for weight never leaves the count`() throws {
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"v1","weight":100},"geometry":{"type":"Point","coordinates":[116.1,24.3]}},
            {"type":"Feature","properties":{"id":"v2","weight":900},"geometry":null}]}
            """
        try folder.write(text, to: "d.json")
        for source in [["--network", path("roads")], ["--straight", "1"]] {
            try folder.write("id,lon,lat\nF,116.1,24.3\n", to: "f.csv")
            let files = ["--facilities", path("f.csv"), "--demand", path("d.json")]
            let said = Said(["coverage"] + source + files)
            #expect(said.code == .badData && said.error.contains("d.json:3:1: the feature has no place"))
            try folder.write("id,lon,lat,population\na,116.1,24.3,5\n", to: "p.csv")
            let people = Said(["coverage"] + source + ["--facilities", path("f.csv"), "--demand", path("p.csv")])
            #expect(people.code == .badData && people.error.contains("did you mean \"weight\""))
            // A station may know how many live around it.
            let stations = Said(["coverage"] + source + ["--facilities", path("p.csv"), "--demand", path("f.csv")])
            #expect(stations.code == .done && stations.error.contains("columns not read 1 (population)"))
        }
        // A file that is read twice is told of once.
        try folder.write("id,lon,lat,note\na,116.1,24.3,5\n", to: "n.csv")
        let twice = Said(["coverage", "--straight", "1", "--facilities", path("n.csv"), "--demand", path("n.csv")])
        let warning = "\(path("n.csv")): there are no weights, so every place counts 1\n"
        #expect(twice.error == warning + "\(path("n.csv")): left out: columns not read 1 (note)\n")
        try folder.write("id,人口\nx,5\n", to: "w.csv")
        try folder.write(",x\nF,60\n", to: "t.csv")
        let matrix = Said(["coverage", "--matrix", path("t.csv"), "--demand", path("w.csv")])
        #expect(
            matrix.code == .badData
                && matrix.error.contains("w.csv:1:4: there is no column \"人口\", did you mean \"weight\""))
    }

    @Test func `what a list leaves out of a matrix, and weights that are not there, are told`() throws {
        try folder.write(",a,b,c\nx,0,60,120\ny,60,0,60\n", to: "m.csv")
        try folder.write("id\na\nb\n", to: "some.csv")
        let said = Said(["coverage", "--matrix", path("m.csv"), "--demand", path("some.csv"), "--csv"])
        #expect(said.code == .done)
        #expect(
            said.error.contains(
                "some.csv: 1 of the 3 columns of the travel times are not in the list and do not count: \"c\""))
        #expect(said.error.contains("some.csv: there are no weights, so every place counts 1"))
        try folder.write("id,weight\na,\nb,3\n", to: "half.csv")
        let half = Said(["coverage", "--matrix", path("m.csv"), "--demand", path("half.csv")])
        #expect(half.code == .badData && half.error.contains("half.csv:2:3: the weight is missing"))
    }

    @Test func `a mode that has no road at all is a fault and no empty table`() throws {
        let said = coverage("--mode", "boat")
        // Roads of fixed times carry everybody, those with a speed no boat.
        try folder.write("from,to,length_m,speed_kmh\na,b,1013,30\n", to: "roads/arcs.csv")
        let none = coverage("--mode", "boat")
        #expect(said.code == .done && none.code == .badData)
        #expect(none.error.contains("f.csv:1:1: the network has no road for this mode"))
    }

    @Test func `people read names where the files have them`() throws {
        try folder.write("id,node,name\nF2,c,North station\n", to: "one.csv")
        try folder.write("id,node,weight,name\npa,a,100,River Lane\npb,b,60,\n", to: "d.csv")
        let said = coverage("--minutes", "1", facilities: "one.csv")
        #expect(said.output.contains("River Lane") && said.output.contains("North station"), "\(said.output)")
        #expect(!said.output.contains("pa ") && said.output.contains("pb"))
        let gaps = path("gaps.csv")
        #expect(coverage("--minutes", "1", "--gaps", gaps, facilities: "one.csv").code == .done)
        #expect(try folder.text("gaps.csv").contains("pa,River Lane,100,F2,"))
        #expect(coverage("--minutes", "1", "--json", facilities: "one.csv").output.contains("River Lane"))
        try folder.write(
            #"{"type":"Feature","properties":{"id":"p","name_zh":"河巷","name_en":"River Lane"},"geometry":{"type":"Point","coordinates":[116.13,24.30]}}"#,
            to: "d.json")
        for (language, name) in [("zh", "河巷"), ("en", "River Lane")] {
            let said = coverage("--minutes", "1", "--lang", language, facilities: "one.csv", demand: "d.json")
            #expect(said.output.contains(name) && said.error.contains(name) == false, "\(said.output)")
        }
    }

    @Test func `where every point is past the limit nothing is said to be on the road`() throws {
        try folder.write("id,lon,lat\npa,116.10,24.35\n", to: "d.csv")
        let said = coverage()
        #expect(!said.output.contains("demand up to") && said.output.contains("Farther than 2,000 m"), "\(said.output)")
    }
}
