import DenseTables
import Organization
import RandomStreams
import Testing

@testable import Mobilization

/// With nothing random every delay is the sum of its parts.
@Suite struct SumOfPartsTests {
    /// Every delay on the way from the signal to the end of one task, in milliseconds.
    private struct Parts {
        var delays: [Int64]

        init(_ dice: inout Dice) { delays = (0..<Self.names.count).map { _ in Int64(dice.number(1...1_500_000)) } }

        static let names = [
            "detect", "verify", "consult", "order", "street relay", "street decide", "community relay",
            "community decide", "call", "answer", "prepare", "walk", "check-in", "form", "brief", "drive", "door",
            "leave",
        ]

        subscript(name: String) -> Int64 {
            get { delays[Self.names.firstIndex(of: name) ?? 0] }
            set { delays[Self.names.firstIndex(of: name) ?? 0] = newValue }
        }

        /// One person who walks a meter a second, one team, one door.
        func town(converting: Int64) -> SmallTown {
            var town = SmallTown()
            let (_, community) = town.streetAndCommunity()
            func fixed(_ name: String) -> Distribution { .fixed(Double(self[name])) }
            town.person(community, home: town.point(Double(self["walk"]) / 1000))
            town.grid(under: community, at: town.point(Double(self["drive"]) / 100), lowHouseholds: 1)
            town.demand(.warn)
            town.team("team") { $0.duty = .tasks(TaskKindSet([.warn])) }
            (town.plan.command.detect, town.plan.command.verify) = (fixed("detect"), fixed("verify"))
            (town.plan.command.consult, town.plan.command.order) = (fixed("consult"), fixed("order"))
            (town.plan.command.street.relay, town.plan.command.street.decide) = (
                fixed("street relay"), fixed("street decide")
            )
            (town.plan.command.community.relay, town.plan.command.community.decide) = (
                fixed("community relay"), fixed("community decide")
            )
            town.plan.conversion[.community].from = .iv
            town.plan.conversion[.community].time = .fixed(Double(converting))
            town.plan.callOut.channels = [.phoneTree]
            (town.plan.callOut.call, town.plan.callOut.decide) = (fixed("call"), fixed("answer"))
            (town.plan.muster.prepareDay, town.plan.muster.prepareNight) = (fixed("prepare"), fixed("prepare"))
            town.plan.muster.checkIn = fixed("check-in")
            town.plan.muster.desks[Int(OrganizationLevel.community.rawValue)] = 1
            (town.plan.teams.form, town.plan.teams.brief) = (fixed("form"), fixed("brief"))
            (town.plan.fieldWork.door, town.plan.fieldWork.leave) = (fixed("door"), fixed("leave"))
            town.horizon = at(48 * 60)
            return town
        }

        func sum(_ names: ArraySlice<String>) -> Int64 { names.reduce(0) { $0 + self[$1] } }
    }

    @Test func `every response is the sum of the delays on its way, to the millisecond`() throws {
        var dice = Dice(4)
        for _ in 0..<40 {
            var parts = Parts(&dice)
            let mobilizing = parts.sum(Parts.names[8...12])
            // The community converts while its people come, or they wait for it.
            let converting = Int64(dice.number(0...Int(2 * mobilizing)))
            let outcome = try parts.town(converting: converting).outcome()
            let wait = max(converting - mobilizing, 0)
            let response = parts.sum(Parts.names[...15]) + wait
            #expect(outcome.tasks[0].started == response)
            #expect(outcome.tasks[0].ended == response + parts["door"] + parts["leave"])
            #expect(outcome["response_mean_min"] == Double(response) / 60_000)

            // A part made longer makes the whole longer by as much, whatever part it is.
            let (name, more) = (dice.one(of: Parts.names), Int64(dice.number(1...100_000)))
            parts[name] += more
            let spared = Parts.names[8...12].contains(name) ? min(more, wait) : 0
            let longer = try parts.town(converting: converting).outcome()
            #expect(longer.tasks[0].ended == outcome.tasks[0].ended + more - spared, "\(name)")
        }
    }
}
