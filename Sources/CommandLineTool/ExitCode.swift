/// How a command ended, as the shell sees it.
public enum ExitCode: Int32, Sendable {
    /// Done.
    case done = 0
    /// A check or comparison failed.
    case failed = 1
    /// The command was used wrongly.
    case wrongUse = 64
    /// Input is at fault.
    case badData = 65
    /// Input is missing.
    case missingInput = 66
    /// Something cannot be created.
    case cannotCreate = 73
    /// Reading or writing failed halfway.
    case inputOutput = 74
    /// Interrupted, as by Ctrl-C; what was finished is kept.
    case interrupted = 130
    /// Ended by SIGTERM, otherwise the same.
    case terminated = 143
    /// Ended by SIGHUP, as when a terminal closes, otherwise the same.
    case hungUp = 129
}
