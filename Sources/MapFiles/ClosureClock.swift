import Words
import WrittenFiles

/// The clock of one file of closures: its times are all dates or all times since the start, and each closure begins before it
/// ends.
struct ClosureClock {
    private var first: ClosureTime?

    /// What is wrong with the two times of the next closure; nil if nothing is.
    mutating func problem(from: ClosureTime?, until: ClosureTime?) -> Fault.Problem? {
        for time in [from, until].compactMap({ $0 }) {
            guard let known = first else {
                first = time
                continue
            }
            guard known.isComparable(to: time) else {
                return .inconsistent(
                    zh: "同一文件中既有日期又有时长", en: "the file mixes dates with times since the start",
                    expected: .init(zh: "只用其中一种", en: "one of the two"))
            }
        }
        guard let from, let until, until.milliseconds <= from.milliseconds else { return nil }
        return .inconsistent(zh: "封闭在开始之前结束", en: "the closure ends before it begins")
    }
}
