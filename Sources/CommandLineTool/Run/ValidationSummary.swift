import Experiments
import Organization
import Reports
import Results

/// The table `pingji validate` prints for people: a line a figure, the seeds taken together.
enum ValidationSummary {
    /// The text; rows of one figure stand for its seeds.
    static func text(_ rows: [TheoryRow], seeds: Int, _ language: Language) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        var lines: [String] = []
        for (name, meaning) in Validation.checks {
            let own = rows.filter { $0.check == name }
            if own.isEmpty { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append("── \(name): \(meaning.text(in: language))")
            let figures = own.map(\.figure).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            let width = max(figures.map { DisplayWidth.of($0) }.max() ?? 0, 24)
            let head = [
                say("理论", "theory"), say("模拟", "simulated"), say("最低下界", "lowest bound"), say("最高上界", "highest bound"),
            ].map { DisplayWidth.rightAligned($0, to: 15) }.joined()
            lines.append(
                "  " + DisplayWidth.padded("", to: width) + head + "  " + say("相符的种子", "seeds that agree"))
            for figure in figures {
                let group = own.filter { $0.figure == figure }
                let lowest = group.map(\.lower).min() ?? .nan
                let highest = group.map(\.upper).max() ?? .nan
                let numbers: [Double] = [mean(group.map(\.theory)), mean(group.map(\.simulated)), lowest, highest]
                let cells = numbers.map { DisplayWidth.rightAligned(number($0), to: 15) }.joined()
                let agreeing = group.count { $0.agrees }
                let mark = agreeing == group.count ? "" : say("  ← 不符", "  ← disagrees")
                lines.append("  \(DisplayWidth.padded(figure, to: width))\(cells)  \(agreeing)/\(group.count)\(mark)")
            }
        }
        let failed = rows.count { !$0.agrees }
        lines.append("")
        lines.append(
            failed == 0
                ? say(
                    "\(rows.count)项（\(seeds)个种子）全部与理论相符；全部区间合起来的置信度为99.9%。",
                    "All \(rows.count) figures (\(seeds) seeds) agree with theory; all intervals together hold with 99.9 % confidence."
                )
                : say(
                    "\(rows.count)项（\(seeds)个种子）中有\(failed)项与理论不符，或不够精确。",
                    "\(failed) of \(rows.count) figures (\(seeds) seeds) disagree with theory or are not precise enough."
                ))
        return lines.joined(separator: "\n") + "\n"
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        // Many of the figures are shares, and no other one is harmed by their rule.
        return value.magnitude < 10 ? NumberFormat.share(value, decimals: 6) : NumberFormat.fixed(value, decimals: 3)
    }
}
