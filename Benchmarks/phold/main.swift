import EventKernel
import Foundation

struct Rng {
  var a: UInt64 = 0, b: UInt64 = 0, c: UInt64 = 0, d: UInt64 = 0
  init(_ seed: UInt64) { var z = seed
    func n() -> UInt64 { z &+= 0x9e3779b97f4a7c15; var x = z; x = (x ^ (x >> 30)) &* 0xbf58476d1ce4e5b9; x = (x ^ (x >> 27)) &* 0x94d049bb133111eb; return x ^ (x >> 31) }
    a = n(); b = n(); c = n(); d = n() }
  static func rotl(_ x: UInt64, _ k: UInt64) -> UInt64 { x &<< k | x &>> (64 &- k) }
  mutating func next() -> UInt64 { let r = Rng.rotl(a &+ d, 23) &+ a; let t = b &<< 17; c ^= a; d ^= b; b ^= c; a ^= d; c ^= t; d = Rng.rotl(d, 45); return r }
  mutating func expo() -> Double { -log(Double((next() &>> 11) &+ 1) * 0x1p-53) }
  mutating func below(_ n: UInt32) -> UInt32 { UInt32(truncatingIfNeeded: (UInt64(UInt32(truncatingIfNeeded: next() &>> 32)) &* UInt64(n)) &>> 32) }
}
struct Model: SimulationModel, ~Copyable {
    struct Event: BitwiseCopyable { var target: UInt32; var origin: UInt32 }
    var rng = Rng(42)
    let n: UInt32
    let unit: Double
    let counts: UnsafeMutablePointer<UInt32>
    var sum: UInt64 = 0
    init(_ n: Int, _ unit: Double) { self.n = UInt32(n); self.unit = unit; counts = .allocate(capacity: n); counts.initialize(repeating: 0, count: n) }
    deinit { counts.deallocate() }
    mutating func hold(_ event: Event, _ schedule: inout EventQueue<Event>) {
        let delay = Int64((0.1 + rng.expo()) * unit)
        schedule.schedule(Event(target: rng.below(n), origin: event.target), at: schedule.now + delay)
    }
    mutating func start(schedule: inout EventQueue<Event>) {
        for i in 0..<n { hold(Event(target: i, origin: i), &schedule) }
    }
    mutating func handle(_ event: Event, schedule: inout EventQueue<Event>) {
        counts[Int(event.target)] &+= 1
        hold(event, &schedule)
    }
}
func cpu() -> Double { var r = rusage(); getrusage(0, &r); return Double(r.ru_utime.tv_sec + r.ru_stime.tv_sec) + 1e-6 * Double(r.ru_utime.tv_usec + r.ru_stime.tv_usec) }
let A = CommandLine.arguments
let gap = Double(A[1])!, M = Double(A[2])!, reps = Int(A[3])!
for n in A[4...].map({ Int(Double($0)!) }) {
    let unit = gap * Double(n); var rates: [Double] = []
    var s = Simulation(Model(n, unit), minimumCapacity: n)
    let per = unit * 1.1 / Double(n)
    var h = per * Double(max(2 * n, Int(M / 5)))
    s.run(until: SimulationTime(milliseconds: Int64(h)))
    let m0 = s.queue.statistics.moves, o0 = s.queue.statistics.sameInstant, h0 = s.handled
    for _ in 0..<reps {
        let before = s.handled, t = cpu()
        h += per * M
        s.run(until: SimulationTime(milliseconds: Int64(h)))
        rates.append(Double(s.handled - before) / (cpu() - t))
    }
    rates.sort()
    let d = Double(s.handled - h0)
    print(n, "unit", unit, "median", (rates[reps / 2] / 1e4).rounded() / 100, "best", (rates[reps-1] / 1e4).rounded() / 100, "ns", (1e10 / rates[reps / 2]).rounded() / 10, "moved/event", (Double(s.queue.statistics.moves - m0) / d * 100).rounded() / 100, "opened/event", (Double(s.queue.statistics.sameInstant - o0) / d * 100).rounded() / 100)
}
