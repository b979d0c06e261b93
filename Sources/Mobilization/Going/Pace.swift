import DenseTables
import Organization
import RandomStreams

/// How long a way takes somebody that takes a given time in good weather.
struct Pace: Equatable {
    /// The share of every speed that the weather leaves; with 0 nobody gets anywhere.
    var weather: Double
    /// The traveler's own factor.
    var factor = 1.0

    /// The time of a way that takes `dry` milliseconds in good weather.
    func milliseconds(_ dry: Int64) -> Int64 {
        dry == 0 ? 0 : Int64((Double(dry) / weather * factor).rounded())
    }
}

extension Pace {
    /// How fast somebody travels, in this weather and at the person's `own` pace.
    init(of person: PersonID, own: Double, _ world: World) {
        self.init(weather: world.weather[Int(world.people.travelMode[person])], factor: own)
    }

    /// How fast people travel, each at his or her own pace.
    static func own(_ world: World) -> Distribution { .lognormal(median: 1, sigma: world.plan.muster.speedSpread) }
}
