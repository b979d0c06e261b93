import Words

/// An option of a command, as its help shows it.
struct OptionDeclaration: Sendable {
    /// The name with its dashes.
    let name: String
    /// What follows it, in capitals; nil for a switch.
    let value: String?
    /// Whether it may be given more than once.
    let isRepeatable: Bool
    /// Whether the file or folder it names is written; otherwise it is read.
    let isWritten: Bool
    /// Whether nothing is printed if it is given, because that is written to the file it names.
    let isInsteadOfPrinting: Bool
    /// What it does.
    let help: LocalizedText

    init(
        _ name: String, _ value: String? = nil, isRepeatable: Bool = false, isWritten: Bool = false,
        isInsteadOfPrinting: Bool = false, zh: String, en: String
    ) {
        self.name = name
        self.value = value
        self.isRepeatable = isRepeatable
        self.isWritten = isWritten
        self.isInsteadOfPrinting = isInsteadOfPrinting
        help = LocalizedText(zh: zh, en: en)
    }

    /// What stands for the path of a file or folder; everything else is no path.
    static let pathValues = ["FILE", "FOLDER", "DIR"]

    /// Whether its value is a path.
    var isPath: Bool { value.map { Self.pathValues.contains($0) } ?? false }

    /// The options every command has.
    static let common = [
        OptionDeclaration("--lang", "zh|en", zh: "语言，默认随系统", en: "the language, by default that of the system"),
        OptionDeclaration("--help", zh: "显示本说明", en: "show this text"),
    ]
}
