import BenchmarkSupport

/// What sets the streets of one region apart from those of another.
struct StreetStyle {
    /// How many nodes the network is to have.
    let nodes: Int
    /// The share of streets within a block's grid that are there.
    let kept: Double
    /// Of the streets that would make a crossing one of four, the share that is there.
    let fourWays: Double
    /// The mean number of bends between two crossings.
    let meanBends: Double
    /// The share of streets that are one-way.
    let oneWays: Double
    /// Dead ends for each crossing.
    let deadEnds: Double
    /// Meters between two points of a road in the country.
    let countryStep: Double

    /// As many nodes and arcs, and about the same share of dead ends and crossings, as the car network of Luxembourg.
    static let luxembourg = StreetStyle(
        nodes: 75_000, kept: 0.88, fourWays: 0.12, meanBends: 0.12, oneWays: 0.2, deadEnds: 0.33, countryStep: 200)
    /// As many nodes and arcs as the JEMSS network of Auckland, of whose nodes nine in ten are bends.
    static let auckland = StreetStyle(
        nodes: 54_000, kept: 0.8, fourWays: 0.5, meanBends: 6, oneWays: 0.65, deadEnds: 0.03, countryStep: 50)
    /// The style of Luxembourg for a million nodes.
    static let million = StreetStyle(
        nodes: 1_000_000, kept: 0.88, fourWays: 0.12, meanBends: 0.12, oneWays: 0.2, deadEnds: 0.33, countryStep: 200)

    static func named(_ name: String) -> StreetStyle? {
        switch name {
        case "luxembourg": luxembourg
        case "auckland": auckland
        case "million": million
        default: nil
        }
    }

    /// A number of bends, geometrically distributed.
    func bends(_ random: inout Xoshiro256PlusPlus) -> Int {
        var bends = 0
        while bends < 40, random.nextUnit() < meanBends / (1 + meanBends) { bends += 1 }
        return bends
    }
}
