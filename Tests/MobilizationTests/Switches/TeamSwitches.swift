import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `teams` group, those of a kind of team shown on one kind that has its people to itself.
@Suite struct TeamSwitches {
    typealias Settings = SwitchTown.Settings

    private static let force = "plan.teams.kinds.force"
    private static let crew = "plan.teams.kinds.crew"
    private static let gate = "plan.teams.kinds.gate"
    private static let comes = SwitchTown.everybodyComes.merging(["plan.muster.noShow": "0"]) { $1 }
    /// Nobody needs a leader, and no fewer than the minimum are ever enough: patience then changes nothing.
    private static let anybody: Settings = ["\(force).needsLeader": "false", "plan.teams.underStrength": "1"]
    private static let noBranch: Settings = ["plan.teams.temporaryBranch.members": "50"]

    /// A number of teams stated in one way and in no other.
    private static func number(_ name: String, _ value: String) -> String {
        #"{ "each": null, "\#(name)": \#(value) }"#
    }

    /// A kind with one duty in place of its own, and so many of it.
    private static func duty(
        _ number: String = "1", post: String? = nil, tasks: String? = nil, lastResort: Bool = false, joins: Bool = false
    ) -> String {
        """
        { "each": \(number), "post": \(post.map { "\"\($0)\"" } ?? "null"), "tasks": \(tasks.map { "[\"\($0)\"]" } ?? "null"),
          "lastResort": \(lastResort), "joins": \(joins) }
        """
    }

