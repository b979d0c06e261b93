import Words
import WrittenFiles

/// Why a command was not carried out: a text for the user and the exit code.
struct Refusal: Error {
    let code: ExitCode
    /// What to tell the user; nil if it has been said.
    let text: LocalizedText?

    init(_ code: ExitCode, zh: String, en: String) {
        self.code = code
        text = LocalizedText(zh: zh, en: en)
    }

    /// Creates the refusal of something whose faults have been printed.
    init(reported code: ExitCode) {
        self.code = code
        text = nil
    }

    /// A name that stands for nothing, with the valid name nearest to it.
    static func unknown(_ what: LocalizedText, _ name: String, among names: [String]) -> Refusal {
        let nearest = nearestName(to: name, among: names)
        return Refusal(
            .wrongUse,
            zh: "没有\(what.zh) \"\(printable(name))\"" + "，可用的有：\(names.joined(separator: "、"))"
                + (nearest.map { "，是否想写 \($0)" } ?? ""),
            en: "there is no \(what.en) \"\(printable(name))\""
                + ", there are: \(names.joined(separator: ", "))" + (nearest.map { ", did you mean \($0)" } ?? ""))
    }
}

/// `text` without characters that would move the cursor or flood the terminal.
func printable(_ text: String) -> String {
    let shown = text.unicodeScalars.prefix(100).map { $0.isInvisible ? "?" : String($0) }
    return shown.joined() + (text.unicodeScalars.count > 100 ? "…" : "")
}
