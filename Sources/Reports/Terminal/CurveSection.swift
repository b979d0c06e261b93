import Words

/// The course of the night: people who came and people on post over the first hours, with the orders marked below.
extension TerminalSummary {
    private static let height = 5

    /// The columns of a chart: what the scale beside it, its rule and the last label of its axis leave.
    private var columns: Int { width - 16 }

    var curves: [String] {
        let top = digest.curves.flatMap { $0.arrived + $0.onPost }.max() ?? 0
        guard top > 0 else { return [] }
        let hours = shownHours
        let span = Double(hours) * 60 / digest.sampleMinutes
        let label = ReadableNumber.count(top.rounded())
        let margin = max(DisplayWidth.of(label), 6)
        var lines = [
            title(zh: "人员到位过程（平均人数）", en: "The course of events (people, on average)"),
            say(zh: "█ 在岗或执行任务   ░ 已到集结点", en: "█ on post or at a task   ░ came to the muster point"),
        ]
        for (name, curve) in zip(digest.variants, digest.curves) {
            let chart = BlockChart(
                inner: BlockChart.sampled(curve.onPost, span: span, columns: columns),
                outer: BlockChart.sampled(curve.arrived, span: span, columns: columns), top: top,
                height: Self.height)
            let isTitled = DisplayWidth.of(name) + 3 < columns
            if !isTitled { lines += DisplayWidth.wrapped(name, to: width, breaksWords: true) }
            for (number, line) in chart.lines.enumerated() {
                let scale = number == 0 ? label : number == Self.height - 1 ? "0" : ""
                let named = number == 0 && isTitled ? Self.titled(line, name) : line
                lines.append(DisplayWidth.rightAligned(scale, to: margin) + " │" + DisplayWidth.trimmed(named))
            }
            lines.append(String(repeating: " ", count: margin) + " └" + String(repeating: "─", count: columns))
        }
        let indent = String(repeating: " ", count: margin + 2)
        lines.append(indent + axis(hours: hours, room: width - margin - 2))
        if !digest.orders.isEmpty {
            lines.append(indent + marks(hours: hours, room: width - margin - 2))
            lines += DisplayWidth.wrapped(orderText, to: width)
        }
        return lines
    }

    /// The top line of a chart with its name in the corner where nobody has come yet.
    private static func titled(_ line: String, _ name: String) -> String {
        let name = " " + name
        let width = DisplayWidth.of(name)
        let free = line.prefix { $0 == " " }.count
        return name + String(repeating: " ", count: max(1, free - width)) + line.dropFirst(max(width + 1, free))
    }

    /// The hours shown: until what is to come has come, rounded up to a full step of the axis.
    private var shownHours: Int {
        let end =
            digest.curves.map { curve -> Double in
                let most = curve.arrived.max() ?? 0
                let sample = curve.arrived.firstIndex { $0 >= most * 0.98 } ?? 0
                return Double(sample) * digest.sampleMinutes
            }.max() ?? 0
        let last = digest.orders.map(\.minutes).max() ?? 0
        let minutes = min(digest.horizon, max(end, last + 60) * 1.1)
        return max(1, Int((minutes / 60).rounded(.up)))
    }

    /// The hours below the charts, as many as can be read.
    private func axis(hours: Int, room: Int) -> String {
        let most = min(10, columns / 8)
        let step = [1, 2, 3, 4, 6, 12, 24, 48, 96, 240].first { hours / $0 <= most } ?? hours
        let texts = stride(from: 0, through: hours, by: step).map { hour in
            (column: hour * columns / hours, text: hour == 0 ? "0" : "\(hour) h")
        }
        return placed(texts, room)
    }

    private func marks(hours: Int, room: Int) -> String {
        placed(
            digest.orders.map { order in
                (column: Int(order.minutes / 60 / Double(hours) * Double(columns)), text: "▲" + order.level)
            }, room)
    }

    /// Texts at their columns, moved to the right where they would touch, and back to the left where they would leave the `room`.
    private func placed(_ texts: [(column: Int, text: String)], _ room: Int) -> String {
        var columns = texts.map { max(0, $0.column) }
        var least = 0
        for (index, text) in texts.enumerated() {
            columns[index] = max(columns[index], least)
            least = columns[index] + DisplayWidth.of(text.text) + 1
        }
        var most = room
        for index in texts.indices.reversed() {
            columns[index] = min(columns[index], most - DisplayWidth.of(texts[index].text))
            most = columns[index] - 1
        }
        return zip(columns, texts).reduce(into: "") { line, next in
            line = DisplayWidth.padded(line, to: next.0) + next.1.text
        }
    }

    private var orderText: String {
        let orders = digest.orders.map { order in
            let time = ReadableNumber.time(order.minutes)
            return say(
                zh: "\(order.level)级 \(time)（岗位\(order.posts)个）",
                en: "\(order.level) at \(time) (\(counted(order.posts, "post")))")
        }
        return say(
            zh: "▲ 命令（首次模拟，基准方案；时间自首个信号起）：" + orders.joined(separator: "，"),
            en: "▲ orders in the first run of the baseline, from the first signal: " + orders.joined(separator: ", "))
    }
}
