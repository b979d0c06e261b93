/// How soon and how well: a block for each figure, a row for each variant, and beside it the difference to the baseline.
extension TerminalSummary {
    var figures: [String] {
        let shown = digest.figures.filter { figure in figure.values.contains { $0 != nil } }
        guard !shown.isEmpty else { return [] }
        let nameWidth = digest.variants.map { DisplayWidth.of($0) }.max() ?? 0
        let values = shown.map { figure in figure.values.map { $0.map { text($0, figure.kind) } ?? "" } }
        let valueWidth = values.joined().map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [title(zh: "多快、多好", en: "How soon and how well")]
        for (figure, texts) in zip(shown, values) {
            let mark = figure.decides && digest.variants.count > 1 ? "◆ " : "  "
            lines += DisplayWidth.wrapped(figure.label.text(in: language), to: Self.width, first: mark, rest: "  ")
            for (variant, name) in digest.variants.enumerated() {
                guard let value = figure.values[variant] else { continue }
                let start =
                    "    " + DisplayWidth.padded(name, to: nameWidth) + "  "
                    + DisplayWidth.padded(texts[variant], to: valueWidth)
                lines += row(start, comparison(value, figure, variant))
            }
        }
        return lines + footnotes(shown)
    }

    /// A row with its comparison behind it, or below it where the line would get too wide.
    private func row(_ start: String, _ parts: [String]) -> [String] {
        let behind = parts.filter { !$0.isEmpty }.joined(separator: "  ")
        let whole = start + "  " + behind
        if behind.isEmpty || DisplayWidth.of(whole) <= Self.width { return [DisplayWidth.trimmed(whole)] }
        return [DisplayWidth.trimmed(start)]
            + DisplayWidth.wrapped(behind, to: Self.width, first: "        ", rest: "        ")
    }

    // MARK: Values

    private func text(_ value: Digest.Value, _ kind: Digest.Figure.Kind) -> String {
        var text: String
        if let mean = value.mean {
            text = number(mean, kind)
            if let interval = value.interval {
                text += say(zh: "（\(range(interval, kind))）", en: " (\(range(interval, kind)))")
            }
        } else {
            let never = value.count - value.reached
            let missed =
                value.count == 1
                ? say(zh: "未达到", en: "never")
                : say(zh: "\(value.count)次中\(never)次未达到", en: "never, in \(never) of \(value.count)")
            if let median = value.median, median.isFinite {
                text = say(zh: "半数≤\(number(median, kind))，\(missed)", en: "half by \(number(median, kind)); \(missed)")
            } else {
                text = missed
            }
        }
        if value.count < digest.replications {
            text += say(zh: "〔仅\(value.count)次有此项〕", en: " [has it in \(value.count)]")
        }
        return text
    }

    private func number(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        switch kind {
        case .time: ReadableNumber.time(value)
        case .share: ReadableNumber.percent(value) + say(zh: "%", en: " %")
        case .number: ReadableNumber.count(value)
        }
    }

    /// Both ends of a range, without a unit on the first.
    private func range(_ range: ClosedRange<Double>, _ kind: Digest.Figure.Kind) -> String {
        // A range around a small mean may reach below zero, which no time or count can.
        let low = max(0, range.lowerBound)
        switch kind {
        case .time: return "\(ReadableNumber.time(low))–\(ReadableNumber.time(range.upperBound))"
        case .share:
            let high = min(1, range.upperBound)
            return "\(ReadableNumber.percent(low))–\(ReadableNumber.percent(high))" + say(zh: "%", en: " %")
        case .number: return "\(ReadableNumber.count(low))–\(ReadableNumber.count(range.upperBound))"
        }
    }

    // MARK: Differences

    private func comparison(_ value: Digest.Value, _ figure: Digest.Figure, _ variant: Int) -> [String] {
        guard digest.variants.count > 1 else { return [] }
        guard variant != digest.baseline else { return [say(zh: "基准", en: "baseline")] }
        guard let difference = value.difference else { return [] }
        if difference.verdict == .same || (difference.mean == 0 && difference.interval.map { $0 == 0...0 } ?? true) {
            return [say(zh: "与基准完全相同", en: "exactly as the baseline")]
        }
        return [text(difference, figure.kind), verdict(difference)]
    }

