import Foundation
import RandomStreams
import Testing

@Suite struct PowerTests {
    private let stream = RandomStream(seed: 12, replication: 0)

    @Test func `power agrees with the C library to the last place, huge and tiny results included`() {
        for index in 0..<3000 as Range<UInt32> {
            let bits = stream.bits(EntityKey(bits: 1), .assumption, index)
            let base = Double(bitPattern: bits.first % 0x7FF0_0000_0000_0000)
            let exponent = 1500 * (bits.secondUniform - 0.5) / Elementary.log(base)
            let expected = Foundation.pow(base, exponent)
            #expect(abs(Elementary.power(base, exponent) - expected) <= 2 * expected.ulp || expected == .infinity)
        }
    }

    @Test func `whole powers of small numbers are exact`() {
        for base in 2...9 {
            var exact = 1.0
            for exponent in 0...15 {
                #expect(Elementary.power(Double(base), Double(exponent)) == exact)
                exact *= Double(base)
            }
        }
        #expect(Elementary.power(2, -1074) == .leastNonzeroMagnitude)
        #expect(Elementary.power(2, 1023) == 0x1p1023)
        #expect(Elementary.power(9, 0.5) == 3)
    }

    @Test func `power follows the standard at the edges`() {
        let values: [Double] = [
            0, -0.0, 0.5, 1, -1, 2, 3, -3, 0.25, -0.5, 2.5, -2.5, 1e300, -1e300, 1e-300, 9_007_199_254_740_991,
            .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        for base in values {
            for exponent in values {
                let value = Elementary.power(base, exponent)
                let expected = Foundation.pow(base, exponent)
                #expect(
                    value.isNaN && expected.isNaN
                        || value == expected && value.sign == expected.sign
                        || abs(value - expected) <= 2 * expected.ulp, "\(base) to \(exponent)")
            }
        }
    }
}

@Suite struct BaseTests {
    private static let bases: [Double] = [
        0, 0.05, 0.3, 0.4, 0.999_999, 1, 1.7, 20, -2, .infinity, .nan, .leastNonzeroMagnitude,
    ]
    private static let exponents: [Double] = [
        0, 0.3, 0.5, 1, 1.3, 2, 7.25, -1, 1e4, -1e4, .infinity, .nan, 1e-300,
    ]

    private func isSame(_ one: Double, _ other: Double) -> Bool {
        one.bitPattern == other.bitPattern || one.isNaN && other.isNaN
    }

    @Test func `a base raised to many powers has the bits of each power alone`() {
        for base in Self.bases {
            for exponent in Self.exponents {
                #expect(isSame(Elementary.Base(base).power(exponent), Elementary.power(base, exponent)))
            }
        }
    }

    @Test func `a list of bases is raised as one by one`() {
        let stream = RandomStream(seed: 2, replication: 0)
        for count in 0..<40 {
            var bases: [Double] = []
            var exponents: [Double] = []
            for index in 0..<count {
                let bits = stream.bits(EntityKey(bits: 3), .assumption, UInt32(count * 100 + index))
                // Ordinary lists, and lists with something special among them.
                let isSpecial = count % 2 == 1 && bits.first % 7 == 0
                bases.append(isSpecial ? Self.bases[index % Self.bases.count] : bits.uniform)
                exponents.append(isSpecial ? Self.exponents[count % Self.exponents.count] : 3 * bits.secondUniform)
            }
            var powers = exponents
            Elementary.raise(bases.map { Elementary.Base($0) }, to: &powers)
            for index in 0..<count {
                #expect(isSame(powers[index], Elementary.power(bases[index], exponents[index])))
            }
        }
    }
}
