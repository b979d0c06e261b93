import Testing

@testable import MapFiles

@Suite struct NumberTextTests {
    @Test func `numbers are read as exactly as the language reads them`() {
        var seed: UInt64 = 7
        for _ in 0..<20_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let magnitude = Double(seed >> 11) / 0x1p53 * 360 - 180
            let places = Int(seed % 17)
            let text = places == 16 ? "\(magnitude)" : String("\(magnitude)".prefix(places + 3))
            #expect(NumberText.double(text) == Double(text), "\(text)")
        }
        for text in [
            "0", "-0", "1e3", "-2.5E-3", "9007199254740993", "0.1", "123456789012345678901234567890", "5.",
            "0.\(String(repeating: "0", count: 100))1",
            "1e-400", "0." + String(repeating: "3", count: 200),
        ] {
            #expect(NumberText.double(text) == Double(text), "\(text)")
        }
    }

    @Test func `what is no plain decimal number is refused`() {
        for text in ["", "-", ".", "nan", "inf", "0x10", "1e", "1e999", "1 ", "1,5", "1.2.3", "--1", "１"] {
            #expect(NumberText.double(text) == nil, "\(text)")
        }
        #expect(NumberText.integer("9223372036854775808".utf8) == nil && NumberText.integer("-12".utf8) == -12)
    }
}
