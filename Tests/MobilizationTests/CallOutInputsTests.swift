import DenseTables
import Foundation
import Organization
import RandomStreams
import RoadNetwork
import ScenarioFiles
import Testing
import Words

@testable import Mobilization

/// `Benchmarks/peers/call-out/inputs.json` repeats what a world of `call-out.jsonc` holds, so that a program without our
/// loader and without our roads has the same numbers.
///
/// To write it again after changing the scenario: `CALL_OUT_INPUTS=write swift test --filter CallOutInputsTests`.
@Suite struct CallOutInputsTests {
    private static var folder: URL {
        TestScenarios.folder.deletingLastPathComponent().appendingPathComponent("Benchmarks/peers/call-out")
    }

    private func world() throws -> World {
        try TestScenarios.world(Scenario.load(Self.folder.appendingPathComponent("call-out.jsonc").path))
    }

    @Test func `the inputs of the twin are those of the scenario`() throws {
        let text = try CallOutInputs(world()).text
        let file = Self.folder.appendingPathComponent("inputs.json")
        if ProcessInfo.processInfo.environment["CALL_OUT_INPUTS"] == "write" {
            try Data(text.utf8).write(to: file)
        }
        #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == text)
        #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
    }

    @Test func `nothing the page leaves out is in the scenario`() throws {
        let world = try world()
        // One level, nobody off all rosters, no departments, no posts, no tasks; command takes a fixed time.
        #expect(world.incidents[0].signals.count == 1)
        #expect(world.tasks.isEmpty)
        #expect(world.teams.allSatisfy { $0.department < 0 })
        #expect(world.peopleOnCallLists == world.people.count)
        #expect(!world.plan.command.skipLevel)
        let command = world.plan.command
        for delay in [command.detect, command.verify, command.consult, command.order] { #expect(!delay.isRandom) }
        // Everything the page speaks of is.
        func has(_ trait: PersonTraits) -> Bool {
            (0..<world.people.count).contains { world.people.traits[PersonID($0)].contains(trait) }
        }
        #expect(has(.leader) && has(.onDuty) && has(.staleEntry))
        #expect(world.callLists.lists.count == 15)
        #expect(world.plan.callOut.channels == Set(CallOutPlan.Channel.allCases))
    }
}

/// The text of `inputs.json`.
private struct CallOutInputs {
    private(set) var text = ""

    init(_ world: World) {
        let level = world.incidents[0].signals[0].level
        let command = world.plan.command
        let order = [command.detect, command.verify, command.consult, command.order].reduce(0) {
            $0 + ($1.milliseconds(0.5) ?? 0)
        }
        let levels: [(OrganizationLevel, CommandPlan.Hop)] = [
            (.street, command.street), (.community, command.community), (.grid, command.grid),
        ]
        let hops = levels.map { level, hop in
            "\"\(level)\": { \"relay\": \(Self.json(hop.relay)), \"decide\": \(Self.json(hop.decide)) }"
        }
        let conversion = levels.map { "\"\($0.0)\": \(Self.json(world.plan.conversion[$0.0].time))" }
        line("{")
        line("  \"horizon\": \(Self.minutes(world.horizon - order)), ")
        line("  \"orderAt\": \(Self.minutes(world.clock.start + order)),")
        line("  \"hops\": {")
        line("    " + hops.joined(separator: ",\n    "))
        line("  },")
        line("  \"missedOrder\": \(command.missedOrder), \"deputy\": \(Self.json(command.deputy)),")
        line("  \"conversion\": { \(conversion.joined(separator: ", ")) },")
        callOut(world.plan.callOut, level)
        muster(world)
        let teams = world.plan.teams
        let patience = teams.patience.map(Self.minutes) ?? "null"
        line(
            "  \"teams\": { \"form\": \(Self.json(teams.form)), \"brief\": \(Self.json(teams.brief)), "
                + "\"patience\": \(patience), \"underStrength\": \(teams.underStrength) },")
        line("  \"organizations\": [")
        let nodes = world.organization.nodes.indices.dropFirst()
        for index in nodes { organization(OrganizationNodeID(index), world, isLast: index == nodes.last) }
        line("  ]")
        line("}")
    }

    private mutating func line(_ written: String) {
        text += written.hasSuffix(" ") ? written.dropLast() + "\n" : written + "\n"
    }

    private mutating func callOut(_ plan: CallOutPlan, _ level: ResponseLevel) {
        let waves = plan.waves.filter { $0.level <= level }.sorted { $0.level < $1.level }.map { Self.names($0.roles) }
        line("  \"waves\": [\(waves.joined(separator: ", "))],")
        line("  \"span\": \(plan.span), \"retries\": \(plan.retries), \"call\": \(Self.json(plan.call)),")
        line("  \"callAnswered\": { \"day\": \(plan.callAnswered.day), \"night\": \(plan.callAnswered.night) },")
        line("  \"messageRead\": { \"day\": \(plan.messageRead.day), \"night\": \(plan.messageRead.night) },")
        line("  \"messageDelay\": \(Self.json(plan.messageDelay)),")
        line("  \"messageReadLate\": \(plan.messageReadLate),")
        line("  \"messageLateDelay\": \(Self.json(plan.messageLateDelay)),")
        line("  \"decide\": \(Self.json(plan.decide)),")
        line("  \"comesLater\": \(plan.comesLater), \"laterDelay\": \(Self.json(plan.laterDelay)),")
        line("  \"channelCorrelation\": \(plan.channelCorrelation), \"listCorrelation\": \(plan.listCorrelation),")
        line("  \"willingnessCorrelation\": \(plan.willingnessCorrelation),")
        line("  \"answers\": {")
        let called = Role.allCases.filter { role in plan.waves.contains { $0.level <= level && $0.roles.has(role) } }
        let answers = called.map { role in
            let answer = plan.answers[Int(role.rawValue)]
            let bands = zip(WeekBand.allCases, answer.available).map { "\"\($0.name)\": \($1)" }
            return "    \"\(role.name)\": { \"willing\": \(answer.willing), "
                + "\"available\": { \(bands.joined(separator: ", ")) } }"
        }
        line(answers.joined(separator: ",\n"))
        line("  },")
    }

