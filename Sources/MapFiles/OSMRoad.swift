import RoadNetwork

/// What the tags of an OpenStreetMap way say about the road, or why it is none.
///
/// Classes and access follow the OSM wiki's pages `Key:highway`, `Key:access` and `Key:oneway`. Assumed: secondary roads are
/// arterial, residential streets and unclassified roads streets, service roads and tracks lanes.
struct OSMRoad: Equatable {
    var roadClass: RoadClass
    var forward: TravelModeSet
    var backward: TravelModeSet
    var forwardPace = RoadPace.byClass
    var backwardPace = RoadPace.byClass
    var isBridge: Bool

    /// What a way turned out to be.
    enum Verdict: Equatable {
        case road(OSMRoad)
        case dropped(DropReason)
        case other
    }

    /// Judges the tags of a way, and counts in `dropped` what was left out of a road that is kept.
    static func judge(_ tags: OSMTags, _ dropped: inout DropCounts) -> Verdict {
        guard let highway = tags["highway"] else { return tags["route"] == "ferry" ? .dropped(.ferry) : .other }
        switch highway {
        case "construction", "proposed", "planned", "abandoned", "razed", "disused", "demolished", "historic":
            return .dropped(.notOpen)
        case "busway", "bus_guideway", "raceway", "rest_area", "services", "platform", "emergency_bay", "bus_stop":
            return .dropped(.otherUse)
        default: break
        }
        guard let (roadClass, usual) = classes[highway] else { return .dropped(.unknownClass) }
        var road = OSMRoad(
            roadClass: roadClass, forward: usual, backward: usual,
            isBridge: tags["bridge"].map { $0 != "no" } ?? false)
        if tags["motorroad"] == "yes" {
            road.roadClass = .motorway
            road.restrict(to: [.car, .boat])
        }
        guard road.allow(tags) else { return .dropped(.closedToAll) }
        if let direction = tags["oneway"], direction == "reversible" { dropped[.reversible] += 1 }
        road.direct(tags, highway)
        road.limitSpeed(tags, &dropped)
        return .road(road)
    }

    /// The class of each value of `highway`, and who uses such roads unless access tags say otherwise.
    private static let classes: [String: (RoadClass, TravelModeSet)] = {
        let cyclists: TravelModeSet = [.walk, .eBike, .boat]
        let walkers: TravelModeSet = [.walk, .boat]
        let groups: [(RoadClass, TravelModeSet, [String])] = [
            (.motorway, [.car, .boat], ["motorway", "motorway_link"]),
            (
                .arterial, .all,
                ["trunk", "trunk_link", "primary", "primary_link", "secondary", "secondary_link"]
            ),
            (.street, .all, ["tertiary", "tertiary_link", "unclassified", "residential", "road"]),
            (.lane, .all, ["living_street", "service", "track", "escape"]),
            (.path, cyclists, ["path", "cycleway", "bridleway"]),
            (.path, walkers, ["footway", "pedestrian", "steps", "corridor", "elevator", "via_ferrata"]),
        ]
        var classes: [String: (RoadClass, TravelModeSet)] = [:]
        for (roadClass, modes, names) in groups {
            for name in names { classes[name] = (roadClass, modes) }
        }
        return classes
    }()

    // MARK: Who

    private mutating func restrict(to modes: TravelModeSet) {
        forward.formIntersection(modes)
        backward.formIntersection(modes)
    }

    /// Applies access tags, the general before the particular; false if nobody on land is left.
    private mutating func allow(_ tags: OSMTags) -> Bool {
        let rules: [(key: String, modes: TravelModeSet)] = [
            ("access", [.walk, .eBike, .car]), ("vehicle", [.eBike, .car]), ("motor_vehicle", [.car]),
            ("motorcar", [.car]), ("bicycle", [.eBike]), ("foot", [.walk]),
        ]
        var modes = forward
        for (key, subjects) in rules {
            switch tags[key] {
            case "no", "private", "dismount": modes.subtract(subjects)
            case "yes", "designated", "permissive", "destination":
                // A general permission opens no footpath to cars.
                let isParticular = key == "foot" || key == "bicycle"
                if isParticular || roadClass != .path && (roadClass != .motorway || key != "access") {
                    modes.formUnion(subjects)
                }
            default: break
            }
        }
        (forward, backward) = (modes, modes)
        return !modes.intersection(.land).isEmpty
    }

