import Foundation
import Synchronization

/// The console of this process: its standard streams, its environment, and Ctrl-C.
extension Console {
    /// The process's own console; from now on the first Ctrl-C asks commands to finish and the second ends the process.
    public static func standard() -> Console {
        // A reader that goes away early, such as `head`, is no failure.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is a full disk: writing fails, and what was begun is cleared away.
        signal(SIGXFSZ, SIG_IGN)
        _ = Interruptions.count.load(ordering: .relaxed)
        signal(SIGINT) { _ in
            let earlier = Interruptions.count.wrappingAdd(1, ordering: .relaxed).oldValue
            if earlier > 0 { _exit(ExitCode.interrupted.rawValue) }
        }
        // A program that starts us from a thread which blocks signals hands the block on.
        var interruption = sigset_t()
        sigemptyset(&interruption)
        sigaddset(&interruption, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &interruption, nil)
        return Console(
            output: { StandardStream.write($0, to: STDOUT_FILENO) },
            error: { StandardStream.write($0, to: STDERR_FILENO) },
            errorIsTerminal: isatty(STDERR_FILENO) == 1, environment: ProcessInfo.processInfo.environment,
            terminalColumns: { StandardStream.columns(of: STDOUT_FILENO) },
            isInterrupted: { Interruptions.count.load(ordering: .relaxed) > 0 },
            outputHasFailed: { StandardStream.hasFailed.load(ordering: .relaxed) })
    }
}

/// How often the user has pressed Ctrl-C; touched before the handler is set, since a handler must not initialize it.
private enum Interruptions {
    static let count = Atomic<Int>(0)
}

/// Unbuffered writing to a standard stream.
private enum StandardStream {
    static let hasFailed = Atomic<Bool>(false)

    /// How many columns the terminal at a stream has; nil where it is none, or does not know.
    static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                if errno != EPIPE && descriptor == STDOUT_FILENO { hasFailed.store(true, ordering: .relaxed) }
                return
            }
            rest = rest.dropFirst(count)
        }
    }
}
