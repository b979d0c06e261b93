import DenseTables
import Organization
import Testing

@testable import Mobilization

/// One key of the plan or the incident, and what shows that it means something.
struct Switch: Sendable {
    typealias Settings = SwitchTown.Settings

    /// What happens to everything observed as the switch goes through its values.
    enum Course: Sendable { case rises, falls, stays }

    /// The key as the format declares it: `*` for a name, `[]` for an element of a list.
    let key: String
    /// Two sets of settings that must give exactly the same run: the switch at its neutral value, and without it, or with
    /// what it governs changed.
    let neutral: (Settings, Settings)
    /// The path the values are written to.
    let path: String
    /// Its values, in order.
    let values: [String]
    /// What else is set meanwhile.
    let setting: Settings
    /// What is looked at, in each seed by itself; an infinite number is never.
    let observe: @Sendable (Outcome) -> [Double]
    let course: Course
    /// The test that sweeps it instead, where single runs do not tell.
    let sweptBy: String?
    /// The test with a case worked by hand.
    let byHand: String

    /// A switch swept here.
    init(
        _ key: String, neutral: (Settings, Settings), path: String? = nil, _ values: [String],
        with setting: Settings = [:],
        _ course: Course = .rises, byHand: String, _ observe: @escaping @Sendable (Outcome) -> [Double]
    ) {
        (self.key, self.neutral, self.path, self.values) = (key, neutral, path ?? key, values)
        (self.setting, self.course, self.byHand, self.observe) = (setting, course, byHand, observe)
        sweptBy = nil
    }

    /// A switch swept by a test of its own.
    init(_ key: String, neutral: (Settings, Settings), sweptBy: String, byHand: String) {
        (self.key, self.neutral, path, values, setting) = (key, neutral, key, [], [:])
        (course, self.sweptBy, self.byHand, observe) = (.rises, sweptBy, byHand, { _ in [] })
    }

