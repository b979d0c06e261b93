import RoadNetwork

/// The tags of one OpenStreetMap object.
struct OSMTags {
    var pairs: [(key: String, value: String)] = []

    /// The value of the first tag of that key.
    subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

    /// What an access value says of those it is about.
    enum Permission {
        /// They may pass.
        case granted
        /// They may not.
        case denied
        /// Some may, as customers or with a permit: whoever may use such a road by its class still does.
        case restricted
    }

    /// What an access value says; nil if it is none the program knows.
    ///
    /// Of several values, as in `agricultural;destination`, the kindest counts.
    static func permission(_ value: String) -> Permission? {
        let parts = value.split(separator: ";").map { part -> Permission? in
            switch part.drop(while: { $0 == " " }) {
            case "yes", "designated", "permissive", "destination", "official", "public", "residents": .granted
            case "no", "private", "dismount", "use_sidepath", "agricultural", "forestry", "military", "emergency",
                "psv", "bus", "hov", "hgv", "taxi":
                .denied
            case "customers", "delivery", "permit", "discouraged", "limited", "unknown", "variable": .restricted
            // Free text nobody has agreed on is no answer; the caller counts it.
            default: nil
            }
        }
        return parts.contains(.granted)
            ? .granted : parts.contains(.restricted) ? .restricted : parts.contains(nil) ? nil : parts.first ?? nil
    }

    /// Whether water runs over the road here.
    var isFord: Bool { self["ford"].map { $0 != "no" } ?? false }

    /// Whether somebody's access, speed or direction hangs on the hour, the direction or the kind of vehicle.
    var isConditional: Bool {
        pairs.contains { pair in
            if pair.key.hasSuffix(":conditional") { return true }
            let parts = pair.key.split(separator: ":")
            guard parts.count == 2 else { return false }
            let users: Set<Substring> = ["access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot"]
            return users.contains(parts[0]) && ["forward", "backward"].contains(parts[1])
                || parts[0] == "oneway" && users.contains(parts[1]) && parts[1] != "bicycle"
        }
    }

    /// Whether large vehicles do not get through.
    var isLimited: Bool { pairs.contains { Self.limits.contains($0.key) } }

    private static let limits: Set<String> = ["maxheight", "maxwidth", "maxweight", "maxlength", "maxaxleload"]

    /// Whether emergency vehicles are let through.
    var isOpenForEmergencies: Bool {
        let keys = ["access", "vehicle", "motor_vehicle", "motorcar"]
        if keys.contains(where: { self[$0] == "emergency" }) { return true }
        guard let value = self["emergency"] else { return false }
        return ["yes", "designated", "permissive", "destination", "official"].contains(value)
    }

    /// Who does not pass the node these are the tags of.
    ///
    /// Lift gates, toll booths and height limits let cars through; emergency services ask for them to be opened.
    var stopped: TravelModeSet {
        if ["weir", "dam", "waterfall"].contains(self["waterway"]) { return TravelModeSet(.boat) }
        guard let barrier = self["barrier"], Self.barriers.contains(barrier) else { return [] }
        let access = self["motorcar"] ?? self["motor_vehicle"] ?? self["vehicle"] ?? self["access"]
        if access.flatMap(Self.permission) == .granted { return [] }
        return isOpenForEmergencies ? TravelModeSet(.car) : [TravelModeSet(.car), .emergency]
    }

    private static let barriers: Set<String> = [
        "bollard", "gate", "block", "chain", "jersey_barrier", "cycle_barrier", "motorcycle_barrier", "stile",
        "turnstile", "full-height_turnstile", "kissing_gate", "swing_gate", "sliding_gate", "debris", "log",
        "barrier_board", "planter", "rope",
    ]
}
