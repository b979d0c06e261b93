import Testing

@testable import WrittenFiles

struct NearestNameTests {
    private func distance(_ left: String, _ right: String) -> Int {
        alignmentDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
    }

    @Test(arguments: [
        ("", "abc", 3), ("abc", "", 3), ("span", "span", 0), ("span", "spam", 1), ("span", "sapn", 1),
        ("span", "spann", 1),
        ("kitten", "sitting", 3), ("ca", "abc", 3), ("平急", "急平", 1),
    ])
    func `slips are letters added, lost, changed and swapped`(_ left: String, _ right: String, _ slips: Int) {
        #expect(distance(left, right) == slips)
        #expect(distance(right, left) == slips)
    }

    @Test(arguments: [
        ("spam", "span"), ("Span", "span"), ("chanels", "channels"), ("unifiedComand", "unifiedCommand"),
        ("retrys", "retries"),
    ])
    func `a near name is suggested`(_ written: String, _ meant: String) {
        #expect(nearestName(to: written, among: ["channels", "span", "unifiedCommand", "retries", "waves"]) == meant)
    }

    @Test(arguments: ["", "banana", "s", "unified", "spanning", "wave1234", String(repeating: "x", count: 100_000)])
    func `a far name is not`(_ written: String) {
        #expect(nearestName(to: written, among: ["channels", "span", "unifiedCommand", "waves"]) == nil)
    }

    @Test func `the first word of a name suggests the shortest that begins with it`() {
        #expect(nearestName(to: "t80", among: ["t50_min", "t80_from_signal_min", "t80_min"]) == "t80_min")
    }

    @Test func `one letter suggests nothing but itself in the other case`() {
        #expect(nearestName(to: "x", among: ["h", "d"]) == nil)
        #expect(nearestName(to: "H", among: ["d", "h"]) == "h")
    }

    @Test func `the nearest wins, and the first of equals`() {
        #expect(nearestName(to: "waves", among: ["caves", "wavess", "waves2", "waves"]) == "waves")
        #expect(nearestName(to: "waven", among: ["waves", "waver"]) == "waves")
    }
}
