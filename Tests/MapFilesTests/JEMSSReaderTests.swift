import DenseTables
import Foundation
import RoadNetwork
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct JEMSSReaderTests {
    private func folder(arcs: String = "", form: String = "directed", blank: String = ",") throws -> TestFolder {
        let folder = try TestFolder()
        try folder.write(
            "nodes,,,\nindex,x,y,offRoadAccess,\n1.0,174.7,-36.8,0.0,\n2.0,174.8,-36.7,1.0,\n", to: "nodes.csv")
        let row = arcs.isEmpty ? "1.0,1.0,2.0,15.5,0.001,0.002," : arcs
        try folder.write(
            "miscData,,,\narcForm,numModes,\n\(form),2,\n\(blank)\narcs,,,\nindex,fromNode,toNode,distance,mode_1,mode_2,\n\(row)\n",
            to: "arcs.csv")
        try folder.write(
            "stations,,\"From, somewhere\"\nindex,x,y,capacity,,NAME\n1,174.9,-36.9,5,,\"St John, Botany\"\n\nother,\na,\n1,\n",
            to: "stations_1.csv")
        return folder
    }

    @Test(arguments: [",", ""]) func `tables give roads, times in milliseconds and stations`(blank: String) throws {
        let folder = try folder(blank: blank)
        let noted = try MapFiles.jemss(at: folder.path, mode: 2)
        let data = noted.alone
        #expect(data.map.arcTexts == ["1>2"] && data.modeCount == 2)
        #expect(data.map.network.arcs[0].pace == .fixed(172_800) && data.map.network.arcs[0].length == 15_500)
        #expect(data.facilities.map(\.name) == ["St John, Botany"] && data.facilities[0].id == "station-1")
        #expect(noted.notes.dropped.names(of: .table) == ["other"] && noted.notes.warnings.isEmpty)
        #expect(
            noted.notes.dropped.names(of: .column) == ["stations.capacity", "nodes.offRoadAccess"])
    }

    @Test func `a table that says how many rows it has has as many`() throws {
        let folder = try folder()
        func write(_ rows: Int) throws {
            try folder.write(
                "miscData,\narcForm,numModes\ndirected,1\n,\narcs,\(rows)\nindex,fromNode,toNode,distance,mode_1\n1,1,2,15.5,0.001\n2,2,1,15.5,0.001\n",
                to: "arcs.csv")
        }
        try write(2)
        #expect(try MapFiles.jemss(at: folder.path).alone.map.network.arcCount == 2)
        try write(9)
        #expect(
            faults { _ = try MapFiles.jemss(at: folder.path) }
                .contains("arcs.csv:5:6: the table arcs says it has 9 rows and has 2 rows, expected the whole table"))
    }

    @Test func `undirected arcs lead both ways`() throws {
        let folder = try folder(form: "undirected")
        #expect(try MapFiles.jemss(at: folder.path).alone.map.arcTexts == ["1>2", "2>1"])
    }

    @Test func `without distances lengths are straight lines, and that is said`() throws {
        let folder = try folder()
        try folder.write(
            "miscData,\narcForm,numModes\ndirected,1\n,\narcs,\nindex,fromNode,toNode,mode_1,roadClass\n1,1,2,0.001,3\n",
            to: "arcs.csv")
        let noted = try MapFiles.jemss(at: folder.path)
        // 0.1 degrees each way at 37° south.
        #expect(abs(noted.alone.map.network.arcs[0].length - 14_259) < 20)
        #expect(noted.notes.warnings.count == 1 && noted.notes.warnings[0].en.contains("straight lines"))
        #expect(noted.notes.dropped.names(of: .column).contains("arcs.roadClass"))
        #expect(noted.roads.notes == noted.notes)
        #expect(
            faults { _ = try MapFiles.jemss(at: folder.path + "/arcs.csv") }.contains("is a file, expected a folder"))
    }

    @Test func `what is wrong is said with its place`() throws {
        let bad = try folder(arcs: "1.0,1.0,7.0,0.5,x,0.002,")
        let said = faults { _ = try MapFiles.jemss(at: bad.path) }
        #expect(said.contains("arcs.csv:7:1: there is no node 7") && said.contains("arcs.csv:7:17: mode_1 \"x\""))
        let halves = try folder(arcs: "1.0,1.5,2.0,0.5,0.001,0.002,")
        #expect(
            faults { _ = try MapFiles.jemss(at: halves.path) }.contains(
                "arcs.csv:7:5: fromNode \"1.5\" is no whole number"))
        let good = try folder()
        #expect(faults { _ = try MapFiles.jemss(at: good.path, mode: 3) }.contains("there is no travel mode 3"))
        let strange = try folder(form: "sideways")
        #expect(faults { _ = try MapFiles.jemss(at: strange.path) }.contains("arcForm has no value \"sideways\""))
        #expect(faults { _ = try MapFiles.jemss(at: good.path + "/none") }.contains("there is no folder"))
    }

    private func complaint(_ misc: String, _ header: String, _ rows: String = "1,1,2,0.5,0.001") throws -> String {
        let folder = try folder()
        try folder.write("miscData\n\(misc)\n\narcs\n\(header)\n\(rows)\n", to: "arcs.csv")
        return faults { _ = try MapFiles.jemss(at: folder.path) }.replacingOccurrences(of: folder.path + "/", with: "")
    }

    @Test func `a name that is meant for one of ours is a fault, without others that follow from it`() throws {
        let columns = "index,fromNode,toNode,distance,mode_1"
        #expect(
            try complaint("arcForm,nummodes\ndirected,1", columns)
                == "arcs.csv:2:9: there is no column \"nummodes\", did you mean \"numModes\"")
        for slip in ["Distance", "dist", "distnace", "length"] {
            #expect(
                try complaint("arcForm,numModes\ndirected,1", "index,fromNode,toNode,\(slip),mode_1")
                    == "arcs.csv:6:23: there is no column \"\(slip)\", did you mean \"distance\"")
        }
        #expect(
            try complaint("arcForm,numModes\ndirected,1", "index,fromNode,distance,mode_1", "1,1,0.5,1")
                == "arcs.csv:6:1: the table arcs lacks the column toNode")
        #expect(
            try complaint("arcForm,numModes\ndirected,1", columns + ",distance", "1,1,2,1,1,1").contains("stands twice")
        )
    }

    @Test func `modes are as many as it says, and every index stands once`() throws {
        let columns = "index,fromNode,toNode,distance,mode_1"
        #expect(
            try complaint("arcForm,numModes\ndirected,5", columns)
                == "arcs.csv:6:1: numModes of miscData is 5, and arcs has 1 column of times, expected mode_1 … mode_5")
        #expect(try complaint("arcForm,numModes\ndirected,0", columns).contains("there is no travel mode 1"))
        #expect(try complaint("arcForm,numModes\ndirected,2000000000", columns).contains("1 column of times"))
        #expect(
            try complaint("arcForm,numModes\ndirected,1", columns, "1,1,2,0.5,0.001\n1,2,1,0.5,0.001")
                == "arcs.csv:8:1: the index 1 stands twice in the table arcs")
    }
}
