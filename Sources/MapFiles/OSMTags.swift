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

    /// Whether emergency vehicles are let through.
    var isOpenForEmergencies: Bool {
        let keys = ["access", "vehicle", "motor_vehicle", "motorcar"]
        if keys.contains(where: { self[$0] == "emergency" }) { return true }
        guard let value = self["emergency"] else { return false }
        return ["yes", "designated", "permissive", "destination", "official"].contains(value)
    }

    /// The access tags, the general before the particular, and whom each is about.
    static let accessRules: [(key: String, modes: TravelModeSet)] = [
        ("access", [TravelModeSet(.walk), TravelModeSet(.eBike), TravelModeSet(.car)]),
        ("vehicle", [TravelModeSet(.eBike), TravelModeSet(.car)]), ("motor_vehicle", TravelModeSet(.car)),
        ("motorcar", TravelModeSet(.car)), ("bicycle", TravelModeSet(.eBike)), ("foot", TravelModeSet(.walk)),
    ]

    /// Who does not pass the node these are the tags of; counts in `dropped` what nothing is made of.
    ///
    /// A barrier stops cars or nobody by its kind, and then its access tags give and take leave as they do on a road.
    func stopped(_ dropped: inout Dropped) -> TravelModeSet {
        countLimits(&dropped)
        countUnknown(Self.nodeValues, &dropped)
        if ["weir", "dam", "waterfall"].contains(self["waterway"]) { return TravelModeSet(.boat) }
        guard let barrier = self["barrier"], barrier != "no" else {
            let denies = Self.accessRules.contains { self[$0.key].flatMap(Self.permission) == .denied }
            if denies { dropped[.nodeAccess] += 1 }
            return []
        }
        let isShut = Self.barriers.contains(barrier)
        if !isShut, !Self.openBarriers.contains(barrier) { dropped.add(.unknownValue, named: "barrier=\(barrier)") }
        var stopped = isShut ? TravelModeSet(.car) : []
        for (key, modes) in Self.accessRules {
            guard let value = self[key] else { continue }
            switch Self.permission(value) {
            case .denied: stopped.formUnion(modes)
            case .granted: stopped.subtract(modes)
            case .restricted: break
            case nil: dropped[.accessInWords] += 1
            }
        }
        if stopped.contains(TravelModeSet(.car)), !isOpenForEmergencies { stopped.formUnion(.emergency) }
        return stopped
    }

    /// Barriers that let everybody through; emergency services ask for lift gates to be opened.
    private static let openBarriers: Set<String> = [
        "lift_gate", "toll_booth", "height_restrictor", "entrance", "cattle_grid", "kerb", "border_control",
        "bump_gate",
        "sally_port", "sump_buster", "spikes", "yes",
    ]

    private static let barriers: Set<String> = [
        "bollard", "gate", "block", "chain", "jersey_barrier", "cycle_barrier", "motorcycle_barrier", "stile",
        "turnstile", "full-height_turnstile", "kissing_gate", "swing_gate", "sliding_gate", "debris", "log",
        "barrier_board", "planter", "rope",
    ]

    // MARK: Slips

    /// Counts keys that stand twice, of which the first counts, and keys of ours in another case, which nobody reads.
    ///
    /// - Complexity: O(tags) but for the few first.
    func countSlips(_ dropped: inout Dropped) {
        if pairs.count <= 16 {
            for (index, pair) in pairs.enumerated() where pairs[..<index].contains(where: { $0.key == pair.key }) {
                dropped.add(.tagTwice, named: pair.key)
            }
        } else {
            var seen: Set<String> = []
            for pair in pairs where !seen.insert(pair.key).inserted { dropped.add(.tagTwice, named: pair.key) }
        }
        for pair in pairs where pair.key.utf8.contains(where: Self.isOdd) && pair.key.utf8.count <= 40 {
            let plain = pair.key.trimmed.lowercased()
            if plain != pair.key, Self.keys.contains(plain) { dropped.add(.keyCase, named: pair.key) }
        }
    }

    private static func isOdd(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A || byte == 0x20 }

    private static let keys: Set<String> = [
        "highway", "oneway", "access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot", "maxspeed",
        "maxspeed:forward", "maxspeed:backward", "junction", "bridge", "barrier", "motorroad", "emergency", "waterway",
        "route", "boat", "motorboat", "ship", "name", "cycleway", "oneway:bicycle", "tunnel", "ford",
    ]
}
