import BenchmarkSupport
import Foundation
import RandomStreams

/// Where the times between arrivals and the times of service come from, in milliseconds.
protocol StationDelays {
    mutating func untilArrival(of customer: UInt32) -> Int64
    mutating func service(of customer: UInt32) -> Int64
}

/// The means of both, in milliseconds.
struct MeanDelays {
    let untilArrival: Double
    let service: Double
}

/// The next number of a fast generator and the logarithm of the C library, which is what the peers take.
struct StreamedDelays: StationDelays {
    private let means: MeanDelays
    private var stream: Xoshiro256PlusPlus

    init(_ means: MeanDelays, seed: UInt64) {
        self.means = means
        stream = Xoshiro256PlusPlus(seed: seed)
    }

    mutating func untilArrival(of customer: UInt32) -> Int64 { exponential(means.untilArrival) }
    mutating func service(of customer: UInt32) -> Int64 { exponential(means.service) }

    private mutating func exponential(_ mean: Double) -> Int64 { Int64(-log(stream.nextUnit()) * mean) }
}

/// Numbers named by customer and purpose, with a logarithm that has the same bits everywhere: what pingji itself takes.
struct NamedDelays: StationDelays {
    private let means: MeanDelays
    private let stream: RandomStream
    private let station = EntityKey(path: "station")

    init(_ means: MeanDelays, seed: UInt64) {
        self.means = means
        stream = RandomStream(seed: seed, replication: 0)
    }

    // The purposes are of the program's table, where those nearest in meaning are getting ready and work.
    func untilArrival(of customer: UInt32) -> Int64 { exponential(means.untilArrival, customer, .prepare) }
    func service(of customer: UInt32) -> Int64 { exponential(means.service, customer, .work) }

    private func exponential(_ mean: Double, _ customer: UInt32, _ purpose: Purpose) -> Int64 {
        Int64(-Elementary.log(stream.uniform(station, purpose, customer)) * mean)
    }
}
