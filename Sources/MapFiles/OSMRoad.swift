import RoadNetwork

/// What the tags of an OpenStreetMap way say about the road or water, or why it is none.
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

    /// How fast boats are on it in kilometers an hour; 0 of a road, where only a flood tells.
    var boatSpeed = 0.0

    /// What boats make on waterways and as ferries.
    ///
    /// Assumed: five and a half knots, what a small motor boat makes with people in it.
    private static let usualBoatSpeed = 10.0

    /// What a way turned out to be.
    enum Verdict: Equatable {
        case road(OSMRoad)
        case dropped(DropReason)
        case other
    }

    /// Judges the tags of a way, and counts in `dropped` what was left out of a road that is kept.
    static func judge(_ tags: OSMTags, _ dropped: inout Dropped) -> Verdict {
        guard let highway = tags["highway"] else { return water(tags, &dropped) }
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
            isBridge: tags["bridge"].map(OSMTags.bridges.contains) ?? false)
        if tags["motorroad"] == "yes" {
            road.roadClass = .motorway
            road.restrict(to: [.car, .boat])
        }
        tags.countUnknown(OSMTags.roadValues, &dropped)
        guard road.allow(tags, highway, &dropped) else { return .dropped(.closedToAll) }
        if let direction = tags["oneway"], direction == "reversible" { dropped[.reversible] += 1 }
        road.direct(tags, highway)
        road.limitSpeed(tags, &dropped)
        tags.countLimits(&dropped)
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
    private mutating func allow(_ tags: OSMTags, _ highway: String, _ dropped: inout Dropped) -> Bool {
        let isPath = roadClass == .path
        let isNarrow = Self.narrow.contains(highway)
        var modes = forward
        for (key, subjects) in OSMTags.accessRules {
            guard let value = tags[key] else { continue }
            switch OSMTags.permission(value) {
            case .denied: modes.subtract(subjects)
            case .granted:
                // A general permission opens no footpath to cars, and none opens stairs to them.
                if key == "access", isPath || roadClass == .motorway { continue }
                modes.formUnion(isNarrow ? subjects.subtracting(.car) : subjects)
            case .restricted: break
            case nil: dropped[.accessInWords] += 1
            }
        }
        if tags.isOpenForEmergencies, !modes.contains(.car), !isNarrow { modes.formUnion(.emergency) }
        // Where cars go there is room for them, so the speeds of a lane hold.
        if isPath, !modes.isDisjoint(with: [.car, .emergency]) { roadClass = .lane }
        (forward, backward) = (modes, modes)
        return !modes.isDisjoint(with: [.land, .emergency])
    }

    /// Where no car fits, whatever a tag says.
    private static let narrow: Set<String> = ["steps", "corridor", "elevator", "via_ferrata"]

    // MARK: Water

    /// Ferries and waterways, for boats alone: a ferry does not wait for a flood, and its timetable is not in the map.
    private static func water(_ tags: OSMTags, _ dropped: inout Dropped) -> Verdict {
        let isFerry = tags["route"] == "ferry"
        tags.countCase(OSMTags.waterValues, &dropped)
        let written = tags["motorboat"] ?? tags["boat"] ?? tags["ship"] ?? tags["access"]
        let permission = written.flatMap(OSMTags.permission)
        let waterway = tags["waterway"] ?? ""
        let needsLeave = OSMTags.smallWaters.contains(waterway)
        // Springs, pipes and the like carry no boat; the tag is free text, so its list never ends.
        guard isFerry || needsLeave || OSMTags.waters.contains(waterway) else { return .other }
        if written != nil, permission == nil { dropped[.accessInWords] += 1 }
        if needsLeave, permission != .granted, !isFerry { return .other }
        if permission == .denied { return .dropped(isFerry ? .closedToAll : .noBoats) }
        if tags["tunnel"] == "culvert" { return .dropped(.noBoats) }
        if isFerry { dropped[.ferry] += 1 }
        tags.countUnknown(OSMTags.directionValues, &dropped)
        var way = OSMRoad(
            roadClass: .path, forward: [.boat], backward: [.boat], isBridge: false, boatSpeed: usualBoatSpeed)
        switch tags["oneway"] {
        case "yes", "true", "1": way.backward = []
        case "-1", "reverse": way.forward = []
        // "no", and whatever else is written, which has been counted: both ways.
        default: break
        }
        return .road(way)
    }

    // MARK: Direction

    /// Applies one-way tags; they bind no walkers and no boats.
    private mutating func direct(_ tags: OSMTags, _ highway: String) {
        let isImplied =
            highway == "motorway" || ["roundabout", "circular"].contains(tags["junction"])
        let lanes = ["cycleway", "cycleway:left", "cycleway:right", "cycleway:both"]
        let bicycle = tags["oneway:bicycle"]
        var bound: TravelModeSet = [.car, .eBike, .emergency]
        if ["no", "false", "0", "-1"].contains(bicycle)
            || lanes.contains(where: { tags[$0]?.hasPrefix("opposite") ?? false })
        {
            bound.subtract(.eBike)
        }
        switch tags["oneway"] {
        case "yes", "true", "1": backward.subtract(bound)
        case "-1", "reverse": forward.subtract(bound)
        case "reversible":
            forward.subtract([.car, .eBike, .emergency])
            backward.subtract([.car, .eBike, .emergency])
        case "no", "false", "0", "alternating": break
        // Nothing is written, or what has been counted as unknown: what such a road is by itself.
        default: if isImplied { backward.subtract(bound) }
        }
        switch bicycle {
        case "-1": forward.subtract([.eBike])
        case "yes", "true", "1": if !["-1", "reverse"].contains(tags["oneway"]) { backward.subtract([.eBike]) }
        // "no", and whatever else is written, which has been counted.
        default: break
        }
    }

    // MARK: Speed

    private mutating func limitSpeed(_ tags: OSMTags, _ dropped: inout Dropped) {
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
