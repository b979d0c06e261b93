import DenseTables
import Foundation
import Organization
import Testing
import Words

@testable import Mobilization
@testable import ScenarioFiles
@testable import WrittenFiles

/// Every key a plan or an incident may hold has a switch in one of the lists of this folder, so that a new one without tests
/// fails here.
@Suite struct SwitchTableTests {
    static let all =
        CommandSwitches.all + ConversionSwitches.all + CallOutSwitches.all + AnswerSwitches.all + MusterSwitches.all
        + TeamSwitches.all + WorkSwitches.all + IncidentSwitches.all + RoadsSwitches.all

    /// What readers read and no rule does.
    private static let labels: Set = [
        "plan.name", "incident.name", "plan.teams.kinds.*.name", "incident.calls.*.name",
        "plan.roads.closures.[].name", "incident.closures.[].name",
    ]

    /// The keys of plan and incident as the format declares them, in order.
    private static let declared: [String] = {
        let schema = ScenarioSchema.schema(title: LocalizedText("switches")) { reader in
            _ = reader.object("plan") { Plan(&$0, names: SwitchTown.names) }
            _ = reader.object("incident") { Incident(&$0, names: SwitchTown.names) }
        }
        var keys: [String] = []
        func isInput(_ node: JSONNode) -> Bool {
            guard case .array(let choices) = node["anyOf"]?.value else { return false }
            return choices.contains { $0["properties"]?["value"] != nil }
        }
        func walk(_ node: JSONNode, _ path: String) {
            if isInput(node) { return keys.append(path) }
            if let properties = node["properties"], case .object(let members) = properties.value {
                for member in members where !(path.isEmpty && member.key == "$schema") {
                    walk(member.node, path.isEmpty ? member.key : "\(path).\(member.key)")
                }
            } else if let items = node["items"] {
                walk(items, path + ".[]")
            } else if let each = node["additionalProperties"], case .object = each.value {
                walk(each, path + ".*")
            } else {
                keys.append(path)
            }
        }
        walk(schema, "")
        return keys
    }()

    @Test func `every key has its switch, and every switch a key`() {
        #expect(Self.declared.count > 150)
        let covered = Set(Self.all.map(\.key))
        let missing = Self.declared.filter { !covered.contains($0) && !Self.labels.contains($0) }
        #expect(missing == [], "these keys have no test: see Tests/MobilizationTests/Switches")
        #expect(covered.subtracting(Self.declared) == [] && Self.labels.isSubset(of: Self.declared))
        #expect(covered.count == Self.all.count, "a key has two switches")
    }

    @Test func `the tests that switches name exist`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var text = ""
        for case let file as URL in files where file.pathExtension == "swift" {
            text += try String(contentsOf: file, encoding: .utf8)
        }
        for one in Self.all {
            for name in [one.byHand, one.sweptBy].compactMap({ $0 }) {
                #expect(text.contains("func `\(name)`"), "\(one.key): \(name)")
            }
            #expect(one.sweptBy != nil || one.values.count > 1, "\(one.key)")
        }
    }

    @Test func `names change nothing`() throws {
        let named: SwitchTown.Settings = [
            "plan.name": "\"a\"", "incident.name": "\"b\"", "plan.teams.kinds.force.name": "\"c\"",
        ]
        let (one, other) = (try SwitchTown.world(), try SwitchTown.world(named))
        #expect(Outcome(of: one).record.measures == Outcome(of: other).record.measures)
    }
}
