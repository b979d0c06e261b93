/// What a task asks for.
public enum TaskKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Warn a batch of households and see them off.
    case warn
    /// Move residents who need help.
    case transfer
    /// Hold a post, round the clock.
    case post

    /// The name used in files and tables.
    public var name: String { "\(self)" }
}

/// A set of kinds of task, one bit each.
public struct TaskKindSet: OptionSet, Sendable, BitwiseCopyable {
    /// One bit a kind, by raw value.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Creates a set of kinds.
    public init(_ kinds: some Sequence<TaskKind>) { rawValue = kinds.reduce(0) { $0 | 1 << $1.rawValue } }

    /// Whether `kind` is in the set.
    public func has(_ kind: TaskKind) -> Bool { rawValue >> kind.rawValue & 1 == 1 }
}
