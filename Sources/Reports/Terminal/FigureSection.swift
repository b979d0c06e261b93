import Results
import Words

/// How soon and how well: a block for each figure, a row for each variant, and beside it the difference to the baseline.
extension TerminalSummary {
    var figures: [String] {
        let shown = digest.figures.filter { figure in figure.values.contains { $0 != nil } }
        guard !shown.isEmpty else { return [] }
        let nameWidth = digest.variants.map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [title(zh: "多快、多好", en: "How soon and how well")]
        for figure in shown {
            let mark = figure.decides && digest.variants.count > 1 ? "◆ " : "  "
            lines += DisplayWidth.wrapped(figure.label.text(in: language), to: width, first: mark, rest: "  ")
            let texts = figure.values.map {
                $0.map { text($0, figure.kind) } ?? say(zh: "无可测量", en: "nothing to measure")
            }
            let parts = figure.values.enumerated().map { comparison($1, figure, $0) }
            let valueWidth = texts.map { DisplayWidth.of($0) }.max() ?? 0
            let differenceWidth = parts.filter { $0.count > 1 }.map { DisplayWidth.of($0[0]) }.max() ?? 0
            for (variant, name) in digest.variants.enumerated() {
                let start =
                    "    " + DisplayWidth.padded(name, to: nameWidth) + "  "
                    + DisplayWidth.padded(texts[variant], to: valueWidth)
                lines +=
                    row(start, parts[variant], differenceWidth)
                    ?? stacked(name, nameWidth, texts[variant], parts[variant])
            }
        }
        return lines + footnotes(shown)
    }

    /// A row with its comparison behind it, or the verdict below it where the line would get too wide; nil where even that does not fit.
    private func row(_ start: String, _ parts: [String], _ differenceWidth: Int) -> [String]? {
        guard let first = parts.first else {
            return DisplayWidth.of(DisplayWidth.trimmed(start)) <= width ? [DisplayWidth.trimmed(start)] : nil
        }
        let verdict = parts.dropFirst().joined()
        // Out of line with the others is still better than on a line of its own.
        for padding in [differenceWidth, 0] {
            let line = DisplayWidth.trimmed(start + "  " + DisplayWidth.padded(first, to: padding) + "  " + verdict)
            if DisplayWidth.of(line) <= width { return [line] }
        }
        guard DisplayWidth.of(start) + 2 + DisplayWidth.of(first) <= width, DisplayWidth.of(verdict) <= width else {
            return nil
        }
        let indent = min(DisplayWidth.of(start) + 2, width - DisplayWidth.of(verdict))
        return [DisplayWidth.trimmed(start + "  " + first), String(repeating: " ", count: max(0, indent)) + verdict]
    }

    /// A row too wide for one line: the value beside the name, what it is against the baseline below it.
    private func stacked(_ name: String, _ nameWidth: Int, _ value: String, _ parts: [String]) -> [String] {
        let indent = String(repeating: " ", count: min(nameWidth + 6, width / 2))
        let whole = parts.joined(separator: "  ")
        let comparison = DisplayWidth.of(indent) + DisplayWidth.of(whole) <= width ? [whole] : parts
        return DisplayWidth.labeled(name, to: nameWidth, value, to: width, indent: "    ")
            + comparison.filter { !$0.isEmpty }.flatMap {
                DisplayWidth.wrapped($0, to: width, first: indent, rest: indent + "  ")
            }
    }

    // MARK: Values

    private func text(_ value: Digest.Value, _ kind: Digest.Figure.Kind) -> String {
        var text: String
        if let mean = value.mean {
            text = number(mean, kind)
            if let range = value.interval.flatMap({ range($0, kind) }) {
                text += say(zh: "（\(range)）", en: " (\(range))")
            }
        } else {
            let never = value.count - value.reached
            let missed =
                value.count == 1
                ? say(zh: "未达到", en: "never")
                : say(
                    zh: "\(grouped(value.count))次中\(grouped(never))次未达到",
                    en: "never in \(grouped(never)) of \(grouped(value.count))")
            if let median = value.median, median.isFinite {
                text = say(zh: "半数≤\(number(median, kind))，\(missed)", en: "half by \(number(median, kind)), \(missed)")
            } else {
                text = missed
            }
        }
        if value.count < digest.replications {
            text += say(zh: "，仅\(grouped(value.count))次", en: "; \(counted(value.count, "run")) only")
        }
        return text
    }

