import Words
import WrittenFiles

/// One fault of a text that is read as a stream, with its place.
struct ScanFault: Error {
    let problem: Fault.Problem
    let line: Int
    let column: Int
}

extension Fault.Problem {
    /// A problem with its two texts and what was expected instead.
    static func map(
        _ kind: Fault.Kind, _ zh: String, _ en: String, expected: LocalizedText? = nil, nearest: String? = nil
    ) -> Self {
        Self(kind, LocalizedText(zh: zh, en: en), expected: expected, nearest: nearest)
    }
}

extension FaultList {
    /// A list of one fault about a whole file.
    init(_ problem: Fault.Problem, file: String) {
        self.init()
        add(problem, file: file, line: 1, column: 1)
    }

    mutating func add(_ fault: ScanFault, file: String) {
        add(fault.problem, file: file, line: fault.line, column: fault.column)
    }
}