    /// A duration: at zero no number is drawn that anything else could notice, and longer ones with the same luck take longer.
    static func delay(
        _ key: String, with setting: Settings = [:], neutral: (Settings, Settings)? = nil, path: String? = nil,
        byHand: String, _ observe: @escaping @Sendable (Outcome) -> [Double]
    ) -> Switch {
        let place = path ?? key
        let none: Settings = setting.merging([place: #""0 min""#]) { $1 }
        let vanishing: Settings = setting.merging([place: #"{ "uniform": ["0 min", "0 min"] }"#]) { $1 }
        return Switch(
            key, neutral: neutral ?? (none, vanishing), path: place,
            [#""0 min""#] + ["2 min", "9 min", "30 min"].map { #"{ "exponential": "\#($0)" }"# }, with: setting,
            byHand: byHand, observe)
    }

    // MARK: Trying it

    /// Two runs of the same seed are the same in everything they leave behind.
    func checkNeutral(seeds: ClosedRange<UInt64>) throws {
        let (one, other) = (try SwitchTown.world(neutral.0), try SwitchTown.world(neutral.1))
        for seed in seeds {
            let (first, second) = (Outcome(of: one, seed: seed), Outcome(of: other, seed: seed))
            #expect(first.record.measures == second.record.measures, "\(key), seed \(seed)")
            #expect(first.record.mobilization == second.record.mobilization, "\(key), seed \(seed)")
            #expect(first.record.breach == nil && second.record.breach == nil, "\(key), seed \(seed)")
        }
    }

    /// Nothing observed goes the wrong way from one value to the next, and something changes at all.
    func checkSweep(seeds: ClosedRange<UInt64>) throws {
        if values.isEmpty { return }
        let worlds = try values.map { try SwitchTown.world(setting, [path: $0]) }
        var changes = 0
        for seed in seeds {
            var last: [Double]?
            for (value, world) in zip(values, worlds) {
                let outcome = Outcome(of: world, seed: seed)
                let now = observe(outcome)
                #expect(outcome.record.breach == nil, "\(key) = \(value), seed \(seed)")
                if let last {
                    #expect(last.count == now.count && !now.isEmpty, "\(key) = \(value), seed \(seed)")
                    for (before, after) in zip(last, now) {
                        if before != after { changes += 1 }
                        let isRight = before == after || course != .stays && (before < after) == (course == .rises)
                        #expect(isRight, "\(key) = \(value), seed \(seed): \(before) → \(after)")
                    }
                }
                last = now
            }
        }
        #expect((changes > 0) == (course != .stays), "\(key) makes no difference")
    }
}

/// What switches are looked at for.
extension Outcome {
    private func time(_ milliseconds: Int64?) -> Double {
        milliseconds.flatMap { $0 < 0 ? nil : Double($0) } ?? .infinity
    }

    /// When each level was ordered.
    var ordered: [Double] { ResponseLevel.ordered.map { time(levels.time(of: $0, .ordered)) } }

    /// When organizations of a level acted on level IV.
    func actedOn(_ level: OrganizationLevel) -> [Double] {
        world.organization.nodes(at: level).map { time(acted($0)) }
    }

    /// When organizations of a level had converted.
    func converted(_ level: OrganizationLevel) -> [Double] {
        world.organization.nodes(at: level).map { time(converted[$0.index]) }
    }

    /// When everybody was called.
    var calledTimes: [Double] { journeys.map { time($0.first) } }

    /// When everybody was reached.
    var reachedTimes: [Double] { allReached.map { time($0) } }

    /// Who was reached, 1 or 0.
    var reachedSet: [Double] { allReached.map { $0 == nil ? 0 : 1 } }

    /// Who said yes, 1 or 0; those who then did not come too.
    var acceptedSet: [Double] { states.map { $0.rawValue >= PersonState.preparing.rawValue ? 1 : 0 } }

    /// Who came, 1 or 0.
    var arrivedSet: [Double] { states.map { $0.rawValue >= PersonState.queuing.rawValue ? 1 : 0 } }

    /// How long everybody's step took, from 1 for being reached to 5 for checking in; 0 where it was not begun, infinite where
    /// it was not finished.
    func step(_ number: Int) -> [Double] {
        journeys.map { $0.count > number ? Double($0[number] - $0[number - 1]) : $0.count == number ? .infinity : 0 }
    }

    /// When everybody called by an organization of a level was checked in.
    func checkedIn(_ level: OrganizationLevel) -> [Double] {
        states.indices.filter { world.organization[world.people.callingNode[PersonID($0)]].level == level }
            .map { time(checkedIn(PersonID($0))) }
    }

    /// The teams of a kind.
    func teams(_ code: String) -> [Int] {
        world.teams.indices.filter { world.kind(of: TeamID($0)).code == code }
    }

    /// When teams of a kind were ready.
    func ready(_ code: String) -> [Double] { teams(code).map { time(teams[$0].ready) } }

    /// The tasks of a kind.
    func tasks(_ kind: TaskKind) -> [Told] {
        tasks.indices.filter { world.tasks[$0].kind == kind }.map { tasks[$0] }
    }

    /// The tasks and posts that need a department.
    var joint: [Told] { tasks.indices.filter { world.tasks[$0].departments >= 0 }.map { tasks[$0] } }

    /// When departments had agreed.
    var agreed: [Double] { joint.map { time($0.agreed) } }

    /// How long the work at tasks of a kind took, infinite if it was not finished.
    func work(_ kind: TaskKind) -> [Double] {
        tasks(kind).map { $0.ended < 0 ? .infinity : Double($0.ended - $0.started) }
    }

    /// How many fulfill a condition, as the one number observed.
    func number(_ stories: [Told], _ isCounted: (Told) -> Bool) -> [Double] {
        [Double(stories.count(where: isCounted))]
    }

    /// When the water comes to each task with homes that flood.
    var deadlines: [Double] { tasks(.warn).map { time($0.deadline) } }

    /// The value of a measure, infinite where there is none.
    func value(_ measure: String) -> [Double] { [self[measure] ?? .infinity] }
}