    // MARK: Direction

    /// Applies one-way tags; they bind no walkers and no boats.
    private mutating func direct(_ tags: OSMTags, _ highway: String) {
        let isImplied =
            highway == "motorway" || ["roundabout", "circular"].contains(tags["junction"])
        var bound: TravelModeSet = [.car, .eBike]
        if tags["oneway:bicycle"] == "no" || (tags["cycleway"] ?? "").hasPrefix("opposite") { bound = [.car] }
        switch tags["oneway"] {
        case "yes", "true", "1": backward.subtract(bound)
        case "-1", "reverse": forward.subtract(bound)
        case "reversible":
            forward.subtract([.car, .eBike])
            backward.subtract([.car, .eBike])
        case "no", "false", "0", "alternating": break
        default:
            if isImplied { backward.subtract(bound) }
            if tags["oneway:bicycle"] == "yes" { backward.subtract([.eBike]) }
        }
    }

    // MARK: Speed

    private mutating func limitSpeed(_ tags: OSMTags, _ dropped: inout DropCounts) {
        func limit(_ key: String) -> RoadPace? {
            guard let written = tags[key] else { return nil }
            guard let speed = Self.kilometersPerHour(written) else {
                dropped[.speedInWords] += 1
                return nil
            }
            return .limit(speed)
        }
        let both = limit("maxspeed") ?? .byClass
        forwardPace = limit("maxspeed:forward") ?? both
        backwardPace = limit("maxspeed:backward") ?? both
    }

    /// A speed in km/h, with `mph` or `km/h` behind it or nothing; nil for words and for what no road allows.
    static func kilometersPerHour(_ text: String) -> Float? {
        let parts = text.split(separator: " ")
        guard let first = parts.first, parts.count <= 2 else { return nil }
        var number = String(first)
        var unit = parts.count == 2 ? String(parts[1]) : ""
        for suffix in ["mph", "km/h", "kmh"] where unit.isEmpty && number.hasSuffix(suffix) {
            number.removeLast(suffix.count)
            unit = suffix
        }
        let factors = ["": 1, "km/h": 1, "kmh": 1, "kph": 1, "mph": 1.609344]
        guard let factor = factors[unit], let value = NumberText.double(number) else { return nil }
        return (1...400).contains(value * factor) ? Float(value * factor) : nil
    }
}

extension TravelModeSet {
    fileprivate static let walk = TravelModeSet(TravelMode.walk)
    fileprivate static let eBike = TravelModeSet(TravelMode.eBike)
    fileprivate static let car = TravelModeSet(TravelMode.car)
    fileprivate static let boat = TravelModeSet(TravelMode.boat)
}

/// The tags of one OpenStreetMap object.
struct OSMTags {
    var pairs: [(key: String, value: String)] = []

    /// The value of the first tag of that key.
    subscript(key: String) -> String? { pairs.first { $0.key == key }?.value }

    /// Whether these are the tags of a node that cars do not pass.
    ///
    /// Lift gates, toll booths and height limits let cars through; emergency services ask for them to be opened.
    var stopsCars: Bool {
        let stopping = [
            "bollard", "gate", "block", "chain", "jersey_barrier", "cycle_barrier", "motorcycle_barrier", "stile",
            "turnstile", "full-height_turnstile", "kissing_gate", "swing_gate", "sliding_gate", "debris", "log",
            "barrier_board", "planter", "rope",
        ]
        guard let barrier = self["barrier"], stopping.contains(barrier) else { return false }
        let access = self["motorcar"] ?? self["motor_vehicle"] ?? self["vehicle"] ?? self["access"]
        return !["yes", "designated", "permissive", "destination"].contains(access)
    }
}
