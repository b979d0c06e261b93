import Testing

@testable import Reports

@Suite struct SVGTextTests {
    @Test func `what means something to XML is escaped, and what it does not know is replaced`() {
        #expect(SVGText.escaped("a<b & \"c\">d 梅江") == "a&lt;b &amp; &quot;c&quot;&gt;d 梅江")
        #expect(SVGText.escaped("x\u{1B}y\u{0}z\u{FFFF}") == "x\u{FFFD}y\u{FFFD}z\u{FFFD}")
    }

    @Test func `numbers have a tenth at most and no needless digit`() {
        #expect([0, 12, -3.04, 0.06, -0.04].map(SVGText.pixels) == ["0", "12", "-3", "0.1", "0"])
    }

    @Test func `a path takes steps from where it was written to be, and leaves out steps of nothing`() {
        #expect(SVGText.path([[0.04, 0], [0.08, 0], [0.12, 0], [10, -5], [10, -5.04]]) == "M0 0l0.1 0l9.9-5")
        #expect(SVGText.path([[1, 1], [2, 1], [2, 3]], isClosed: true) == "M1 1l1 0l0 2z")
        // A hundred steps of 0.04 end where they should, not at the start.
        let steps = (0...100).map { SIMD2(Double($0) * 0.04, 0) }
        let ends = SVGText.path(steps).split(separator: "l").dropFirst().compactMap {
            Double($0.split(separator: " ")[0])
        }
        #expect(abs(ends.reduce(0, +) - 4) < 1e-9)
    }
}
