import Foundation
import RandomStreams
import Testing

@Suite struct ElementaryFunctionsTests {
    private let stream = RandomStream(seed: 11, replication: 0)

    /// Numbers spread over the whole range from `low` to `high`.
    private func numbers(_ low: Double, _ high: Double, count: UInt32 = 3000) -> [Double] {
        (0..<count).map { low + (high - low) * stream.uniform(EntityKey(bits: 1), .assumption, $0) }
    }

    /// Positive numbers of all sizes, subnormal ones too.
    private func sizes(count: UInt32 = 3000) -> [Double] {
        (0..<count).map { index in
            Double(bitPattern: stream.bits(EntityKey(bits: 2), .assumption, index).first % 0x7FF0_0000_0000_0000)
        }
    }

    /// The distance from `expected` in units of its last place.
    private func distance(_ value: Double, _ expected: Double) -> Double {
        value == expected ? 0 : abs(value - expected) / expected.ulp
    }

    // The C library's own error is up to one unit, so two units are allowed where ours is below one.
    @Test func `log agrees with the C library to the last place`() {
        for x in sizes() + numbers(0.3, 3) { #expect(distance(Elementary.log(x), Foundation.log(x)) <= 2) }
    }

    @Test func `log1p agrees with the C library to the last place`() {
        for x in sizes() + numbers(-1, 2) + numbers(-1e-5, 1e-5) {
            #expect(distance(Elementary.log1p(x), Foundation.log1p(x)) <= 2)
        }
    }

    @Test func `exp agrees with the C library to the last place`() {
        for x in numbers(-746, 710) + numbers(-1, 1) {
            #expect(distance(Elementary.exp(x), Foundation.exp(x)) <= 2)
        }
    }

    @Test func `expm1 agrees with the C library to the last place`() {
        for x in numbers(-45, 45) + numbers(-1, 1) + numbers(-1e-9, 1e-9) {
            #expect(distance(Elementary.expm1(x), Foundation.expm1(x)) <= 3)
        }
    }

    @Test func `log follows the standard at the edges`() {
        #expect(Elementary.log(1) == 0)
        #expect(Elementary.log(0) == -.infinity)
        #expect(Elementary.log(-0.0) == -.infinity)
        #expect(Elementary.log(.infinity) == .infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log(-.infinity).isNaN)
        #expect(Elementary.log(.nan).isNaN)
        #expect(Elementary.log(.leastNonzeroMagnitude) == -744.4400719213812)
        #expect(Elementary.log(.greatestFiniteMagnitude) == 709.782712893384)
    }

    @Test func `log1p follows the standard at the edges`() {
        #expect(Elementary.log1p(-1) == -.infinity)
        #expect(Elementary.log1p(.infinity) == .infinity)
        #expect(Elementary.log1p(-1.5).isNaN)
        #expect(Elementary.log1p(.nan).isNaN)
        #expect(Elementary.log1p(1e-300) == 1e-300)
        #expect(Elementary.log1p(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
        #expect(Elementary.log1p(0) == 0)
    }

    @Test func `exp follows the standard at the edges`() {
        #expect(Elementary.exp(0) == 1)
        #expect(Elementary.exp(-.infinity) == 0)
        #expect(Elementary.exp(.infinity) == .infinity)
        #expect(Elementary.exp(.nan).isNaN)
        #expect(Elementary.exp(709.78) < .infinity)
        #expect(Elementary.exp(709.79) == .infinity)
        #expect(Elementary.exp(1e300) == .infinity)
        #expect(Elementary.exp(-745.13) == .leastNonzeroMagnitude)
        #expect(Elementary.exp(-745.14) == 0)
        #expect(Elementary.exp(-1e300) == 0)
    }

    @Test func `expm1 follows the standard at the edges`() {
        #expect(Elementary.expm1(-.infinity) == -1)
        #expect(Elementary.expm1(.infinity) == .infinity)
        #expect(Elementary.expm1(.nan).isNaN)
        #expect(Elementary.expm1(1e-300) == 1e-300)
        #expect(Elementary.expm1(-0.0).sign == .minus)
        #expect(Elementary.expm1(709.79) == .infinity)
    }

    @Test func `exp undoes log and the sum of logarithms is the logarithm of the product`() {
        for (x, y) in zip(numbers(0.001, 1000), sizes().map { $0.significand }) {
            let log = Elementary.log(x)
            // An error of half a unit in the logarithm is multiplied by the logarithm.
            #expect(distance(Elementary.exp(log), x) <= 2 + abs(log))
            #expect(abs(Elementary.log(x * y) - (log + Elementary.log(y))) <= 4 * max(1, abs(log)).ulp)
        }
    }

    @Test func `log and exp never fall`() {
        for x in numbers(0.5, 2, count: 500) + numbers(0, 700, count: 500) {
            #expect(Elementary.log(x.nextUp) >= Elementary.log(x))
            #expect(Elementary.exp(x.nextUp) >= Elementary.exp(x))
        }
    }

    /// A machine that contracts products and sums, or rounds otherwise, changes this number.
    @Test func `all bits of all functions are frozen`() {
        var hash: UInt64 = 0
        func note(_ value: Double) { hash = (hash ^ value.bitPattern) &* 0x100_0000_01B3 &+ hash >> 29 }
        for (x, y) in zip(numbers(0, 20), numbers(-300, 300)) {
            note(Elementary.log(x))
            note(Elementary.log1p(x))
            note(Elementary.exp(y))
            note(Elementary.expm1(y / 100))
            note(Elementary.power(x, y / 3))
            note(SpecialFunctions.normalQuantile(x / 20))
            note(SpecialFunctions.normalCumulative(y / 10))
            note(SpecialFunctions.logGamma(x))
        }
        #expect(hash == 7_052_787_116_764_509_053)
    }
}
