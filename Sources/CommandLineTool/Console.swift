import Reports
import Words

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
    /// The environment variables, for the language and the width of texts.
    public var environment: [String: String]
    /// With which code to end, if the user has asked to stop and there is something to keep; nil otherwise.
    public var interruption: @Sendable () -> ExitCode?
    /// Told how far the work is; as long as nothing is worth keeping, the process may end at once if the user asks to stop.
    public var progress: @Sendable (RunProgress) -> Void
    /// How wide the terminal is that `output` goes to, in columns; nil where it goes elsewhere.
    public var terminalColumns: @Sendable () -> Int?
    /// Whether the output could be written so far.
    public var outputHasFailed: @Sendable () -> Bool
    #if MUTANTS
        /// Whether a rule of the model is broken on purpose, so that tests can see `--audit` fail.
        public var breaksALaw = false
    #endif

    /// Creates a console; by default nobody interrupts and nothing fails.
    public init(
        output: @escaping @Sendable (String) -> Void, error: @escaping @Sendable (String) -> Void,
        errorIsTerminal: Bool = false, environment: [String: String] = [:],
        interruption: @escaping @Sendable () -> ExitCode? = { nil },
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in },
        terminalColumns: @escaping @Sendable () -> Int? = { nil },
        outputHasFailed: @escaping @Sendable () -> Bool = { false }
    ) {
        self.output = output
        self.error = error
        self.errorIsTerminal = errorIsTerminal
        self.environment = environment
        self.interruption = interruption
        self.progress = progress
        self.terminalColumns = terminalColumns
        self.outputHasFailed = outputHasFailed
    }

    /// The same console without a word of faults and progress.
    var mute: Console {
        var console = self
        console.error = { _ in }
        console.errorIsTerminal = false
        return console
    }

    /// Whether the user has asked to stop and there is something to keep.
    var isInterrupted: Bool { interruption() != nil }

    /// The columns that texts for people are made for.
    var columns: Int { TextWidth.columns(environment: environment, terminal: terminalColumns()) }

    /// Writes a line of output.
    func print(_ line: String) { output(line + "\n") }

    /// Writes a line of faults.
    func complain(_ line: String) { error(line + "\n") }
}
