import RandomStreams
import Words

/// A duration that may be random, in milliseconds.
///
/// A range states bounds of the central parameter, and drawing from it stretches the whole distribution; if the range
/// holds shares, it states bounds of the chance that the thing happens at all.
public struct DistributionInput: InputKind {
    private static let duration = QuantityInput(.duration)
    private static let positiveDuration = QuantityInput(.duration, from: "1 ms")

    /// Delays need a source.
    public static var role: InputRole { .figure }

    /// Milliseconds.
    public var unit: String { Self.duration.unit }

    /// No delay.
    public var placeholder: Distribution { .fixed(0) }

    /// A duration, or a distribution by name.
    public var expectation: LocalizedText {
        let names = LocalizedText.list(Self.names)
        return .init(
            zh: "时长，如 \"15 min\"，或分布，如 { \"exponential\": \"20 min\" }（\(names.zh)）",
            en: "a duration such as \"15 min\", or a distribution such as { \"exponential\": \"20 min\" } (\(names.en))"
        )
    }

    private static let sigmas = 0.0...5
    private static let weibullShapes = 0.1...100
    private static let gammaShapes = 0.01...10_000

    /// The shapes of what happens in any case, by the key that names them.
    private enum Shape: String, CaseIterable {
        case exponential, lognormal, triangular, uniform, weibull, gamma, empirical
    }

    private static let names = Shape.allCases.map(\.rawValue) + ["chance"]

    // MARK: Decoding

