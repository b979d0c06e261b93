/// A small generator with a fixed seed, so that a failure can be repeated (SplitMix64).
public struct SplitMix {
    private var state: UInt64

    /// Creates a generator whose numbers hang on `seed` alone.
    public init(_ seed: Int) { state = UInt64(seed) }

    /// A number from 0 to below `bound`.
    public mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
    }

    /// One of the elements, of which there must be one.
    public mutating func choose<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
