/// How somebody gets about.
public enum TravelMode: UInt8, Sendable, CaseIterable {
    /// On foot.
    case walk

    /// By e-bike, 电动自行车.
    case eBike

    /// By car.
    case car

    /// By boat, along streets under water.
    case boat
}
