import ScenarioFiles
import WrittenFiles

/// Finds where in the files of a scenario something is written, so that faults found after decoding have a place too.
struct ScenarioLocator {
    private let base: JSONNode
    private let changes: JSONNode?

    /// Looks into what variant number `variant` changes first, then into the scenario itself.
    init(_ scenario: Scenario, variant: Int) {
        base = scenario.tree
        changes = scenario.tree["experiment"]?["variants"]?[scenario.variantNames[variant]]
    }

    /// Whether a file writes the value at `path`.
    func isWritten(_ path: DocumentPath) -> Bool {
        Self.find(path, in: base).isWhole || changes.map { Self.find(path, in: $0).isWhole } ?? false
    }

    /// The text written at `path`; nil where there is none.
    func text(at path: DocumentPath) -> String? {
        for tree in [changes, base] {
            guard let finding = tree.map({ Self.find(path, in: $0) }), finding.isWhole else { continue }
            guard case .string(let text) = finding.node.value else { return nil }
            return text
        }
        return nil
    }

    /// Where the value at `path` is written, or the nearest thing around it that is.
    func position(of path: DocumentPath) -> SourcePosition {
        let written = Self.find(path, in: base)
        guard let changed = changes.map({ Self.find(path, in: $0) }), changed.depth >= written.depth, changed.depth > 0
        else { return written.position }
        return changed.position
    }

    private struct Finding {
        var node: JSONNode
        var depth = 0
        var isWhole = true
        var position: SourcePosition
    }

    private static func find(_ path: DocumentPath, in tree: JSONNode) -> Finding {
        func step(_ parent: DocumentPath, _ child: (JSONNode) -> JSONNode?) -> Finding {
            var finding = find(parent, in: tree)
            guard finding.isWhole, let node = child(finding.node) else {
                finding.isWhole = false
                return finding
            }
            finding.node = node
            finding.depth += 1
            if node.position.file >= 0 { finding.position = node.position }
            return finding
        }
        switch path {
        case .root: return Finding(node: tree, position: tree.position)
        case .key(let parent, let key): return step(parent) { $0[key] }
        case .index(let parent, let number):
            return step(parent) { node in
                guard case .array(let elements) = node.value, elements.indices.contains(number) else { return nil }
                return elements[number]
            }
        }
    }
}