    private func number(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        amount(value, kind) + (kind == .share ? say(zh: "%", en: " %") : "")
    }

    /// Both ends of a range; nil where they read the same, so that the number alone says as much.
    private func range(_ range: ClosedRange<Double>, _ kind: Digest.Figure.Kind) -> String? {
        // A range around a mean may reach below zero or past what can be measured, which no time, share or count can.
        let low = amount(max(0, range.lowerBound), kind)
        let high = amount(min(most(kind), range.upperBound), kind)
        return low == high ? nil : low + "–" + high + (kind == .share ? say(zh: "%", en: " %") : "")
    }

    /// The most that can be measured, and so the largest difference: a time of as long as was simulated, a share of all.
    private func most(_ kind: Digest.Figure.Kind) -> Double {
        switch kind {
        case .time: digest.horizon
        case .share: 1
        case .number: .infinity
        }
    }

    /// A number without its sign and unit.
    private func amount(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        switch kind {
        case .time: ReadableNumber.time(value)
        case .share: ReadableNumber.percent(value)
        case .number: ReadableNumber.count(value)
        }
    }

    // MARK: Differences

    private func comparison(_ value: Digest.Value?, _ figure: Digest.Figure, _ variant: Int) -> [String] {
        guard digest.variants.count > 1 else { return [] }
        guard variant != digest.baseline else { return [say(zh: "基准", en: "baseline")] }
        guard let difference = value?.difference else { return [] }
        if difference.verdict == .same || (difference.mean == 0 && difference.interval.map { $0 == 0...0 } ?? true) {
            return [say(zh: "与基准完全相同", en: "exactly as the baseline")]
        }
        // Where one side fails more often, how often is the news; a mean would only say how long was simulated.
        let lost = (figure.values[digest.baseline]?.reached ?? 0) - (value?.reached ?? 0)
        let text =
            figure.kind != .time || lost == 0
            ? text(difference, figure.kind)
            : lost > 0
                ? say(zh: "多\(grouped(lost))次未达到", en: "never in \(counted(lost, "run")) more")
                : say(zh: "少\(grouped(-lost))次未达到", en: "never in \(counted(-lost, "run")) fewer")
        return [text, verdict(difference)].filter { !$0.isEmpty }
    }

    private func text(_ difference: Digest.Difference, _ kind: Digest.Figure.Kind) -> String {
        let text = signed(difference.mean, kind)
        let unit = kind == .share ? say(zh: "个百分点", en: " points") : ""
        guard let interval = difference.interval, interval.lowerBound < interval.upperBound else { return text + unit }
        let most = most(kind)
        let ends = [interval.lowerBound, interval.upperBound].map { signed(min(max($0, -most), most), kind) }
        if kind == .time, ends + [text] == ["0:00", "0:00", "0:00"] {
            return say(zh: "相差不到1分钟", en: "within a minute")
        }
        return text + unit + say(zh: "（\(ends[0])至\(ends[1])）", en: " (\(ends[0]) to \(ends[1]))")
    }

    /// A difference with its sign, unless it rounds to nothing.
    private func signed(_ value: Double, _ kind: Digest.Figure.Kind) -> String {
        let amount = kind == .share ? ReadableNumber.points(value) : amount(value, kind)
        let isNothing = amount.allSatisfy { "0:.".contains($0) }
        return isNothing ? amount : (value < 0 ? "−" : "+") + amount
    }

    private func verdict(_ difference: Digest.Difference) -> String {
        let word: String
        var agreeing: Int?
        switch difference.verdict {
        case .better: (word, agreeing) = (say(zh: "更好", en: "better"), difference.sets?.better)
        case .worse: (word, agreeing) = (say(zh: "更差", en: "worse"), difference.sets?.worse)
        case .higher: (word, agreeing) = (say(zh: "更多", en: "more"), difference.sets?.better)
        case .lower: (word, agreeing) = (say(zh: "更少", en: "less"), difference.sets?.worse)
        case .undecided:
            let undecided = say(zh: "未能判定", en: "undecided")
            guard let sets = difference.sets else { return undecided }
            return undecided
                + say(
                    zh: "（\(grouped(sets.better))组更好，\(grouped(sets.worse))组更差）",
                    en: " (\(grouped(sets.better)) better, \(grouped(sets.worse)) worse)"
                )
        case .same, .exploratory: return ""
        }
        guard let sets = difference.sets, let agreeing else { return word }
        return word
            + say(
                zh: "（\(grouped(sets.all))组中\(grouped(agreeing))组）",
                en: " (\(grouped(agreeing)) of \(counted(sets.all, "set")))")
    }

