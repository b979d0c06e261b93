import Words

// What can be wrong with a key or a value, in both languages.
extension Fault.Problem {
    // MARK: Keys

    static func unknownKey(_ key: String, among known: [String]) -> Self {
        let nearest = nearestName(to: key, among: known)
        let names = LocalizedText.list(known.prefix(12) + (known.count > 12 ? ["…"] : []))
        return Self(
            .unknownKey, .init(zh: "不认识键 \(quoted(key))", en: "the key \(quoted(key)) is not known"),
            expected: known.isEmpty ? nil : .init(zh: "以下之一：\(names.zh)", en: "one of \(names.en)"), nearest: nearest)
    }

    static func missingKey(_ key: String, _ expected: LocalizedText) -> Self {
        Self(
            .missingKey, .init(zh: "缺少键 \(quoted(key))", en: "the key \(quoted(key)) is missing"), expected: expected)
    }

    // MARK: Types and names

    /// The fault of a value of another type than is `expected`.
    public static func wrongType(_ node: JSONNode, _ expected: LocalizedText) -> Self {
        let found: LocalizedText =
            switch node.value {
            case .invalid, .null: .init(zh: "空值", en: "null")
            case .flag(let value): LocalizedText("\(value)")
            case .number(let number): LocalizedText(number.text)
            case .string(let text): LocalizedText(quoted(text))
            case .array: .init(zh: "列表", en: "a list")
            case .object: .init(zh: "对象", en: "an object")
            }
        return Self(.wrongType, .init(zh: "这里是\(found.zh)", en: "this is \(found.en)"), expected: expected)
    }

    /// A name that stands for nothing; a schema knows it only if the program itself gives the names.
    public static func unknownName(
        _ name: String, _ expected: LocalizedText, among known: [String], isShape: Bool = true
    ) -> Self {
        Self(
            .unknownName, .init(zh: "没有 \(quoted(name))", en: "there is no \(quoted(name))"), expected: expected,
            nearest: nearestName(to: name, among: known), isShape: isShape)
    }

    static func wrongCount(_ count: Int, _ expected: LocalizedText) -> Self {
        Self(.outOfRange, .init(zh: "列表有 \(count) 项", en: "the list has length \(count)"), expected: expected)
    }

    static func repeatedName(_ name: String) -> Self {
        Self(
            .inconsistent, .init(zh: "\(quoted(name)) 出现了两次", en: "\(quoted(name)) stands twice"),
            expected: .init(zh: "每个名称只出现一次", en: "each name once"), isShape: true)
    }

    // MARK: Quantities, where `written` is how the value stands in the file and `text` lacks its quotation marks

    static func notAQuantity(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .wrongType, .init(zh: "\(quoted(text)) 不以数开头", en: "\(quoted(text)) does not start with a number"),
            expected: expected)
    }

    static func tooLongText(_ text: String, limit: Int) -> Self {
        Self(
            .outOfRange, .init(zh: "\(quoted(text)) 太长", en: "\(quoted(text)) is too long"),
            expected: .init(zh: "至多 \(limit) 个字符", en: "at most \(limit) characters"))
    }

    static func wrongUnit(
        _ unit: String, of text: String, _ expected: LocalizedText, nearest: String?
    ) -> Self {
        if unit.isEmpty { return missingUnit(quoted(text), expected) }
        return Self(
            .wrongType,
            .init(
                zh: "\(quoted(text)) 的单位 \(quoted(unit)) 不适用",
                en: "the unit \(quoted(unit)) of \(quoted(text)) does not fit"),
            expected: expected, nearest: nearest)
    }

    static func momentForQuantity(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .wrongType,
            .init(zh: "\(quoted(text)) 是日期或钟点", en: "\(quoted(text)) is a date or a time of day"), expected: expected)
    }

    static func missingUnit(_ written: String, _ expected: LocalizedText) -> Self {
        Self(
            .wrongType,
            .init(zh: "\(visible(written, limit: 60)) 没有单位", en: "\(visible(written, limit: 60)) has no unit"),
            expected: expected)
    }

    static func negative(_ text: String, _ expected: LocalizedText) -> Self {
        Self(.outOfRange, .init(zh: "\(quoted(text)) 是负的", en: "\(quoted(text)) is negative"), expected: expected)
    }

    static func tooLargeQuantity(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .outOfRange, .init(zh: "\(quoted(text)) 太大", en: "\(quoted(text)) is too large"), expected: expected,
            isShape: false)
    }

    static func extremeExponent(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .outOfRange, .init(zh: "\(quoted(text)) 的指数过大", en: "the exponent of \(quoted(text)) is too large"),
            expected: expected)
    }

    static func exponentInShare(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .wrongType,
            .init(zh: "百分数 \(quoted(text)) 不能用指数写", en: "the percentage \(quoted(text)) must have no exponent"),
            expected: expected)
    }

    /// A quantity that is one, but beyond the limits of its key.
    static func beyondLimits(_ written: String, _ expected: LocalizedText) -> Self {
        Self(
            .outOfRange,
            .init(zh: "\(visible(written, limit: 60)) 超出范围", en: "\(visible(written, limit: 60)) is out of range"),
            expected: expected, isShape: false)
    }

    static func noSuchDay(_ text: String, _ expected: LocalizedText) -> Self {
        Self(
            .outOfRange, .init(zh: "\(quoted(text)) 这一天不存在", en: "there is no day \(quoted(text))"),
            expected: expected, isShape: false)
    }

    static func outOfRange(_ written: String, _ expected: LocalizedText) -> Self {
        Self(
            .outOfRange,
            .init(zh: "\(visible(written, limit: 60)) 超出范围", en: "\(visible(written, limit: 60)) is out of range"),
            expected: expected)
    }

    // MARK: Stated ranges

    static func outsideStatedRange(_ value: JSONNode, _ low: JSONNode, _ high: JSONNode) -> Self {
        let written = visible(JSONWriter.line(value), limit: 60)
        let range = visible(JSONWriter.line(.array([low, high])), limit: 60)
        return Self(
            .outOfRange, .init(zh: "值 \(written) 不在所给范围之内", en: "the value \(written) lies outside its range"),
            expected: .init(zh: "\(range) 之内的值", en: "a value within \(range)"), isShape: false)
    }

    static func malformedRange(_ node: JSONNode) -> Self {
        Self(
            .wrongType, .init(zh: "范围写法不对", en: "this is no range"),
            expected: .init(zh: "[下限, 上限]，写法与值相同", en: "[low, high], written like the value"))
    }

    static func rangeOfAnUnrangedInput(_ expected: LocalizedText) -> Self {
        Self(
            .inconsistent, .init(zh: "这一项不能有范围", en: "this input cannot have a range"),
            expected: .init(zh: "没有 \"range\" 的\(expected.zh)", en: "\(expected.en) without \"range\""), isShape: true)
    }

    static var rangeAroundZero: Self {
        Self(
            .inconsistent,
            .init(zh: "中心为零的分布无法伸缩到一个范围", en: "a distribution around zero cannot be stretched over a range"),
            expected: .init(zh: "中心大于零的分布", en: "a distribution with a center above zero"))
    }

    static func lastShareNotOne(_ expected: LocalizedText) -> Self {
        Self(
            .outOfRange, .init(zh: "最后一项的累积比例不是 1", en: "the last cumulative share is not 1"), expected: expected,
            isShape: false)
    }

    static var notAscending: Self {
        Self(
            .outOfRange, .init(zh: "数值没有从小到大排列", en: "the values do not ascend"),
            expected: .init(zh: "从小到大", en: "the smallest first"), isShape: false)
    }
}
