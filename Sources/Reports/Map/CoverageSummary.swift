import Coverage
import Results
import RoadNetwork
import Words

/// Service circles for people: shares in a table, then the gaps.
public struct CoverageSummary: Sendable {
    /// The most gaps listed; files have all of them.
    public static let mostGaps = 20

    private let findings: CoverageFindings
    private let language: Language
    private let width: Int

    /// Prepares a text at most `width` columns wide.
    public init(_ findings: CoverageFindings, _ language: Language, width: Int = TextWidth.usual) {
        self.findings = findings
        self.language = language
        self.width = width
    }

    /// The text, whole lines.
    public var text: String { (head + [""] + shares + [""] + gaps).joined(separator: "\n") + "\n" }

    /// English counts.
    static func facilities(_ count: Int) -> String { counted(count, "facility", "facilities") }
    static func points(_ count: Int) -> String { counted(count, "point") }

    private func paragraph(_ text: String) -> [String] { DisplayWidth.wrapped(text, to: width, rest: "  ") }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private var unit: String { findings.unit.text(in: language) }

    private var head: [String] {
        let mode = findings.mode.text(in: language)
        let (facilities, points) = (findings.facilities.count, findings.demand.count)
        let total = ReadableNumber.count(findings.open.total)
        var lines = findings.title.map { [$0.text(in: language)] } ?? []
        lines.append(
            say(
                "服务圈：\(grouped(facilities))处设施，\(grouped(points))个需求点，\(unit)\(total)；方式：\(mode)",
                "Service circles: \(Self.facilities(facilities)), \(Self.points(points)) of demand with \(unit) \(total), \(mode)"
            ))
        if findings.closed != nil {
            let moment = findings.moment.map { say("（\($0)时）", " at \($0)") } ?? say("（不论何时）", ", at any time")
            let arcs = grouped(findings.closedArcs)
            lines.append(say("封闭路段：\(arcs)条\(moment)", "Closed arcs: \(arcs)\(moment)"))
        }
        return (lines + access).flatMap { paragraph($0) }
    }

    /// How the way to the road is counted, and who is too far from any.
    private var access: [String] {
        guard let rule = findings.access else { return [] }
        /// Of points that are all past the limit there is no way to tell of.
        func farthest(_ what: (zh: String, en: String), _ points: [CoverageFindings.Point]) -> [String] {
            let reached = points.compactMap { $0.access?.join == nil ? nil : $0.access?.meters }
            guard let most = reached.max() else { return [] }
            let meters = ReadableNumber.count(most.rounded())
            return [say("\(what.zh)至多 \(meters) m", "\(what.en) up to \(meters) m")]
        }
        let (speed, limit) = (NumberFormat.shortest(rule.speed), ReadableNumber.count(rule.limit))
        let parts =
            farthest(("设施", "facilities"), findings.facilities) + farthest(("需求点", "demand"), findings.demand)
        let isWorthTelling = (findings.facilities + findings.demand).contains { point in
            point.access.map { $0.join != nil && $0.meters.rounded() > 0 } ?? false
        }
        var lines: [String] = []
        if isWorthTelling {
            lines.append(
                say(
                    "到道路的距离：\(parts.joined(separator: "，"))，按 \(speed) km/h 计入",
                    "To the road: \(parts.joined(separator: ", ")), counted at \(speed) km/h"))
        }
        let far = findings.pastLimit
        if !far.isEmpty {
            let weight = ReadableNumber.count(far.reduce(0) { $0 + findings.demand[$1].weight })
            lines.append(
                say(
                    "离道路超过 \(limit) m，视为无路：\(grouped(far.count))个需求点，\(unit)\(weight)",
                    "Farther than \(limit) m from every road, and so without a way: \(Self.points(far.count)) of demand with \(unit) \(weight)"
                ))
        }
        return lines
    }

    // MARK: Shares

