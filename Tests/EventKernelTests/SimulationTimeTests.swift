import EventKernel
import Testing

struct SimulationTimeTests {
    @Test func `times are ordered like their milliseconds`() {
        #expect(SimulationTime.zero < SimulationTime(milliseconds: 1))
        #expect(SimulationTime(milliseconds: -1) < .zero)
        #expect(SimulationTime(milliseconds: 7) == SimulationTime(milliseconds: 7))
    }

    @Test func `adding and subtracting count milliseconds`() {
        let time = SimulationTime(milliseconds: 1500)
        #expect(time + 250 == SimulationTime(milliseconds: 1750))
        #expect(time + 250 - time == 250)
        #expect(SimulationTime.zero - time == -1500)
    }

    @Test func `seconds are thousands of milliseconds`() {
        #expect(SimulationTime(milliseconds: 1500).seconds == 1.5)
    }
}
