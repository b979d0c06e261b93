import Results
import Words

/// From names on lists to people on post: a column for each variant, doubled names shown as what they are.
extension TerminalSummary {
    var waterfall: [String] {
        let steps = digest.waterfall.filter { $0.counts.contains { $0 != nil } }
        guard !steps.isEmpty else { return [] }
        let labels = steps.map { ($0.isDeduction ? "  − " : "") + $0.label.text(in: language) }
        let labelWidth = (labels.map { DisplayWidth.of($0) }.max() ?? 0) + 2
        let longest = digest.variants.map { DisplayWidth.of($0) }.max() ?? 0
        let columnWidth = max(14, min(longest + 2, width - labelWidth))
        // Shares are of the people on lists, the step after the doubled names.
        let whole = steps.first { $0.isWhole(in: steps) }?.counts
        let perBlock = max(1, (width - labelWidth) / columnWidth)
        var lines = [title(zh: "从名册到在岗", en: "From names on lists to people on post")]
        for start in stride(from: 0, to: digest.variants.count, by: perBlock) {
            let block = start..<min(start + perBlock, digest.variants.count)
            let names = block.map { digest.variants[$0] }
            if names.contains(where: { DisplayWidth.of($0) > columnWidth }) {
                // A name wider than its column has a column to itself, and stands above it.
                lines += names.flatMap { DisplayWidth.wrapped($0, to: width, breaksWords: true) }
            } else {
                lines.append(
                    DisplayWidth.padded("", to: labelWidth)
                        + names.map { DisplayWidth.rightAligned($0, to: columnWidth) }.joined())
            }
            for (step, label) in zip(steps, labels) {
                let cells = block.map { variant -> String in
                    guard let count = step.counts[variant] else { return "" }
                    return cell(count, of: step.isDeduction ? nil : whole?[variant])
                }
                let row = cells.map { DisplayWidth.rightAligned($0, to: columnWidth) }.joined()
                lines.append(DisplayWidth.trimmed(DisplayWidth.padded(label, to: labelWidth) + row))
            }
        }
        return lines
    }

    private func cell(_ count: Double, of whole: Double?) -> String {
        // Not rounded before: 5.5 of 6 people are 92 %, and 6 of 6 would not be.
        let number = ReadableNumber.count(count)
        guard let whole, whole > 0, count <= whole else { return number + "      " }
        let share = NumberFormat.percent(count / whole, decimals: 0)
        return number + DisplayWidth.rightAligned(share + say(zh: "%", en: " %"), to: 6)
    }
}

extension Digest.Step {
    /// Whether this is the first step after a deduction.
    fileprivate func isWhole(in steps: [Digest.Step]) -> Bool {
        guard !isDeduction, let deduction = steps.firstIndex(where: \.isDeduction), deduction + 1 < steps.count
        else { return false }
        return steps[deduction + 1].label == label
    }
}