    private var shares: [String] {
        let states = findings.states
        let counts = 1...findings.open.most
        let names = states.count == 1 ? [say("占比", "share")] : [say("封闭前", "open"), say("封闭后", "closed")]
        let groups = counts.map { say("至少\($0)处", Self.facilities($0)) }
        let header = [say("以内", "within")] + counts.flatMap { _ in names }
        let body = findings.minutes.map { minutes in
            [NumberFormat.shortest(minutes) + say("分钟", " min")]
                + counts.flatMap { count in
                    states.map { percent($0.within(CoverageFindings.milliseconds(minutes), of: count).share) }
                }
        }
        // As wide as the groups' names want; those stand above the first column of each group.
        let least = (groups.map { DisplayWidth.of($0) }.max() ?? 0) - (states.count - 1) * 2
        let widths =
            [([header] + body).map { DisplayWidth.of($0[0]) }.max() ?? 0]
            + counts.flatMap { _ in names.map { _ in max(8, (least + states.count - 1) / states.count) } }
        let table = TextTable(
            header: header, rows: body, least: widths,
            top: { widths in
                let group = widths[1] * states.count + (states.count - 1) * 2
                return String(repeating: " ", count: widths[0]) + "  "
                    + groups.map { DisplayWidth.rightAligned($0, to: group) }.joined(separator: "  ")
            },
            names: [header[0]]
                + groups.flatMap { group in states.count == 1 ? [group] : names.map { group + " " + $0 } },
            language: language)
        let noWay = states.map { state in
            let part = state.withoutWay
            let (number, share) = (ReadableNumber.count(part.weight), percent(part.share))
            return say("\(number)（\(share)）", "\(number) (\(share))")
        }
        return table.lines(width: width)
            + paragraph(say("完全没有路可到：\(unit)", "No way from any facility: \(unit) ") + noWay.joined(separator: " → "))
    }

    // MARK: Gaps

    private var gaps: [String] {
        let gaps = findings.gaps
        let limit = NumberFormat.shortest(findings.minutes[findings.minutes.count - 1])
        guard !gaps.isEmpty else {
            return [say("\(limit)分钟以内都能到，没有缺口", "No gaps: everything is within \(limit) min")]
        }
        let counts = findings.states.map { state -> String in
            let (count, part) = (findings.gapCount(in: state), state.gaps(beyond: findings.widest))
            let (weight, share) = (ReadableNumber.count(part.weight), percent(part.share))
            return say(
                "\(grouped(count))个点，\(unit)\(weight)（\(share)）",
                "\(Self.points(count)), \(unit) \(weight) (\(share))")
        }
        var header = [say("需求点", "point"), unit, say("最近设施", "nearest"), say("分钟", "min")]
        if findings.closed != nil { header += [say("封闭后最近", "nearest, closed"), say("分钟", "min")] }
        let rows = gaps.prefix(Self.mostGaps).map { point in
            [name(findings.demand[point]), ReadableNumber.count(findings.demand[point].weight)]
                + findings.states.flatMap { state -> [String] in
                    guard let near = state.nearest(to: point) else { return [say("无路", "no way"), "–"] }
                    let minutes = ReadableNumber.minutes(near.milliseconds, beyond: findings.widest)
                    return [name(findings.facilities[near.facility]), minutes]
                }
        }
        var lines = paragraph(
            say("\(limit)分钟以内到不了的：", "Not within \(limit) min of any facility: ") + counts.joined(separator: " → "))
        lines += TextTable(header: header, rows: Array(rows), left: [0, 2, 4], language: language).lines(width: width)
        if gaps.count > Self.mostGaps {
            let rest = grouped(gaps.count - Self.mostGaps)
            lines.append(
                say("另有\(rest)个，见 --gaps 或 --json", "and \(rest) more: --gaps or --json list all of them"))
        }
        return lines
    }

    private func name(_ point: CoverageFindings.Point) -> String {
        // What could move the cursor has no place in a table, nor has a name that fills the screen.
        let shown = DisplayWidth.oneLine(point.name.text(in: language)).unicodeScalars
        return shown.count <= 40 ? String(shown) : String(shown.prefix(39)) + "…"
    }

    private func percent(_ share: Double) -> String { ReadableNumber.percent(share, language) }
}
