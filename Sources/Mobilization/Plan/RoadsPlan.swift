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
