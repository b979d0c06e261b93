import Foundation
import Results
import Testing

@Test func `timings hold seconds, events per second and memory`() throws {
    let timings = TimingsFile(wallSeconds: 2.5, cpuSeconds: 4, events: 1_000_000, peakMemoryBytes: 70_000_000)
    #expect(
        String(decoding: timings.bytes, as: UTF8.self) == """
            {
              "cpuSeconds" : 4,
              "events" : 1000000,
              "eventsPerSecond" : 400000,
              "peakMemoryBytes" : 70000000,
              "wallSeconds" : 2.5
            }

            """)
    #expect(try JSONDecoder().decode(TimingsFile.self, from: Data(timings.bytes)) == timings)
    #expect(TimingsFile(wallSeconds: 0, cpuSeconds: 0, events: 5, peakMemoryBytes: 0).eventsPerSecond == 0)
}
