import Foundation
import Results
import Testing
import Words

@testable import MapFiles

@Suite struct MapInputsTests {
    /// Whether writing a file is refused because of what is read.
    private func isInput(_ path: String, of inputs: [Outputs.Input]) -> Bool {
        do throws(OutputClashes) {
            _ = try Outputs(reading: inputs, writing: [.file(path, .init(zh: "输出", en: "the output"))])
            return false
        } catch { return true }
    }

    @Test func `of a network folder two files are read, of a folder of JEMSS every table`() throws {
        let folder = try TestFolder()
        for name in ["nodes.csv", "arcs.csv", "other.csv"] { try folder.write("x", to: name) }
        #expect(symlink("elsewhere/stations.csv", folder.path + "/linked.csv") == 0)
        try FileManager.default.createDirectory(atPath: folder.path + "/elsewhere", withIntermediateDirectories: false)
        try folder.write("x", to: "elsewhere/stations.csv")
        let network = MapFiles.inputs(at: folder.path + "/")
        let tables = MapFiles.jemssInputs(at: folder.path)
        for name in ["", "nodes.csv", "arcs.csv"] {
            #expect(isInput("\(folder.path)/\(name)", of: network) && isInput("\(folder.path)/\(name)", of: tables))
        }
        for name in ["other.csv", "new.csv", "linked.csv", "elsewhere/stations.csv"] {
            #expect(!isInput("\(folder.path)/\(name)", of: network) && isInput("\(folder.path)/\(name)", of: tables))
        }
        for inputs in [network, tables] { #expect(!isInput(folder.path + "/map.network", of: inputs)) }
    }

    @Test func `of a file itself is read`() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "town.osm")
        let inputs = MapFiles.inputs(at: folder.path + "/town.osm")
        #expect(isInput(folder.path + "/./town.osm", of: inputs) && !isInput(folder.path + "/town", of: inputs))
    }
}
