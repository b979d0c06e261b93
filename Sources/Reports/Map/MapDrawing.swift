import Coverage
import DenseTables
import Results
import RoadNetwork
import Words

/// A map of service circles as SVG: roads, water, the demand by minutes to its nearest facility, gaps, facilities, closed roads.
///
/// One file that needs nothing else: no fonts, no pictures, no scripts. Scale is equal in both directions and north is up.
/// Colors run from light (near) to dark (far) along viridis (Smith and van der Walt 2015), whose lightness alone tells the classes
/// apart, so that color-blind readers and gray printers lose nothing; what is special has a form of its own beside its color.
public struct MapDrawing {
    /// A river.
    public struct River: Sendable {
        /// Its course in degrees.
        public var course: [SIMD2<Double>]
        /// Its width in meters.
        public var width: Double

        /// Creates a river.
        public init(course: [SIMD2<Double>], width: Double) {
            self.course = course
            self.width = width
        }
    }

    let findings: CoverageFindings
    let language: Language
    let frame: MapFrame
    let closed: [RoadArcID]
    let rivers: [River]
    let closedAreas: [[SIMD2<Double>]]
    private let network: RoadNetwork?
    /// The largest weight of a point.
    private let largest: Double

    /// Whether there are main roads, or other roads, to draw.
    func hasRoads(main: Bool) -> Bool {
        network?.arcs.contains { ($0.roadClass == .arterial || $0.roadClass == .motorway) == main } ?? false
    }

    /// The height of what stands above the map, in pixels.
    static let head = 76.0
    /// The space at the left and right edge, in pixels.
    static let edge = 24.0
    /// The width of the legend, in pixels.
    static let legendWidth = 240.0
    /// The most points that tell their name and minutes under the pointer; more would make the file heavy.
    private static let mostTold = 5000
    /// The most facilities whose names are written.
    private static let mostNames = 24

    /// Prepares a drawing of findings whose points all have a place.
    ///
    /// - Parameters:
    ///   - roads: The roads; nil where distances are straight lines.
    ///   - closed: The arcs to draw as closed.
    ///   - rivers: The water.
    ///   - closedAreas: Rings of the areas that close roads; one within another is a hole.
    public init(
        _ findings: CoverageFindings, roads: RoadNetwork?, closed: [RoadArcID] = [], rivers: [River] = [],
        closedAreas: [[SIMD2<Double>]] = [], language: Language
    ) {
        self.findings = findings
        self.language = language
        self.closed = closed
        self.rivers = rivers
        self.closedAreas = closedAreas
        network = roads
        largest = findings.demand.reduce(0) { max($0, $1.weight) }
        let places =
            (findings.facilities + findings.demand).flatMap { ($0.place.map { [$0] } ?? []) + $0.outline }
            + (roads?.nodes.map { SIMD2($0.longitude, $0.latitude) } ?? [])
        frame = MapFrame(around: places, corner: SIMD2(Self.edge, Self.head))
    }

