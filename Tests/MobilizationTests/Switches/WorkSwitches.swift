import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `dispatch` and `fieldWork` groups.
@Suite struct WorkSwitches {
    typealias Settings = SwitchTown.Settings

    private static let comes = SwitchTown.everybodyComes.merging(["plan.muster.noShow": "0"]) { $1 }
    private static let noDepartment: Settings = [
        "incident.tasks.transfer.departments": "[]", "plan.teams.kinds.dike.departments": "[]",
    ]
    private static let warned =
        "warning takes the doors, the talks and the persuading, shared by the team, and the leaving"

    /// What is set leaves what `key` says without effect.
    private static func silent(_ setting: Settings, _ key: String, _ one: String, _ other: String) -> (
        Settings, Settings
    ) {
        (setting.merging([key: one]) { $1 }, setting.merging([key: other]) { $1 })
    }

    private static let dispatch: [Switch] = [
        Switch(
            "plan.dispatch.policy", neutral: ([:], ["plan.dispatch.policy": #""nearest""#]),
            sweptBy: "a task gets the nearest free team, among equally near ones the one free longest",
            byHand: "a task gets the nearest free team, among equally near ones the one free longest"),
        // What a policy is told matters only where that policy decides.
        Switch(
            "plan.dispatch.batch.every", neutral: ([:], ["plan.dispatch.batch.every": #""9 min""#]),
            sweptBy: "in a batch a task is served at the next decision, whatever the interval",
            byHand: "in a batch a task is served at the next decision, whatever the interval"),
        Switch(
            "plan.dispatch.claim.window", neutral: ([:], ["plan.dispatch.claim.window": #""9 min""#]),
            sweptBy: "a far team waits until the window for claims is over, a near one claims at once",
            byHand: "a far team waits until the window for claims is over, a near one claims at once"),
        Switch(
            "plan.dispatch.claim.reach", neutral: ([:], ["plan.dispatch.claim.reach": #""9 min""#]),
            sweptBy: "a far team waits until the window for claims is over, a near one claims at once",
            byHand: "a far team waits until the window for claims is over, a near one claims at once"),
        // In a district of one street both areas are the same.
        Switch(
            "plan.dispatch.area",
            neutral: (["plan.dispatch.area": #""street""#], ["plan.dispatch.area": #""district""#]),
            sweptBy: "a task gets the nearest free team, among equally near ones the one free longest",
            byHand: "a task gets the nearest free team, among equally near ones the one free longest"),
        Switch(
            "plan.dispatch.lastResortAfter", neutral: ([:], ["plan.dispatch.lastResortAfter": #""20 h""#]),
            [#""1 min""#, #""60 min""#, #""200 min""#, #""13 h""#],
            with: comes.merging(["plan.teams.kinds.force.level": #""I""#]) { $1 },
            byHand: "what nobody took in time falls to the community's crew, then and not before"
        ) { outcome in
            // The first of its tasks the crew begins, whichever it is.
            [outcome.tasks(.warn).compactMap { $0.started < 0 ? nil : Double($0.started) }.min() ?? .infinity]
        },
    ]

    private static let work: [Switch] = [
        .delay("plan.fieldWork.door", with: comes, byHand: warned) { first($0) { Double($0.ended - $0.started) } },
        Switch(
            "plan.fieldWork.opened", neutral: (["plan.fieldWork.opened": "1"], ["plan.fieldWork.opened": #""100%""#]),
            ["0", "0.3", "0.7", "1"], with: comes,
            byHand: "some doors open and some households refuse, with the plan's chances"
        ) { first($0) { Double($0.opening) } },
        .delay(
            "plan.fieldWork.talk", with: comes,
            neutral: silent(["plan.fieldWork.opened": "0"], "plan.fieldWork.talk", #""0 min""#, #""1 h""#),
            byHand: warned
        ) { first($0) { Double($0.ended - $0.started) } },
        Switch(
            "plan.fieldWork.refuses",
            neutral: silent(["plan.fieldWork.persuade": #""0 min""#], "plan.fieldWork.refuses", "0", "1"),
            ["0", "0.3", "0.7", "1"], with: comes,
            byHand: "some doors open and some households refuse, with the plan's chances"
        ) { first($0) { Double($0.ended - $0.started) } },
        .delay(
            "plan.fieldWork.persuade", with: comes.merging(["plan.fieldWork.refuses": "0.5"]) { $1 },
            neutral: silent(["plan.fieldWork.refuses": "0"], "plan.fieldWork.persuade", #""0 min""#, #""1 h""#),
            byHand: warned
        ) { first($0) { Double($0.ended - $0.started) } },
        .delay("plan.fieldWork.leave", with: comes, byHand: warned) { first($0) { Double($0.ended - $0.started) } },
        .delay(
            "plan.fieldWork.transfer", with: comes.merging(noDepartment) { $1 },
            byHand: "residents are moved as many at once as there are helpers for"
        ) { $0.work(.transfer).prefix(1).map { $0 } },
        Switch(
            "plan.fieldWork.helpers",
            // Of one resident there is one to help, however many would be needed for the next.
            neutral: (["plan.fieldWork.helpers": "1"], ["plan.fieldWork.helpers": "50"]), ["1", "3", "5", "9"],
            with: comes.merging(noDepartment) { $1 }
                .merging(["incident.tasks.transfer.residentsPerTask": "9", "plan.fieldWork.transfer": #""20 min""#]) {
                    $1
                },
            byHand: "residents are moved as many at once as there are helpers for"
        ) { $0.work(.transfer).prefix(1).map { $0 } },
        .delay(
            "plan.fieldWork.openPost",
            with: comes.merging([
                "incident.tasks.transfer": "null", "plan.teams.kinds.dike.departments": #"["d0"]"#,
                "plan.command.handOff": #""30 min""#,
            ]) { $1 },
            neutral: silent(noDepartment, "plan.fieldWork.openPost", #""0 min""#, #""3 h""#),
            byHand: "a crew keeps its post, the department's team leaves once it is open"
        ) { outcome in
            // One team opens both posts, one after the other.
            [outcome.joint.map { $0.started < 0 ? .infinity : Double($0.started) }.max() ?? 0]
        },
    ]

    static let all = dispatch + work

    /// What the first warning of all came to, which nothing that comes after can change.
    private static func first(_ outcome: Outcome, _ read: (Outcome.Told) -> Double) -> [Double] {
        let begun = outcome.tasks(.warn).filter { $0.started >= 0 }
        guard let first = begun.min(by: { $0.started < $1.started }), first.ended >= 0 else { return [.infinity] }
        return [read(first)]
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