    private static let group: [Switch] = [
        .delay("plan.teams.form", byHand: "teams are ready at the minute worked out by hand") { forming($0) },
        .delay("plan.teams.brief", byHand: "teams are ready at the minute worked out by hand") { forming($0) },
        Switch(
            "plan.teams.patience",
            neutral: (anybody, anybody.merging(["plan.teams.patience": #""5 min""#]) { $1 }),
            [#""10 min""#, #""60 min""#, #""200 min""#, #""13 h""#],
            with: ["plan.teams.underStrength": "0.3", "\(force).minimum": "8"],
            byHand: "once its patience is over a team starts with the share the plan allows"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.underStrength",
            neutral: (["plan.teams.underStrength": "0"], ["plan.teams.underStrength": "1"]), ["0", "0.3", "0.6", "1"],
            with: ["plan.teams.patience": #""20 min""#, "\(force).minimum": "8"],
            byHand: "once its patience is over a team starts with the share the plan allows"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.temporaryBranch.members",
            neutral: (["plan.teams.temporaryBranch.members": "40"], noBranch), ["3", "4", "50"], with: comes, .falls,
            byHand: "the third full member in a team makes a branch, once approved, and no more makes another"
        ) { $0.value("temporary_branches") },
        Switch(
            "plan.teams.temporaryBranch.approval",
            neutral: (
                noBranch.merging(["plan.teams.temporaryBranch.approval": #""0 min""#]) { $1 },
                noBranch.merging(["plan.teams.temporaryBranch.approval": #""5 h""#]) { $1 }
            ), [#""0 min""#, #""60 min""#, #""150 min""#, #""5 h""#],
            with: comes.merging(["plan.teams.temporaryBranch.handOffFactor": "0", "plan.command.handOff": #""3 h""#]) {
                $1
            },
            byHand: "a branch shortens the hand-offs asked for after its approval"
        ) { $0.agreed },
        Switch(
            "plan.teams.temporaryBranch.handOffFactor",
            neutral: (
                noBranch.merging(["plan.teams.temporaryBranch.handOffFactor": "0"]) { $1 },
                noBranch.merging(["plan.teams.temporaryBranch.handOffFactor": "1"]) { $1 }
            ), ["0", "0.3", "0.6", "1"],
            with: comes.merging([
                "plan.teams.temporaryBranch.approval": #""0 min""#, "plan.command.handOff": #""90 min""#,
            ]) { $1 },
            byHand: "a branch shortens the hand-offs asked for after its approval"
        ) { $0.agreed },
    ]

    private static let kinds: [Switch] = [
        Switch(
            "plan.teams.kinds.*.category",
            neutral: (["\(force).category": #""crew""#], ["\(force).category": #""departmentTeam""#]),
            path: "\(force).category",
            [#""crew""#, #""taskForce""#], byHand: "counts of teams, turn-outs and people"
        ) { $0.value("task_forces") },
        Switch(
            "plan.teams.kinds.*.formedAt",
            // A team of people nobody has forms nowhere, wherever it would.
            neutral: (
                [
                    "\(force).from": "[\"districtCadre\"]", "\(force).formedAt": #""community""#,
                    "incident.tasks": "{ \"warn\": null, \"transfer\": null }",
                ],
                [
                    "\(force).from": "[\"districtCadre\"]", "\(force).formedAt": #""street""#,
                    "incident.tasks": "{ \"warn\": null, \"transfer\": null }",
                ]
            ), path: "\(force).formedAt", [#""grid""#, #""community""#], .falls,
            byHand: "as many teams are foreseen as the plan's number says"
        ) { [Double($0.teams("force").count)] },
        Switch(
            "plan.teams.kinds.*.from",
            neutral: (
                ["\(force).from": #"["registeredMember"]"#],
                ["\(force).from": #"["registeredMember", "propertyStaff"]"#]
            ), path: "\(force).from", [#"["registeredMember"]"#, #"["registeredMember", "volunteer"]"#],
            with: comes.merging([
                "\(force).needsLeader": "false", "plan.callOut.answers.registeredMember.willing": "0",
            ]) { $1 }, .falls,
            byHand: "teams are drawn from their roles only"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.kinds.*.minimum",
            neutral: (
                ["\(force).level": #""I""#, "\(force).minimum": "1"],
                ["\(force).level": #""I""#, "\(force).minimum": "9"]
            ),
            path: "\(force).minimum", ["1", "3", "5", "9"],
            byHand: "a team starts with its minimum and takes people until it is full"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.kinds.*.full",
            neutral: (["\(force).full": "20"], ["\(force).full": "200"]), path: "\(force).full", ["3", "4", "5", "9"],
            with: comes.merging(["plan.teams.form": #""3 h""#]) { $1 },
            byHand: "a team starts with its minimum and takes people until it is full"
        ) { outcome in outcome.teams("force").map { Double(outcome.teams[$0].strength) } },
        Switch(
            "plan.teams.kinds.*.needsLeader",
            // Where a team has no patience at all, whoever is there leads.
            neutral: (
                ["plan.teams.patience": #""0 min""#, "plan.teams.underStrength": "1", "\(force).needsLeader": "false"],
                ["plan.teams.patience": #""0 min""#, "plan.teams.underStrength": "1", "\(force).needsLeader": "true"]
            ), path: "\(force).needsLeader", ["false", "true"],
            with: ["\(force).minimum": "1", "plan.callOut.channels": #"["groupMessage"]"#],
            byHand: "one seat is kept for somebody who can lead"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.kinds.*.level",
            neutral: (
                ["\(force).level": #""III""#, "incident.levels": onlyThree],
                ["\(force).level": #""IV""#, "incident.levels": onlyThree]
            ),
            path: "\(force).level", [#""IV""#, #""III""#, #""II""#, #""I""#], with: SwitchTown.oneWave,
            byHand: "those who wait are seated in the order of their coming when teams open"
        ) { $0.ready("force") },
        Switch(
            "plan.teams.kinds.*.each",
            neutral: ([:], ["\(force).each": "1"]), path: "\(force).each", ["0", "1", "2", "4"],
            byHand: "as many teams are foreseen as the plan's number says"
        ) { [Double($0.teams("force").count)] },
        number("perLowHouseholds", of: "16", ["1", "3", "16", "100"]),
        number("perLowResidentsNeedingHelp", of: "4", ["1", "3", "4", "100"]),
        number("perListed", of: "9", ["1", "3", "9", "100"]),
        Switch(
            "plan.teams.kinds.*.post",
            // A post at a stretch of dike where there is none is no post at all.
            neutral: (
                [gate: duty("0", post: "seat")], [gate: duty("null", post: "dikePoint")]
            ), path: "plan.teams.kinds.duty",
            ["shelter", "seat", "dikePoint"].map { duty("null", post: $0) },
            byHand: "posts stand at seats, stretches of dike and shelters"
        ) { [Double($0.teams("duty").count)] },
        Switch(
            "plan.teams.kinds.*.tasks",
            neutral: (
                ["incident.tasks.transfer": "null", "\(force).tasks": #"["warn"]"#],
                ["incident.tasks.transfer": "null", "\(force).tasks": #"["transfer", "warn"]"#]
            ), path: "\(force).tasks", [#"["transfer"]"#, #"["transfer", "warn"]"#], with: comes,
            byHand: "a team takes only the kinds of task it is for"
        ) { outcome in outcome.number(outcome.tasks(.warn)) { $0.started >= 0 } },
        Switch(
            "plan.teams.kinds.*.lastResort",
            // To whom nothing is left a crew of last resort stands by, like a team for tasks there are none of.
            neutral: (
                ["incident.tasks.transfer": "null", crew: duty(lastResort: true)],
                ["incident.tasks.transfer": "null", crew: duty(tasks: "transfer")]
            ), path: crew, [duty(tasks: "transfer"), duty(lastResort: true)],
            with: comes.merging(["\(force).level": #""I""#, "plan.dispatch.lastResortAfter": #""10 min""#]) { $1 },
            byHand: "what nobody took in time falls to the community's crew, then and not before"
        ) { outcome in outcome.number(outcome.tasks(.warn)) { $0.started >= 0 } },
        Switch(
            "plan.teams.kinds.*.joins",
            neutral: (
                noDepartment.merging([gate: duty("0", joins: true)]) { $1 },
                noDepartment.merging([gate: duty("0", post: "seat")]) { $1 }
            ), path: "plan.teams.kinds.joint", [duty(tasks: "warn"), duty(joins: true)], with: comes,
            byHand: "only a department that was asked comes, or under one commander a stand-in"
        ) { outcome in outcome.number(outcome.joint) { $0.started >= 0 } },
        Switch(
            "plan.teams.kinds.*.departments",
            neutral: (
                ["plan.teams.kinds.dike.level": #""I""#, "plan.teams.kinds.dike.departments": "[]"],
                ["plan.teams.kinds.dike.level": #""I""#, "plan.teams.kinds.dike.departments": #"["d0", "d1"]"#]
            ), path: "plan.teams.kinds.dike.departments", ["[]", #"["d0"]"#, #"["d0", "d1"]"#],
            with: comes.merging(["plan.command.handOff": #""1 h""#, "incident.tasks.transfer": "null"]) { $1 },
            byHand: "a crew keeps its post, the department's team leaves once it is open"
        ) { outcome in
            outcome.teams("dike").map { team in
                let story = outcome.tasks[outcome.world.teams[team].postTask.index]
                return story.started < 0 ? .infinity : Double(story.started)
            }
        },
    ]

    static let all = group + kinds

    private static let noDepartment: Settings = [
        "incident.tasks.transfer.departments": "[]", "plan.teams.kinds.dike.departments": "[]",
    ]
    private static let onlyThree = #"[{ "level": "III", "at": "0 min" }]"#

    /// One team for so many; as many as there are give one team, as one for each organization does.
    private static func number(_ name: String, of all: String, _ values: [String]) -> Switch {
        Switch(
            "plan.teams.kinds.*.\(name)", neutral: ([:], [force: number(name, all)]), path: force,
            values.map { number(name, $0) }, .falls, byHand: "as many teams are foreseen as the plan's number says"
        ) { [Double($0.teams("force").count)] }
    }

    /// How long every team took from having enough people to being ready.
    private static func forming(_ outcome: Outcome) -> [Double] {
        outcome.teams.map { $0.enough < 0 ? 0 : $0.ready < 0 ? .infinity : Double($0.ready - $0.enough) }
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
