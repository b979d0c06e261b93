/// Numbers as text: the same bytes everywhere, whatever the locale.
public enum NumberFormat {
    /// The shortest text that reads back as exactly `value`, which must be finite.
    ///
    /// Whole numbers carry no point, and there is no negative zero, so that equal results look equal.
    public static func shortest(_ value: Double) -> String {
        precondition(value.isFinite, "only finite numbers are written as numbers")
        guard value != 0 else { return "0" }
        let text = value.description
        // Text is slow to look at from its end.
        return value == value.rounded(.towardZero) && text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Appends the digits of a whole number.
    static func append(_ value: Int64, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Appends the same text as `shortest`, without making a text of it where it is a whole number.
    static func append(_ value: Double, to bytes: inout [UInt8]) {
        if value.magnitude < 0x1p53, value == value.rounded(.towardZero) {
            append(Int64(value), to: &bytes)
        } else {
            bytes += shortest(value).utf8
        }
    }

    /// `value` rounded to exactly `decimals` digits after the point, halves away from zero.
    ///
    /// A value too large for all its digits to be known is written in full precision instead.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        precondition(value.isFinite, "only finite numbers are written as numbers")
        precondition((0...15).contains(decimals), "a number has 0 to 15 decimals")
        let scale = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 0x1p53 else { return shortest(value) }
        let whole = Int64(scaled.magnitude)
        let sign = scaled < 0 ? "-" : ""
        guard decimals > 0 else { return "\(sign)\(whole)" }
        let fraction = "\(whole % scale)"
        let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
        return "\(sign)\(whole / scale).\(zeros)\(fraction)"
    }

    /// A share of a whole in percent, without the sign: it reads 0 only if it is 0, and 100 only if it is 1.
    ///
    /// Who reads "100 %" believes that nobody is left out, so a share that would round to either end gets a decimal, and one that
    /// still would is written as a bound: `<0.1`, `>99.9`. Every share that people read is written by this or by `share`.
    public static func percent(_ share: Double, decimals: Int) -> String {
        part(share * 100, of: 100, isWhole: share == 1, decimals: decimals)
    }

    /// A share as a number from 0 to 1, by the same rule as `percent`.
    public static func share(_ share: Double, decimals: Int) -> String {
        part(share, of: 1, isWhole: share == 1, decimals: decimals)
    }

    /// A part of `whole`, which reads as nothing or as all only if it is.
    private static func part(_ part: Double, of whole: Double, isWhole: Bool, decimals: Int) -> String {
        let ends = { (decimals: Int) in (fixed(0, decimals: decimals), fixed(whole, decimals: decimals)) }
        for decimals in [decimals, max(decimals, 1)] {
            let (none, all) = ends(decimals)
            let text = fixed(part, decimals: decimals)
            if (text != none || part == 0) && (text != all || isWhole) { return text }
        }
        // One step of the last digit away from the end it is not at.
        let decimals = max(decimals, 1)
        let step = (0..<decimals).reduce(1.0) { step, _ in step / 10 }
        if part.magnitude < whole / 2 { return (part < 0 ? ">-" : "<") + fixed(step, decimals: decimals) }
        return part < whole
            ? ">" + fixed(whole - step, decimals: decimals) : "<" + fixed(whole + step, decimals: decimals)
    }
}
