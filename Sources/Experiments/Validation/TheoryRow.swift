import Results
import Statistics
import Words

/// A row of `pingji validate`: what theory says, what was simulated, and whether they agree.
public struct TheoryRow: Sendable, Equatable {
    /// The name of the check.
    public let check: String
    /// The figure, without the seed.
    public let figure: LocalizedText
    /// The seed.
    public let seed: UInt64
    /// What theory says.
    public let theory: Double
    /// The mean over replications.
    public let simulated: Double
    /// The lower bound of the simulated figure.
    public let lower: Double
    /// The upper bound of the simulated figure.
    public let upper: Double
    /// Whether they agree, to the precision the check demands.
    public let agrees: Bool

    /// Judges a case; `confidence` is that of this one row.
    init(_ check: String, _ item: TheoryCase, seed: UInt64, confidence: Double) {
        // A time that was not reached, or a figure of calls that never came, has no mean and agrees with nothing.
        let isWhole = (item.values + item.theory).allSatisfy(\.isFinite)
        let mean = isWhole ? Tally(item.values).mean ?? .nan : .nan
        let theory = isWhole ? Tally(item.theory).mean ?? .nan : .nan
        let differences = isWhole ? zip(item.values, item.theory).map { $0 - $1 } : []
        let interval = MeanInterval.interval(of: differences, confidence: confidence)
        let reach = interval.map { $0.width / 2 } ?? .infinity
        self.check = check
        figure = item.name
        self.seed = seed
        self.theory = theory
        simulated = mean
        switch item.judgment {
        case .interval(let largestWidth):
            (lower, upper) = (mean - reach, mean + reach)
            // Rounding may part two figures that agree exactly.
            let slack = 1e-12 * abs(theory)
            agrees = lower - slack <= theory && theory <= upper + slack && 2 * reach <= largestWidth
        case .bounds(let bounds, let largestWidth):
            (lower, upper) = (bounds.lowerBound, bounds.upperBound)
            agrees = bounds.contains(mean) && 2 * reach <= largestWidth
        }
    }

    /// The table scripts read.
    public static let declaration = TableDeclaration(
        name: "validation", title: LocalizedText(zh: "理论检验", en: "Theory beside simulation"),
        columns: [
            ColumnDeclaration("check", .string, isRequired: true, zh: "检验", en: "the name of the check"),
            ColumnDeclaration("case", .string, isRequired: true, zh: "情形与种子", en: "the figure and the seed"),
            ColumnDeclaration("theory", .number, zh: "理论值", en: "what theory says"),
            ColumnDeclaration("simulated", .number, zh: "模拟均值", en: "the mean over replications"),
            ColumnDeclaration("lower", .number, zh: "模拟值下界", en: "lower bound of the simulated figure"),
            ColumnDeclaration("upper", .number, zh: "模拟值上界", en: "upper bound of the simulated figure"),
            ColumnDeclaration("ok", .string, isRequired: true, zh: "是否相符", en: "yes where they agree, no where not"),
        ])

    /// The row as cells of that table; a figure without a value is left empty.
    public var cells: [Cell] {
        func number(_ value: Double) -> Cell { value.isFinite ? .number(value) : .missing }
        return [
            .string(check), .string("\(figure.en) seed \(seed)"), number(theory), number(simulated), number(lower),
            number(upper), .string(agrees ? "yes" : "no"),
        ]
    }
}
