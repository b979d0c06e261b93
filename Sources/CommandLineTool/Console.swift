/// What a command talks to: where text goes, and what it may know of its surroundings.
///
/// Injected, so that tests run commands without a process and without a terminal.
public struct Console: Sendable {
    /// Takes results, whole lines with their line breaks.
    public var output: @Sendable (String) -> Void
    /// Takes faults and progress.
    public var error: @Sendable (String) -> Void
    /// Whether `error` goes to a terminal, where progress is welcome.
    public var errorIsTerminal: Bool
    /// The environment variables, for the language.
    public var environment: [String: String]
    /// Whether the user has asked to stop.
    public var isInterrupted: @Sendable () -> Bool
    /// Whether the output could be written so far.
    public var outputHasFailed: @Sendable () -> Bool
    /// Whether a rule of the model is broken on purpose, so that tests can see `--audit` fail; nothing a user does sets it.
    public var breaksALaw = false

    /// Creates a console; by default nobody interrupts and nothing fails.
    public init(
        output: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
        errorIsTerminal: Bool = false, environment: [String: String] = [:],
        isInterrupted: @escaping @Sendable () -> Bool = { false },
        outputHasFailed: @escaping @Sendable () -> Bool = { false }
    ) {
        self.output = output
        self.error = error
        self.errorIsTerminal = errorIsTerminal
        self.environment = environment
        self.isInterrupted = isInterrupted
        self.outputHasFailed = outputHasFailed
    }

    /// Writes a line of output.
    func print(_ line: String) { output(line + "\n") }

    /// Writes a line of faults.
    func complain(_ line: String) { error(line + "\n") }
}
