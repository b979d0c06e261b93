import Coverage
import Foundation
import Reports
import Testing
import Words

@Suite struct CoverageSummaryTests {
    @Test func `before and after stand side by side, in English`() {
        let expected = """
            A & B
            Service circles: 2 facilities, 4 points of demand with residents 200, on foot
            Closed arcs: 2 at 1 h

                              1 facility        2 facilities
              within      open    closed      open    closed
              5 min       65 %      65 %       0 %       0 %
              10 min      90 %      90 %      40 %       0 %
            No way from any facility: residents 0 (0 %) → 20 (10 %)

            Not within 10 min of any facility: 1 point, residents 20 (10 %) → 1 point, residents 20 (10 %)
              point      residents  nearest       min  nearest, closed  min
              D <& "d">         20  East, "old"  16.0  no way             –

            """
        #expect(CoverageSummary(SampleCircles.findings(isClosed: true), .en).text == expected)
    }

    @Test func `without closures there is one column, in Chinese`() {
        let expected = """
            样本
            服务圈：2处设施，4个需求点，居民200；方式：步行

                       至少1处   至少2处
              以内        占比      占比
              5分钟        65%        0%
              10分钟       90%       40%
            完全没有路可到：居民0（0%）

            10分钟以内到不了的：1个点，居民20（10%）
              需求点  居民  最近设施     分钟
              丁村      20  East, "old"  16.0

            """
        #expect(CoverageSummary(SampleCircles.findings(isClosed: false), .zh).text == expected)
    }

    @Test(arguments: [60, 80, 200], Language.allCases)
    func `no line is wider than what is asked for`(width: Int, language: Language) {
        let text = CoverageSummary(SampleCircles.findings(isClosed: true), language, width: width).text
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width, "\(line)") }
        #expect(text.contains(language == .zh ? "65%" : "65 %") && text.contains("16.0"))
    }

    @Test func `no gaps are said to be none, and a name cannot move the cursor or fill the screen`() {
        var findings = SampleCircles.findings(isClosed: false)
        findings.minutes = [30]
        #expect(CoverageSummary(findings, .en).text.contains("No gaps: everything is within 30 min"))
        findings.minutes = [1]
        findings.demand[0].name = .init("\u{1B}[2J" + String(repeating: "x", count: 100))
        let text = CoverageSummary(findings, .en).text
        #expect(!text.contains("\u{1B}") && text.contains("?[2J") && text.contains("xx…"))
    }

    @Test func `twenty gaps are listed and the others counted`() {
        let many = (0..<50).map { CoverageFindings.Point(id: "p\($0)", place: nil) }
        let circles = SampleCircles.nobody(points: 50)
        let findings = CoverageFindings(
            mode: .init("x"), unit: CoverageFindings.weight, facilities: [], demand: many, minutes: [5], open: circles)
        let text = CoverageSummary(findings, .en).text
        #expect(text.contains("p19") && !text.contains("p20 ") && text.contains("and 30 more"))
        #expect(text.contains("No way from any facility: weight 50 (100 %)"))
    }

    @Test(arguments: Language.allCases)
    func `all but one of 100,000 is not all, and one is not nothing, in words and on the map`(language: Language) {
        let demand = ["many", "one"].map { CoverageFindings.Point(id: $0, place: [116, 24]) }
        let circles = ServiceCircles(facilities: 1, weights: [99_999, 1], most: 1) { _, point in
            point == 0 ? 60_000 : 3_600_000
        }
        let findings = CoverageFindings(
            mode: .init("x"), unit: CoverageFindings.weight, facilities: [.init(id: "f", place: [116, 24])],
            demand: demand, minutes: [5], open: circles)
        for text in [
            CoverageSummary(findings, language).text, MapDrawing(findings, roads: nil, language: language).svg,
        ] {
            let sign = language == .zh ? "%" : " %"
            #expect(
                !text.contains("100\(sign)") && !text.contains(" 0\(sign)") && !text.contains("0.0\(sign)"), "\(text)")
            #expect(text.contains("99.9\(sign)") && text.contains("0.1\(sign)"), "\(text)")
        }
    }

    @Test func `a gap by a millisecond reads as one, in words and in files`() {
        let circles = ServiceCircles(facilities: 1, weights: [1, 1, 1], most: 1) { _, point in
            [600_000, 600_001, 606_000][point]
        }
        let findings = CoverageFindings(
            mode: .init("x"), unit: CoverageFindings.weight, facilities: [.init(id: "f", place: nil)],
            demand: ["in", "out", "far"].map { CoverageFindings.Point(id: $0, place: nil) }, minutes: [10],
            open: circles)
        let text = CoverageSummary(findings, .en).text
        #expect(!text.contains("10.0") && text.contains("f        10.1\n"), "\(text)")
        let csv = "id,name,weight,nearest,minutes\nout,out,1,f,10.001\nfar,far,1,f,10.1\n"
        #expect(findings.gapsCSV(.en).replacingOccurrences(of: "10.100", with: "10.1") == csv)
        #expect(findings.geoJSON.contains("\"id\":\"in\"") && !findings.geoJSON.contains("10.0000"))
    }
}
