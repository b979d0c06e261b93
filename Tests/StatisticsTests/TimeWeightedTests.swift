import Statistics
import Testing

@Test func `the integral is level times duration, exactly`() {
    var level = TimeWeighted(level: 2, start: 1000)
    level.record(5, at: 4000)
    level.record(0, at: 5000)
    #expect(level.integral(through: 9000) == 2 * 3000 + 5 * 1000)
    #expect(level.mean(through: 9000) == 11_000.0 / 8000)
    #expect(level.maximum == 5 && level.level == 0)
}

@Test func `an empty span has no mean`() {
    #expect(TimeWeighted(level: 3, start: 7).mean(through: 7) == nil)
    #expect(TimeWeighted(level: 3, start: 7).integral(through: 7) == 0)
}

@Test func `what happens within an instant leaves no trace`() {
    var level = TimeWeighted()
    level.record(100, at: 10)
    level.record(1, at: 10)
    level.record(2, at: 20)
    #expect(level.maximum == 2)
    #expect(level.integral(through: 20) == 10)
}

@Test func `the level that holds at the end counts toward the maximum`() {
    var level = TimeWeighted(level: -5)
    #expect(level.maximum == -5)
    level.record(9, at: 100)
    #expect(level.maximum == 9)
}

@Test func `the integral does not overflow 64 bits`() {
    var level = TimeWeighted(level: 1_000_000_000)
    level.record(0, at: 100_000_000_000)
    #expect(level.integral(through: 100_000_000_000) == Int128(1_000_000_000) * 100_000_000_000)
}

@Test(arguments: 1...30 as ClosedRange<UInt64>)
func `the integral agrees with a sum over every millisecond`(seed: UInt64) {
    var numbers = SampleNumbers(seed: seed)
    var level = TimeWeighted()
    var perMillisecond = [Int64](repeating: 0, count: 500)
    var time = 0
    while time < 500 {
        let value = Int64(numbers.bits() % 21) - 10
        level.record(value, at: Int64(time))
        for moment in time..<500 { perMillisecond[moment] = value }
        time += Int(numbers.bits() % 30)
    }
    #expect(level.integral(through: 500) == Int128(perMillisecond.reduce(0, +)))
    #expect(level.maximum == perMillisecond.max())
}
