import Dispatch
import Foundation
import Results

/// What a piece of work cost: time on the wall, time of the processors, and the most memory held.
struct ProcessCost {
    private let wallStart = DispatchTime.now()
    private let cpuStart = Self.usage().cpuSeconds

    /// The cost since this was created, with the events handled.
    func timings(events: Int64) -> TimingsFile {
        let now = Self.usage()
        return TimingsFile(
            wallSeconds: Double(DispatchTime.now().uptimeNanoseconds - wallStart.uptimeNanoseconds) / 1e9,
            cpuSeconds: max(0, now.cpuSeconds - cpuStart), events: events, peakMemoryBytes: now.peakBytes)
    }

    private static func usage() -> (cpuSeconds: Double, peakBytes: Int64) {
        var usage = rusage()
        // RUSAGE_SELF, whose type differs between C libraries.
        getrusage(0, &usage)
        #if os(Linux)
            let unit: Int64 = 1024
        #else
            let unit: Int64 = 1
        #endif
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return (seconds(usage.ru_utime) + seconds(usage.ru_stime), Int64(usage.ru_maxrss) * unit)
    }
}