    /// The drawing.
    ///
    /// - Complexity: O(roads + points + facilities²).
    public var svg: String {
        let foot = foot
        let right = frame.corner.x + frame.size.x
        let width = right + Self.edge + Self.legendWidth
        let height = max(frame.corner.y + frame.size.y + foot.height, Self.head + legend.height) + 12
        let box =
            "x=\"\(px(frame.corner.x))\" y=\"\(px(frame.corner.y))\" width=\"\(px(frame.size.x))\" "
            + "height=\"\(px(frame.size.y))\""
        var lines = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(px(width))\" height=\"\(px(height))\" "
                + "viewBox=\"0 0 \(px(width)) \(px(height))\" font-family=\"\(Self.fonts)\" fill=\"#222\">",
            "<title>\(SVGText.escaped(title))</title>",
            "<defs>",
            "<clipPath id=\"map\"><rect \(box)/></clipPath>",
            "<pattern id=\"noWay\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">"
                + "<rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M0 6L6 0\" stroke=\"#333\"/></pattern>",
            "</defs>",
            "<rect width=\"\(px(width))\" height=\"\(px(height))\" fill=\"#fff\"/>",
            heading(title, at: 34, size: 22, " font-weight=\"bold\"", width),
            heading(subtitle, at: 58, size: 14, "", width),
            "<g clip-path=\"url(#map)\">",
            "<rect \(box) fill=\"#f6f4ee\"/>",
        ]
        lines += areas + water + roads + points + gapOutlines + closedRoads + facilities
        lines += ["</g>", "<rect \(box) fill=\"none\" stroke=\"#888\"/>"]
        lines += legend.elements + foot.elements + ["</svg>"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line above the map, in smaller letters if it is too long for the drawing.
    private func heading(_ text: String, at y: Double, size: Double, _ style: String, _ width: Double) -> String {
        // A column is about 0.62 of the size in bold letters.
        let needed = Double(max(DisplayWidth.of(text), 1)) * size * 0.62
        let fitting = min(size, size * (width - 2 * Self.edge) / needed)
        return "<text x=\"\(px(Self.edge))\" y=\"\(px(y))\" font-size=\"\(px(fitting))\"\(style)>"
            + "\(SVGText.escaped(text))</text>"
    }

    private static let fonts =
        "'Noto Sans','Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"

    func px(_ value: Double) -> String { SVGText.pixels(value) }

    func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    // MARK: What is drawn of the ground

    private var water: [String] {
        rivers.map { river in
            let width = max(river.width * frame.scale, 2)
            return "<path fill=\"none\" stroke=\"\(MapColors.water)\" stroke-width=\"\(px(width))\" "
                + "stroke-linejoin=\"round\" d=\"\(SVGText.path(river.course.map(frame.pixel)))\"/>"
        }
    }

    private var roads: [String] {
        guard let network else { return [] }
        let paths = RoadDrawing(network, frame).elements(in: frame)
        return ["<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">"] + paths + ["</g>"]
    }

    private var closedRoads: [String] {
        var lines: [String] = []
        let rings = closedAreas.map { SVGText.path($0.map(frame.pixel), isClosed: true) }.joined()
        if !rings.isEmpty { lines.append("<path \(MapColors.closedArea) fill-rule=\"evenodd\" d=\"\(rings)\"/>") }
        guard let network, !closed.isEmpty else { return lines }
        let path = RoadDrawing(network, frame).path(along: closed)
        return lines + [
            "<g fill=\"none\" stroke-linejoin=\"round\">",
            "<path stroke=\"#fff\" stroke-width=\"4\" d=\"\(path)\"/>",
            "<path stroke=\"\(MapColors.closed)\" stroke-width=\"2.2\" d=\"\(path)\"/>", "</g>",
        ]
    }

    // MARK: Demand

    /// The class of a point: how many of the circles it lies outside of; nil if there is no way.
    private func step(of point: Int) -> Int? {
        findings.last.nearest(to: point).map { near in
            findings.minutes.count { CoverageFindings.milliseconds($0) < near.milliseconds }
        }
    }

    private func fill(of step: Int?) -> String {
        step.map { MapColors.fill($0, of: findings.minutes.count + 1) } ?? "url(#noWay)"
    }

    /// Points by class, the classes in order and no way last.
    private func byStep(_ isMeant: (CoverageFindings.Point) -> Bool) -> [(step: Int?, points: [Int])] {
        var groups = [[Int]](repeating: [], count: findings.minutes.count + 2)
        for index in findings.demand.indices where isMeant(findings.demand[index]) {
            groups[step(of: index) ?? findings.minutes.count + 1].append(index)
        }
        return groups.enumerated().filter { !$0.element.isEmpty }.map { number, points in
            (step: number <= findings.minutes.count ? number : nil, points: points)
        }
    }

    private var areas: [String] {
        byStep { $0.outline.count >= 3 }.flatMap { step, points in
            ["<g fill=\"\(fill(of: step))\" stroke=\"#fff\" stroke-width=\"0.4\">"]
                + points.map { "<path d=\"\(outline($0))\">\(told($0))</path>" } + ["</g>"]
        }
    }

    private var points: [String] {
        byStep { $0.outline.count < 3 }.flatMap { step, points in
            // The class beyond the widest circle and the one without a way are the gaps.
            let isGap = step.map { $0 == findings.minutes.count } ?? true
            let line =
                isGap ? "stroke=\"\(MapColors.gap)\" stroke-width=\"1.6\"" : "stroke=\"#333\" stroke-width=\"0.5\""
            // Small disks lie on large ones.
            let sorted = points.sorted { (-findings.demand[$0].weight, $0) < (-findings.demand[$1].weight, $1) }
            return ["<g fill=\"\(fill(of: step))\" \(line)>"]
                + sorted.compactMap { index in circle(index).map { "<circle \($0)>\(told(index))</circle>" } } + [
                    "</g>"
                ]
        }
    }

    private func outline(_ point: Int) -> String {
        SVGText.path(findings.demand[point].outline.map(frame.pixel), isClosed: true)
    }

    private func circle(_ index: Int) -> String? {
        findings.demand[index].place.map { place in
            let pixel = frame.pixel(place)
            return "cx=\"\(px(pixel.x))\" cy=\"\(px(pixel.y))\" r=\"\(px(radius(index)))\""
        }
    }

    /// The radius of a point in pixels: its disk is as large as its weight, and all together leave the map readable.
    private func radius(_ index: Int) -> Double {
        let room = (frame.size.x * frame.size.y / Double(max(findings.demand.count, 1))).squareRoot()
        let most = min(max(room * 0.3, 2.5), 10)
        return max(most * (largest > 0 ? findings.demand[index].weight / largest : 1).squareRoot(), 1.5)
    }

    private func told(_ index: Int) -> String {
        guard findings.demand.count <= Self.mostTold else { return "" }
        let minutes = findings.last.nearest(to: index).map { near in
            let minutes = NumberFormat.fixed(Double(near.milliseconds) / 60_000, decimals: 1)
            return say("\(minutes)分钟", "\(minutes) min")
        }
        let text = findings.demand[index].name.text(in: language) + say("：", ": ") + (minutes ?? say("无路", "no way"))
        return "<title>\(SVGText.escaped(text))</title>"
    }

    /// The outlines of gaps that are areas, above all areas so that no neighbor hides half of one.
    private var gapOutlines: [String] {
        let gaps = findings.demand.indices.filter {
            findings.demand[$0].outline.count >= 3 && findings.last.isGap($0, beyond: findings.widest)
        }
        guard !gaps.isEmpty else { return [] }
        return ["<g fill=\"none\" stroke=\"\(MapColors.gap)\" stroke-width=\"1.8\">"]
            + gaps.map { "<path d=\"\(outline($0))\"/>" } + ["</g>"]
    }

    // MARK: Facilities

    private var facilities: [String] {
        let marks = findings.facilities.compactMap { facility in
            facility.place.map { place -> String in
                let name = SVGText.escaped(facility.name.text(in: language))
                return MapColors.facility(at: frame.pixel(place), "<title>\(name)</title>")
            }
        }
        return marks + names
    }

    /// The names of the facilities, each where it covers no other name or mark; left out where there is no room.
    private var names: [String] {
        guard findings.facilities.count <= Self.mostNames else { return [] }
        let places = findings.facilities.map { $0.place.map(frame.pixel) }
        var taken = places.compactMap { $0 }.map { (low: $0 - 8, high: $0 + 8) }
        let (low, high) = (frame.corner + 2, frame.corner + frame.size - 2)
        var shapes: [String] = []
        for (facility, pixel) in zip(findings.facilities, places) {
            guard let pixel else { continue }
            let name = facility.name.text(in: language)
            let size = SIMD2(Double(DisplayWidth.of(name)) * 7.4, 14)
            let corners = [
                SIMD2(11, -7), SIMD2(-11 - size.x, -7), SIMD2(-size.x / 2, -24), SIMD2(-size.x / 2, 10),
            ].map { pixel + $0 }
            let free = corners.first { corner in
                let end = corner + size
                return all(corner .>= low) && all(end .<= high)
                    && !taken.contains { all(corner .< $0.high) && all($0.low .< end) }
            }
            guard let free else { continue }
            taken.append((low: free, high: free + size))
            let text = "<text x=\"\(px(free.x))\" y=\"\(px(free.y + 11))\">\(SVGText.escaped(name))</text>"
            shapes.append(text)
        }
        guard !shapes.isEmpty else { return [] }
        // Written twice: the white below keeps the letters readable on anything.
        let group = "<g font-size=\"12\" font-weight=\"bold\""
        return ["\(group) fill=\"#fff\" stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\">"] + shapes
            + ["</g>", "\(group)>"] + shapes + ["</g>"]
    }
}
