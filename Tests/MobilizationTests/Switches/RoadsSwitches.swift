import Testing

@testable import Mobilization

/// The switches of closed roads, in plan and incident.
///
/// Neutral ones close what nobody needs, or nothing within the horizon; what they do is swept and worked by hand where roads
/// and the people on them are few enough to follow.
@Suite struct RoadsSwitches {
    typealias Settings = SwitchTown.Settings

    private static let far = #""within": [[10, 10], [11, 10], [11, 11]]"#

    private static func closures(_ part: String) -> [Switch] {
        let list = part == "plan" ? "plan.roads.closures" : "incident.closures"
        func settings(_ closure: String) -> Settings { [list: "[{ \(closure) }]"] }
        func one(_ key: String, _ first: String, _ second: String, sweptBy: String, byHand: String) -> Switch {
            Switch(
                "\(list).[].\(key)", neutral: (settings(first), settings(second)), sweptBy: sweptBy, byHand: byHand)
        }
        let place = "an area closes what touches it, points what lies along them"
        let when = "bridges close while the river stands above a height, and by name, and on a timetable"
        let going = "whoever learns on the way of a closed road finishes the stretch and takes the fastest way left"
        return [
            one("allBridges", #""allBridges": true"#, #""named": ["no such road"]"#, sweptBy: when, byHand: when),
            one("named", #""named": ["no such road"]"#, #""named": ["nor this"]"#, sweptBy: when, byHand: when),
            one("within", far, #""within": [[20, 10], [21, 10], [21, 11]]"#, sweptBy: place, byHand: place),
            one("along", #""along": ["p1", "p2"]"#, #""along": ["p2", "p3"]"#, sweptBy: place, byHand: going),
            // After the end of the run.
            one(
                "from", #""along": ["p0", "p1"], "from": "15 h""#, #""along": ["p0", "p1"], "from": "90 h""#,
                sweptBy: "two rules that overlap close a road until the last of them ends", byHand: going),
            one(
                "until", #""along": ["p0", "p3"], "until": "15 h""#, #""along": ["p0", "p3"]"#,
                sweptBy: "two rules that overlap close a road until the last of them ends",
                byHand: "whoever waits goes on by the same road when it opens"),
            one(
                "riverAbove", #""along": ["p0", "p3"], "riverAbove": "90 m""#,
                #""along": ["p0", "p3"], "riverAbove": "80 m""#, sweptBy: when, byHand: when),
            one(
                "modes", #""along": ["p0", "p3"], "from": "15 h", "modes": ["boat"]"#,
                #""along": ["p0", "p3"], "from": "15 h", "modes": ["car"]"#,
                sweptBy: "a road closed to cars is walked on", byHand: "a road closed to cars is walked on"),
        ]
    }

    private static let water: [Switch] = ["walk", "eBike", "car", "boat"].map { mode in
        let key = "incident.passableDepth.\(mode)"
        // Water never as deep as that; and boats go nowhere anyway.
        return Switch(
            key, neutral: ([key: #""90 m""#], [key: #""80 m""#]),
            sweptBy: "each mode has its depth, and boats need theirs",
            byHand: "each mode has its depth, and boats need theirs")
    }

    static let all =
        closures("plan") + closures("incident") + water + [
            Switch(
                "plan.roads.whenClosed",
                neutral: (
                    ["plan.roads.closures": "[{ \(far) }]", "plan.roads.whenClosed": #""wait""#],
                    ["plan.roads.closures": "[{ \(far) }]", "plan.roads.whenClosed": #""turnBack""#]
                ), sweptBy: "whoever turns back begins anew from where he or she set out",
                byHand: "whoever waits goes on by the same road when it opens"),
            Switch(
                "plan.roads.lookEvery",
                neutral: (["plan.roads.lookEvery": #""5 min""#], ["plan.roads.lookEvery": #""2 h""#]),
                sweptBy:
                    "a road is closed before the water on it gets too deep, and open again when it is shallow enough",
                byHand:
                    "a road is closed before the water on it gets too deep, and open again when it is shallow enough"),
        ]

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }
}
