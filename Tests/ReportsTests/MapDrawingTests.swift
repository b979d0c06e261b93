import DenseTables
import Foundation
import RoadNetwork
import Testing
import Words

@testable import Reports

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct MapDrawingTests {
    /// A street along the four sample points, both ways.
    private let network: RoadNetwork = {
        let nodes = (0..<4).map { RoadNode(longitude: 116 + Double($0) * 0.01, latitude: 24) }
        let arcs = (0..<3).flatMap { index -> [RoadArc] in
            let arc = RoadArc(from: RoadNodeID(index), to: RoadNodeID(index + 1), length: 1000, roadClass: .street)
            return [arc, arc.reversed]
        }
        return RoadNetwork(nodes: nodes, arcs: arcs)
    }()

    private func drawing(isClosed: Bool, _ language: Language = .en) -> MapDrawing {
        let closed = isClosed ? [network.arc(from: RoadNodeID(1), to: RoadNodeID(2))] : []
        return MapDrawing(
            SampleCircles.findings(isClosed: isClosed), roads: network, closed: closed,
            rivers: isClosed ? [.init(course: [[115, 24.001], [117, 24.001]], width: 100)] : [],
            closedAreas: isClosed ? [[[116.012, 23.999], [116.018, 23.999], [116.015, 24.001]]] : [], language: language
        )
    }

    @Test func `the drawing of a tiny network, line by line`() {
        let golden = MapDrawingGolden.english.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = drawing(isClosed: true).svg.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == golden.count)
        for (line, expected) in zip(lines, golden) { #expect(line == expected) }
    }

    @Test(arguments: [true, false], [Language.zh, .en])
    func `it is well-formed whatever names hold, and needs nothing from outside`(isClosed: Bool, language: Language) {
        let svg = drawing(isClosed: isClosed, language).svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
        #expect(!svg.contains("D <&") && !svg.contains("A & B"))
        #expect(!svg.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "").contains("http"))
        #expect(svg.contains("closed road") == (isClosed && language == .en))
        #expect(svg.contains("封闭的道路") == (isClosed && language == .zh))
    }

    @Test func `points come in the color of their minutes, and gaps are outlined`() {
        // Open: 2, 6, 4 and 16 minutes; the last is an area and a gap.
        let svg = drawing(isClosed: false).svg
        func group(_ color: String) -> Int {
            let part = svg.components(separatedBy: "<g fill=\"\(color)\"").dropFirst().first ?? ""
            return part.components(separatedBy: "</g>")[0].components(separatedBy: "<title>").count - 1
        }
        #expect(group(MapColors.fill(0, of: 3)) == 2)
        #expect(group(MapColors.fill(1, of: 3)) == 1)
        #expect(group(MapColors.fill(2, of: 3)) == 1)
        #expect(svg.contains("stroke=\"#000\" stroke-width=\"1.8\">\n<path d="))
        #expect(!svg.contains("no way:"))
        // Closed: the last point has no way, and is hatched.
        #expect(drawing(isClosed: true).svg.contains("<g fill=\"url(#noWay)\""))
    }

    @Test func `the shares of the legend add up to everything`() {
        let lines = drawing(isClosed: true).legend.elements.filter { $0.contains(" %<") }
        let shares = lines.compactMap { line in
            line.components(separatedBy: ": ").last.flatMap { Double($0.prefix { $0 != " " }) }
        }
        #expect(shares == [65, 25, 0, 10])
    }

    @Test func `a drawing without roads has points alone, and a long title stays on it`() {
        var findings = SampleCircles.findings(isClosed: false)
        findings.title = .init(String(repeating: "long ", count: 40))
        let svg = MapDrawing(findings, roads: nil, language: .en).svg
        #expect(!svg.contains("main road") && svg.contains("<circle"))
        #expect(!svg.contains("font-size=\"22\""))
    }

    @Test func `names that would cover one another are left out`() {
        var findings = SampleCircles.findings(isClosed: false, names: ["First", "Second"])
        findings.facilities[1].place = findings.facilities[0].place
        for _ in 0..<8 { findings.facilities.append(findings.facilities[0]) }
        let svg = MapDrawing(findings, roads: nil, language: .en).svg
        let written =
            svg.components(separatedBy: ">First</text>").count + svg.components(separatedBy: ">Second</text>").count
        // Four places around the mark at most, each written twice.
        #expect(written - 2 <= 8 && written > 2)
    }
}

@Suite struct MapColorsTests {
    @Test(arguments: 2...13) func `colors grow darker from class to class, so that lightness alone tells them apart`(
        count: Int
    ) {
        let lightness = (0..<count).map { step -> Double in
            let channels = stride(from: 1, to: 7, by: 2).map { start in
                Double(Int(MapColors.fill(step, of: count).dropFirst(start).prefix(2), radix: 16) ?? 0)
            }
            return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        #expect(zip(lightness, lightness.dropFirst()).allSatisfy { $0 - $1 > 5 })
    }
}
