import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// The switches of the `callOut` group.
@Suite struct CallOutSwitches {
    typealias Settings = SwitchTown.Settings

    private static let phone: Settings = [
        "plan.callOut.channels": #"["phoneTree"]"#, "plan.callOut.call": #""10 s""#,
        "plan.callOut.callAnswered": #"{ "day": 0.5, "night": 0.5 }"#,
    ]
    private static let message: Settings = ["plan.callOut.channels": #"["groupMessage"]"#]
    private static let answered: Settings = ["plan.callOut.callAnswered": #"{ "day": 1, "night": 1 }"#]
    private static let reachable: Settings = [
        "plan.callOut.callAnswered": #"{ "day": 1, "night": 1 }"#,
        "plan.callOut.messageRead": #"{ "day": 1, "night": 1 }"#,
    ]
    private static let byDay: Settings = ["incident.firstSignal": #""2024-06-16T08:30+08:00""#]
    private static let byNight: Settings = ["incident.firstSignal": #""2024-06-16T23:10+08:00""#]

    private static func both(_ settings: Settings...) -> Settings {
        settings.reduce([:]) { $0.merging($1) { $1 } }
    }

    private static func shares(_ key: String, _ settings: Settings, neutral: (Settings, Settings)? = nil) -> (
        Settings, Settings
    ) {
        neutral ?? (both(settings, [key: "0"]), both(settings, [key: #""0%""#]))
    }

    private static func wave(_ volunteersAt: String) -> String {
        """
        [{ "level": "IV", "roles": ["communityWorker", "gridWorker"] }, { "level": "\(volunteersAt)", "roles": ["volunteer"] }]
        """
    }

    private static func waves(_ roles: [String]) -> String {
        "[{ \"level\": \"IV\", \"roles\": [\(roles.map { "\"\($0)\"" }.joined(separator: ", "))] }]"
    }

    private static let reach: [Switch] = [
        Switch(
            "plan.callOut.channels",
            neutral: (
                ["plan.callOut.channels": #"["phoneTree", "groupMessage"]"#],
                ["plan.callOut.channels": #"["groupMessage", "phoneTree"]"#]
            ), [#"["groupMessage"]"#, #"["groupMessage", "phoneTree"]"#], .falls,
            byHand: "over two channels the first contact counts and the second is a duplicate"
        ) { $0.reachedTimes },
        Switch(
            "plan.callOut.waves.[].level",
            neutral: (
                ["plan.callOut.waves": waves(["communityWorker", "volunteer"])],
                [
                    "plan.callOut.waves": """
                    [{ "level": "IV", "roles": ["volunteer"] }, { "level": "IV", "roles": ["communityWorker"] },
                     { "level": "I", "roles": ["volunteer"] }]
                    """
                ]
            ), path: "plan.callOut.waves", ["IV", "III", "II", "I"].map(wave),
            byHand: "each wave is called when its level is acted on, and nobody twice"
        ) { $0.calledTimes },
        Switch(
            "plan.callOut.waves.[].roles",
            neutral: (
                ["plan.callOut.waves": waves(["communityWorker", "volunteer"])],
                ["plan.callOut.waves": waves(["volunteer", "communityWorker"])]
            ), path: "plan.callOut.waves",
            [["communityWorker"], ["communityWorker", "gridWorker"], SwitchTown.roles].map(waves), .falls,
            byHand: "each wave is called when its level is acted on, and nobody twice"
        ) { $0.calledTimes },
        // A span longer than any list is one in which the office rings everybody.
        Switch(
            "plan.callOut.span", neutral: (["plan.callOut.span": "200"], ["plan.callOut.span": "1000"]),
            ["1", "2", "5", "30"], with: phone, .stays,
            byHand: "a cascade reaches place p at the time of its parent and so many calls more"
        ) { $0.reachedSet },
        Switch(
            "plan.callOut.retries",
            neutral: (
                both(phone, answered, ["plan.callOut.retries": "0"]),
                both(phone, answered, ["plan.callOut.retries": "9"])
            ), ["0", "1", "2", "5"], with: phone,
            byHand: "every person is called, comes and checks in at the minute worked out by hand"
        ) { $0.reachedSet },
        .delay(
            "plan.callOut.call", with: both(phone, answered),
            neutral: (
                both(message, ["plan.callOut.call": #""0 min""#]), both(message, ["plan.callOut.call": #""9 min""#])
            ),
            byHand: "a cascade reaches place p at the time of its parent and so many calls more"
        ) { $0.reachedTimes },
        Switch(
            "plan.callOut.callAnswered.day",
            neutral: (
                both(message, ["plan.callOut.callAnswered.day": "0"]),
                both(message, ["plan.callOut.callAnswered.day": "1"])
            ), ["0", "0.3", "0.6", "1"], with: both(phone, byDay),
            byHand: "by night fewer answer, by the hour of the call or message"
        ) { $0.reachedSet },
        Switch(
            "plan.callOut.callAnswered.night",
            neutral: (
                both(message, ["plan.callOut.callAnswered.night": "0"]),
                both(message, ["plan.callOut.callAnswered.night": "1"])
            ), ["0", "0.3", "0.6", "1"], with: both(phone, byNight),
            byHand: "by night fewer answer, by the hour of the call or message"
        ) { $0.reachedSet },
        Switch(
            "plan.callOut.messageRead.day",
            neutral: (
                both(phone, ["plan.callOut.messageRead.day": "0"]), both(phone, ["plan.callOut.messageRead.day": "1"])
            ), ["0", "0.3", "0.6", "1"], with: both(message, byDay),
            byHand: "by night fewer answer, by the hour of the call or message"
        ) { $0.reachedSet },
        Switch(
            "plan.callOut.messageRead.night",
            neutral: (
                both(phone, ["plan.callOut.messageRead.night": "0"]),
                both(phone, ["plan.callOut.messageRead.night": "1"])
            ), ["0", "0.3", "0.6", "1"], with: both(message, byNight),
            byHand: "by night fewer answer, by the hour of the call or message"
        ) { $0.reachedSet },
        .delay(
            "plan.callOut.messageDelay", with: both(message, ["plan.callOut.messageReadLate": "0"]),
            neutral: (
                both(phone, ["plan.callOut.messageDelay": #""0 min""#]),
                both(phone, ["plan.callOut.messageDelay": #""2 h""#])
            ),
            byHand: "a group message reaches everybody on the list at once, except by a number out of date"
        ) { $0.reachedTimes },
        Switch(
            "plan.callOut.messageReadLate",
            neutral: (
                both(reachable, ["plan.callOut.messageReadLate": "0"]),
                both(reachable, ["plan.callOut.messageReadLate": "1"])
            ), ["0", "0.3", "0.6", "1"], with: both(message, ["plan.callOut.messageLateDelay": #""30 min""#]),
            byHand: "messages not read soon are read late, or never"
        ) { $0.reachedSet },
        .delay(
            "plan.callOut.messageLateDelay", with: message,
            neutral: (
                ["plan.callOut.messageReadLate": "0", "plan.callOut.messageLateDelay": #""0 min""#],
                ["plan.callOut.messageReadLate": "0", "plan.callOut.messageLateDelay": #""2 h""#]
            ), byHand: "messages not read soon are read late, or never"
        ) { $0.reachedTimes },
    ]

    private static let answers: [Switch] = [
        .delay(
            "plan.callOut.decide", with: SwitchTown.everybodyComes,
            byHand: "every person is called, comes and checks in at the minute worked out by hand"
        ) { $0.step(2) },
        Switch(
            "plan.callOut.comesLater",
            neutral: (
                both(SwitchTown.everybodyComes, ["plan.callOut.comesLater": "0"]),
                both(SwitchTown.everybodyComes, ["plan.callOut.comesLater": "1"])
            ), ["0", "0.3", "0.6", "1"], with: ["plan.callOut.laterDelay": #""30 min""#],
            byHand: "availability goes by the band of the week, and those who cannot come at once may come later"
        ) { $0.acceptedSet },
        .delay(
            "plan.callOut.laterDelay", with: ["plan.callOut.comesLater": "1"],
            neutral: (
                ["plan.callOut.comesLater": "0", "plan.callOut.laterDelay": #""0 min""#],
                ["plan.callOut.comesLater": "0", "plan.callOut.laterDelay": #""2 h""#]
            ), byHand: "availability goes by the band of the week, and those who cannot come at once may come later"
        ) { $0.step(2) },
        Switch(
            "plan.callOut.channelCorrelation",
            neutral: (
                both(reachable, ["plan.callOut.channelCorrelation": "0"]),
                both(reachable, ["plan.callOut.channelCorrelation": "1"])
            ), sweptBy: "the more people fare alike, the more their numbers vary, and never their mean",
            byHand: "two lists share the luck of their channel, but not each other's"),
        Switch(
            "plan.callOut.listCorrelation",
            neutral: (
                both(reachable, ["plan.callOut.listCorrelation": "0"]),
                both(reachable, ["plan.callOut.listCorrelation": "1"])
            ),
            sweptBy: "the more people fare alike, the more their numbers vary, and never their mean",
            byHand: "people of one list answer together as much as the plan says"),
        Switch(
            "plan.callOut.willingnessCorrelation",
            neutral: (
                both(SwitchTown.everybodyComes, ["plan.callOut.willingnessCorrelation": "0"]),
                both(SwitchTown.everybodyComes, ["plan.callOut.willingnessCorrelation": "1"])
            ), sweptBy: "the more people fare alike, the more their numbers vary, and never their mean",
            byHand: "one mood for the incident makes people's willingness vary together"),
    ]

    static let all = reach + answers

    @Test func `the more people fare alike, the more their numbers vary, and never their mean`() throws {
        for (key, counted) in [("channel", false), ("list", false), ("willingness", true)] {
            var spreads: [Double] = []
            for correlation in [0, 0.1, 0.5] {
                var town = SmallTown()
                town.people(20)
                town.plan.callOut.messageRead = .init(day: 0.5, night: 0.5)
                for role in town.plan.callOut.answers.indices {
                    town.plan.callOut.answers[role].willing = counted ? 0.5 : 1
                }
                if counted { town.plan.callOut.messageRead = .init(day: 1, night: 1) }
                switch key {
                case "channel": town.plan.callOut.channelCorrelation = correlation
                case "list": town.plan.callOut.listCorrelation = correlation
                default: town.plan.callOut.willingnessCorrelation = correlation
                }
                town.horizon = at(10)
                let world = try town.world()
                let counts = (0..<300 as Range<UInt32>).map { replication in
                    let outcome = Outcome(of: world, replication: replication)
                    return (counted ? outcome.acceptedSet : outcome.reachedSet).reduce(0, +)
                }
                let mean = counts.reduce(0, +) / 300
                let variance = counts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 299
                // The mood is a power of the chance of refusing, so its mean moves a little with its spread.
                let slack: Double = counted ? 1 : 0
                let reach: Double = 4 * (variance / 300).squareRoot() + slack
                #expect((mean - 10).magnitude < reach, "\(key) \(correlation)")
                spreads.append(variance)
            }
            // Twenty independent answers vary by 20 · ½ · ½; with correlation ρ by (1 + 19 ρ) as much.
            #expect(spreads[0] > 3.8 && spreads[0] < 6.4, "\(key): \(spreads)")
            #expect(
                spreads[1] > spreads[0] * (counted ? 1.1 : 1.8) && spreads[2] > spreads[1] * 1.5, "\(key): \(spreads)")
        }
    }

    @Test func `at its neutral value each has exactly no effect`() throws {
        for one in Self.all { try one.checkNeutral(seeds: 1...2) }
    }

    @Test func `as each goes through its values, what it governs goes one way`() throws {
        for one in Self.all { try one.checkSweep(seeds: 1...3) }
    }
}
