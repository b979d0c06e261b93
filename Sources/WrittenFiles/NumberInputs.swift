import Words

/// A whole number.
public struct IntegerInput: NumberKind {
    let range: ClosedRange<Int>

    /// The allowed number nearest to zero.
    public var placeholder: Int { min(max(0, range.lowerBound), range.upperBound) }

    /// The numbers allowed.
    public var expectation: LocalizedText {
        if range == Self.anything { return .init(zh: "整数", en: "a whole number") }
        return .init(
            zh: "\(range.lowerBound) 到 \(range.upperBound) 的整数",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    /// An integer type with its limits.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        let name = range == Self.anything ? "integer" : "integer\(range.lowerBound)To\(range.upperBound)"
        return definitions.shared(name) {
            .object([
                "type": .string("integer"), "minimum": .number(Double(range.lowerBound)),
                "maximum": .number(Double(range.upperBound)),
            ])
        }
    }

    /// The number, which may be written `5` or `5.0`.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Int? {
        guard case .number(let number) = node.value, let whole = Int(exactly: number.value) else {
            return site.wrongType(node, expectation)
        }
        guard range.contains(whole) else {
            site.fault(.outOfRange(number.text, expectation), at: node)
            return nil
        }
        return whole
    }

    func number(of value: Int) -> Double { Double(value) }

    func value(of number: Double) -> Int { Int(number.rounded()) }

    // Whole numbers up to this size survive the way through a Double; the next one up is also what its neighbor is read as.
    fileprivate static let anything = -9_007_199_254_740_991...9_007_199_254_740_991
}

/// A number without a unit.
public struct NumberInput: NumberKind {
    let range: ClosedRange<Double>?

    /// The allowed number nearest to zero.
    public var placeholder: Double { range.map { min(max(0, $0.lowerBound), $0.upperBound) } ?? 0 }

    /// The numbers allowed.
    public var expectation: LocalizedText {
        guard let range else { return .init(zh: "数", en: "a number") }
        let (low, high) = (range.lowerBound.shortText, range.upperBound.shortText)
        return .init(zh: "\(low) 到 \(high) 的数", en: "a number from \(low) to \(high)")
    }

    /// A number type with its limits.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        let any = JSONNode.object(["type": .string("number")])
        guard let range else { return definitions.shared("number") { any } }
        let (low, high) = (range.lowerBound, range.upperBound)
        return definitions.shared("number\(low.shortText)To\(high.shortText)") {
            any.adding(["minimum": .number(low), "maximum": .number(high)])
        }
    }

    /// The number.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Double? {
        guard case .number(let number) = node.value else { return site.wrongType(node, expectation) }
        if let range, !range.contains(number.value) {
            site.fault(.outOfRange(number.text, expectation), at: node)
            return nil
        }
        return number.value
    }

    func number(of value: Double) -> Double { value }

    func value(of number: Double) -> Double { number }
}

/// A share of a whole, from 0 to 1.
public struct ShareInput: NumberKind {
    /// None of the whole.
    public var placeholder: Double { 0 }

    /// A share and how to write it.
    public var expectation: LocalizedText { Share.expectation }

    /// A number from 0 to 1, or a percentage.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("share") {
            .object([
                "anyOf": .array([
                    .object(["type": .string("number"), "minimum": .number(0), "maximum": .number(1)]),
                    .text(like: Share.pattern, example: "30%"),
                ])
            ])
        }
    }

    /// The share.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Double? {
        switch node.value {
        case .number(let number):
            site.reporting(node) { () throws(Fault.Problem) in try Share.checked(number.value, number.text) }
        case .string(let text): site.reporting(node) { () throws(Fault.Problem) in try Share.value(of: text) }
        default: site.wrongType(node, expectation)
        }
    }

    func number(of value: Double) -> Double { value }

    func value(of number: Double) -> Double { number }
}

extension InputKind where Self == IntegerInput {
    /// A whole number in `range`.
    public static func integer(in range: ClosedRange<Int>) -> Self { IntegerInput(range: range) }

    /// Any whole number.
    public static var integer: Self { IntegerInput(range: IntegerInput.anything) }
}

extension InputKind where Self == NumberInput {
    /// A number in `range`.
    public static func number(in range: ClosedRange<Double>) -> Self { NumberInput(range: range) }

    /// Any number.
    public static var number: Self { NumberInput(range: nil) }
}

extension InputKind where Self == ShareInput {
    /// A share of a whole, written `"30%"` or `0.3`.
    public static var share: Self { ShareInput() }
}
