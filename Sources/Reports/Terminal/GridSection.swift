import Words

/// Where it went slowest, and what held it up.
extension TerminalSummary {
    var slowGrids: [String] {
        guard !digest.slowGrids.isEmpty else { return [] }
        let names = digest.slowGrids.map { $0.name.text(in: language) }
        let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [title(zh: "最慢的网格", en: "The slowest grids")]
        lines += paragraph(
            zh: "自首个需求出现到五分之四的需求开工，各次模拟的中位数（\(digest.variants[digest.baseline])）：",
            en:
                "From a grid's first need to four fifths of its needs begun, median of the runs (\(digest.variants[digest.baseline])):"
        )
        for (name, grid) in zip(names, digest.slowGrids) {
            lines += DisplayWidth.labeled(name, to: nameWidth, text(grid), to: width, indent: "    ")
        }
        if digest.placesDrawn > 0 {
            lines += paragraph(
                zh: "（地方是生成的：名称表示在组织中的位置，不是真实的村。）",
                en: "(The place is generated: names are positions in the organization, not real villages.)")
        }
        return lines
    }

    private func text(_ grid: Digest.SlowGrid) -> String {
        let isOne = digest.replications == 1
        let missed = say(
            zh: "\(grid.count)次中\(grid.never)次未达到", en: "never in \(grid.never) of \(counted(grid.count, "run"))")
        var text = grid.minutes.isFinite ? ReadableNumber.time(grid.minutes) : say(zh: "未达到", en: "never")
        if grid.never > 0, !isOne {
            text = grid.minutes.isFinite ? text + say(zh: "，", en: ", ") + missed : missed
        }
        guard let reason = grid.reason else { return text }
        let cause = reason.text.text(in: language)
        text += say(zh: "；主要卡在：\(cause)", en: "; held up by: \(cause)")
        if let count = reason.count, !isOne { text += say(zh: "（\(count)次）", en: " (\(counted(count, "run")))") }
        return text
    }
}
