import Testing

@testable import WrittenFiles

struct WrittenNumberTests {
    @Test func `a unit is applied to the digits, so the result is the nearest number to the true one`() {
        // Multiplying the nearest Double to the written number would miss for some of these.
        for tenths in 1...2000 {
            let text = "\(tenths / 10).\(tenths % 10)"
            let number = WrittenNumber(prefixOf: Substring(text).utf8)
            #expect(number?.value(times: 60_000) == Double(tenths * 6000))
        }
        #expect(0.7 * 3.6e6 != 2_520_000 || 1.1 * 3.6e6 != 3_960_000)
    }

    @Test func `plain numbers are the nearest Double, whatever their length`() {
        let texts = [
            "0.1", "3.14159265358979", "3.14159265358979323846", "1e15", "1e16", "9007199254740993",
            "123456789012345e15",
            "4.9e-324", "2.2250738585072014e-308", "0.000001", "179769313486231570000000000000",
        ]
        for text in texts {
            #expect(WrittenNumber(prefixOf: Substring(text).utf8)?.value() == Double(text), "\(text)")
        }
    }

    @Test func `reading stops behind the number`() {
        #expect(WrittenNumber(prefixOf: Substring("1.5 min").utf8)?.length == 3)
        #expect(WrittenNumber(prefixOf: Substring("2d").utf8)?.length == 1)
        #expect(WrittenNumber(prefixOf: Substring("-3e2x").utf8)?.value() == -300)
    }

    @Test(arguments: ["", "x", ".5", "1.x", "01", "-", "+1", "1e", "1e+", "١"])
    func `what JSON does not call a number is none`(_ text: String) {
        #expect(WrittenNumber(prefixOf: Substring(text).utf8) == nil)
    }
}
