import Results
import Testing

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
