import Words

/// One thing that is wrong in a scenario, and where.
public struct Fault: Error, Sendable, Equatable {
    /// The file as the user would name it.
    public let file: String

    /// The line, counted from 1.
    public let line: Int

    /// The column in characters, counted from 1.
    public let column: Int

    /// The path of the value from the top of the scenario, such as `plan.callOut.span`; empty for the whole file.
    public let path: String

    /// What is wrong.
    public let problem: Problem

    let position: SourcePosition

    /// The fault on one line: `file:line:column: path: what is wrong, what was expected, nearest valid name`.
    public var text: LocalizedText {
        let start = "\(visible(file)):\(line):\(column): " + (path.isEmpty ? "" : "\(visible(path, limit: 120)): ")
        var zh = start + problem.what.zh
        var en = start + problem.what.en
        if let expected = problem.expected {
            // Latin letters behind Chinese ones need a space to be read.
            let isLatin = expected.zh.unicodeScalars.first.map { $0.isASCII && $0.properties.isAlphabetic } ?? false
            zh += "，应为" + (isLatin ? " " : "") + expected.zh
            en += ", expected \(expected.en)"
        }
        if let nearest = problem.nearest {
            // What somebody may want to copy is given whole.
            zh += "，是否想写 \"\(visible(nearest))\""
            en += ", did you mean \"\(visible(nearest))\""
        }
        return LocalizedText(zh: zh, en: en)
    }

    /// What is wrong with a value, what would be right, and the valid name nearest to the one written.
    public struct Problem: Error, Equatable {
        /// The sort of fault.
        public let kind: Kind

        /// What is wrong, a clause without a full stop.
        public let what: LocalizedText

        /// What would have been right.
        public let expected: LocalizedText?

        /// The valid name that was probably meant.
        public let nearest: String?

        /// Whether it is a matter of shape: of one value by itself, which the JSON Schema finds too.
        ///
        /// An unknown or missing key, a value of the wrong type or in the wrong unit, a plain number or a length of list
        /// outside its limits, a name the program does not know. Not a matter of shape are names that the scenario itself
        /// gives, quantities beyond their limits, values outside their own range, order, contradictions, and everything
        /// about the text and the files.
        public let isShape: Bool

        /// Creates a problem; by default its kind decides whether it is a matter of shape.
        public init(
            _ kind: Kind, _ what: LocalizedText, expected: LocalizedText? = nil, nearest: String? = nil,
            isShape: Bool? = nil
        ) {
            self.kind = kind
            self.what = what
            self.expected = expected
            self.nearest = nearest
            self.isShape = isShape ?? kind.isUsuallyShape
        }

        /// A contradiction between several values.
        public static func inconsistent(zh: String, en: String, expected: LocalizedText? = nil) -> Problem {
            Problem(.inconsistent, LocalizedText(zh: zh, en: en), expected: expected)
        }
    }

    /// The sorts of faults, for exit codes and tests.
    public enum Kind: Sendable, Equatable {
        /// The text is not UTF-8.
        case encoding
        /// The text is not JSON.
        case syntax
        /// A file is too large, too deeply nested or holds too many values.
        case tooLarge
        /// A key stands twice in one object.
        case duplicateKey
        /// A key that nothing reads.
        case unknownKey
        /// A key that must be there is not.
        case missingKey
        /// A value of another type, or a quantity in another unit, than is wanted.
        case wrongType
        /// A value outside what is possible, or outside its own stated range.
        case outOfRange
        /// A name that stands for nothing.
        case unknownName
        /// Values that contradict each other.
        case inconsistent
        /// A file that is not there (exit code 66).
        case fileMissing
        /// A file that may not be read: outside the scenario's folder, a device, or one that includes itself.
        case fileRefused
        /// A file that exists and cannot be read (exit code 74).
        case fileUnreadable

        /// Whether faults of this sort are about one value by itself unless their makers know better.
        fileprivate var isUsuallyShape: Bool {
            switch self {
            case .unknownKey, .missingKey, .wrongType, .outOfRange, .unknownName: true
            case .encoding, .syntax, .tooLarge, .duplicateKey, .inconsistent, .fileMissing, .fileRefused,
                .fileUnreadable:
                false
            }
        }
    }
}

/// `text` in quotation marks, safe to print: nothing invisible, and never longer than a line can bear.
public func quoted(_ text: String) -> String {
    text == "\"" ? quotationMark : "\"\(visible(text, limit: 60))\""
}

/// A quotation mark in marks that it can be told from.
let quotationMark = "'\"'"

/// `text` without characters that would move the cursor, reverse the line or flood the terminal.
public func visible(_ text: String, limit: Int = 300) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        if count == limit { return result + "…" }
        if scalar.isInvisible || scalar.properties.generalCategory == .unassigned {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}
