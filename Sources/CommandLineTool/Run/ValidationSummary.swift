import Experiments
import Organization
import Reports
import Results
import Words

/// The table `pingji validate` prints for people: a line a figure, the seeds taken together.
enum ValidationSummary {
    /// The text, at most `width` columns wide; rows of one figure stand for its seeds.
    static func text(_ rows: [TheoryRow], seeds: Int, _ language: Language, width: Int) -> String {
        func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        var lines: [String] = []
        for (name, meaning) in Validation.checks {
            let own = rows.filter { $0.check == name }
            if own.isEmpty { continue }
            if !lines.isEmpty { lines.append("") }
            lines += DisplayWidth.wrapped(
                "── \(name)\(say("：", ": "))\(meaning.text(in: language))", to: width, rest: "   ")
            let figures = own.map(\.figure).reduce(into: [LocalizedText]()) { if !$0.contains($1) { $0.append($1) } }
            let header = [
                "", say("理论", "theory"), say("模拟", "simulated"), say("最低下界", "lowest bound"),
                say("最高上界", "highest bound"),
                say("相符的种子", "seeds that agree"),
            ]
            let cells = figures.map { figure -> [String] in
                let group = own.filter { $0.figure == figure }
                let lowest = group.map(\.lower).min() ?? .nan
                let highest = group.map(\.upper).max() ?? .nan
                let numbers: [Double] = [mean(group.map(\.theory)), mean(group.map(\.simulated)), lowest, highest]
                let agreeing = group.count { $0.agrees }
                let mark = agreeing == group.count ? "" : say(" ← 不符", " ← disagrees")
                return [figure.text(in: language)] + numbers.map { number($0) } + ["\(agreeing)/\(group.count)\(mark)"]
            }
            lines += TextTable(header: header, rows: cells, left: [0, 5], least: [24], language: language).lines(
                width: width)
        }
        let failed = rows.count { !$0.agrees }
        lines.append("")
        lines += DisplayWidth.wrapped(
            failed == 0
                ? say(
                    "\(grouped(rows.count))项（\(seeds)个种子）全部与理论相符；全部区间合起来的置信度为99.9%。",
                    "All \(counted(rows.count, "figure")) (\(counted(seeds, "seed"))) agree with theory; all intervals together hold with 99.9 % confidence."
                )
                : say(
                    "\(grouped(rows.count))项（\(seeds)个种子）中有\(grouped(failed))项与理论不符，或不够精确。",
                    "\(grouped(failed)) of \(counted(rows.count, "figure")) (\(counted(seeds, "seed"))) \(failed == 1 ? "disagrees" : "disagree") with theory or \(failed == 1 ? "is" : "are") not precise enough."
                ), to: width)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

    private static func number(_ value: Double) -> String {
        guard value.isFinite else { return "–" }
        // Many of the figures are shares, and no other one is harmed by their rule.
        return value.magnitude < 10
            ? NumberFormat.share(value, decimals: 6) : ReadableNumber.measured(value, decimals: 3)
    }
}
