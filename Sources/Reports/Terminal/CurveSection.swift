/// The course of the night: people who came and people on post over the first hours, with the orders marked below.
extension TerminalSummary {
    private static let columns = 84
    private static let height = 5

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
                inner: BlockChart.sampled(curve.onPost, span: span, columns: Self.columns),
                outer: BlockChart.sampled(curve.arrived, span: span, columns: Self.columns), top: top,
                height: Self.height)
            for (number, line) in chart.lines.enumerated() {
                let scale = number == 0 ? label : number == Self.height - 1 ? "0" : ""
                let named = number == 0 ? Self.titled(line, name) : line
                lines.append(DisplayWidth.rightAligned(scale, to: margin) + " │" + DisplayWidth.trimmed(named))
            }
            lines.append(String(repeating: " ", count: margin) + " └" + String(repeating: "─", count: Self.columns))
        }
        let indent = String(repeating: " ", count: margin + 2)
        lines.append(indent + axis(hours: hours))
        if !digest.orders.isEmpty {
            lines.append(indent + marks(hours: hours))
            lines += DisplayWidth.wrapped(orderText, to: Self.width)
        }
        return lines
    }

    /// The top line of a chart with its name in the corner where nobody has come yet.
    private static func titled(_ line: String, _ name: String) -> String {
        let name = " " + name
        let width = DisplayWidth.of(name)
        let free = line.prefix { $0 == " " }.count
        guard width + 1 < columns else { return line }
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
    private func axis(hours: Int) -> String {
        let step = [1, 2, 3, 4, 6, 12, 24, 48, 96, 240].first { hours / $0 <= 10 } ?? 240
        let texts = stride(from: 0, through: hours, by: step).map { hour in
            (column: hour * Self.columns / hours, text: hour == 0 ? "0" : "\(hour) h")
        }
        return placed(texts)
    }

    private func marks(hours: Int) -> String {
        placed(
            digest.orders.map { order in
                (column: Int(order.minutes / 60 / Double(hours) * Double(Self.columns)), text: "▲" + order.level)
            })
    }

    /// Texts at their columns, moved to the right where they would touch.
    private func placed(_ texts: [(column: Int, text: String)]) -> String {
        var line = ""
        for (column, text) in texts {
            let gap = column - DisplayWidth.of(line)
            line += String(repeating: " ", count: line.isEmpty ? max(0, gap) : max(1, gap)) + text
        }
        return line
    }

    private var orderText: String {
        let orders = digest.orders.map { order in
            let time = ReadableNumber.time(order.minutes)
            return say(
                zh: "\(order.level)级 \(time)（岗位\(order.posts)个）",
                en: "\(order.level) at \(time) (\(order.posts) \(order.posts == 1 ? "post" : "posts"))")
        }
        return say(
            zh: "▲ 命令（首次模拟，基准方案；时间自首个信号起）：" + orders.joined(separator: "，"),
            en: "▲ orders in the first run of the baseline, from the first signal: " + orders.joined(separator: ", "))
    }
}
