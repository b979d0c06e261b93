/// Numbers as text: the same bytes everywhere, whatever the locale.
public enum NumberFormat {
    /// The shortest text that reads back as exactly `value`, which must be finite.
    ///
    /// Whole numbers carry no point, and there is no negative zero, so that equal results look equal.
    public static func shortest(_ value: Double) -> String {
        precondition(value.isFinite, "only finite numbers are written as numbers")
        guard value != 0 else { return "0" }
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
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
}
