import Words

// What can be wrong with the text of a file, in both languages.
extension Fault.Problem {
    static var emptyFile: Self {
        .syntax("文件是空的", "the file is empty", expected: .init(zh: "一个 { … } 对象", en: "an object { … }"))
    }

    /// Text in another encoding, by name if it announces one.
    static func encoding(_ name: String?) -> Self {
        let expected = LocalizedText(zh: "UTF-8 编码", en: "UTF-8")
        guard let name else {
            return Self(
                .encoding, .init(zh: "不是 UTF-8 文字（也许是 GBK）", en: "this is not UTF-8 text (perhaps it is GBK)"),
                expected: expected)
        }
        return Self(.encoding, .init(zh: "文件是 \(name) 编码", en: "the file is \(name) text"), expected: expected)
    }

    static var nul: Self {
        Self(
            .encoding, .init(zh: "出现 NUL 字节，这不是文本文件", en: "there is a NUL byte, so this is no text file"),
            expected: .init(zh: "UTF-8 文本", en: "UTF-8 text"))
    }

    static var unexpectedEnd: Self { .syntax("文件到此中断", "the file ends too early") }

    static func unexpectedEnd(isObject: Bool, line: Int, column: Int) -> Self {
        .syntax(
            "文件到此中断，\(line):\(column) 处的 \(isObject ? "{" : "[") 没有结束",
            "the file ends inside what was opened at \(line):\(column)",
            expected: LocalizedText(isObject ? "}" : "]"))
    }

    static func unexpectedCharacter(_ found: Unicode.Scalar, _ expected: JSONParser.Expected) -> Self {
        let wanted: LocalizedText =
            switch expected {
            case .value: .init(zh: "一个值", en: "a value")
            case .valueOrEnd: .init(zh: "一个值或 ]", en: "a value or ]")
            case .keyOrEnd: .init(zh: "双引号中的键或 }", en: "a key in double quotes or }")
            case .colon: .init(zh: "冒号 :", en: "a colon :")
            case .commaOrBrace: .init(zh: "逗号或 }", en: "a comma or }")
            case .commaOrBracket: .init(zh: "逗号或 ]", en: "a comma or ]")
            case .endOfFile: .init(zh: "文件结束", en: "the end of the file")
            }
        let name = quoted(String(Character(found)))
        return Self(
            .syntax, .init(zh: "此处不应出现 \(name)", en: "\(name) cannot stand here"), expected: wanted,
            nearest: asciiTwin(of: found))
    }

    /// The ASCII character that a Chinese keyboard turns into `found`.
    private static func asciiTwin(of found: Unicode.Scalar) -> String? {
        switch found {
        case "“", "”", "'", "‘", "’", "＂": "\""
        case "，", "、": ","
        case "：": ":"
        case "｛": "{"
        case "｝": "}"
        case "［", "【": "["
        case "］", "】": "]"
        default: nil
        }
    }

    static var unterminatedString: Self {
        .syntax("字符串在本行内没有结束", "the string does not end on its line", expected: LocalizedText(quotationMark))
    }

    static var endInString: Self {
        .syntax("文件在这个字符串中间就中断了", "the file ends inside this string", expected: LocalizedText(quotationMark))
    }

    static var unterminatedComment: Self {
        .syntax("注释没有结束", "the comment does not end", expected: LocalizedText("*/"))
    }

    static func controlCharacter(_ byte: UInt8) -> Self {
        let code = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        return .syntax(
            "字符串中有控制字符 \(code)", "the control character \(code) stands in a string",
            expected: .init(zh: "转义写法，如 \\n", en: "an escape such as \\n"))
    }

    static func badEscape(_ letter: String) -> Self {
        .syntax(
            "不认识转义 \\\(letter)", "\\\(letter) is no escape",
            expected: .init(
                zh: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t 或 \\u 加四位十六进制数",
                en: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits"))
    }

    static var loneSurrogate: Self {
        .syntax("\\u 转义只有半个字符（孤立代理项）", "the \\u escape is half a character (a lone surrogate)")
    }

    static var nulEscape: Self { .syntax("字符串中不能有 \\u0000", "\\u0000 cannot stand in a string") }

    /// A run of letters and digits that is neither a number nor one of the three words of JSON.
    static func badWord(_ word: String) -> Self {
        let shown = visible(word, limit: 60)
        let first = word.unicodeScalars.first ?? " "
        let looksLikeNumber = first.properties.numericType != nil || "+-.".unicodeScalars.contains(first)
        if looksLikeNumber || ["nan", "infinity", "inf"].contains(word.prefix(9).lowercased()) {
            return .syntax(
                "\(shown) 不是可用的数", "\(shown) is no number that can be used",
                expected: .init(zh: "有限的十进制数，如 0.5", en: "a finite decimal number such as 0.5"))
        }
        return Self(
            .syntax, .init(zh: "\(shown) 没有加引号", en: "\(shown) is not in quotes"),
            expected: .init(zh: "双引号中的文字、数、true 或 false", en: "text in double quotes, a number, true or false"),
            nearest: nearestName(to: word, among: ["true", "false", "null"]))
    }

    static func numberTooLarge(_ word: String) -> Self {
        let shown = visible(word, limit: 60)
        return Self(
            .outOfRange, .init(zh: "数 \(shown) 太大", en: "the number \(shown) is too large"),
            expected: .init(zh: "绝对值小于 1e300 的数", en: "a number below 1e300 in size"))
    }

    static func numberTooLong(_ word: String, limit: Int) -> Self {
        let shown = visible(word, limit: 60)
        return Self(
            .tooLarge, .init(zh: "数 \(shown) 太长", en: "the number \(shown) is too long"),
            expected: .init(zh: "至多 \(limit) 个字符", en: "at most \(limit) characters"))
    }

    static func unquotedKey(_ word: String) -> Self {
        let shown = visible(word, limit: 60)
        return .syntax(
            "键 \(shown) 没有加引号", "the key \(shown) is not in quotes",
            expected: .init(zh: "双引号中的键", en: "a key in double quotes"))
    }

    static func keyTooLong(_ key: String, limit: Int) -> Self {
        Self(
            .tooLarge, .init(zh: "键 \(quoted(key)) 太长", en: "the key \(quoted(key)) is too long"),
            expected: .init(zh: "至多 \(limit) 字节", en: "at most \(limit) bytes"))
    }

    static var missingComma: Self {
        .syntax("与前一个值之间缺少逗号", "a comma is missing after the value before", expected: .init(zh: "逗号", en: "a comma"))
    }

    static func duplicateKey(_ key: String) -> Self {
        Self(
            .duplicateKey, .init(zh: "键 \(quoted(key)) 出现了两次", en: "the key \(quoted(key)) stands twice"),
            expected: .init(zh: "每个键只出现一次", en: "each key once"))
    }

    static func tooDeep(_ limit: Int) -> Self {
        Self(
            .tooLarge, .init(zh: "嵌套太深", en: "lists and objects are nested too deeply"),
            expected: .init(zh: "至多 \(limit) 层", en: "at most \(limit) levels"))
    }

    static func tooManyValues(_ limit: Int) -> Self {
        Self(
            .tooLarge, .init(zh: "值太多", en: "there are too many values"),
            expected: .init(zh: "所有文件合计至多 \(limit) 个", en: "at most \(limit) in all files together"))
    }

    static func syntax(_ zh: String, _ en: String, expected: LocalizedText? = nil) -> Self {
        Self(.syntax, LocalizedText(zh: zh, en: en), expected: expected)
    }
}
