import RandomStreams

/// Deterministic numbers for tests, one after the other (SplitMix64, Steele, Lea and Flood 2014).
struct SampleNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func bits() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number strictly between 0 and 1.
    mutating func uniform() -> Double { (Double(bits() >> 12) + 0.5) * 0x1p-52 }

    /// A standard normal number.
    mutating func normal() -> Double { SpecialFunctions.normalQuantile(uniform()) }

    mutating func normals(_ count: Int, mean: Double = 0) -> [Double] {
        (0..<count).map { _ in mean + normal() }
    }
}

/// Tells whether two numbers differ by at most `tolerance` of the larger one.
func isClose(_ first: Double?, _ second: Double, within tolerance: Double = 1e-12) -> Bool {
    guard let first else { return false }
    return (first - second).magnitude <= tolerance * max(first.magnitude, second.magnitude)
}
