import DenseTables
import Organization
import Places
import RandomStreams
import Testing
import Words

@testable import Mobilization

/// The switches of an incident.
@Suite struct IncidentSwitches {
    typealias Settings = SwitchTown.Settings

    private static let comes = SwitchTown.everybodyComes.merging(["plan.muster.noShow": "0"]) { $1 }

    private static func river(top: String, at: String = "14 h") -> String {
        #"[{ "at": "0 h", "height": "0.5 m" }, { "at": "\#(at)", "height": "\#(top)" }]"#
    }

    private static func levels(_ level: String, at: String = "90 min") -> String {
        #"[{ "level": "IV", "at": "0 min" }, { "level": "\#(level)", "at": "\#(at)" }]"#
    }

    private static let hazard: [Switch] =
        [
            // A week later the same hour of the same day comes.
            Switch(
                "incident.firstSignal",
                neutral: (
                    ["incident.firstSignal": #""2024-06-16T20:00+08:00""#],
                    ["incident.firstSignal": #""2024-06-23T20:00+08:00""#]
                ), sweptBy: "every hour of the week lies in its band, from its first millisecond to its last",
                byHand: "getting ready takes longer when woken"),
            Switch(
                "incident.levels.[].level",
                neutral: (
                    ["incident.levels": levels("II", at: "90 min")], ["incident.levels": levels("II", at: "1.5 h")]
                ), path: "incident.levels", ["III", "II", "I"].map { levels($0) },
                byHand: "a level ordered at once calls all waves up to it"
            ) { $0.journeys.map { $0.isEmpty ? 0 : 1 } },
            Switch(
                "incident.levels.[].at",
                neutral: (
                    ["incident.levels": levels("II", at: "20 h")], ["incident.levels": levels("II", at: "29 h")]
                ), path: "incident.levels", ["1 min", "90 min", "200 min", "20 h"].map { levels("II", at: $0) },
                byHand: "only the first signal has to be noticed, verified and consulted on at length"
            ) { $0.ordered },
            Switch(
                "incident.river.[].height",
                // A river that stays below the lowest homes is no river.
                neutral: (["incident.river": "[]"], ["incident.river": river(top: "1 m")]), path: "incident.river",
                ["1 m", "3 m", "5 m", "9 m"].map { river(top: $0) }, .falls,
                byHand: "the river reaches a height on the straight line between two points"
            ) { $0.deadlines },
            Switch(
                "incident.river.[].at",
                neutral: (["incident.river": "[]"], ["incident.river": river(top: "1 m", at: "3 h")]),
                path: "incident.river", ["2 h", "6 h", "14 h", "40 h"].map { river(top: "5 m", at: $0) },
                byHand: "the river reaches a height on the straight line between two points"
            ) { $0.deadlines },
            Switch(
                "incident.riverSpread",
                neutral: (
                    ["incident.river": "[]", "incident.riverSpread": "0"],
                    ["incident.river": "[]", "incident.riverSpread": "1"]
                ), ["0", "0.1", "0.2", "0.3"], with: ["incident.river": river(top: "9 m")],
                byHand: "one crest moves the water everywhere alike"
            ) { outcome in
                // At 8.5 m in 14 hours, from half a meter up, without any spread.
                zip(outcome.deadlines, outcome.tasks.indices.filter { outcome.world.tasks[$0].kind == .warn }).map {
                    time, task in
                    let height = outcome.world.ground.place.grids[outcome.world.tasks[task].grid.index].lowestHomes
                    let share: Double = (height - 0.5) / 8.5
                    let off: Double = time - share * Double(at(14 * 60))
                    return (off.magnitude / 10).rounded()
                }
            },
            Switch(
                "incident.responseTarget",
                neutral: (["incident.responseTarget": #""2 h""#], ["incident.responseTarget": #""120 min""#]),
                [#""1 min""#, #""150 min""#, #""300 min""#, #""14 h""#], with: comes,
                byHand: "a task never begun is not within its target"
            ) { $0.value("response_within_target") },
        ]
        + ["walk", "eBike", "car"].enumerated().map { mode, name in
            Switch(
                "incident.weather.\(name)",
                neutral: (["incident.weather.\(name)": "1"], ["incident.weather.\(name)": "1.0"]),
                ["1", "0.8", "0.5", "0.2"],
                byHand: "travel is the length of the way at the speed of the mode, whatever the weather leaves of it"
            ) { outcome in
                zip(outcome.step(4), outcome.journeys.indices).map {
                    Int(outcome.world.people.travelMode[PersonID($1)]) == mode ? $0 : 0
                }
            }
        }

    private static func demand(_ kind: TaskKind, batch: String, values: [String]) -> [Switch] {
        let key = "incident.tasks.\(kind.name)"
        let other = kind == .warn ? "incident.tasks.transfer" : "incident.tasks.warn"
        return [
            Switch(
                "\(key).level",
                neutral: (["\(key).level": "\"I\""], [key: "null"]), ["\"IV\"", "\"III\"", "\"II\"", "\"I\""],
                byHand: "needs appear when their level is warranted, long before anybody orders anything"
            ) { $0.tasks(kind).map { $0.appeared < 0 ? .infinity : Double($0.appeared) } },
            Switch(
                "\(key).\(batch)",
                // A batch as large as a grid's need and a larger one are both one task a grid.
                neutral: (["\(key).\(batch)": "8"], ["\(key).\(batch)": "100000"]), values, .falls,
                byHand: "a grid's need is cut into batches of nearly equal size that add up to it"
            ) { [Double($0.tasks(kind).count)] },
            Switch(
                "\(key).departments",
                neutral: (
                    ["\(key).level": "\"I\"", "\(key).departments": "[]"],
                    ["\(key).level": "\"I\"", "\(key).departments": "[\"d0\"]"]
                ), ["[]", #"["d0"]"#, #"["d0", "d1"]"#],
                with: comes.merging([
                    other: "null", "plan.command.handOff": #""1 h""#, "plan.teams.kinds.dike.level": #""I""#,
                ]) { $1 },
                byHand: "departments are asked one after the other, under one commander once"
            ) { outcome in
                let begun = outcome.tasks(kind).map { $0.started < 0 ? .infinity : Double($0.started) }
                return [begun.min() ?? .infinity]
            },
            // Who goes first is a matter of which number is smaller, not of how small it is.
            Switch(
                "\(key).priority",
                neutral: (
                    ["incident.tasks.warn.priority": "2", "incident.tasks.transfer.priority": "1"],
                    ["incident.tasks.warn.priority": "90", "incident.tasks.transfer.priority": "0"]
                ), ["0", "5"], with: comes.merging(["\(other).priority": "3"]) { $1 },
                byHand: "of the tasks that open in one instant the most urgent gets the only team"
            ) { outcome in
                [outcome.tasks(kind).map { $0.main.assigned < 0 ? .infinity : Double($0.main.assigned) }.min() ?? 0]
            },
        ]
    }

    private static func calls(_ stream: String) -> Settings {
        ["incident.calls": "{ \"stream\": { \"station\": \"desk\", \(stream) } }"]
    }

    private static let everyday: [Switch] = [
        Switch(
            "incident.calls.*.station",
            neutral: (calls(#""between": "1 h", "work": "9 min""#), calls(#""between": "60 min", "work": "9 min""#)),
            sweptBy: "calls at a desk come, wait and are served at the minute worked out by hand",
            byHand: "calls at a desk come, wait and are served at the minute worked out by hand"),
        // Calls that first come after the end are none.
        Switch(
            "incident.calls.*.between",
            neutral: (calls(#""between": "15 h", "work": "9 min""#), calls(#""between": "90 h", "work": "9 min""#)),
            path: "incident.calls",
            ["10 min", "30 min", "90 min"].map {
                #"{ "stream": { "station": "desk", "between": "\#($0)", "work": "5 min" } }"#
            },
            .falls, byHand: "calls at a desk come, wait and are served at the minute worked out by hand"
        ) { $0.value("calls_arrived") },
        Switch(
            "incident.calls.*.work",
            neutral: (
                calls(#""between": "15 h", "work": "9 min""#), calls(#""between": "15 h", "work": "9 h""#)
            ), path: "incident.calls",
            ["1 min", "20 min", "80 min"].map {
                #"{ "stream": { "station": "desk", "between": { "exponential": "20 min" }, "work": { "exponential": "\#($0)" } } }"#
            }, byHand: "calls at a desk come, wait and are served at the minute worked out by hand"
        ) { $0.value("everyday_wait_min") },
        Switch(
            "incident.calls.*.travel",
            neutral: (
                calls(#""between": "20 min", "work": "30 min""#),
                calls(#""between": "20 min", "work": "30 min", "travel": "0 min""#)
            ), path: "incident.calls",
            ["1 min", "20 min", "80 min"].map {
                #"{ "stream": { "station": "desk", "between": { "exponential": "20 min" }, "work": "10 min", "travel": { "exponential": "\#($0)" } } }"#
            }, byHand: "calls at a desk come, wait and are served at the minute worked out by hand"
        ) { $0.value("everyday_wait_min") },
    ]

    static let all =
        hazard + demand(.warn, batch: "householdsPerTask", values: ["1", "3", "8", "100"])
        + demand(.transfer, batch: "residentsPerTask", values: ["1", "2", "9"]) + everyday

    @Test func `calls at a desk come, wait and are served at the minute worked out by hand`() throws {
        // One window of two; a call every 4 minutes, served in 10: at 4, 8 at once; the third, at 12, waits until 14, the
        // fourth, at 16, until 18, the fifth, at 20, until 24, the sixth, at 24, until 28; they would come again at 28.
        var town = SmallTown()
        town.place.stations = [ServiceStation(code: "desk", name: LocalizedText("desk"), units: 2)]
        town.incident.calls = [
            CallStream(
                code: "c", name: LocalizedText("c"), station: 0, between: .minutes(4), work: .minutes(10))
        ]
        town.horizon = at(28) - 1
        let outcome = try town.outcome()
        #expect(outcome["calls_arrived"] == 6)
        // Begun: 0, 0, 2 and 2 and 4 minutes' wait; the last still waits.
        #expect(outcome["everyday_wait_min"] == 1.6)
        #expect(outcome.record.breach == nil)
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
