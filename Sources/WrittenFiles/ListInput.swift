import Words

/// A list of values of one kind, such as a curve by hour or a set of channels.
public struct ListInput<Element: InputKind>: InputKind {
    let element: Element
    let count: ClosedRange<Int>
    var isSet = false

    /// A list of figures needs a source like a figure.
    public static var role: InputRole { Element.role }

    /// The unit of the elements.
    public var unit: String { element.unit }

    /// As many placeholders as there must be elements.
    public var placeholder: [Element.Value] { Array(repeating: element.placeholder, count: count.lowerBound) }

    /// How many elements, and what each of them is.
    public var expectation: LocalizedText {
        let (low, high) = (count.lowerBound, count.upperBound)
        let each = element.expectation
        if low == high { return .init(zh: "\(low) 项的列表，每项：\(each.zh)", en: "a list of \(low), each \(each.en)") }
        let limits: LocalizedText =
            high == .max
            ? (low == 0 ? LocalizedText("") : .init(zh: "至少 \(low) 项的", en: " of at least \(low)"))
            : .init(zh: "\(low) 到 \(high) 项的", en: " of \(low) to \(high)")
        return .init(zh: "\(limits.zh)列表，每项：\(each.zh)", en: "a list\(limits.en), each \(each.en)")
    }

    /// An array with its limits.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        var schema = JSONNode.object(["type": .string("array"), "items": element.schema(definitions)])
        if count.lowerBound > 0 { schema = schema.adding(["minItems": .number(Double(count.lowerBound))]) }
        if count.upperBound < .max { schema = schema.adding(["maxItems": .number(Double(count.upperBound))]) }
        return isSet ? schema.adding(["uniqueItems": .flag(true)]) : schema
    }

    /// The elements.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> [Element.Value]? {
        guard case .array(let nodes) = node.value else { return site.wrongType(node, expectation) }
        // A set longer than its names has a name twice, which says more than its length.
        if isSet, !reportRepeats(nodes, site) { return nil }
        guard count.contains(nodes.count) else {
            site.fault(.wrongCount(nodes.count, expectation), at: node)
            return nil
        }
        var values: [Element.Value] = []
        values.reserveCapacity(nodes.count)
        for (number, node) in nodes.enumerated() {
            if let value = element.decode(node, site.index(number)) { values.append(value) }
        }
        return values.count == nodes.count ? values : nil
    }

    /// Reports the texts that stand twice, and tells whether there were none.
    private func reportRepeats(_ nodes: [JSONNode], _ site: DecodingSite) -> Bool {
        var seen: Set<String> = []
        var isClean = true
        for (number, node) in nodes.enumerated() {
            guard case .string(let text) = node.value, !seen.insert(text).inserted else { continue }
            site.index(number).fault(.repeatedName(text), at: node)
            isClean = false
        }
        return isClean
    }
}

extension InputKind {
    /// A list of `element`, any number of them or as many as `count` says.
    public static func list<Element>(of element: Element, count: ClosedRange<Int> = 0...(.max)) -> Self
    where Self == ListInput<Element> {
        ListInput(element: element, count: count)
    }

    /// A list of `element`, each at most once: names of which a second mention could add nothing.
    public static func set<Element>(of element: Element, count: ClosedRange<Int> = 0...(.max)) -> Self
    where Self == ListInput<Element> {
        ListInput(element: element, count: count, isSet: true)
    }
}
