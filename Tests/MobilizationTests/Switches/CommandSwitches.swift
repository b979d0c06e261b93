import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `command` group.
@Suite struct CommandSwitches {
    typealias Settings = SwitchTown.Settings

    private static let byHand = "orders reach every organization at the minute worked out by hand"

    private static let hops: [Switch] = ["street", "community", "grid", "compound", "unit"].enumerated().flatMap {
        number, name in
        let level: OrganizationLevel = [.street, .community, .grid, .compound, .unit][number]
        return ["relay", "decide"].map { part in
            Switch.delay("plan.command.hops.\(name).\(part)", byHand: byHand) { $0.actedOn(level) }
        }
    }

    /// Two departments are asked for, one after the other, half an hour each.
    private static let asked: Settings = ["plan.command.handOff": #""30 min""#]
    private static let oneDepartment: Settings = [
        "incident.tasks.transfer.departments": #"["d0"]"#, "plan.teams.kinds.dike.departments": #"["d0"]"#,
    ]
    private static let noDepartment: Settings = [
        "incident.tasks.transfer.departments": "[]", "plan.teams.kinds.dike.departments": "[]",
    ]

    static let all: [Switch] =
        ["detect", "verify", "consult", "raise", "order"].map { name in
            Switch.delay("plan.command.\(name)", byHand: byHand) { $0.ordered }
        } + hops + [
            Switch(
                "plan.command.missedOrder",
                neutral: (["plan.command.missedOrder": "0"], ["plan.command.missedOrder": #""0%""#]),
                ["0", "0.1", "0.4", "1"], byHand: "a missed order takes exactly as long as finding the deputy"
            ) { $0.actedOn(.street) + $0.actedOn(.community) + $0.actedOn(.grid) },
            .delay(
                "plan.command.deputy", with: ["plan.command.missedOrder": "0.5"],
                neutral: (
                    ["plan.command.missedOrder": "0", "plan.command.deputy": #""0 min""#],
                    ["plan.command.missedOrder": "0", "plan.command.deputy": #""3 h""#]
                ), byHand: "a missed order takes exactly as long as finding the deputy"
            ) { $0.actedOn(.street) + $0.actedOn(.community) + $0.actedOn(.grid) },
            Switch(
                "plan.command.skipLevel",
                neutral: skipNeutral, ["false", "true"],
                with: ["plan.command.hops": fixedHops(street: 12), "plan.command.missedOrder": "0"], .falls,
                byHand: "skipping the streets never makes a community later"
            ) { $0.actedOn(.community) + $0.actedOn(.grid) },
            Switch(
                "plan.command.unifiedCommand",
                neutral: (
                    oneDepartment.merging(["plan.command.unifiedCommand": "false"]) { $1 },
                    oneDepartment.merging(["plan.command.unifiedCommand": "true"]) { $1 }
                ), ["false", "true"], with: asked, .falls,
                byHand: "without a street chief the transfer comes too late, with one in time"
            ) { $0.agreed + $0.joint.map { Double($0.handOffs) } },
            Switch(
                "plan.command.standIns",
                neutral: (["plan.command.standIns": "[]"], ["plan.command.standIns": #"["d0", "d1"]"#]),
                ["[]", #"["d1"]"#],
                with: oneDepartment.merging(["plan.command.unifiedCommand": "true"]) { $1 },
                byHand: "only a department that was asked comes, or under one commander a stand-in"
            ) { outcome in
                [
                    Double(
                        Set(outcome.joint.compactMap { $0.department.team.exists ? $0.department.team.raw : nil }).count
                    )
                ]
            },
            Switch(
                "plan.command.preAuthorized",
                neutral: (
                    noDepartment.merging(["plan.command.preAuthorized": "false"]) { $1 },
                    noDepartment.merging(["plan.command.preAuthorized": "true"]) { $1 }
                ), ["false", "true"], .falls, byHand: "agreements made beforehand shorten every hand-off"
            ) { $0.agreed },
            .delay(
                "plan.command.handOff", byHand: "departments are asked one after the other, under one commander once"
            ) { $0.agreed },
            .delay(
                "plan.command.handOffPreAuthorized", with: ["plan.command.preAuthorized": "true"],
                neutral: (
                    ["plan.command.handOffPreAuthorized": #""0 min""#],
                    ["plan.command.handOffPreAuthorized": #""2 h""#]
                ), byHand: "agreements made beforehand shorten every hand-off"
            ) { $0.agreed },
        ]

    /// With streets that take no time, skipping them saves none.
    private static let skipNeutral: (Settings, Settings) = (
        [
            "plan.command.skipLevel": "false", "plan.command.hops": fixedHops(street: 0),
            "plan.command.missedOrder": "0",
        ],
        ["plan.command.skipLevel": "true", "plan.command.hops": fixedHops(street: 0), "plan.command.missedOrder": "0"]
    )

    /// Hops of so many minutes at streets, and of fixed lengths below.
    private static func fixedHops(street: Int) -> String {
        """
        { "street": { "relay": "\(street) min", "decide": "\(street) min" }, "community": { "relay": "4 min", "decide": "3 min" },
          "grid": { "relay": "1 min", "decide": "2 min" }, "compound": { "relay": "1 min", "decide": "2 min" } }
        """
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
