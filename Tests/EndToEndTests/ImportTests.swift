import CommandLineTool
import Foundation
import Testing

@Suite struct ImportTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private static let town = """
        <?xml version='1.0' encoding='UTF-8'?>
        <osm version='0.6'>
          <node id='1' lat='24.30' lon='116.10'/>
          <node id='2' lat='24.30' lon='116.11'/>
          <node id='3' lat='24.31' lon='116.11'/>
          <way id='1'><nd ref='1'/><nd ref='2'/><tag k='highway' v='primary'/><tag k='bridge' v='yes'/></way>
          <way id='2'><nd ref='2'/><nd ref='3'/><tag k='highway' v='residential'/><tag k='oneway' v='yes'/></way>
          <way id='3'><nd ref='1'/><nd ref='3'/><tag k='highway' v='proposed'/></way>
        </osm>

        """

    @Test func `a map of OpenStreetMap is described and written, in both languages`() throws {
        try folder.write(Self.town, to: "town.osm")
        let said = Said(["import", "osm", folder.path + "/town.osm"])
        #expect(said.code == .done && said.error.isEmpty)
        for text in ["nodes ", "arcs (one for each direction)", "of these on bridges", "roads not open", "116.10000"] {
            #expect(said.output.contains(text), "\(text)")
        }
        let zh = Said(["import", "osm", folder.path + "/town.osm", "--lang", "zh"])
        #expect(zh.output.contains("未开通的道路") && zh.output.contains("主干道"))
        #expect(try folder.files() == ["small.jsonc", "town.osm"])

        let out = folder.path + "/town.network"
        #expect(Said(["import", "osm", folder.path + "/town.osm", "--out", out]).output.contains("wrote "))
        let first = try folder.read("town.network")
        #expect(Said(["import", "osm", folder.path + "/town.osm", "--out", out]).code == .done)
        #expect(try folder.read("town.network") == first)
        #expect(folder.leftovers.isEmpty)
    }

    @Test func `what is in the way is left alone`() throws {
        try folder.write(Self.town, to: "town.osm")
        let before = try folder.text("small.jsonc")
        let said = Said(["import", "osm", folder.path + "/town.osm", "--out", folder.path + "/small.jsonc"])
        #expect(said.code == .cannotCreate)
        #expect(try folder.text("small.jsonc") == before)
        #expect(
            Said(["import", "osm", folder.path + "/town.osm", "--out", folder.path + "/no/x"]).code == .cannotCreate)
    }

    @Test func `bad maps are 65 with every fault, missing ones 66, wrong use 64`() throws {
        try folder.write("<osm><node id='1' lat='99' lon='x'/></osm>", to: "bad.osm")
        let bad = Said(["import", "osm", folder.path + "/bad.osm", "--out", folder.path + "/x"])
        #expect(bad.code == .badData && bad.error.split(separator: "\n").count == 2, "\(bad.error)")
        #expect(
            bad.error.contains("bad.osm:1:24: lat \"99\"")
                && !FileManager.default.fileExists(atPath: folder.path + "/x"))
        #expect(Said(["import", "osm", folder.path + "/none.osm"]).code == .missingInput)
        #expect(Said(["import", "jemss", folder.path]).code == .missingInput)
        for arguments in [
            [], ["osm"], ["omm", "x"], ["osm", "a", "b"], ["osm", "x", "--datum", "gcj02"],
            ["geojson", "x", "--datum", "mars"],
        ] { #expect(Said(["import"] + arguments).code == .wrongUse, "\(arguments)") }
    }

    @Test func `facilities are converted, checked against the roads and written`() throws {
        try folder.write(Self.town, to: "town.osm")
        // 116.105, 24.3 in WGS 84, as GCJ-02 has it, some 550 m to the east.
        try folder.write(
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"a\",\"name\":\"站\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[116.1049,24.2972]}}", to: "a.json")
        let out = folder.path + "/a.csv"
        let said = Said([
            "import", "geojson", folder.path + "/a.json", "--datum", "gcj02", "--network", folder.path + "/town.osm",
            "--out", out,
        ])
        #expect(said.code == .done, "\(said.error)")
        let lines = try folder.text("a.csv").split(separator: "\n")
        #expect(lines.count == 2 && lines[0] == "id,lon,lat,weight,name" && lines[1].hasSuffix(",站"))
        let longitude = try #require(Double(lines[1].split(separator: ",")[1]))
        // Some 480 m west of what GCJ-02 says.
        #expect(abs(longitude - 116.1002) < 0.0005, "\(longitude)")
        try folder.write("{\"type\":\"Point\",\"coordinates\":[24.3,90]}", to: "far.json")
        let far = Said(["import", "geojson", folder.path + "/far.json", "--network", folder.path + "/town.osm"])
        #expect(far.code == .badData && far.error.contains("does not lie where the network is"))
    }

    @Test func `what was left out is in the summary by name, and times are kept`() throws {
        let ring = "[[[116.1,24.3],[116.11,24.3],[116.11,24.31],[116.1,24.3]]]"
        let text = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"from_time":"1 h","until_time":"2 h","depth":0.5},"geometry":{"type":"Polygon","coordinates":\(ring)}},
            {"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[116.1,24.3,80]}}]}
            """
        try folder.write(text, to: "x.json")
        let json = Said(["import", "geojson", folder.path + "/x.json", "--out", folder.path + "/y.json"])
        #expect(
            json.output.contains("heights of positions  1\n")
                && json.output.contains("properties not read   1 (depth)\n"))
        #expect(try folder.text("y.json").contains("\"from_time\":\"1 h\",\"until_time\":\"2 h\""))
        let table = Said([
            "import", "geojson", folder.path + "/x.json", "--out", folder.path + "/y.csv", "--lang", "zh",
        ])
        for what in ["坐标中的高程", "未采用的属性", "1（depth）", "区域轮廓（只写出中心点）", "封闭的起止时刻"] {
            #expect(table.output.contains(what), "\(what)")
        }
        let plain = Said(["import", "geojson", folder.path + "/y.json"])
        #expect(plain.output.contains("nothing was left out"))
    }

    @Test func `an incomplete download is imported only if that is accepted`() throws {
        try folder.write(
            Self.town.replacingOccurrences(
                of: "</osm>", with: "<remark>runtime error: Query timed out.</remark></osm>"),
            to: "town.osm")
        let path = folder.path + "/town.osm"
        let refused = Said(["import", "osm", path, "--out", folder.path + "/x"])
        #expect(refused.code == .badData && refused.error.contains("the file is incomplete"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/x"))
        let accepted = Said(["import", "osm", path, "--accept-incomplete", "--lang", "zh"])
        #expect(accepted.code == .done && accepted.output.contains("注意：文件自述：runtime error: Query timed out"))
        #expect(Said(["import", "csv", path, "--accept-incomplete"]).code == .wrongUse)
        #expect(
            Said(["import", "csv", path]).error.contains("is a file, expected a folder with nodes.csv and arcs.csv"))
    }

    @Test func `water and ways for emergencies stand apart from the roads`() throws {
        let more = """
            <way id='4'><nd ref='1'/><nd ref='3'/><tag k='waterway' v='river'/></way>
            <way id='5'><nd ref='1'/><nd ref='3'/><tag k='highway' v='service'/><tag k='access' v='no'/>
            <tag k='emergency' v='yes'/></way></osm>
            """
        try folder.write(Self.town.replacingOccurrences(of: "</osm>", with: more), to: "town.osm")
        let said = Said(["import", "osm", folder.path + "/town.osm"]).output
        func figure(_ label: String) -> Double? {
            let line = said.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix(label) }
            return line?.split(separator: " ").last.flatMap { Double($0) }
        }
        // A bridge of 1.0 km, a one-way street of 1.1 km, and a way of 1.5 km.
        #expect(figure("kilometers ") == 3.6 && figure("arterial") == 1.0 && figure("street") == 1.1)
        #expect(figure("of these for emergency vehicles") == 1.5 && figure("lane") == 1.5)
        #expect(figure("kilometers of water") == 1.5 && figure("path") == nil)
    }

    @Test func `what is written goes by its name in any case, and is read back`() throws {
        try folder.write(Self.town, to: "town.osm")
        let network = folder.path + "/town.csv"
        #expect(Said(["import", "osm", folder.path + "/town.osm", "--out", network]).code == .done)
        try folder.write(
            "{\"type\":\"Feature\",\"properties\":{\"id\":\"a\",\"weight\":2},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[116.10,24.30]}}", to: "a.json")
        let table = folder.path + "/a.CSV"
        #expect(Said(["import", "geojson", folder.path + "/a.json", "--out", table]).code == .done)
        #expect(try folder.text("a.CSV").hasPrefix("id,lon,lat,weight,name\na,116.1,24.3,2,"))
        let said = Said(["coverage", "--network", network, "--facilities", table, "--demand", table, "--csv"])
        #expect(said.code == .done && said.error.isEmpty, "\(said.error)")
    }
}
