import Mobilization
import Organization
import Places
import RandomStreams
import Words
import WrittenFiles

/// Which variants of a scenario ask for the same, whatever they write.
///
/// What a variant writes may be what holds anyway, by default or in the scenario; then two are run and give the same, and the question was not
/// asked. A variant asks for a value, a range, and whether there is a source, of every input.
public struct VariantDifferences: Sendable {
    /// By variant: for each section the number of the first variant that asks for the same in it.
    private var asked: [[Int]] = []
    private let baseline: Int?

    /// Reads each way in which a section is written once.
    ///
    /// - Complexity: O(variants · size of place, plan and incident), and for each section O(variants · ways in which it is written).
    public init(_ scenario: Scenario) {
        let variants = scenario.variants
        baseline = variants.firstIndex { $0.name == scenario.experiment.baseline }
        asked = Array(repeating: [], count: variants.count)
        for section in ComparedSection.allCases {
            var written: [(node: JSONNode?, asked: Int)] = []
            var firsts: [[String]: Int] = [:]
            for (number, variant) in variants.enumerated() {
                let node = variant.tree[section.rawValue]
                if let known = written.first(where: { Self.isSame($0.node, node) }) {
                    asked[number].append(known.asked)
                } else {
                    let statements = scenario.statements(of: number, in: section)
                    let first = firsts[statements] ?? number
                    firsts[statements] = first
                    written.append((node, first))
                    asked[number].append(first)
                }
            }
        }
    }

    /// Whether a variant asks for anything else than the baseline.
    public func differsFromBaseline(_ number: Int) -> Bool { baseline.map { asked[number] != asked[$0] } ?? true }

    /// The first variant, written earlier and not the baseline, that asks for just the same; nil if there is none.
    ///
    /// - Complexity: O(variants).
    public func twin(of number: Int) -> Int? {
        if number == baseline { return nil }
        return asked[..<number].indices.first { $0 != baseline && asked[$0] == asked[number] }
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

/// The sections of a scenario of which a variant can ask for others, by their keys.
private enum ComparedSection: String, CaseIterable {
    case place, incident, plan
}

extension Scenario {
    /// Whether the place of a variant is drawn anew for every block of replications: people's homes, or an assumption of it.
    public func isPlaceDrawn(_ number: Int) -> Bool {
        if experiment.uncertainty != .full { return false }
        switch place(of: number, block: 0).form {
        case .figures: return true
        case .explicit(let place):
            return !place.scattered.isEmpty
                || inputs(of: number, in: .place).contains { $0.range != nil && $0.source == nil }
        }
    }

    /// Everything a section of a variant says, defaults included: a line for every input, and for every other value that is written, sorted.
    fileprivate func statements(of number: Int, in section: ComparedSection) -> [String] {
        let inputs = inputs(of: number, in: section)
        var lines = inputs.map { input in
            "\(input.path): \(input.valueText) in \(input.rangeText ?? "-"), \(input.source == nil ? "assumed" : "from a source")"
        }
        let read = Set(inputs.map(\.path.description))
        func add(_ node: JSONNode, _ path: DocumentPath) {
            if read.contains(path.description) { return }
            switch node.value {
            case .object(let members): for member in members { add(member.node, path.key(member.key)) }
            case .array(let nodes):
                lines.append("\(path): \(nodes.count) of them")
                for (index, node) in nodes.enumerated() { add(node, path.index(index)) }
            // They stand for a key left out.
            case .null, .invalid: break
            case .flag, .number, .string: lines.append("\(path): \(JSONWriter.line(node))")
            }
        }
        if let node = variants[number].tree[section.rawValue] { add(node, .root.key(section.rawValue)) }
        return lines.sorted()
    }

    /// Every input that a section of a variant has, defaults included.
    private func inputs(of number: Int, in section: ComparedSection) -> [Input] {
        let decoder = DocumentDecoder(faults: FaultList(files: files))
        let node = variants[number].tree[section.rawValue] ?? JSONNode(.object([]))
        // Names are compared as they are written, so nobody need know what they stand for.
        var none = NameTable(LocalizedText(""), [])
        none.isUnknown = true
        let names = PlaceNames(departments: none, points: none, stations: none)
        let path = DocumentPath.root.key(section.rawValue)
        switch section {
        case .place: _ = decoder.decode(node, at: path) { PlaceDocument(&$0) }
        case .incident: _ = decoder.decode(node, at: path) { Incident(&$0, names: names) }
        case .plan: _ = decoder.decode(node, at: path) { Plan(&$0, names: names) }
        }
        return decoder.register.inputs
    }
}
