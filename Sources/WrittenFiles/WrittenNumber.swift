/// A decimal number as written: sign, digits and power of ten, kept apart so that a unit can be applied exactly.
///
/// `0.7 min` is 7 × 60000 ÷ 10 = 42000 ms; multiplying the nearest `Double` to 0.7 would give a number beside it.
struct WrittenNumber {
    let isNegative: Bool
    private let digits: UInt64
    private let power: Int
    private let isShort: Bool
    private let text: Substring.UTF8View

    /// The most characters a number may have.
    static let longest = 1000

    /// How many characters were read.
    let length: Int

    /// How many digits the power of ten is written with; 0 if there is none.
    let exponentDigits: Int

    /// Reads the number at the start of `text`, written as JSON writes numbers; nil if there is none.
    ///
    /// - Complexity: O(length of the number).
    init?(prefixOf text: Substring.UTF8View) {
        var index = text.startIndex
        func digit() -> UInt64? {
            guard index < text.endIndex, text[index] >= UInt8(ascii: "0"), text[index] <= UInt8(ascii: "9")
            else { return nil }
            return UInt64(text[index] - UInt8(ascii: "0"))
        }
        func skip(_ character: Unicode.Scalar) -> Bool {
            guard index < text.endIndex, text[index] == UInt8(ascii: character) else { return false }
            index = text.index(after: index)
            return true
        }
        var digits: UInt64 = 0
        var count = 0
        var power = 0
        func digitRun() -> Int {
            var run = 0
            while let next = digit() {
                if digits > 0 || next > 0 { count += 1 }
                if count <= 15 { digits = digits * 10 + next }
                run += 1
                index = text.index(after: index)
            }
            return run
        }
        isNegative = skip("-")
        let startsWithZero = digit() == 0
        let whole = digitRun()
        guard whole > 0, !startsWithZero || whole == 1 else { return nil }
        if skip(".") {
            let fraction = digitRun()
            guard fraction > 0 else { return nil }
            power = -fraction
        }
        var exponentDigits = 0
        if skip("e") || skip("E") {
            let isDown = skip("-")
            if !isDown { _ = skip("+") }
            var exponent = 0
            guard digit() != nil else { return nil }
            while let next = digit() {
                exponent = min(exponent * 10 + Int(next), 1_000_000)
                exponentDigits += 1
                index = text.index(after: index)
            }
            power += isDown ? -exponent : exponent
        }
        self.digits = digits
        self.power = power
        self.exponentDigits = exponentDigits
        isShort = count <= 15
        self.text = text[..<index]
        length = text.distance(from: text.startIndex, to: index)
    }

    /// The number times `numerator` over `denominator`, both whole; infinite or zero where a `Double` ends.
    ///
    /// Correctly rounded for up to 15 digits as long as all intermediate products are whole numbers below 2^53.
    func value(times numerator: Double = 1, over denominator: Double = 1) -> Double {
        let sign = isNegative ? -1.0 : 1.0
        guard isShort, power >= -15, power <= 15 else {
            return (Double(Substring(text)) ?? .nan) * numerator / denominator
        }
        let up = Double(digits) * numerator * (power > 0 ? Self.powers[power] : 1)
        let down = denominator * (power < 0 ? Self.powers[-power] : 1)
        return sign * up / down
    }

    private static let powers: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
