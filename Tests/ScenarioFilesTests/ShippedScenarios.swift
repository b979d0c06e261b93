import Foundation
import Words

@testable import ScenarioFiles
@testable import WrittenFiles

/// The scenario files that come with the program, found where they are kept so that new ones are tested unasked.
enum ShippedScenarios {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("scenarios")

    /// The names of all scenarios, such as `reference-street.jsonc`.
    static let names = files(in: "") + files(in: "validation/")

    /// The names of all files that scenarios name, with the section they hold.
    static let parts = ["place", "incident", "plan"].flatMap { section in
        (files(in: section + "s/") + files(in: "validation/\(section)s/")).map { (section: section, name: $0) }
    }

    static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// A scenario with the files it names in place of their paths.
    static func resolved(_ name: String) -> JSONNode {
        let loaded = ScenarioLoader().load(path(name))
        precondition(loaded.faults.isEmpty, "\(name) is shipped with faults: \(loaded.faults.text.en)")
        return loaded.tree
    }

    private static func files(in subfolder: String) -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path(subfolder))
        return (names ?? []).filter { $0.hasSuffix(".jsonc") }.sorted().map { subfolder + $0 }
    }
}
