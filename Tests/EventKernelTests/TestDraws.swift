/// Repeatable random numbers for tests: SplitMix64 (Steele, Lea and Flood 2014).
struct TestDraws: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    /// A delay of any scale from milliseconds to centuries, now and then none.
    mutating func delayOfAnyScale() -> Int64 { Int64(truncatingIfNeeded: next() >> 22) >> Int64(below(43)) }
}
