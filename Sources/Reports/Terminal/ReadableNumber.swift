import Results
import Words

/// Numbers as people read them in a summary: times in hours and minutes, shares in percent, counts with separators.
public enum ReadableNumber {
    /// Minutes as `h:mm`, rounded to the minute; the sign of a negative time is left to the words around it.
    public static func time(_ minutes: Double) -> String {
        let whole = Int64(minutes.magnitude.rounded())
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A share in percent without the sign, with a decimal below 10 %; 0 and 100 only where it is (`NumberFormat.percent`).
    public static func percent(_ share: Double) -> String {
        let percent = share.magnitude * 100
        return NumberFormat.percent(share.magnitude, decimals: percent == 0 || percent >= 9.95 ? 0 : 1)
    }

    /// A difference of two shares in percentage points, without its sign: no share, so it may round to nothing.
    public static func points(_ difference: Double) -> String {
        let points = difference.magnitude * 100
        return NumberFormat.fixed(points, decimals: points == 0 || points >= 9.95 ? 0 : 1)
    }

    /// A number of things, rounded, thousands separated by commas; a decimal below 10 where it is not whole, and below 0.05 as many as
    /// show that it is not nothing.
    public static func count(_ number: Double) -> String {
        let magnitude = number.magnitude
        if magnitude < 9.95, magnitude != magnitude.rounded() {
            let decimals = (1...15).first { magnitude >= 0.5 / (0..<$0).reduce(1.0) { scale, _ in scale * 10 } }
            return decimals.map { NumberFormat.fixed(magnitude, decimals: $0) } ?? NumberFormat.shortest(magnitude)
        }
        return grouped(digits: NumberFormat.fixed(magnitude, decimals: 0))
    }

    /// A measured number with exactly `decimals` digits after the point, thousands separated by commas.
    public static func measured(_ number: Double, decimals: Int) -> String {
        grouped(digits: NumberFormat.fixed(number, decimals: decimals))
    }

    /// A share in percent with its sign, which Chinese writes without a space.
    public static func percent(_ share: Double, _ language: Language) -> String {
        percent(share) + (language == .zh ? "%" : " %")
    }

    /// Minutes with one decimal of what takes longer than `limit`; rounded up where it would read as within it.
    public static func minutes(_ milliseconds: UInt32, beyond limit: UInt32) -> String {
        measured(CoverageFindings.minutes(milliseconds, decimals: 1, beyond: limit), decimals: 1)
    }
}
