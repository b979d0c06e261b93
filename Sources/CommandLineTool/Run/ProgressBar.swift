import Dispatch
import Reports
import Synchronization
import Words

/// A line on a terminal that shows how far an experiment is and roughly how long it will take; silent anywhere else.
final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var width = 0
    }

    private let console: Console
    private let language: Language
    private let isShown: Bool
    private let start = DispatchTime.now()
    private let state = Mutex(State())

    init(_ console: Console, _ language: Language, isQuiet: Bool) {
        self.console = console
        self.language = language
        isShown = console.errorIsTerminal && !isQuiet
    }

    /// Shows that `done` of `all` runs are finished; workers may report out of order.
    func show(_ done: Int, of all: Int) {
        guard isShown, all > 0 else { return }
        state.withLock { state in
            guard done > state.done else { return }
            state.done = done
            let cells = 30
            let filled = done * cells / all
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: cells - filled)
            let elapsed = Double(DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1e9
            let left = elapsed / Double(done) * Double(all - done)
            let rest =
                done == all ? "" : language == .zh ? "，约剩\(Self.clock(left))" : ", about \(Self.clock(left)) left"
            let text = "\(bar) " + (language == .zh ? "\(done)/\(all)次" : "\(done) of \(counted(all, "run"))") + rest
            let width = DisplayWidth.of(text)
            console.error("\r" + text + String(repeating: " ", count: max(0, state.width - width)))
            state.width = width
        }
    }

    /// Removes the line.
    func finish() { state.withLock { clear(&$0) } }

    private func clear(_ state: inout State) {
        guard state.width > 0 else { return }
        console.error("\r" + String(repeating: " ", count: state.width) + "\r")
        state.width = 0
    }

    /// Seconds as `m:ss`.
    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded())
        return "\(whole / 60):\(whole % 60 < 10 ? "0" : "")\(whole % 60)"
    }
}