    /// The distribution, with parameters that make sense.
    ///
    /// Chances within chances are unwrapped in a loop, so that deep nesting costs no stack.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> Distribution? {
        var (node, site) = (node, site)
        var chances: [Double?] = []
        while case .object(let members) = node.value, let chance = node["chance"] {
            guard site.hasOnly(["chance", "then"], members) else { return nil }
            chances.append(ShareInput().decode(chance, site.key("chance")))
            guard let then = node["then"] else {
                site.key("then").fault(.missingKey("then", expectation), at: node)
                return nil
            }
            (node, site) = (then, site.key("then"))
        }
        guard var distribution = unconditional(node, site) else { return nil }
        for chance in chances.reversed() {
            guard let chance else { return nil }
            distribution = .chance(chance, then: distribution)
        }
        return distribution
    }

    /// A distribution of something that happens in any case.
    private func unconditional(_ node: JSONNode, _ site: DecodingSite) -> Distribution? {
        if case .string = node.value { return Self.duration.decode(node, site).map { .fixed($0) } }
        guard case .object(let members) = node.value, let first = members.first else {
            return site.wrongType(node, expectation)
        }
        let named = members.lazy.compactMap { member in Shape(rawValue: member.key).map { (member: member, shape: $0) }
        }
        guard let (member, shape) = named.first else {
            site.decoder.faults.add(
                .unknownKey(first.key, among: Self.names), at: first.keyPosition, site.path.key(first.key))
            return nil
        }
        guard site.hasOnly([member.key], members) else { return nil }
        let (node, site) = (member.node, site.key(member.key))
        switch shape {
        case .exponential: return Self.duration.decode(node, site).map { .exponential(mean: $0) }
        case .lognormal:
            return parameters(node, site, "median", "sigma", Self.sigmas).map { .lognormal(median: $0, sigma: $1) }
        case .weibull:
            return parameters(node, site, "scale", "shape", Self.weibullShapes).map { .weibull(shape: $1, scale: $0) }
        case .gamma:
            return parameters(node, site, "scale", "shape", Self.gammaShapes).map { .gamma(shape: $1, scale: $0) }
        case .triangular: return ascending(node, site, 3).map { .triangular(low: $0[0], mode: $0[1], high: $0[2]) }
        case .uniform: return ascending(node, site, 2).map { .uniform(low: $0[0], high: $0[1]) }
        case .empirical: return empirical(node, site)
        }
    }

    /// A duration under `first` and a number under `second`, in an object that has nothing else.
    private func parameters(
        _ node: JSONNode, _ site: DecodingSite, _ first: String, _ second: String, _ range: ClosedRange<Double>
    ) -> (Double, Double)? {
        guard case .object(let members) = node.value else {
            let example = "{ \"\(first)\": \"15 min\", \"\(second)\": 1 }"
            return site.wrongType(node, LocalizedText(example))
        }
        let isClean = site.hasOnly([first, second], members)
        let duration = site.member(first, of: node, Self.positiveDuration)
        let number = site.member(second, of: node, .number(in: range))
        guard isClean, let duration, let number else { return nil }
        return (duration, number)
    }

    private func ascending(_ node: JSONNode, _ site: DecodingSite, _ count: Int) -> [Double]? {
        let list = ListInput(element: Self.duration, count: count...count)
        guard let durations = list.decode(node, site) else { return nil }
        guard zip(durations, durations.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            site.fault(.notAscending, at: node)
            return nil
        }
        return durations
    }

    private func empirical(_ node: JSONNode, _ site: DecodingSite) -> Distribution? {
        guard case .array(let nodes) = node.value, !nodes.isEmpty else {
            return site.wrongType(node, Self.empiricalExpectation)
        }
        var points: [EmpiricalPoint] = []
        for (number, node) in nodes.enumerated() {
            let site = site.index(number)
            guard case .array(let pair) = node.value, pair.count == 2 else {
                return site.wrongType(node, Self.empiricalExpectation)
            }
            guard let cumulative = ShareInput().decode(pair[0], site.index(0)),
                let value = Self.duration.decode(pair[1], site.index(1))
            else { return nil }
            if let last = points.last, cumulative <= last.cumulative || value < last.value {
                site.fault(.notAscending, at: node)
                return nil
            }
            points.append(EmpiricalPoint(cumulative: cumulative, value: value))
        }
        guard points.last?.cumulative == 1 else {
            let lastSite = site.index(nodes.count - 1)
            lastSite.fault(.lastShareNotOne(Self.empiricalExpectation), at: nodes[nodes.count - 1])
            return nil
        }
        return .empirical(points)
    }

    private static let empiricalExpectation = LocalizedText(
        zh: "累积比例与时长的列表，最后一项为 1，如 [[0.1, \"2 min\"], [1, \"9 min\"]]",
        en: "cumulative shares and durations, the last share 1, such as [[0.1, \"2 min\"], [1, \"9 min\"]]")

    // MARK: Ranges

    /// The range of the central parameter, or of the chance if it is written in shares.
    public func range(
        around value: Distribution, from low: JSONNode, to high: JSONNode, _ site: DecodingSite
    ) -> StatedRange? {
        if case .chance(let chance, _) = value, low.looksLikeShare, high.looksLikeShare {
            guard let least = ShareInput().decode(low, site), let most = ShareInput().decode(high, site) else {
                return nil
            }
            return StatedRange(low: least, nominal: chance, high: most, subject: .chance)
        }
        guard let least = Self.duration.decode(low, site), let most = Self.duration.decode(high, site) else {
            return nil
        }
        if value.central == 0, value.isRandom {
            site.fault(.rangeAroundZero, at: low)
            return nil
        }
        return StatedRange(low: least, nominal: value.central, high: most)
    }

    /// The distribution with its chance replaced, or stretched until its central parameter is `number`.
    public func value(_ value: Distribution, movedTo number: Double, in range: StatedRange) -> Distribution {
        switch value {
        case .chance(_, let then) where range.subject == .chance: .chance(number, then: then)
        case .chance(let chance, let then): .chance(chance, then: self.value(then, movedTo: number, in: range))
        case .fixed: .fixed(number)
        case .exponential, .lognormal, .triangular, .uniform, .weibull, .gamma, .empirical:
            value.central == 0 ? .fixed(number) : value.scaled(by: number / value.central)
        }
    }

    // MARK: Schema

    /// Any distribution with durations, and one with a chance also with shares.
    public func rangedForms(_ definitions: SchemaDefinitions) -> [(value: JSONNode, end: JSONNode)] {
        [
            (schema(definitions), Self.duration.schema(definitions)),
            (Self.chanceSchema(definitions), ShareInput().schema(definitions)),
        ]
    }

    /// A duration, or an object with one key that names the distribution.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        let duration = Self.duration.schema(definitions)
        let share = ShareInput().schema(definitions)
        func list(_ count: Double) -> JSONNode {
            .object([
                "type": .string("array"), "items": duration, "minItems": .number(count), "maxItems": .number(count),
            ])
        }
        func parameters(_ first: String, _ second: String, _ range: ClosedRange<Double>) -> JSONNode {
            let positive = Self.positiveDuration.schema(definitions)
            return .closedObject([(first, positive), (second, NumberInput(range: range).schema(definitions))])
        }
        let point = JSONNode.object([
            "type": .string("array"), "prefixItems": .array([share, duration]), "items": .flag(false),
            "minItems": .number(2),
        ])
        let points = JSONNode.object(["type": .string("array"), "items": point, "minItems": .number(1)])
        return definitions.shared("durationDistribution") {
            .anyOf([
                duration,
                .closedObject([("exponential", duration)]),
                .closedObject([("lognormal", parameters("median", "sigma", Self.sigmas))]),
                .closedObject([("triangular", list(3))]),
                .closedObject([("uniform", list(2))]),
                .closedObject([("weibull", parameters("scale", "shape", Self.weibullShapes))]),
                .closedObject([("gamma", parameters("scale", "shape", Self.gammaShapes))]),
                .closedObject([("empirical", points)]),
                Self.chanceSchema(definitions),
            ])
        }
    }

    private static func chanceSchema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("chance") {
            let distribution = JSONNode.object(["$ref": .string("#/$defs/durationDistribution")])
            return .closedObject([("chance", ShareInput().schema(definitions)), ("then", distribution)])
        }
    }
}

extension DecodingSite {
    /// Reports the members whose keys are not among `known`, and tells whether there were none.
    fileprivate func hasOnly(_ known: [String], _ members: [JSONMember]) -> Bool {
        var isClean = true
        for member in members where !known.contains(member.key) {
            decoder.faults.add(.unknownKey(member.key, among: known), at: member.keyPosition, path.key(member.key))
            isClean = false
        }
        return isClean
    }

    /// The value of the member `name` of `node`, or nil after reporting that it is missing or wrong.
    fileprivate func member<Kind: InputKind>(_ name: String, of node: JSONNode, _ kind: Kind) -> Kind.Value? {
        guard let member = node[name] else {
            key(name).fault(.missingKey(name, kind.expectation), at: node)
            return nil
        }
        return kind.decode(member, key(name))
    }
}

extension JSONNode {
    /// Whether this is written like a share: a number without unit, or a percentage.
    fileprivate var looksLikeShare: Bool {
        switch value {
        case .number: true
        case .string(let text): text.utf8.last == UInt8(ascii: "%")
        default: false
        }
    }
}

extension InputKind where Self == DistributionInput {
    /// A duration that may be random, in milliseconds.
    public static var durationDistribution: Self { DistributionInput() }
}
