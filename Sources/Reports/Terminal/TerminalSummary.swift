import Words

/// The summary of a result on a terminal, for a planner who has never seen a simulator.
///
/// Plain text as wide as it is asked for: the question, how soon and how well each variant did it and what that is against the
/// baseline, how many names became people on post, the course of the night, and where it went slowest.
public struct TerminalSummary {
    /// The widest a line gets, in columns.
    let width: Int

    let digest: Digest
    let language: Language

    /// The whole text, ending in a line break, at most `width` columns wide.
    public static func text(_ digest: Digest, language: Language, width: Int = TextWidth.usual) -> String {
        let summary = TerminalSummary(width: width, digest: digest, language: language)
        let sections = [
            summary.heading, summary.figures, summary.waterfall, summary.curves, summary.slowGrids, summary.islands,
        ]
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The text in the language of the summary.
    func say(zh: String, en: String) -> String { language == .zh ? zh : en }

    /// A section's title with a rule as wide as the text.
    func title(zh: String, en: String) -> String {
        let text = "── \(say(zh: zh, en: en)) "
        return text + String(repeating: "─", count: max(2, width - DisplayWidth.of(text)))
    }

    /// A paragraph, broken into lines.
    func paragraph(zh: String, en: String) -> [String] {
        DisplayWidth.wrapped(say(zh: zh, en: en), to: width, breaksWords: true)
    }

    // MARK: Heading

    private var heading: [String] {
        let name = digest.title.text(in: language)
        var lines = DisplayWidth.wrapped(name, to: width, breaksWords: true)
        lines.append(String(repeating: "═", count: min(width, DisplayWidth.of(name))))
        let question = digest.question.text(in: language)
        if !question.isEmpty { lines += DisplayWidth.wrapped(question, to: width, breaksWords: true) }
        lines.append("")
        if digest.replications < digest.planned {
            lines += paragraph(
                zh: "提前中止：计划的\(grouped(digest.planned))次模拟中，各方案都完成的\(grouped(digest.replications))次予以保留。",
                en:
                    "Stopped early: of \(counted(digest.planned, "run")) planned, the \(grouped(digest.replications)) finished in every variant \(digest.replications == 1 ? "is" : "are") kept."
            )
        }
        return lines + method
    }

    /// How the numbers came about, in three sentences.
    private var method: [String] {
        let (variants, runs) = (digest.variants.count, digest.replications)
        let times = say(zh: "\(grouped(runs))次", en: runs == 1 ? "once" : "\(grouped(runs)) times")
        var zh = variants == 1 ? "1个方案，模拟\(times)。" : "\(grouped(variants))个方案，各模拟\(times)；每次模拟中各方案面对同样的地方、同样的人和同样的运气。"
        var en =
            variants == 1
            ? "One variant, simulated \(times)."
            : "\(grouped(variants)) variants, each simulated \(times); in every run they meet the same place, people and luck."
        if digest.drawsAssumptions {
            zh += "没有依据、只能假设的数值，每次都在各自范围内重新抽取（一组假设）"
            en += " Figures that are only assumed are drawn anew within their ranges for every run (an assumption set)"
            zh += digest.placesDrawn > 1 ? "；共生成了\(grouped(digest.placesDrawn))个地方。" : "。"
            en += digest.placesDrawn > 1 ? "; \(grouped(digest.placesDrawn)) places were generated." : "."
        }
        if runs == 1 {
            zh += "一次模拟只是一种可能的经过，不是平均值。时间为 时:分。"
            en += " One run is one course of events, not an average. Times are hours:minutes."
        } else {
            zh += "时间为 时:分，均为平均值；括号内的范围有95%的把握包含真实平均值。"
            en +=
                " Times are hours:minutes, on average; the range in brackets holds the true average with 95 % confidence."
        }
        return paragraph(zh: zh, en: en)
    }
}
