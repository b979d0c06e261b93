import Testing

@testable import Results

@Test func `the shortest text reads back as the same number`() {
    #expect(NumberFormat.shortest(0.1) == "0.1")
    #expect(NumberFormat.shortest(12) == "12")
    #expect(NumberFormat.shortest(-0.0) == "0")
    #expect(NumberFormat.shortest(1e21) == "1e+21")
    var bits: UInt64 = 1
    for _ in 0..<2000 {
        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let value = Double(bitPattern: bits)
        if value.isFinite { #expect(Double(NumberFormat.shortest(value)) == value) }
    }
}

@Test func `rounded numbers have exactly the stated decimals`() {
    #expect(NumberFormat.fixed(3.14159, decimals: 2) == "3.14")
    #expect(NumberFormat.fixed(2, decimals: 3) == "2.000")
    #expect(NumberFormat.fixed(-0.05, decimals: 1) == "-0.1")
    #expect(NumberFormat.fixed(-0.04, decimals: 1) == "0.0")
    #expect(NumberFormat.fixed(0.007, decimals: 2) == "0.01")
    #expect(NumberFormat.fixed(1234.5, decimals: 0) == "1235")
    #expect(NumberFormat.fixed(1e300, decimals: 2) == "1e+300")
}

@Test(arguments: [
    (0.0, "0"), (1.0, "100"), (0.354, "35"), (0.004, "0.4"), (0.0004, "<0.1"), (1e-300, "<0.1"), (0.996, "99.6"),
    (0.99999, ">99.9"), (1 - 0x1p-53, ">99.9"), (0.5, "50"), (1.2, "120"), (1.00001, "<100.1"),
])
func `a share reads nothing or all only if it is`(share: Double, text: String) {
    #expect(NumberFormat.percent(share, decimals: 0) == text)
}

@Test func `the rule holds at any number of decimals, and for shares that are no percentages`() {
    #expect(NumberFormat.percent(0.99999, decimals: 3) == "99.999")
    #expect(NumberFormat.percent(0.9999999, decimals: 3) == ">99.999")
    #expect(NumberFormat.percent(-0.00001, decimals: 1) == ">-0.1")
    #expect(NumberFormat.share(1, decimals: 6) == "1.000000" && NumberFormat.share(0, decimals: 6) == "0.000000")
    #expect(NumberFormat.share(1e-7, decimals: 6) == "<0.000001")
    #expect(NumberFormat.share(1 - 1e-7, decimals: 6) == ">0.999999")
    #expect(NumberFormat.share(4.25, decimals: 6) == "4.250000")
}

@Test(arguments: [
    0, -0.0, 1, -17, 0.1, -2.5, 1e-7, 12_345.678, 0x1p53 - 1, 0x1p53, 0x1p60, 1e300, .leastNonzeroMagnitude,
])
func `a number appended reads as the shortest text`(value: Double) {
    var bytes: [UInt8] = []
    NumberFormat.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == NumberFormat.shortest(value))
}

@Test(arguments: [0, 7, -1, 1_000, Int64.max, Int64.min]) func `a whole number appended has its digits`(value: Int64) {
    var bytes: [UInt8] = []
    NumberFormat.append(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "\(value)")
}
