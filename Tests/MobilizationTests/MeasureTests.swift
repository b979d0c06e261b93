import Testing
import Words

@testable import Mobilization

@Suite struct MeasureTests {
    @Test func `every measure has one name, a unit and a meaning in both languages`() {
        #expect(Set(Measures.all.map(\.name)).count == Measures.all.count)
        for (index, measure) in Measures.all.enumerated() {
            #expect(Measures.index(of: measure.name) == index)
            #expect(measure.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
            #expect(!measure.unit.isEmpty && !measure.definition.zh.isEmpty && !measure.definition.en.isEmpty)
            // The name of a time ends in its unit.
            #expect((measure.kind == .time) == measure.name.hasSuffix("_min") || measure.kind == .share)
        }
        #expect(Measures.index(of: "no_such_measure") == nil)
    }

    @Test func `shares lie between nought and one, counts are whole, and times are not negative`() throws {
        for number in 0..<25 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            for (measure, value) in zip(Measures.all, outcome.record.measures) {
                guard let value else { continue }
                #expect(value >= 0, "\(measure.name)")
                switch measure.kind {
                case .share: #expect(value <= 1, "\(measure.name)")
                case .indicator: #expect(value == 0 || value == 1, "\(measure.name)")
                case .count: #expect(value.rounded() == value, "\(measure.name)")
                case .time: #expect(!value.isNaN, "\(measure.name)")
                case .quantity: #expect(value.isFinite, "\(measure.name)")
                }
            }
        }
    }

    @Test func `the steps from the roster to the post never grow`() throws {
        for number in 0..<25 as Range<UInt64> {
            let outcome = try RandomTown.make(number).outcome()
            let names = [
                "roster_people", "people_called", "people_reached", "people_accepted", "people_arrived",
                "people_turned_out",
            ]
            let values = names.compactMap { outcome[$0] }
            #expect(values.count == names.count)
            #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        }
    }
}
