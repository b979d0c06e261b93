import Words

/// Which grids no car gets to while roads are closed.
extension TerminalSummary {
    /// How many are named; the table has them all.
    private static let shown = 6

    var islands: [String] {
        guard !digest.islands.isEmpty else { return [] }
        let shown = digest.islands.prefix(Self.shown)
        let names = shown.map { $0.name.text(in: language) }
        let nameWidth = names.map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [title(zh: "成为孤岛的网格", en: "Grids cut off")]
        lines += paragraph(
            zh:
                "\(grouped(digest.islands.count))个网格在至少一半的模拟中因道路封闭而汽车无法到达，最久的是（中位数，\(digest.variants[digest.baseline])）：",
            en:
                "In at least half of the runs \(counted(digest.islands.count, "grid")) had no way left for cars for a while; the longest (median, \(digest.variants[digest.baseline])):"
        )
        for (name, island) in zip(names, shown) {
            let text = say(
                zh: "\(ReadableNumber.time(island.minutes))，居民\(grouped(island.residents))人，\(grouped(island.count))次",
                en:
                    "\(ReadableNumber.time(island.minutes)), \(counted(island.residents, "resident")), in \(counted(island.count, "run"))"
            )
            lines += DisplayWidth.labeled(name, to: nameWidth, text, to: width, indent: "    ")
        }
        return lines
    }
}
