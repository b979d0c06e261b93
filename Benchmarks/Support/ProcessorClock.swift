import Foundation

/// What this process has cost so far.
///
/// Processor time, not wall time: on a shared machine the first hardly moves while the second doubles.
public enum ProcessorClock {
    /// User and system time of this process, in seconds.
    public static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// The most memory this process has held at once, in bytes.
    public static var peakMemory: Int {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            return usage.ru_maxrss * 1024  // Linux counts kibibytes.
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss
        #endif
    }

    /// The processor seconds that `body` takes.
    @inlinable
    public static func seconds(_ body: () -> Void) -> Double {
        let start = seconds
        body()
        return seconds - start
    }
}
