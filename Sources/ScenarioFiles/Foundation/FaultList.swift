import Organization

/// The faults of all files of a scenario, in the order of the files and of the places in them.
///
/// It knows the files, because a fault is reported with line and column. A hostile file can hold millions of faults; past
/// `limit` they are only counted.
public struct FaultList: Sendable {
    /// How many faults are kept.
    public static let limit = 1000

    /// The files, in the order they were read.
    public private(set) var files: [SourceFile]

    private var found: [Fault] = []

    /// How many faults were found, those that were only counted included.
    public private(set) var count = 0

    /// Creates an empty list about `files`.
    public init(files: [SourceFile] = []) { self.files = files }

    /// Whether nothing is wrong.
    public var isEmpty: Bool { count == 0 }

    /// Adds a file and tells its index.
    mutating func add(file: SourceFile) -> Int {
        files.append(file)
        return files.count - 1
    }

    /// Adds a fault; its text is made only if it is kept.
    ///
    /// A value the program itself declares cannot be at fault: a default that does not decode is a programmer error.
    public mutating func add(_ problem: @autoclosure () -> Fault.Problem, at position: SourcePosition, _ path: DocumentPath)
    {
        precondition(position.file >= 0, "the declared default of \(path) is at fault: \(problem().what.en)")
        count += 1
        guard count <= Self.limit else { return }
        let file = files[Int(position.file)]
        let (line, column) = file.lineAndColumn(at: Int(position.offset))
        found.append(
            Fault(
                file: file.path, line: line, column: column, path: path.description, problem: problem(),
                position: position))
    }

    /// The faults in the order of files and places, each once.
    ///
    /// Variants decode the same tree again, so the same fault may have been found several times.
    public var faults: [Fault] {
        let order = found.enumerated().sorted { left, right in
            let (first, second) = (left.element.position, right.element.position)
            return (first.file, first.offset, left.offset) < (second.file, second.offset, right.offset)
        }
        var result: [Fault] = []
        var atThisPlace = 0
        for (_, fault) in order {
            if let last = result.last, last.position != fault.position { atThisPlace = result.count }
            if !result[atThisPlace...].contains(fault) { result.append(fault) }
        }
        return result
    }

    /// The faults one per line, and how many more there are.
    public var text: LocalizedText {
        let texts = faults.map(\.text)
        let more = count - min(count, Self.limit)
        return LocalizedText(
            zh: (texts.map(\.zh) + (more > 0 ? ["另有 \(more) 处错误未列出"] : [])).joined(separator: "\n"),
            en: (texts.map(\.en) + (more > 0 ? ["and \(more) more faults"] : [])).joined(separator: "\n"))
    }
}