    // MARK: Footnotes

    private func footnotes(_ shown: [Digest.Figure]) -> [String] {
        var lines: [String] = []
        let name = digest.variants[digest.baseline]
        if digest.variants.count > 1 {
            lines += paragraph(
                zh: "+、− 为与基准 \(name) 之差：时间上 − 是更快。◆ 是判定所依据的指标，其差值的范围同时成立；其余差值仅供参考，不作判定。",
                en:
                    "+ and − are against the baseline \(name): with times, − is sooner. ◆ is what the verdicts are about; the ranges of its differences hold all at once. Other differences are for orientation and get no verdict."
            )
        }
        if digest.variants.count > 1, digest.drawsAssumptions {
            lines += paragraph(
                zh: "“组”指一次模拟抽取的一组假设：多少组假设下判定同样成立。",
                en: "Sets are the assumption sets drawn: in how many of them the verdict holds.")
        }
        if shown.contains(where: { $0.values.contains { ($0?.count ?? digest.replications) < digest.replications } }) {
            lines += paragraph(
                zh: "“仅n次”：其余各次没有可测量的（如水没有到，就谈不上期限）。",
                en:
                    "\"n runs only\": in the others there was nothing to measure, for example no water and so no deadline."
            )
        }
        if shown.contains(where: { $0.beginsAtOrder && $0.values.contains { $0?.mean == 0 } }) {
            lines += paragraph(zh: "0:00 表示命令到达时已经到位。", en: "0:00 means staffed already when the order came.")
        }
        if shown.contains(where: { $0.values.contains { ($0?.reached ?? 0) < ($0?.count ?? 0) } }) {
            let end = ReadableNumber.time(digest.horizon)
            lines += paragraph(
                zh: "“未达到”指在模拟的\(end)之内没有达到；计算差值时按\(end)计。",
                en: "\"never\" means not within the \(end) simulated; differences count it as \(end).")
        }
        if let sources = digest.sources { lines += text(sources) }
        return lines.isEmpty ? [] : [""] + lines
    }

    private func text(_ sources: Digest.Sources) -> [String] {
        func share(_ value: Double) -> String {
            NumberFormat.percent(value, decimals: 0) + say(zh: "%", en: " %")
        }
        let name = digest.variants[digest.baseline]
        // A single variant has no verdict, and so no figure is marked.
        let figure = digest.variants.count > 1 ? nil : digest.figures.first(where: \.decides)?.label
        let (zhWhat, enWhat) = (figure.map { "“\($0.zh)”" } ?? "第一个◆", figure.map { "\"\($0.en)\"" } ?? "the first ◆")
        guard let chance = sources.luck else {
            return paragraph(
                zh: "\(zhWhat)（\(name)）各次不同，其中多少是运气、多少来自假设的数值，\(digest.replications)次模拟看不出来。",
                en:
                    "Runs differ in \(enWhat) (\(name)); how much of that is luck and how much the figures assumed, \(counted(digest.replications, "run")) cannot tell."
            )
        }
        let (luck, assumed) = (share(chance), share(sources.assumptions))
        let zh: String
        let en: String
        if chance == 1 {
            zh = "运气；就这些次模拟而言，看不出还有别的原因"
            en = "luck; these runs show no other reason"
        } else if let place = sources.place.map(share) {
            zh = "运气\(luck)，生成的地方\(place)，假设的数值\(assumed)"
            en = "luck (\(luck)), the places generated (\(place)) and the figures assumed (\(assumed))"
        } else if digest.placesDrawn > 0 {
            zh = "运气\(luck)，生成的地方与假设的数值\(assumed)"
            en = "luck (\(luck)), and the place generated and the figures assumed (\(assumed))"
        } else {
            zh = "运气\(luck)，假设的数值\(assumed)"
            en = "luck (\(luck)) and the figures assumed (\(assumed))"
        }
        return paragraph(
            zh: "\(zhWhat)（\(name)）各次不同，原因是：\(zh)。", en: "Runs differ in \(enWhat) (\(name)) because of \(en).")
    }
}
