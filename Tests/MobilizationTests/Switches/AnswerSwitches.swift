import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The answers of every role in every band of the week, in `callOut.answers`.
@Suite struct AnswerSwitches {
    typealias Settings = SwitchTown.Settings

    /// The first signal in the middle of each band, on a Monday or, at the weekend, on a Sunday.
    private static let signals = [
        "night": "2024-06-17T23:10+08:00", "morning": "2024-06-17T06:05+08:00", "workday": "2024-06-17T10:00+08:00",
        "weekend": "2024-06-16T10:00+08:00", "evening": "2024-06-17T18:30+08:00",
    ]

    private static let setting = SwitchTown.plain.merging(SwitchTown.oneWave) { $1 }.merging([
        "plan.callOut.comesLater": "0", "plan.callOut.callAnswered": #"{ "day": 0.9, "night": 0.9 }"#,
        "plan.callOut.call": #""20 s""#, "plan.callOut.decide": #""30 s""#,
    ]) { $1 }

    static let all: [Switch] = SwitchTown.roles.flatMap { role in
        let key = "plan.callOut.answers.\(role)"
        let bands = SwitchTown.bands.map { band in
            let signal = ["incident.firstSignal": "\"\(signals[band] ?? "")\"", "\(key).willing": "1"]
            return Switch(
                // Those who will not come are not asked whether they could.
                "\(key).available.\(band)",
                neutral: (
                    ["\(key).willing": "0", "\(key).available.\(band)": "0"],
                    ["\(key).willing": "0", "\(key).available.\(band)": "1"]
                ), ["0", "1"], with: setting.merging(signal) { $1 },
                byHand: "availability goes by the band of the week, and those who cannot come at once may come later"
            ) { $0.acceptedSet }
        }
        let never = "{ \(SwitchTown.bands.map { "\"\($0)\": 0" }.joined(separator: ", ")) }"
        let willing = Switch(
            // Those who cannot come do not come, willing or not.
            "\(key).willing",
            neutral: (
                ["plan.callOut.comesLater": "0", "\(key).available": never, "\(key).willing": "0"],
                ["plan.callOut.comesLater": "0", "\(key).available": never, "\(key).willing": "1"]
            ), ["0", "0.3", "0.7", "1"], with: setting,
            byHand: "an average person says yes with the role's chance, a readier one refuses less often"
        ) { $0.acceptedSet }
        return bands + [willing]
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