    private func text(_ difference: Digest.Difference, _ kind: Digest.Figure.Kind) -> String {
        let text = signed(difference.mean, kind)
        guard let interval = difference.interval else { return text }
        let crosses = interval.lowerBound < 0 && interval.upperBound > 0
        let (low, high) = (interval.lowerBound, interval.upperBound)
        let ends =
            crosses
            ? say(
                zh: "\(signed(low, kind))至\(signed(high, kind))", en: "\(signed(low, kind)) to \(signed(high, kind))")
            : [low, high].map(\.magnitude).sorted().map { amount($0, kind) }.joined(separator: "–")
        return text + say(zh: "（\(ends)）", en: " (\(ends))")
    }

    private func amount(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        switch kind {
        case .time: ReadableNumber.time(value)
        case .share: ReadableNumber.percent(value)
        case .number: ReadableNumber.count(value)
        }
    }

    /// A difference with its direction in words.
    private func signed(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        let amount = amount(value, kind)
        let isLess = value < 0
        switch kind {
        case .time: return say(zh: (isLess ? "快" : "慢") + amount, en: amount + (isLess ? " sooner" : " later"))
        case .share:
            return say(zh: (isLess ? "少" : "多") + amount + "个百分点", en: amount + (isLess ? " points less" : " points more"))
        case .number: return say(zh: (isLess ? "少" : "多") + amount, en: amount + (isLess ? " fewer" : " more"))
        }
    }

    private func verdict(_ difference: Digest.Difference) -> String {
        let word: String
        var agreeing: Int?
        switch difference.verdict {
        case .better: (word, agreeing) = (say(zh: "更好", en: "better"), difference.sets?.better)
        case .worse: (word, agreeing) = (say(zh: "更差", en: "worse"), difference.sets?.worse)
        case .higher: (word, agreeing) = (say(zh: "更多", en: "surely more"), difference.sets?.better)
        case .lower: (word, agreeing) = (say(zh: "更少", en: "surely less"), difference.sets?.worse)
        case .undecided:
            guard let sets = difference.sets else { return say(zh: "未能判定", en: "undecided") }
            return say(
                zh: "未能判定：\(sets.all)组假设中\(sets.better)组更好、\(sets.worse)组更差",
                en: "undecided: better in \(sets.better), worse in \(sets.worse) of \(sets.all) assumption sets")
        case .same, .exploratory: return ""
        }
        guard let sets = difference.sets, let agreeing else { return word }
        return say(zh: "\(word)，\(sets.all)组假设中\(agreeing)组如此", en: "\(word), in \(agreeing) of \(sets.all) assumption sets")
    }

    // MARK: Footnotes

    private func footnotes(_ shown: [Digest.Figure]) -> [String] {
        var lines: [String] = []
        if digest.variants.count > 1, shown.contains(where: \.decides) {
            lines += paragraph(
                zh: "◆ 判定所依据的指标，其差值范围同时成立；其余差值仅供参考，不作判定。",
                en:
                    "◆ what the verdicts are about: the ranges of their differences hold all at once. Other differences are for orientation only.")
        }
        if shown.contains(where: { $0.values.contains { ($0?.reached ?? 0) < ($0?.count ?? 0) } }) {
            let end = ReadableNumber.time(digest.horizon)
            lines += paragraph(
                zh: "“未达到”指在模拟的\(end)之内没有达到；计算差值时按\(end)计。",
                en: "\"never\" means not within the \(end) simulated; differences count it as \(end).")
        }
        if let sources = digest.sources {
            func share(_ value: Double) -> String { ReadableNumber.percent(value) + say(zh: "%", en: " %") }
            let name = digest.variants[digest.baseline]
            lines += paragraph(
                zh:
                    "首个◆指标（\(name)）的范围有多宽，取决于：运气\(share(sources.luck))，生成的地方\(share(sources.place))，假设的数值\(share(sources.assumptions))。",
                en:
                    "The range of the first ◆ (\(name)) is as wide as it is because of luck (\(share(sources.luck))), the places generated (\(share(sources.place))) and the figures assumed (\(share(sources.assumptions))).")
        }
        return lines.isEmpty ? [] : [""] + lines
    }
}
