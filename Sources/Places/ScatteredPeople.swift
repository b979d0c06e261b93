import Organization
import RandomStreams
import RoadNetwork

/// People who live evenly scattered around a point: as many as chance puts there, and a straight way from each to the point.
///
/// Where volunteers live is known as a density more often than name by name. They are a Poisson point process in a disk, drawn
/// nearest first: the areas of the circles up to one home after the other differ by exponential amounts (Daley and Vere-Jones
/// 2003, section 2.1). So a wider disk adds people and moves nobody.
public struct ScatteredPeople: Sendable {
    /// What they have in common; the home is the point in the middle, the key names the group.
    public var common: PersonRecord
    /// How far from the middle they may live, in meters.
    public var radius: Double
    /// How many live on a square kilometer, on average.
    public var perSquareKilometer: Double

    /// Creates a group.
    public init(common: PersonRecord, radius: Double, perSquareKilometer: Double) {
        self.common = common
        self.radius = radius
        self.perSquareKilometer = perSquareKilometer
    }

    /// How many there are on average.
    public var mean: Double { perSquareKilometer * .pi * radius * radius / 1e6 }

    /// Somebody of the group, and where he or she lives.
    struct Inhabitant {
        let person: PersonRecord
        let home: RoadNode
        /// Meters from the middle.
        let distance: Double
    }

    /// Draws the group around `middle`, nearest first.
    ///
    /// - Complexity: O(people).
    func drawn(around middle: RoadNode, random: RandomStream) -> [Inhabitant] {
        let map = LocalProjection(longitude: middle.longitude, latitude: middle.latitude)
        var inhabitants: [Inhabitant] = []
        var expected = 0.0
        guard perSquareKilometer > 0 else { return [] }
        while true {
            let ordinal = UInt32(inhabitants.count)
            let key = common.key.child(ordinal)
            expected += Distribution.exponential(mean: 1).quantile(random.uniform(key, .placeScatter))
            // The radius of the circle on which so many are expected.
            let distance = (expected * 1e6 / (perSquareKilometer * .pi)).squareRoot()
            if distance > radius { return inhabitants }
            // A pair of normal numbers points everywhere alike, and needs no sine of the C library's.
            let bits = random.bits(key, .placeScatter, 1)
            let arrow = SIMD2(
                SpecialFunctions.normalQuantile(bits.uniform), SpecialFunctions.normalQuantile(bits.secondUniform))
            let length = (arrow * arrow).sum().squareRoot()
            let degrees = map.degrees(arrow * (length > 0 ? distance / length : 0))
            var person = common
            person.key = key
            inhabitants.append(
                Inhabitant(
                    person: person, home: RoadNode(longitude: degrees.x, latitude: degrees.y), distance: distance))
        }
    }
}
