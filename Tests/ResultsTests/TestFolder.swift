import Foundation
import Words

@testable import Results

/// A folder of its own for one test, removed at the end of it.
final class TestFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/pingji-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

    func put(_ text: String, at name: String) throws {
        let file = self(name)
        let parent = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
    }

    func text(_ name: String) throws -> String { String(decoding: try FileAccess.read(self(name)), as: UTF8.self) }

    /// Every name directly in the folder, hidden ones included.
    var names: [String] { FileAccess.names(in: path) }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// A label whose language does not matter.
    public init(stringLiteral text: String) { self.init(zh: text, en: text) }
}

/// The files that the tests' results hold.
let resultFiles = ["summary.csv", "replications.csv", "tasks.csv", ResultFormat.scenario]

/// A manifest that differs from others by its seed.
func manifest(seed: UInt64 = 1, planned: Int? = nil) -> Manifest {
    Manifest(
        programVersion: "0.1.0", title: LocalizedText(zh: "汛夜", en: "Flood night"), seed: seed,
        variants: ["asIs", "streetChief"], baseline: "asIs", replications: 30, plannedReplications: planned,
        options: ["horizon": "48 h"],
        inputs: [InputFile(path: "plan.jsonc", bytes: [1]), InputFile(path: "incident.jsonc", bytes: [])])
}

/// A summary table whose only row carries `value`.
func summaryTable(_ value: Double) -> Table {
    var table = Table(.summary)
    table.append(
        SummaryRow(variant: "asIs", measure: "t80_min", unit: "min", values: [value, value], interval: nil).cells)
    return table
}
