import Statistics
import Testing

@Suite struct QuantileSketchTests {
    /// Values over many powers of two, some equal.
    private func values(_ count: Int, seed: UInt64) -> [Int64] {
        var numbers = SampleNumbers(seed: seed)
        return (0..<count).map { _ in Int64(numbers.bits() >> (24 + numbers.bits() % 40)) }
    }

    private func sketch(_ values: [Int64], exactCount: Int) -> QuantileSketch {
        var sketch = QuantileSketch(exactCount: exactCount)
        for value in values { sketch.add(value) }
        return sketch
    }

    private func exact(_ probability: Double, _ values: [Int64]) -> Double? {
        Quantiles.quantile(probability, ofSorted: values.sorted().map { Double($0) })
    }

    @Test func `waits of 0, 15, … 75 minutes have the 90th percentile that interpolation gives`() {
        // Rank 4.5 of 0 … 5: halfway between 60 and 75.
        let waits = stride(from: 0, through: 75, by: 15).map { Int64($0) * 60_000 }
        #expect(sketch(waits, exactCount: 10_000).quantile(0.9) == 67.5 * 60_000)
    }

    @Test func `an empty sketch has no quantile`() {
        #expect(QuantileSketch().quantile(0.5) == nil && QuantileSketch().mean == nil)
    }

    @Test func `up to the limit quantiles are exact, past it they keep the error that is stated`() {
        for count in [1, 2, 7, 99, 100, 101, 5000] {
            let values = values(count, seed: UInt64(count))
            let sketch = sketch(values, exactCount: 100)
            #expect(sketch.isExact == (count <= 100) && sketch.count == count)
            #expect((sketch.relativeError == 0) == (count <= 100))
            for percent in 0...100 {
                let probability = Double(percent) / 100
                guard let exact = exact(probability, values), let quantile = sketch.quantile(probability) else {
                    Issue.record("no quantile")
                    continue
                }
                #expect((quantile - exact).magnitude <= sketch.relativeError * exact * (1 + 1e-12))
            }
        }
    }

    @Test func `a sketch past its limit interpolates as an exact one does`() {
        // Below 2^11 every value has a bucket of its own, so that nothing but the definition could differ.
        let small = values(3000, seed: 4).map { $0 % 2000 }
        let sketch = sketch(small, exactCount: 10)
        for percent in 0...100 {
            #expect(sketch.quantile(Double(percent) / 100) == exact(Double(percent) / 100, small))
        }
    }

    @Test func `values added at once are those added one by one`() {
        for (first, second) in [(0, 0), (30, 70), (30, 71), (0, 101), (150, 3)] {
            let (one, other) = (values(first, seed: 5), values(second, seed: 6))
            var sketch = sketch(one, exactCount: 100)
            sketch.add(contentsOf: other)
            #expect(sketch == self.sketch(one + other, exactCount: 100))
        }
    }

    @Test func `neither the order of values nor that of merging is seen`() {
        for count in [60, 100, 101, 900] {
            let values = values(count, seed: 8)
            let whole = sketch(values, exactCount: 100)
            #expect(sketch(values.reversed(), exactCount: 100) == whole)
            let thirds = (0..<3).map { part in
                sketch(values.indices.filter { $0 % 3 == part }.map { values[$0] }, exactCount: 100)
            }
            for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
                var merged = QuantileSketch(exactCount: 100)
                for part in order { merged.merge(thirds[part]) }
                #expect(merged == whole && merged.mean == whole.mean && merged.quantile(0.9) == whole.quantile(0.9))
            }
        }
    }

    @Test func `memory is bounded by the buckets, not by the values`() {
        var sketch = QuantileSketch()
        for value in 0..<10_000 as Range<Int64> { sketch.add(value) }
        #expect(sketch.isExact && sketch.quantile(1) == 9999)
        sketch.add(0)
        #expect(!sketch.isExact)
        // What the measures say of it.
        #expect(sketch.exactCount == 10_000 && sketch.relativeError <= 0.0005)
    }

    @Test(arguments: [10, 10_000]) func `what was never reached is larger than any value`(exactCount: Int) {
        // Below 2^11 every value has a bucket of its own, so that both ways give the same.
        for (never, count) in [(0, 40), (1, 40), (20, 20), (21, 20), (5, 0)] {
            let values = values(count, seed: 3).map { $0 % 2000 }
            var sketch = sketch(values, exactCount: exactCount)
            for _ in 0..<never { sketch.addNever() }
            let all = (values.map { Double($0) / 60 } + Array(repeating: .infinity, count: never)).sorted()
            for percent in 0...100 {
                let probability = Double(percent) / 100
                let expected = Quantiles.quantile(probability, ofSorted: all)
                #expect(sketch.quantile(probability, inUnitsOf: 60) == expected)
            }
            #expect(sketch.count == count + never && sketch.reached == count)
            var both = sketch
            both.merge(sketch)
            #expect(both.never == 2 * never && both.reached == 2 * count)
        }
    }
}
