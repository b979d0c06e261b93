import RandomStreams
import Testing

@testable import Mobilization

@Suite struct WaitsTests {
    @Test func `all of them wait as long as each would by himself, whatever was waited for before`() {
        var waits = Waits()
        let shapes: [Distribution] = [
            .minutes(3), .uniform(low: 60_000, high: 180_000), .exponential(mean: 90_000),
        ]
        for (round, shape) in shapes.enumerated() {
            waits.begin()
            #expect(waits.who.isEmpty)
            let numbers = (0..<(5 + 20 * round)).map { (Double($0) + 0.5) / 80 }
            for (place, number) in numbers.enumerated() { waits.add(3 * place + round, number) }
            waits.end(shape)
            #expect(waits.who == numbers.indices.map { 3 * $0 + round })
            #expect(waits.lengths == numbers.map { shape.milliseconds($0) ?? Distribution.never })
        }
    }
}
