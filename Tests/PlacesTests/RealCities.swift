/// What real road networks look like, computed once from public data that is not part of the project.
///
/// Sources: Luxembourg, 76,595 nodes (RoutingKit test data 7a838681, OpenStreetMap contributors, ODbL); Auckland,
/// 54,370 nodes (JEMSS.jl fb92cef6, OpenStreetMap contributors, ODbL). Detours are network length over straight line,
/// the median over pairs of random nodes of the strongest component; speeds are network length over travel time of the
/// quickest way.
enum RealCities {
    /// Directed arcs a node.
    ///
    /// Auckland's nodes are mostly bends, and a quarter of its arcs are one-way.
    static let meanDegree = (luxembourg: 2.289, auckland: 1.667)

    /// Share of nodes with one neighbor.
    ///
    /// Auckland's dead ends were pruned before publication.
    static let deadEnds = (luxembourg: 0.220, auckland: 0.001)

    /// Neighbors a node, whatever the direction.
    static let neighbors = (luxembourg: 2.373, auckland: 2.085)

    /// Median detour by straight-line distance in meters.
    static let detours: [(distances: Range<Double>, luxembourg: Double, auckland: Double)] = [
        (300..<1000, 1.58, 1.55), (1000..<3000, 1.48, 1.45), (3000..<10_000, 1.32, 1.32), (10_000..<30_000, 1.24, 1.26),
    ]

    /// Median speed in km/h of the quickest way over 3 to 10 kilometers; free flow, so an upper bound.
    static let speeds = (luxembourg: 51.4, auckland: 38.7)
}
