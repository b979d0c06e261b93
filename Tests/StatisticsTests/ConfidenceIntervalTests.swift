import Statistics
import Testing

@Test func `an interval contains its ends and nothing beyond`() {
    let interval = ConfidenceInterval(estimate: 2, lower: 1, upper: 4)
    #expect(interval.width == 3)
    #expect(interval.contains(1) && interval.contains(4) && interval.contains(2.5))
    #expect(!interval.contains(0.999) && !interval.contains(4.001))
}