    private mutating func muster(_ world: World) {
        let plan = world.plan.muster
        let modes: [TravelMode] = [.walk, .eBike, .car]
        let weather = modes.map { "\"\($0)\": \(world.incidents[0].weather[Int($0.rawValue)])" }
        let levels: [OrganizationLevel] = [.street, .community, .grid]
        let desks = levels.map { "\"\($0)\": \(plan.desks[Int($0.rawValue)])" }
        line("  \"prepareDay\": \(Self.json(plan.prepareDay)),")
        line("  \"prepareNight\": \(Self.json(plan.prepareNight)),")
        line("  \"noShow\": \(plan.noShow), \"paceSigma\": \(plan.speedSpread),")
        line("  \"weather\": { \(weather.joined(separator: ", ")) },")
        line("  \"desks\": { \(desks.joined(separator: ", ")) }, \"checkIn\": \(Self.json(plan.checkIn)),")
    }

    private mutating func organization(_ node: OrganizationNodeID, _ world: World, isLast: Bool) {
        let record = world.organization[node]
        func name(_ node: OrganizationNodeID) -> String {
            String(world.organization[node].path.split(separator: "/").last ?? "")
        }
        // The district is where the order is; nobody is called there.
        let parent = record.parent.raw == 0 ? "district" : name(record.parent)
        line("    { \"name\": \"\(name(node))\", \"level\": \"\(record.level)\", \"parent\": \"\(parent)\", ")
        line("      \"people\": [")
        line(Self.grouped(persons(of: node, world)).map { "        \($0)" }.joined(separator: ",\n"))
        line("      ],")
        line("      \"teams\": [")
        let teams = world.teamLayout.teams(of: node).map { index in
            let team = world.teams[index]
            return "\"kind\": \"\(world.kind(of: TeamID(index)).code)\", \"from\": \(Self.names(team.from)), "
                + "\"minimum\": \(team.minimum), \"full\": \(team.full), \"needsLeader\": \(team.needsLeader)"
        }
        line(Self.grouped(teams).map { "        \($0)" }.joined(separator: ",\n"))
        line("      ] }" + (isLast ? "" : ","))
    }

    /// What is said of each person of an organization, in the order of the place.
    private func persons(of node: OrganizationNodeID, _ world: World) -> [String] {
        let people = world.people
        return (0..<people.count).map { PersonID($0) }.filter { people.callingNode[$0] == node }.map { person in
            let traits = people.traits[person]
            let mode = TravelMode(rawValue: people.travelMode[person]) ?? .walk
            return "\"role\": \"\(people.role[person].name)\", \"leader\": \(traits.contains(.leader)), "
                + "\"onDuty\": \(traits.contains(.onDuty)), \"stale\": \(traits.contains(.staleEntry)), "
                + "\"propensity\": \(people.propensity[person]), \"mode\": \"\(mode)\", "
                + "\"fromHome\": \(Self.minutes(Int64(world.ground.homeTravel[person]))), "
                + "\"fromWork\": \(Self.minutes(Int64(world.ground.workTravel[person])))"
        }
    }

    /// Runs of equal texts, each once with its count.
    private static func grouped(_ texts: [String]) -> [String] {
        var groups: [(text: String, count: Int)] = []
        for text in texts {
            if groups.last?.text == text {
                groups[groups.count - 1].count += 1
            } else {
                groups.append((text, 1))
            }
        }
        return groups.map { "{ \"count\": \($0.count), \($0.text) }" }
    }

    private static func names(_ roles: RoleSet) -> String {
        "[" + Role.allCases.filter { roles.has($0) }.map { "\"\($0.name)\"" }.joined(separator: ", ") + "]"
    }

    private static func minutes(_ milliseconds: Int64) -> String { minutes(Double(milliseconds)) }

    private static func minutes(_ milliseconds: Double) -> String { "\(milliseconds / 60_000)" }

    private static func json(_ distribution: Distribution) -> String {
        switch distribution {
        case .fixed(let value): "{ \"fixed\": \(minutes(value)) }"
        case .exponential(let mean): "{ \"exponential\": \(minutes(mean)) }"
        case .lognormal(let median, let sigma):
            "{ \"lognormal\": { \"median\": \(minutes(median)), \"sigma\": \(sigma) } }"
        case .triangular(let low, let mode, let high):
            "{ \"triangular\": [\(minutes(low)), \(minutes(mode)), \(minutes(high))] }"
        case .uniform(let low, let high): "{ \"uniform\": [\(minutes(low)), \(minutes(high))] }"
        case .weibull(let shape, let scale): "{ \"weibull\": { \"scale\": \(minutes(scale)), \"shape\": \(shape) } }"
        case .gamma, .empirical, .chance: preconditionFailure("the page speaks of no such distribution")
        }
    }
}
