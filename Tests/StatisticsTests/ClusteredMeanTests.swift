import Statistics
import Testing

@Suite struct ClusteredMeanTests {
    @Test func `blocks of one value give the ordinary interval`() throws {
        let values = [3.1, 4.7, 2.2, 9.6, 5.5]
        let clustered = try #require(ClusteredMean(values, blocks: [0, 1, 2, 3, 4])).interval()
        let ordinary = try #require(MeanInterval.interval(of: values))
        #expect(abs(clustered.lower - ordinary.lower) < 1e-12)
        #expect(abs(clustered.upper - ordinary.upper) < 1e-12)
    }

    @Test func `equal blocks give the interval of the block means`() throws {
        let values = [1.0, 3, 10, 14, 6, 2]
        let clustered = try #require(ClusteredMean(values, blocks: [7, 7, 8, 8, 9, 9])).interval(confidence: 0.9)
        let means = try #require(MeanInterval.interval(of: [2.0, 12, 4], confidence: 0.9))
        #expect(abs(clustered.estimate - 6) < 1e-12)
        #expect(abs(clustered.lower - means.lower) < 1e-12)
        #expect(abs(clustered.upper - means.upper) < 1e-12)
    }

    @Test func `one block or one value cannot tell`() {
        #expect(ClusteredMean([1, 2, 3], blocks: [0, 0, 0]) == nil)
        #expect(ClusteredMean([1], blocks: [0]) == nil)
    }

    @Test func `intervals contain the truth where an ordinary one would be far too narrow`() throws {
        // Blocks of five with a common effect as large as the luck within: 10 blocks, 2,000 trials.
        var contained = 0
        var ordinary = 0
        for trial in 0..<2000 {
            var numbers = SampleNumbers(seed: UInt64(trial))
            var values: [Double] = []
            for _ in 0..<10 {
                let shared = numbers.normal()
                for _ in 0..<5 { values.append(shared + numbers.normal()) }
            }
            let blocks = (0..<50).map { $0 / 5 }
            if try #require(ClusteredMean(values, blocks: blocks)).interval().contains(0) { contained += 1 }
            if try #require(MeanInterval.interval(of: values)).contains(0) { ordinary += 1 }
        }
        #expect((1860...1940).contains(contained), "\(contained)")
        #expect(ordinary < 1700, "\(ordinary)")
    }
}
