import Foundation
import Organization
import Results
import Synchronization

/// A signal that asks the process to end.
enum EndingSignal: CaseIterable {
    case interrupt, terminate, hangUp

    /// The system's number of it.
    var number: Int32 {
        switch self {
        case .interrupt: SIGINT
        case .terminate: SIGTERM
        case .hangUp: SIGHUP
        }
    }

    /// With which code the process ends.
    var code: ExitCode {
        switch self {
        case .interrupt: .interrupted
        case .terminate: .terminated
        case .hangUp: .hungUp
        }
    }

    /// What the user reads, either when the process ends, or when what is finished is kept first.
    func message(isEnding: Bool) -> LocalizedText {
        let name =
            switch self {
            case .interrupt: "SIGINT"
            case .terminate: "SIGTERM"
            case .hangUp: "SIGHUP"
            }
        return isEnding
            ? LocalizedText(
                zh: "已中止（\(name)），没有留下写到一半的文件", en: "interrupted (\(name)); nothing half-written is left")
            : LocalizedText(
                zh: "正在中止（\(name)），并保留已完成的部分；再按一次 Ctrl-C 立即退出，什么也不留",
                en:
                    "stopping (\(name)) and keeping what is finished; press Ctrl-C again to stop at once and keep nothing"
            )
    }
}

/// The one place that answers Ctrl-C, SIGTERM and SIGHUP.
///
/// The process ends at once, with a message and without its temporary files, whatever it is doing: no command has to look whether it
/// is wanted any more. Only as long as there is something worth keeping, the first signal is handed on to whoever keeps it, and the
/// second one ends the process. A thread of its own waits for the signals, so nothing happens within a handler.
final class Interruption: Sendable {
    private struct State {
        var asked: ExitCode?
        var keepsWhatIsFinished = false
    }

    private let state = Mutex(State())
    private let say: @Sendable (LocalizedText) -> Void

    /// Creates the answer to signals; `say` tells the user what becomes of the process.
    init(say: @escaping @Sendable (LocalizedText) -> Void) { self.say = say }

    /// The code to end with after something is kept; nil unless that was asked for.
    var asked: ExitCode? { state.withLock { $0.asked } }

    /// Says whether there is something to keep.
    func keepsWhatIsFinished(_ does: Bool) { state.withLock { $0.keepsWhatIsFinished = does } }

    /// Takes the signals on; threads made later than this leave them to the one that waits.
    func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for ending in EndingSignal.allCases {
            let before = signal(ending.number, SIG_DFL)
            // `nohup` asks us to outlive the terminal.
            if case .hangUp = ending, unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
                signal(ending.number, SIG_IGN)
                continue
            }
            sigaddset(&signals, ending.number)
        }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        let awaited = signals
        Thread.detachNewThread {
            while true {
                var (signals, number) = (awaited, Int32(0))
                guard sigwait(&signals, &number) == 0 else { continue }
                if let ending = EndingSignal.allCases.first(where: { $0.number == number }) { self.answer(ending) }
            }
        }
    }

    private func answer(_ signal: EndingSignal) {
        let isHandedOn = state.withLock { state in
            guard state.keepsWhatIsFinished, state.asked == nil else { return false }
            state.asked = signal.code
            return true
        }
        if isHandedOn { return say(signal.message(isEnding: false)) }
        Temporaries.removeAll {
            say(signal.message(isEnding: true))
            _exit(signal.code.rawValue)
        }
    }
}
