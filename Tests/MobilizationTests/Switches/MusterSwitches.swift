import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `muster` group.
@Suite struct MusterSwitches {
    typealias Settings = SwitchTown.Settings

    private static let desks: [Switch] = [
        ("district", OrganizationLevel.district), ("street", .street), ("community", .community), ("grid", .grid),
        ("compound", .compound), ("unit", .unit),
    ].map { name, level in
        let key = "plan.muster.desks.\(name)"
        // Where checking in takes no time, nobody needs a second desk; where it does, nobody comes earlier for having fewer.
        return Switch(
            key,
            neutral: (
                ["plan.muster.checkIn": "\"0 min\"", key: "1"], ["plan.muster.checkIn": "\"0 min\"", key: "60"]
            ),
            ["1", "2", "4", "60"],
            with: SwitchTown.everybodyComes.merging(SwitchTown.oneWave) { $1 }
                .merging(["plan.muster.checkIn": "\"40 min\"", "plan.muster.noShow": "0"]) { $1 },
            .falls, byHand: "several desks serve from one queue"
        ) { $0.checkedIn(level) }
    }

    static let all: [Switch] =
        desks + [
            .delay(
                "plan.muster.prepareDay", with: ["incident.firstSignal": #""2024-06-16T08:30+08:00""#],
                byHand: "getting ready takes longer when woken"
            ) { $0.step(3) },
            .delay(
                "plan.muster.prepareNight", with: ["incident.firstSignal": #""2024-06-16T23:10+08:00""#],
                byHand: "getting ready takes longer when woken"
            ) { $0.step(3) },
            Switch(
                "plan.muster.noShow", neutral: (["plan.muster.noShow": "0"], ["plan.muster.noShow": #""0%""#]),
                ["0", "0.1", "0.4", "1"], .falls,
                byHand: "some who said yes do not come after all, but whoever is on duty does"
            ) { $0.arrivedSet },
            .delay(
                "plan.muster.checkIn",
                neutral: (
                    ["plan.muster.desks": noDesks, "plan.muster.checkIn": #""0 min""#],
                    ["plan.muster.desks": noDesks, "plan.muster.checkIn": #""2 h""#]
                ), byHand: "one desk serves people in the order of their coming, each as long as it takes"
            ) { $0.step(5) },
            Switch(
                "plan.muster.speedSpread",
                neutral: (["plan.muster.speedSpread": "0"], ["plan.muster.speedSpread": "0.0"]),
                ["0", "0.1", "0.3", "0.6"],
                byHand: "every person is called, comes and checks in at the minute worked out by hand"
            ) { outcome in
                // How far each pace is from the usual one, to the millisecond of a way of minutes.
                zip(outcome.step(4), outcome.journeys.indices).map { time, person in
                    let usual = Double(outcome.world.ground.homeTravel[PersonID(person)])
                    return time > 0 && time.isFinite && usual > 0
                        ? (Elementary.log(time / usual).magnitude * 1000).rounded() : 0
                }
            },
        ]

    private static let noDesks = #"{ "district": 0, "street": 0, "community": 0, "grid": 0, "compound": 0, "unit": 0 }"#

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
