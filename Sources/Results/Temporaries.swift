import Foundation

/// The temporary folders of this process, and the gate through which each is made, filled and moved into place.
///
/// Whoever ends the process halfway, such as the handler of a signal, closes the gate first: then nothing is being moved, and
/// nothing new can appear behind what is removed.
public enum Temporaries {
    private static let gate = NSLock()
    nonisolated(unsafe) private static var paths: [String] = []

    /// Does something that makes or moves files; never returns if the process is about to end.
    ///
    /// `body` must be short, wait for nobody and not come here again. It may change the list of folders.
    static func guarded<Outcome, Failure>(
        _ body: (inout [String]) throws(Failure) -> Outcome
    ) throws(Failure) -> Outcome {
        gate.lock()
        defer { gate.unlock() }
        return try body(&paths)
    }

    /// Removes every temporary folder of this process and ends it by `end`; nothing is made or moved into place any more.
    public static func removeAll(thenEnd end: () -> Never) -> Never {
        gate.lock()
        for path in paths { FileAccess.remove(path) }
        end()
    }
}
