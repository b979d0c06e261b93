// What tags say and nothing is made of: by tables, so that a tag is counted wherever it stands.

extension OSMTags {
    /// Which values of a key are known.
    typealias KnownValues = [(key: String, values: Set<String>)]

    private static let bridgeValues: KnownValues = [
        (
            "bridge",
            bridges.union([
                "no", "abandoned", "razed", "demolished", "removed", "destroyed", "proposed", "construction",
            ])
        )
    ]

    /// Values of `bridge` that are one.
    static let bridges: Set<String> = [
        "yes", "true", "1", "aqueduct", "arch", "bascule", "beam", "boardwalk", "cable-stayed", "cantilever", "covered",
        "drawbridge", "floating",
        "humpback", "lift", "low_water_crossing", "movable", "pontoon", "simple_brunnel", "suspension", "swing",
        "trestle", "truss", "viaduct",
    ]

    /// Values that tell in which direction one goes.
    static let directionValues: KnownValues = [
        ("oneway", ["yes", "true", "1", "-1", "reverse", "no", "false", "0", "reversible", "alternating"]),
        ("oneway:bicycle", ["yes", "true", "1", "-1", "no", "false", "0"]),
    ]

    /// The values that decide something of a node; any other may have been meant as one of them, and is counted.
    static let nodeValues: KnownValues = [
        ("emergency", emergencyValues.union(emergencyThings))
    ]

    /// The same of a road.
    static let roadValues: KnownValues =
        directionValues + bridgeValues + [("motorroad", ["yes", "no"]), ("emergency", emergencyValues)]

    private static let emergencyValues: Set<String> = [
        "yes", "designated", "permissive", "destination", "official", "no", "private", "unknown",
    ]

    /// What stands by the road for emergencies, which lets nobody through.
    private static let emergencyThings: Set<String> = [
        "fire_hydrant", "phone", "defibrillator", "assembly_point", "fire_extinguisher", "siren", "access_point",
        "life_ring", "water_tank",
        "suction_point", "fire_water_pond", "fire_alarm_box", "fire_hose", "landing_site", "key_depot", "lifeguard",
        "first_aid_kit",
    ]

    /// Waters that carry boats, and those that do where a tag says so.
    static let waters: Set<String> = ["river", "canal", "fairway", "tidal_channel"]
    static let smallWaters: Set<String> = ["stream", "ditch", "drain", "wadi"]

    /// Values of keys with endless lists that are read; in another case they are counted.
    static let waterValues: KnownValues = [
        ("waterway", waters.union(smallWaters).union(["weir", "dam", "waterfall"])), ("route", ["ferry"]),
        ("tunnel", ["culvert"]),
    ]

    /// Counts values that are not among those known.
    func countUnknown(_ known: KnownValues, _ dropped: inout Dropped) {
        for (key, values) in known {
            if let value = self[key], !values.contains(value) { dropped.add(.unknownValue, named: "\(key)=\(value)") }
        }
    }

    /// Counts values that would be known in another case.
    func countCase(_ known: KnownValues, _ dropped: inout Dropped) {
        for (key, values) in known {
            guard let value = self[key], !values.contains(value), value.utf8.count <= 40 else { continue }
            if values.contains(value.trimmed.lowercased()) { dropped.add(.unknownValue, named: "\(key)=\(value)") }
        }
    }

    /// Whether water runs over the road here.
    var isFord: Bool { self["ford"].map { $0 != "no" } ?? false }

    /// What is said of a road or barrier that the network cannot hold, by the first word of the key.
    private static let limits: [Substring: DropReason] = {
        let bases: [(reason: DropReason, names: [Substring])] = [
            (
                .condition,
                [
                    "access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot", "maxspeed", "oneway",
                    "emergency", "opening_hours",
                ]
            ),
            (.sizeLimit, ["maxheight", "maxwidth", "maxweight", "maxlength", "maxaxleload"]),
        ]
        return Dictionary(uniqueKeysWithValues: bases.flatMap { base in base.names.map { ($0, base.reason) } })
    }()

    /// Keys of such words that are read; what follows a colon in others restricts them to an hour, a direction, a lane or a vehicle.
    private static let readKeys: Set<String> = [
        "access", "vehicle", "motor_vehicle", "motorcar", "bicycle", "foot", "maxspeed", "maxspeed:forward",
        "maxspeed:backward", "oneway",
        "oneway:bicycle", "emergency",
    ]

    /// What follows a colon and tells about the tag, not about the road.
    private static let remarks: Set<Substring> = [
        "source", "note", "type", "reason", "signed", "website", "description",
    ]

    /// Counts what the network cannot hold, once for each reason.
    func countLimits(_ dropped: inout Dropped) {
        if isFord { dropped[.ford] += 1 }
        var found: Set<DropReason> = []
        for (key, _) in pairs where !Self.readKeys.contains(key) {
            let end = key.utf8.firstIndex(of: UInt8(ascii: ":")) ?? key.endIndex
            if key.hasSuffix(":conditional") {
                found.insert(.condition)
            } else if let reason = Self.limits[key[..<end]],
                !key[end...].split(separator: ":").contains(where: Self.remarks.contains)
            {
                found.insert(reason)
            }
        }
        for reason in [DropReason.condition, .sizeLimit] where found.contains(reason) { dropped[reason] += 1 }
    }

    /// What of a relation would be a road or a restriction and is not taken over; nil for relations about something else.
    var relation: (reason: DropReason, name: String)? {
        let type = self["type"]?.lowercased() ?? ""
        if type.hasPrefix("restriction") { return (.turnRestriction, "") }
        if type == "multipolygon", let highway = self["highway"] { return (.relation, "highway=\(highway)") }
        if let route = self["route"], route.lowercased() == "ferry" { return (.relation, "route=\(route)") }
        return nil
    }
}
