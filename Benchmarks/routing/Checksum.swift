import RoadNetwork

/// A figure by which two programs see that their tables are the same, entry by entry and in the same places.
enum Checksum {
    /// The sum of all entries, each times its place within 65,521 (a prime) plus one, modulo 2⁵²: exact as a double.
    ///
    /// What cannot be reached counts 2³¹ - 1, as RoutingKit writes it.
    static func of(_ table: TravelTimeTable) -> Double {
        var sum: UInt64 = 0
        for (place, time) in table.milliseconds.enumerated() {
            let entry = time == TravelTimeTable.unreachable ? 0x7FFF_FFFF : UInt64(time)
            sum &+= entry &* UInt64(place % 65_521 + 1)
        }
        return Double(sum & (1 << 52 - 1))
    }
}
