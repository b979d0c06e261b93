import Reports
import Words

extension Language {
    /// The language the environment asks for: of `LC_ALL`, `LC_MESSAGES` and `LANG` the first that says anything; English
    /// unless it is Chinese.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
    }

    /// The language `--lang` names anywhere among `arguments`, good enough to complain in before they are sorted.
    init?(arguments: [String]) {
        for (index, argument) in arguments.enumerated() {
            let value =
                argument.hasPrefix("--lang=")
                ? String(argument.dropFirst(7))
                : argument == "--lang" && index + 1 < arguments.count ? arguments[index + 1] : ""
            if let language = Language(rawValue: value) {
                self = language
                return
            }
        }
        return nil
    }
}
