import Words

/// The arguments of a command, sorted into options and the rest and checked against what the command declares.
///
/// Options are `--name value` or `--name=value`, in any order and anywhere; everything after `--` is no option.
struct ArgumentList {
    /// What is no option, in order.
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    /// Sorts `arguments`.
    ///
    /// - Throws: `Refusal` for an unknown option, a missing or needless value, or an option given twice.
    init(_ arguments: [String], declared: [OptionDeclaration]) throws(Refusal) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                operands += rest
                return
            }
            // A lone dash is a name, and so is everything that does not begin with one.
            guard argument.hasPrefix("-"), argument.count > 1 else {
                operands.append(argument)
                continue
            }
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts[0] == "-h" ? "--help" : String(parts[0])
            guard let option = declared.first(where: { $0.name == name }) else {
                throw .unknown(LocalizedText(zh: "选项", en: "option"), name, among: declared.map(\.name))
            }
            if !option.isRepeatable, values[name] != nil {
                throw Refusal(.wrongUse, zh: "选项 \(name) 出现了两次", en: "the option \(name) is given twice")
            }
            let value = try Self.value(of: option, parts.dropFirst().first, &rest)
            if values[name, default: []].contains(value) { throw Self.repeated(name, value) }
            values[name, default: []].append(value)
        }
    }

    /// The refusal of a value that an option has twice, which changes nothing and is rather a slip.
    private static func repeated(_ name: String, _ value: String) -> Refusal {
        Refusal(
            .wrongUse, zh: "选项 \(name) 的值 \"\(printable(value))\" 出现了两次",
            en: "the option \(name) is given twice with the value \"\(printable(value))\"")
    }

    private static func value(
        of option: OptionDeclaration, _ attached: Substring?, _ rest: inout ArraySlice<String>
    ) throws(Refusal) -> String {
        guard let expected = option.value else {
            if attached == nil { return "" }
            throw Refusal(.wrongUse, zh: "选项 \(option.name) 不带值", en: "the option \(option.name) takes no value")
        }
        if let attached, !attached.isEmpty { return String(attached) }
        if attached == nil, let next = rest.first, !next.isEmpty, !next.hasPrefix("--") || next == "--" {
            rest.removeFirst()
            return next
        }
        throw Refusal(
            .wrongUse, zh: "选项 \(option.name) 缺少值 \(expected)",
            en: "the option \(option.name) needs a value: \(expected)")
    }

    /// Whether the option is given.
    func has(_ name: String) -> Bool { values[name] != nil }

    /// The value of an option that can be given once.
    func value(_ name: String) -> String? { values[name]?.first }

    /// The values of an option in the order given.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option as a whole number within `range`.
    ///
    /// - Throws: `Refusal` if it is anything else.
    func integer(_ name: String, in range: ClosedRange<UInt64>) throws(Refusal) -> UInt64? {
        try integers(name, in: range).first
    }

    /// The values of a repeatable option as whole numbers within `range`.
    func integers(_ name: String, in range: ClosedRange<UInt64>) throws(Refusal) -> [UInt64] {
        var numbers: [UInt64] = []
        for text in all(name) {
            let number = try Self.integer(text, of: name, in: range)
            if numbers.contains(number) { throw Self.repeated(name, text) }
            numbers.append(number)
        }
        return numbers
    }

    private static func integer(
        _ text: String, of name: String, in range: ClosedRange<UInt64>
    ) throws(Refusal) -> UInt64 {
        // UInt64 would also read "+5".
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt64(text), range.contains(number)
        else {
            throw Refusal(
                .wrongUse,
                zh: "选项 \(name) 的值 \"\(printable(text))\" 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
                en:
                    "the value \"\(printable(text))\" of \(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    /// The value of an option as a decimal number within `range`.
    ///
    /// - Throws: `Refusal` if it is anything else.
    func number(_ name: String, in range: ClosedRange<Double>) throws(Refusal) -> Double? {
        guard let text = value(name) else { return nil }
        if let number = Self.decimal(text), range.contains(number) { return number }
        throw Refusal(
            .wrongUse,
            zh: "选项 \(name) 的值 \"\(printable(text))\" 应为 \(range.lowerBound) 到 \(range.upperBound) 的数",
            en:
                "the value \"\(printable(text))\" of \(name) must be a number from \(range.lowerBound) to \(range.upperBound)"
        )
    }

    /// The number that digits with at most one point stand for; `Double` alone would also read "inf" and "0x5".
    static func decimal(_ text: some StringProtocol) -> Double? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } ? Double(text) : nil
    }
}
