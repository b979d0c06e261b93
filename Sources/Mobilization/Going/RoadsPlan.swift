import DenseTables
import Organization
import Places
import RoadNetwork
import Words
import WrittenFiles

/// What a plan says of roads: which it closes itself, how often somebody looks, and what people do when a road is closed.
public struct RoadsPlan: Sendable {
    /// What somebody does who learns on the way that a road ahead is closed; the stretch under way is always finished first.
    public enum WhenClosed: String, Sendable, CaseIterable {
        /// Takes the fastest way left, or waits for one.
        case reroute
        /// Waits there until the road is open again.
        case wait
        /// Goes back to where he or she set out, and sets out again once there is a way.
        case turnBack
    }

    /// Roads the plan closes, such as bridges before the crest.
    public var closures: [RoadClosure] = []
    /// What people do.
    public var whenClosed = WhenClosed.reroute
    /// How often the water on the roads is looked at, in milliseconds; a road is closed that would be flooded before the next look.
    public var lookEvery: Int64 = 900_000

    /// Creates a plan that closes nothing.
    public init() {}
}

extension RoadsPlan {
    /// Reads the `roads` group of a plan.
    init(_ reader: inout ObjectReader, names: PlaceNames) {
        self.init()
        closures = RoadClosure.list(&reader, names)
        whenClosed = reader.value(
            "whenClosed", .name(of: WhenClosed.self), default: #""reroute""#,
            help: .init(
                zh: "途中前方封路时：改道 reroute、原地等候 wait 或折返 turnBack",
                en: "what people do when a road ahead closes: take another way, wait for it, or go back"))
        lookEvery = reader.value(
            "lookEvery", .duration, default: #"{ "value": "15 min", "range": ["5 min", "60 min"] }"#,
            help: .init(zh: "多久查看一次道路水情", en: "how often the water on the roads is looked at"))
        if lookEvery < 60_000 {
            reader.fault(
                .init(
                    .outOfRange, .init(zh: "查看过于频繁", en: "the roads are looked at too often"),
                    expected: .init(zh: "至少 1 min", en: "1 min or more"), isShape: false), at: "lookEvery")
            lookEvery = 60_000
        }
    }
}
