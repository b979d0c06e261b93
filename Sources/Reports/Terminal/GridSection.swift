/// Where it went slowest, and what held it up.
extension TerminalSummary {
    var slowGrids: [String] {
        guard !digest.slowGrids.isEmpty else { return [] }
        let names = digest.slowGrids.map { $0.name.text(in: language) }
        let width = names.map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [title(zh: "最慢的网格", en: "The slowest grids")]
        lines += paragraph(
            zh: "自首个需求出现到五分之四的需求开工，各次模拟的中位数（\(digest.variants[digest.baseline])）：",
            en: "From a grid's first need to four fifths of its needs begun, median of the runs (\(digest.variants[digest.baseline])):")
        for (name, grid) in zip(names, digest.slowGrids) {
            var text = grid.minutes.isFinite ? ReadableNumber.time(grid.minutes) : say(zh: "未达到", en: "never")
            if grid.never > 0, digest.replications > 1 {
                text += say(zh: "（\(grid.count)次中\(grid.never)次未达到）", en: " (never, in \(grid.never) of \(grid.count))")
            }
            if let reason = grid.reason {
                let stage = reason.stage.text(in: language)
                let often = say(zh: "\(grid.count)次中\(reason.count)次", en: "in \(reason.count) of \(grid.count)")
                text += say(zh: "，最费时的环节：\(stage)", en: ", slowest part: \(stage)")
                if digest.replications > 1 { text += say(zh: "（\(often)）", en: " (\(often))") }
            }
            lines += DisplayWidth.wrapped(
                text, to: Self.width, first: "    " + DisplayWidth.padded(name, to: width) + "  ", rest: "        ")
        }
        if digest.placesDrawn > 0 {
            lines += paragraph(
                zh: "（地方是生成的：名称表示在组织中的位置，不是真实的村。）",
                en: "(The place is generated: names are positions in the organization, not real villages.)")
        }
        return lines
    }
}
