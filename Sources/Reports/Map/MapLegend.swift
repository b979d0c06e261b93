import Coverage
import Results
import Words

/// What stands around the map: title, legend, scale bar and caption.
extension MapDrawing {
    var title: String {
        let name = say("服务圈：到最近设施的分钟数", "Service circles: minutes to the nearest facility")
        return findings.title.map { $0.text(in: language) + say("　", " – ") + name } ?? name
    }

    var subtitle: String {
        let total = ReadableNumber.count(findings.open.total)
        let (facilities, points) = (findings.facilities.count, findings.demand.count)
        let (mode, unit) = (findings.mode.text(in: language), findings.unit.text(in: language))
        var text = say(
            "\(mode)；\(grouped(facilities))处设施，\(grouped(points))个需求点，\(unit)\(total)",
            "\(mode); \(CoverageSummary.facilities(facilities)), \(CoverageSummary.points(points)) of demand, \(unit) \(total)"
        )
        if findings.closed != nil {
            let moment = findings.moment.map { say("（\($0)时）", " at \($0)") } ?? ""
            text += say(
                "；封闭\(grouped(findings.closedArcs))条路段\(moment)",
                "; closed arcs: \(grouped(findings.closedArcs))\(moment)")
        }
        return text
    }

    private func percent(_ share: Double) -> String { ReadableNumber.percent(share, language) }

    // MARK: Legend

    /// The legend at the right of the map, and how far down it reaches from the top of the map.
    var legend: (elements: [String], height: Double) {
        let x = frame.corner.x + frame.size.x + MapDrawing.edge
        var y = frame.corner.y
        var lines: [String] = []
        func heading(_ text: String) {
            for line in DisplayWidth.wrapped(text, to: 30) {
                lines.append(
                    "<text x=\"\(px(x))\" y=\"\(px(y + 13))\" font-weight=\"bold\">\(SVGText.escaped(line))</text>")
                y += 19
            }
            y += 4
        }
        func entry(_ sign: (SIMD2<Double>) -> String, _ text: String) {
            lines.append(sign(SIMD2(x + 15, y + 9)))
            for line in DisplayWidth.wrapped(text, to: 26) {
                lines.append("<text x=\"\(px(x + 38))\" y=\"\(px(y + 14))\">\(SVGText.escaped(line))</text>")
                y += 19
            }
            y += 5
        }
        func box(_ fill: String, _ stroke: String = "#888", _ width: Double = 0.8) -> (SIMD2<Double>) -> String {
            { middle in
                "<rect x=\"\(px(middle.x - 14))\" y=\"\(px(middle.y - 8))\" width=\"28\" height=\"16\" "
                    + "fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"\(px(width))\"/>"
            }
        }
        func line(_ color: String, _ width: Double) -> (SIMD2<Double>) -> String {
            { middle in
                "<path d=\"M\(px(middle.x - 14)) \(px(middle.y))h28\" stroke=\"\(color)\" "
                    + "stroke-width=\"\(px(width))\"/>"
            }
        }
        let unit = findings.unit.text(in: language)
        heading(say("到最近设施的分钟数，\(unit)占比", "Minutes to the nearest facility, and share of \(unit)"))
        for entryOfClass in classes { entry(box(entryOfClass.fill), entryOfClass.text) }
        y += 8
        if findings.gapCount(in: findings.last) > 0 {
            entry(box("none", MapColors.gap, 1.8), say("缺口：\(limit)分钟内到不了", "gap: not within \(limit) min"))
        }
        entry({ MapColors.facility(at: $0) }, say("设施", "facility"))
        if !closed.isEmpty { entry(line(MapColors.closed, 3), say("封闭的道路", "closed road")) }
        for isMain in [true, false] where hasRoads(main: isMain) {
            entry(
                isMain ? line("#707070", 2) : line("#a0a0a0", 1.1),
                isMain ? say("主干道", "main road") : say("其他道路", "other road"))
        }
        if !closedAreas.isEmpty {
            entry(
                { middle in
                    let place = "x=\"\(px(middle.x - 14))\" y=\"\(px(middle.y - 8))\" width=\"28\" height=\"16\""
                    return "<rect \(place) \(MapColors.closedArea)/>"
                }, say("封闭的区域", "closed area"))
        }
        if !rivers.isEmpty { entry(box(MapColors.water), say("水面", "water")) }
        return (["<g font-size=\"14\">"] + lines + ["</g>"], y - frame.corner.y)
    }

