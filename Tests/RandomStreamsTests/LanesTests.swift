import Testing

@testable import RandomStreams

/// Draws for a list must have the bits of draws one by one: these tests hold each against the other.
@Suite struct LanesTests {
    private static let shapes: [(name: String, distribution: Distribution)] = [
        ("fixed", .fixed(2_500)), ("fixed for ever", .fixed(.infinity)), ("exponential", .exponential(mean: 180_000)),
        ("exponential of nothing", .exponential(mean: 0)), ("lognormal", .lognormal(median: 600_000, sigma: 0.7)),
        ("lognormal without spread", .lognormal(median: 3, sigma: 0)),
        // The exponent leaves the range of the lanes on both sides.
        ("lognormal beyond numbers", .lognormal(median: 1, sigma: 900)),
        ("triangular", .triangular(low: 60_000, mode: 90_000, high: 600_000)),
        ("triangular from its mode", .triangular(low: 5, mode: 5, high: 9)),
        ("triangular to its mode", .triangular(low: -9, mode: 5, high: 5)),
        ("triangular of one value", .triangular(low: 7, mode: 7, high: 7)), ("uniform", .uniform(low: -40, high: 1e6)),
        ("Weibull", .weibull(shape: 1.7, scale: 900_000)), ("Weibull, falling", .weibull(shape: 0.4, scale: 1)),
        ("Weibull beyond numbers", .weibull(shape: 0.001, scale: 1)), ("Weibull of one", .weibull(shape: 1, scale: 1)),
        ("gamma", .gamma(shape: 2.5, scale: 1000)),
        (
            "empirical",
            .empirical([EmpiricalPoint(cumulative: 0.2, value: 1), EmpiricalPoint(cumulative: 1, value: 9)])
        ),
        ("chance", .chance(0.4, then: .uniform(low: 1, high: 2))), ("nonsense", .lognormal(median: .nan, sigma: 1)),
    ]

    /// Numbers as they are drawn, and the outermost ones that can be.
    private static func probabilities(_ count: Int) -> [Double] {
        let random = RandomStream(seed: 11, replication: 3)
        var numbers = (0..<count).map { random.uniform(EntityKey(path: "x", ordinal: UInt32($0)), .decideForTests) }
        numbers += [
            0x1p-53, 1 - 0x1p-53, 0.25, 0.25.nextUp, 0.25.nextDown, 0.5, 0.075, 0.925, 0.075.nextDown, 0.925.nextUp,
        ]
        numbers += [1e-9, 1 - 1e-9, 0.63212055882855767, 1 - 0.5.squareRoot(), (1 - 0.5.squareRoot()).nextUp]
        return numbers
    }

    @Test(arguments: LanesTests.shapes.indices) func aListIsDrawnAsOneByOne(_ index: Int) {
        let (name, distribution) = Self.shapes[index]
        let probabilities = Self.probabilities(20_000)
        var values = probabilities
        distribution.quantiles(of: &values)
        var durations: [Int64] = []
        distribution.milliseconds(probabilities, into: &durations)
        #expect(values.count == probabilities.count && durations.count == probabilities.count)
        for (position, probability) in probabilities.enumerated() {
            let alone = distribution.quantile(probability)
            let isSame = values[position].bitPattern == alone.bitPattern || values[position].isNaN && alone.isNaN
            #expect(isSame, "\(name) at \(probability): \(values[position]) in a list, \(alone) alone")
            #expect(durations[position] == distribution.milliseconds(probability) ?? Distribution.never, "\(name)")
            if !isSame { return }
        }
    }

    @Test(arguments: 0...9) func listsOfAnyLengthAreDrawn(_ count: Int) {
        let random = RandomStream(seed: 7, replication: 9)
        let keys = (0..<count).map { EntityKey(path: "meijiang/jiangnan", ordinal: UInt32($0)) }
        // What was in the lists before is gone, be it more or less.
        var uniform = [Double](repeating: 5, count: 6)
        var first = [Double](repeating: 5, count: 2)
        var second: [Double] = []
        random.draw(.phoneAnswer, 4, of: keys, into: &uniform)
        random.draw(.phoneAnswer, 4, of: keys, into: &first, and: &second)
        #expect(uniform == keys.map { random.uniform($0, .phoneAnswer, 4) })
        #expect(first == uniform)
        #expect(second == keys.map { random.bits($0, .phoneAnswer, 4).secondUniform })
        for (_, distribution) in Self.shapes {
            let probabilities = Array(Self.probabilities(0).prefix(count))
            var durations: [Int64] = [1, 2, 3]
            distribution.milliseconds(probabilities, into: &durations)
            #expect(durations == probabilities.map { distribution.milliseconds($0) ?? Distribution.never })
        }
    }

    @Test func blocksAreThoseOfTheGenerator() {
        var word: UInt64 = 1
        for round in 0..<5_000 {
            var entities = SIMD8<UInt64>()
            for lane in 0..<8 {
                word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                entities[lane] = round < 3 ? [0, .max, 0xFFFF_FFFF][round] : word
            }
            let (purpose, occasion) = (UInt32(truncatingIfNeeded: word >> 7), UInt32(truncatingIfNeeded: word >> 33))
            let key = (UInt32(truncatingIfNeeded: word >> 3), UInt32(truncatingIfNeeded: word >> 29))
            let together = philox4x32(entities: entities, purpose, occasion, key: key)
            for lane in 0..<8 {
                let entity = entities[lane]
                let alone = philox4x32(
                    counter: (UInt32(truncatingIfNeeded: entity), UInt32(entity >> 32), purpose, occasion), key: key)
                #expect(together.first[lane] == alone.first && together.second[lane] == alone.second)
            }
        }
    }
}

extension Purpose {
    /// Any purpose will do here.
    fileprivate static var decideForTests: Purpose { .acknowledge }
}
