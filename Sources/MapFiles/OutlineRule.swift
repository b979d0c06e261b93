import Results
import Words
import WrittenFiles

/// The rule of outlines (RFC 7946, 3.1.6): no ring crosses itself or another, and holes lie within the outer ring.
///
/// Where an outline crosses itself, inside and outside change places: the two halves of a bow-tie count against each other, and its
/// centroid may lie anywhere. Rings may touch, and loops of less than some centimeters are what rounding leaves.
enum OutlineRule {
    /// What is wrong with the outline of a polygon; nil if nothing is.
    ///
    /// - Parameter place: How the file has a position.
    /// - Complexity: O(edges · log² edges) but for many long sides beside each other in several slanting directions.
    static func problem(
        _ polygon: MapPolygon, as place: (SIMD2<Double>) -> SIMD2<Double>
    ) -> Fault.Problem? {
        func degrees(_ point: SIMD2<Double>) -> String {
            let point = place(point)
            return "[\(NumberFormat.fixed(point.x, decimals: 5)), \(NumberFormat.fixed(point.y, decimals: 5))]"
        }
        switch polygon.crossing {
        case .nowhere: break
        case .near(let at):
            return .map(
                .inconsistent, "多边形的边在 \(degrees(at)) 附近相交", "sides of the polygon cross near \(degrees(at))",
                expected: .init(zh: "边不相交的环", en: "rings whose sides do not cross"))
        case .tooMany:
            return .map(
                .tooLarge, "多边形有太多又长又斜、紧挨着的边，无法逐对比较是否相交",
                "the polygon has too many long slanting sides beside each other to compare them all",
                expected: .init(zh: "分成几个的多边形，或较少的边", en: "the polygon in several parts, or fewer sides"))
        }
        guard polygon.rings.count > 1 else { return nil }
        let shell = MapPolygon(rings: [polygon.rings[0]])
        for hole in polygon.rings.dropFirst() {
            let middles = zip(hole, hole.dropFirst()).lazy.map { ($0 + $1) / 2 }
            // A hole may touch the outer ring, but not with all of itself.
            if hole.contains(where: shell.contains) || middles.contains(where: shell.contains) { continue }
            return .map(
                .inconsistent, "在 \(degrees(hole[0])) 的洞不在外环之内",
                "the hole at \(degrees(hole[0])) does not lie within the outer ring",
                expected: .init(zh: "第一个环之内的洞", en: "holes within the first ring"))
        }
        return nil
    }
}
