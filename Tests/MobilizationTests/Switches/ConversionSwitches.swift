import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `conversion` group.
@Suite struct ConversionSwitches {
    typealias Settings = SwitchTown.Settings

    private static let levels: [(String, OrganizationLevel)] = [
        ("district", .district), ("street", .street), ("community", .community), ("grid", .grid),
        ("compound", .compound), ("unit", .unit),
    ]

    static let all: [Switch] = levels.flatMap { name, level in
        let key = "plan.conversion.\(name)"
        return [
            // Level I is never ordered here: whoever converts from there on does not, however long it would take.
            Switch(
                "\(key).from",
                neutral: (
                    ["\(key).from": "\"I\"", "\(key).time": "\"0 min\""],
                    ["\(key).from": "\"I\"", "\(key).time": "\"9 h\""]
                ), ["\"IV\"", "\"III\"", "\"II\"", "\"I\""],
                byHand: "an organization converts from its level on, and below it is only alerted"
            ) { $0.converted(level) },
            .delay(
                "\(key).time", with: ["\(key).from": "\"IV\""],
                neutral: (
                    ["\(key).from": "\"I\"", "\(key).time": "\"1 min\""],
                    ["\(key).from": "\"I\"", "\(key).time": "\"2 h\""]
                ), byHand: "orders reach every organization at the minute worked out by hand"
            ) { $0.converted(level) },
        ]
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
