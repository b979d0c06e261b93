import Words

/// The faults of all files of a scenario, in the order of the files and of the places in them.
///
/// It knows the files, because a fault is reported with line and column. A hostile file can hold millions of faults;
/// only the first `limit` are kept. It is thrown whole, so that a user sees every
/// fault of every file at once.
public struct FaultList: Error {
    /// How many faults are kept.
    public static let limit = 1000

    /// The files, in the order they were read.
    public private(set) var files: [SourceFile]

    private var found: [Fault] = []
    private var seen: Set<Identity> = []

    /// How often something was reported, repetitions and what was not kept included.
    public private(set) var reports = 0

    /// What tells faults apart; variants decode the same tree again and report the same faults.
    private struct Identity: Hashable {
        let file: String
        let line: Int
        let column: Int
        let path: String
        let what: String
    }

    /// Creates an empty list about `files`.
    public init(files: [SourceFile] = []) { self.files = files }

    /// Whether nothing is wrong.
    public var isEmpty: Bool { reports == 0 }

    /// Whether further faults are only counted.
    public var isFull: Bool { found.count == Self.limit }

    /// Adds a file and tells its index.
    public mutating func add(file: SourceFile) -> Int {
        files.append(file)
        return files.count - 1
    }

    /// Adds a fault; its text is made only if it is kept.
    ///
    /// A value the program itself declares cannot be at fault: a default that does not decode is a programmer error.
    public mutating func add(
        _ problem: @autoclosure () -> Fault.Problem, at position: SourcePosition, _ path: DocumentPath
    ) {
        precondition(position.file >= 0, "the declared default of \(path) is at fault: \(problem().what.en)")
        reports += 1
        guard !isFull else { return }
        let file = files[Int(position.file)]
        let (line, column) = file.lineAndColumn(at: Int(position.offset))
        keep(
            Fault(
                file: file.path, line: line, column: column, path: path.description, problem: problem(),
                position: position))
    }

    /// Counts something that has been reported already, so that nobody holds its placeholder against other values.
    mutating func repeatLast() { reports += 1 }

    /// Adds a fault of a file that is too large to be kept, and so not in `files`.
    ///
    /// Such faults come before all others, in the order they were found.
    public mutating func add(
        _ problem: @autoclosure () -> Fault.Problem, file: String, line: Int, column: Int, path: String = ""
    ) {
        reports += 1
        guard !isFull else { return }
        keep(Fault(file: file, line: line, column: column, path: path, problem: problem(), position: .declared))
    }

    private mutating func keep(_ fault: Fault) {
        let identity = Identity(
            file: fault.file, line: fault.line, column: fault.column, path: fault.path, what: fault.problem.what.en)
        if seen.insert(identity).inserted { found.append(fault) }
    }

    /// The faults in the order of files and places, and at one place in the order they were found.
    public var faults: [Fault] {
        found.enumerated().sorted { left, right in
            let (first, second) = (left.element.position, right.element.position)
            return (first.file, first.offset, left.offset) < (second.file, second.offset, right.offset)
        }.map(\.element)
    }

    /// The faults one per line, and whether there may be more.
    public var text: LocalizedText {
        let texts = faults.map(\.text)
        return LocalizedText(
            zh: (texts.map(\.zh) + (isFull ? ["其余错误未列出"] : [])).joined(separator: "\n"),
            en: (texts.map(\.en) + (isFull ? ["further faults are not listed"] : [])).joined(separator: "\n"))
    }
}
