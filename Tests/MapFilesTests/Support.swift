import DenseTables
import Foundation
import RoadNetwork
import Words
import WrittenFiles

@testable import MapFiles

/// What reading said: the faults in English, one a line without the file's name; empty if there were none.
func faults(_ body: () throws -> Void) -> String {
    do {
        try body()
        return ""
    } catch let list as FaultList {
        return list.text.en
    } catch {
        return "\(error)"
    }
}

extension RoadMap {
    /// The arcs as text, `from>to`, in the order of the network.
    var arcTexts: [String] {
        network.arcs.map { nodeNames[$0.from.index] + ">" + nodeNames[$0.to.index] }
    }

    /// The first arc between two named nodes.
    func arc(_ from: String, _ to: String) -> RoadArc? {
        let nodes = nodesByName()
        guard let from = nodes[from], let to = nodes[to] else { return nil }
        let arc = network.arc(from: from, to: to)
        return arc.exists ? network[arc] : nil
    }
}

/// A folder that is gone after the test.
final class TestFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "pingji-maps-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path + "/" + name, atomically: false, encoding: .utf8)
    }
}

/// Small OpenStreetMap files.
enum OSMText {
    /// A file of nodes, given by number on a line 100 m apart unless placed, and whatever follows.
    static func file(nodes: [Int], _ rest: String, tags: [Int: String] = [:]) -> String {
        let lines = nodes.map { number in
            "<node id='\(number)' lat='0' lon='\(Double(number) * 0.0009)'>\(tags[number] ?? "")</node>\n"
        }
        return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n\(lines.joined())\(rest)</osm>\n"
    }

    /// A way through nodes with tags written `key=value`.
    static func way(_ id: Int, _ nodes: [Int], _ tags: String...) -> String {
        let references = nodes.map { "<nd ref='\($0)'/>" }.joined()
        let written = tags.map { tag in
            let parts = tag.split(separator: "=", maxSplits: 1)
            return "<tag k='\(parts[0])' v='\(parts[1])'/>"
        }
        return "<way id='\(id)'>\(references)\(written.joined())</way>\n"
    }

    static func read(_ text: String) throws -> RoadMap { try noted(text).alone }

    static func noted(_ text: String, acceptsIncomplete: Bool = false) throws -> Noted<RoadMap> {
        try OSMReader.read(.bytes(Array(text.utf8), name: "x.osm"), acceptsIncomplete: acceptsIncomplete)
    }
}

extension Noted {
    /// The content, for tests that look at the notes themselves or need not.
    var alone: Content { content { _ in } }
}
