import Mobilization
import Organization
import Places
import RandomStreams
import WrittenFiles

extension Scenario {
    /// How many variants may be read in pairs to see whether they ask for the same: a third of a second.
    private static var mostReadInPairs: Int { 20 }

    /// Whether a variant asks for anything else than the baseline: a value, a range, or whether there is a source.
    ///
    /// What it writes may be what holds anyway; then both are run and give the same, and the question was not asked.
    ///
    /// - Complexity: O(size of place, plan and incident).
    public func differsFromBaseline(_ number: Int) -> Bool {
        guard let baseline = variants.firstIndex(where: { $0.name == experiment.baseline }) else { return true }
        return differ(number, baseline)
    }

    /// The first variant, written earlier and not the baseline, that asks for just the same; nil if there is none.
    ///
    /// Of more than `mostReadInPairs` variants only those written alike are found: to read two takes a millisecond or two, and pairs are many.
    ///
    /// - Complexity: O(variants · size of place, plan and incident).
    public func twin(of number: Int) -> Int? {
        guard variants[number].name != experiment.baseline else { return nil }
        return variants[..<number].indices.first { other in
            guard variants[other].name != experiment.baseline else { return false }
            return variants.count <= Self.mostReadInPairs
                ? !differ(number, other) : differingSections(number, other).isEmpty
        }
    }

    private func differingSections(_ number: Int, _ counterpart: Int) -> [String] {
        let (one, other) = (variants[number].tree, variants[counterpart].tree)
        return ["place", "incident", "plan"].filter { !Self.isSame(one[$0], other[$0]) }
    }

    private func differ(_ number: Int, _ counterpart: Int) -> Bool {
        let (one, other) = (variants[number].tree, variants[counterpart].tree)
        let sections = differingSections(number, counterpart)
        if sections.isEmpty { return false }
        let (first, second) = (inputs(of: number, sections), inputs(of: counterpart, sections))
        return sections.contains { Self.differ(one[$0], other[$0], .root.key($0), first, second) }
    }

    /// Whether the place of a variant is drawn anew for every block of replications: people's homes, or an assumption of it.
    public func isPlaceDrawn(_ number: Int) -> Bool {
        if experiment.uncertainty != .full { return false }
        switch place(of: number, block: 0).ground {
        case .figures: return true
        case .explicit(let place):
            return !place.scattered.isEmpty
                || inputs(of: number, ["place"]).values.contains { $0.range != nil && $0.source == nil }
        }
    }

    /// Every input that some sections of a variant have, defaults included, by path.
    private func inputs(of number: Int, _ sections: [String]) -> [String: Input] {
        let decoder = DocumentDecoder(faults: FaultList(files: files))
        func node(_ section: String) -> JSONNode { variants[number].tree[section] ?? JSONNode(.object([])) }
        if sections.contains("place") {
            _ = decoder.decode(node("place"), at: .root.key("place")) { PlaceDocument(&$0) }
        }
        // Names are compared as they are written, so nobody need know what they stand for.
        var none = NameTable(LocalizedText(""), [])
        none.isUnknown = true
        let names = PlaceNames(departments: none, points: none, stations: none)
        if sections.contains("incident") {
            _ = decoder.decode(node("incident"), at: .root.key("incident")) { Incident(&$0, names: names) }
        }
        if sections.contains("plan") {
            _ = decoder.decode(node("plan"), at: .root.key("plan")) { Plan(&$0, names: names) }
        }
        return Dictionary(decoder.register.inputs.map { ($0.path.description, $0) }) { first, _ in first }
    }

    /// Whether two values say different things, either of which may not be written.
    private static func differ(
        _ one: JSONNode?, _ other: JSONNode?, _ path: DocumentPath, _ first: [String: Input], _ second: [String: Input]
    ) -> Bool {
        let text = path.description
        if let input = first[text], let counterpart = second[text] {
            return input.valueText != counterpart.valueText || input.rangeText != counterpart.rangeText
                || (input.source == nil) != (counterpart.source == nil)
        }
        if isSame(one, other) { return false }
        switch (one?.value ?? .null, other?.value ?? .null) {
        case (.object(let left), .object(let right)):
            let keys = left.map(\.key) + right.map(\.key).filter { one?[$0] == nil }
            return keys.contains { differ(one?[$0], other?[$0], path.key($0), first, second) }
        case (.object(let members), .null), (.null, .object(let members)):
            return members.contains { differ(one?[$0.key], other?[$0.key], path.key($0.key), first, second) }
        case (.array(let left), .array(let right)) where left.count == right.count:
            return left.indices.contains { differ(left[$0], right[$0], path.index($0), first, second) }
        // Two values of different kinds differ, whatever they are.
        default: return true
        }
    }

    /// Whether two trees are written alike, wherever they stand.
    private static func isSame(_ one: JSONNode?, _ other: JSONNode?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        switch (one.value, other.value) {
        case (.object(let left), .object(let right)):
            return left.count == right.count
                && zip(left, right).allSatisfy { $0.key == $1.key && isSame($0.node, $1.node) }
        case (.array(let left), .array(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { isSame($0, $1) }
        case (.string(let left), .string(let right)): return left == right
        case (.number(let left), .number(let right)): return left.value == right.value
        case (.flag(let left), .flag(let right)): return left == right
        case (.null, .null): return true
        // Two values of different kinds are never the same.
        default: return false
        }
    }
}
