import Foundation
import Results
import Synchronization
import Words

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

    /// What the user reads: that what is finished is kept first, or that the process ends, and why nothing is kept of work begun.
    func message(_ progress: RunProgress, isEnding: Bool) -> LocalizedText {
        let name =
            switch self {
            case .interrupt: "SIGINT"
            case .terminate: "SIGTERM"
            case .hangUp: "SIGHUP"
            }
        guard isEnding else {
            // Who sends another signal than Ctrl-C may have no keyboard there.
            let again =
                self == .interrupt
                ? LocalizedText(zh: "再按一次 Ctrl-C", en: "press Ctrl-C again")
                : LocalizedText(zh: "再发一次信号则", en: "send a second signal")
            return LocalizedText(
                zh: "正在中止（\(name)），并保留已完成的部分；\(again.zh)立即退出，什么也不留",
                en: "stopping (\(name)) and keeping what is finished; \(again.en) to stop at once and keep nothing")
        }
        return progress == .tooEarly
            ? LocalizedText(
                zh: "已中止（\(name)）：还没有一次重复在所有方案中完成，无可保留；没有留下写到一半的文件",
                en:
                    "interrupted (\(name)) before one replication was finished in every variant, so nothing is kept; nothing half-written is left"
            )
            : LocalizedText(
                zh: "已中止（\(name)），没有留下写到一半的文件", en: "interrupted (\(name)); nothing half-written is left")
    }
}

/// How far a command is whose work can be kept before it is complete.
public enum RunProgress: Sendable {
    /// There is no such work.
    case none
    /// It has begun, and nothing of it can be kept yet.
    case tooEarly
    /// There is something to keep if the user asks to stop.
    case worthKeeping
}

/// The one place that answers Ctrl-C, SIGTERM and SIGHUP.
///
/// The process ends at once, with a message and without its temporary files, whatever it is doing: no command has to look whether it
/// is wanted any more. Only as long as there is something worth keeping, the first signal is handed on to whoever keeps it, and the
/// second one ends the process. A thread of its own waits for the signals, so nothing happens within a handler.
final class Interruption: Sendable {
    private struct State {
        var asked: ExitCode?
        var progress = RunProgress.none
    }

    private let state = Mutex(State())
    private let say: @Sendable (LocalizedText) -> Void

    /// Creates the answer to signals; `say` tells the user what becomes of the process.
    init(say: @escaping @Sendable (LocalizedText) -> Void) { self.say = say }

    /// The code to end with after something is kept; nil unless that was asked for.
    var asked: ExitCode? { state.withLock { $0.asked } }

    /// Says how far the work is.
    func isNow(_ progress: RunProgress) { state.withLock { $0.progress = progress } }

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
        let (isHandedOn, progress) = state.withLock { state in
            guard state.progress == .worthKeeping, state.asked == nil else { return (false, state.progress) }
            state.asked = signal.code
            return (true, state.progress)
        }
        if isHandedOn { return say(signal.message(progress, isEnding: false)) }
        Temporaries.removeAll {
            say(signal.message(progress, isEnding: true))
            _exit(signal.code.rawValue)
        }
    }
}
