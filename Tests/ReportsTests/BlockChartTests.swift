import Reports
import Testing

@Suite struct BlockChartTests {
    @Test func `the inner quantity is solid and what the outer has beyond is shaded`() {
        let chart = BlockChart(inner: [0, 1, 2, 4], outer: [0, 2, 4, 4], top: 4, height: 2)
        #expect(chart.lines == ["  ░█", " ▄██"].map { $0 })
    }

    @Test func `what is too small to show an eighth shows nothing`() {
        #expect(BlockChart(inner: [0.05, 0.07], outer: [0.05, 0.07], top: 1, height: 1).lines == [" ▁"])
    }

    @Test func `a curve is read off at the middle of each column`() {
        #expect(BlockChart.sampled([0, 1, 2, 3], span: 4, columns: 2) == [1, 3])
        #expect(BlockChart.sampled([0, 1], span: 8, columns: 4) == [1, 1, 1, 1])
        #expect(BlockChart.sampled([], span: 4, columns: 2) == [0, 0])
    }
}
