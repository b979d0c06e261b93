import Words

/// A quantity with its unit, in the dimension's own unit.
public struct QuantityInput: NumberKind {
    let dimension: Dimension
    let limits: ClosedRange<Double>?
    let limitsText: String

    /// Creates a quantity between two others, which are written like quantities in a file.
    init(_ dimension: Dimension, from low: String? = nil, to high: String? = nil) {
        func limit(_ text: String) -> Double {
            do throws(Fault.Problem) { return try dimension.value(of: text) } catch {
                preconditionFailure("a declared limit is no quantity: \(error.what.en)")
            }
        }
        self.dimension = dimension
        guard low != nil || high != nil else {
            limits = nil
            limitsText = ""
            return
        }
        limits = (low.map(limit) ?? 0)...(high.map(limit) ?? dimension.most)
        limitsText = [low.map { "≥ \($0)" }, high.map { "≤ \($0)" }].compactMap(\.self).joined(separator: ", ")
    }

    /// The name of the dimension's own unit.
    public var unit: String { dimension.unit }

    /// The lowest allowed quantity.
    public var placeholder: Double { limits?.lowerBound ?? 0 }

    /// The dimension, its units and the limits.
    public var expectation: LocalizedText {
        let any = dimension.expectation
        return limits == nil
            ? any : LocalizedText(zh: "\(any.zh)，\(limitsText)", en: "\(any.en), \(limitsText)")
    }

    /// A text of number and unit.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        let shared = definitions.shared("\(dimension)") {
            .text(like: dimension.pattern, example: dimension.example)
        }
        return limits == nil ? shared : shared.adding(["description": .string(limitsText)])
    }

    /// The quantity in the dimension's own unit.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Double? {
        switch node.value {
        case .string(let text):
            return site.reporting(node) { () throws(Fault.Problem) in
                let value = try dimension.value(of: text, expectation)
                if let limits, !limits.contains(value) { throw .beyondLimits(quoted(text), expectation) }
                return value
            }
        case .number(let number):
            site.fault(.missingUnit(number.text, expectation), at: node)
            return nil
        default: return site.wrongType(node, expectation)
        }
    }

    func number(of value: Double) -> Double { value }

    func value(of number: Double) -> Double { number }
}

/// A fixed length of time in whole milliseconds.
public struct DurationInput: NumberKind {
    let quantity: QuantityInput

    /// Milliseconds.
    public var unit: String { quantity.unit }

    /// The shortest allowed duration.
    public var placeholder: Int64 { value(of: quantity.placeholder) }

    /// Durations, their units and the limits.
    public var expectation: LocalizedText { quantity.expectation }

    /// A text of number and unit.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode { quantity.schema(definitions) }

    /// The duration, rounded to whole milliseconds.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Int64? {
        quantity.decode(node, site).map(value(of:))
    }

    func number(of value: Int64) -> Double { Double(value) }

    // A quantity is never beyond a century, so this cannot overflow.
    func value(of number: Double) -> Int64 { Int64(number.rounded()) }
}

extension InputKind where Self == QuantityInput {
    /// A length in meters.
    public static func distance(from low: String? = nil, to high: String? = nil) -> Self {
        QuantityInput(.distance, from: low, to: high)
    }

    /// A length in meters.
    public static var distance: Self { QuantityInput(.distance) }

    /// A speed in kilometers per hour.
    public static func speed(from low: String? = nil, to high: String? = nil) -> Self {
        QuantityInput(.speed, from: low, to: high)
    }

    /// A speed in kilometers per hour.
    public static var speed: Self { QuantityInput(.speed) }

    /// An area in square kilometers.
    public static var area: Self { QuantityInput(.area) }

    /// How often something happens, per hour.
    public static var rate: Self { QuantityInput(.rate) }
}

extension InputKind where Self == DurationInput {
    /// A fixed duration in milliseconds between two others, such as `.duration(from: "1 min", to: "30 d")`.
    public static func duration(from low: String? = nil, to high: String? = nil) -> Self {
        DurationInput(quantity: QuantityInput(.duration, from: low, to: high))
    }

    /// A fixed duration in milliseconds.
    public static var duration: Self { DurationInput(quantity: QuantityInput(.duration)) }
}
