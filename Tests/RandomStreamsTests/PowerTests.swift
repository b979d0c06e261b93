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
