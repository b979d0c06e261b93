import Foundation
import Reports
import Synchronization
import Words

/// The console of this process: its standard streams, its environment, and the signals that end it.
extension Console {
    /// The process's own console for a call with `arguments`, and from now on the answer to Ctrl-C, SIGTERM and SIGHUP.
    ///
    /// To be called before there is a second thread.
    public static func standard(_ arguments: [String]) -> Console {
        // A reader that goes away early, such as `head`, is no failure.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is a full disk: writing fails, and what was begun is cleared away.
        signal(SIGXFSZ, SIG_IGN)
        let environment = ProcessInfo.processInfo.environment
        let language = Language(arguments: arguments) ?? Language(environment: environment)
        let errorIsTerminal = isatty(STDERR_FILENO) == 1
        let interruption = Interruption { message in
            // Behind a progress bar, or the terminal's own ^C.
            let start = errorIsTerminal ? "\n" : ""
            StandardStream.write(start + "pingji: \(message.text(in: language))\n", to: STDERR_FILENO)
        }
        interruption.watch()
        return Console(
            output: { StandardStream.write($0, to: STDOUT_FILENO) },
            error: { StandardStream.write($0, to: STDERR_FILENO) },
            errorIsTerminal: errorIsTerminal, environment: environment, interruption: { interruption.asked },
            progress: { interruption.isNow($0) },
            terminalColumns: { StandardStream.columns(of: STDOUT_FILENO) },
            outputHasFailed: { StandardStream.hasFailed.load(ordering: .relaxed) })
    }
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