    /// The largest radius as text.
    private var limit: String { NumberFormat.shortest(findings.minutes[findings.minutes.count - 1]) }

    /// The classes with their colors and shares.
    private var classes: [(fill: String, text: String)] {
        let (last, minutes) = (findings.last, findings.minutes)
        var entries: [(fill: String, text: String)] = []
        for (step, value) in minutes.enumerated() {
            let limit = CoverageFindings.milliseconds(value)
            let part =
                step == 0
                ? last.within(limit) : last.beyond(CoverageFindings.milliseconds(minutes[step - 1]), within: limit)
            let text = NumberFormat.shortest(value)
            let range =
                step == 0
                ? say("\(text)以内", "up to \(text)")
                : say(
                    "\(NumberFormat.shortest(minutes[step - 1]))–\(text)",
                    "\(NumberFormat.shortest(minutes[step - 1]))–\(text)")
            entries.append(
                (
                    MapColors.fill(step, of: minutes.count + 1),
                    range + say("：", ": ") + percent(part.share)
                ))
        }
        entries.append(
            (
                MapColors.fill(minutes.count, of: minutes.count + 1),
                say("\(limit)以上：", "over \(limit): ") + percent(last.beyond(findings.widest).share)
            ))
        if findings.demand.indices.contains(where: { last.nearest(to: $0) == nil }) {
            entries.append(("url(#noWay)", say("无路可到：", "no way: ") + percent(last.withoutWay.share)))
        }
        return entries
    }

    // MARK: Below the map

    /// The scale bar and the caption, and how far down they reach from the bottom of the map.
    var foot: (elements: [String], height: Double) {
        let (x, bottom) = (frame.corner.x, frame.corner.y + frame.size.y)
        let meters = Self.round(below: frame.size.x / 4 / frame.scale)
        let length = meters * frame.scale
        let label = meters >= 1000 ? NumberFormat.shortest(meters / 1000) + " km" : NumberFormat.shortest(meters) + " m"
        var lines = [
            "<path d=\"M\(px(x)) \(px(bottom + 10))v8h\(px(length))v-8\" fill=\"none\" stroke=\"#222\" stroke-width=\"1.5\"/>",
            "<text x=\"\(px(x + length + 8))\" y=\"\(px(bottom + 20))\" font-size=\"13\">\(label)</text>",
        ]
        var y = bottom + 44
        let columns = Int((frame.size.x + MapDrawing.legendWidth) / 7)
        for line in DisplayWidth.wrapped(caption, to: columns) {
            lines.append("<text x=\"\(px(x))\" y=\"\(px(y))\" font-size=\"13\">\(SVGText.escaped(line))</text>")
            y += 19
        }
        return (lines, y - bottom)
    }

    private var caption: String {
        let unit = findings.unit.text(in: language)
        func share(_ state: ServiceCircles) -> String { percent(state.within(findings.widest).share) }
        var text = say(
            "\(limit)分钟内有设施的\(unit)占 \(share(findings.open))",
            "\(share(findings.open)) of \(unit) within \(limit) min of a facility")
        if let closed = findings.closed {
            text += say("，道路封闭后占 \(share(closed))（图示）", ", \(share(closed)) with roads closed (as drawn)")
        }
        text += say("。颜色越深越远；", ". Darker is farther; ")
        text +=
            findings.demand.contains { $0.outline.count < 3 }
            ? say("圆点越大\(unit)越多；上北，等比例。", "larger disks have more \(unit); north is up, the scale equal.")
            : say("上北，等比例。", "north is up, the scale equal.")
        return text
    }

    /// The largest of 1, 2 and 5 times a power of ten that is not above `value`.
    private static func round(below value: Double) -> Double {
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        return [5.0, 2, 1].first { $0 * power <= value }.map { $0 * power } ?? power
    }
}
