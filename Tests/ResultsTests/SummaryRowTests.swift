import Results
import Statistics
import Testing

@Test func `values all reached have a mean, an interval and quantiles`() {
    let values: [Double] = [10, 20, 30, 40, 50]
    let row = SummaryRow(
        variant: "asIs", measure: "t80_min", unit: "min", values: values, interval: MeanInterval.interval(of: values))
    #expect(row.count == 5 && row.reached == 5 && row.mean == 30)
    #expect(row.lower == MeanInterval.interval(of: values)?.lower)
    #expect([row.minimum, row.p10, row.p50, row.p90, row.maximum] == [10, 14, 30, 46, 50])
}

@Test func `one value never reached empties mean and interval and stays in the quantiles`() {
    let row = SummaryRow(
        variant: "asIs", measure: "t80_min", unit: "min", values: [10, .infinity, 20],
        interval: ConfidenceInterval(estimate: 15, lower: 1, upper: 20))
    #expect(row.reached == 2 && row.mean == nil && row.lower == nil && row.upper == nil)
    #expect(row.p50 == 20 && row.p90 == .infinity && row.maximum == .infinity)
    var table = Table(.summary)
    table.append(row.cells)
    #expect(String(decoding: table.bytes, as: UTF8.self).hasSuffix("asIs,t80_min,min,3,2,,,,10,12,20,never,never\n"))
}

@Test func `a single replication has a mean and no interval, none at all has neither`() {
    let one = SummaryRow(variant: "a", measure: "m", unit: "", values: [3], interval: nil)
    #expect(one.mean == 3 && one.lower == nil && one.p90 == 3)
    let none = SummaryRow(variant: "a", measure: "m", unit: "", values: [], interval: nil)
    #expect(none.mean == nil && none.p50 == nil && none.count == 0)
}
