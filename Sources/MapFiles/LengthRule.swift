import DenseTables
import Results
import RoadNetwork
import Words
import WrittenFiles

/// The rule of lengths that a file states: no road is shorter than the straight line between its ends.
///
/// Kilometers where meters belong make everybody a thousand times as fast, and nothing is wrong with any number.
enum LengthRule {
    /// Straight lines of fewer meters tell nothing.
    private static let least = 10.0

    /// How much shorter a road may be, for coordinates that are rounded.
    private static let tolerance = 0.95

    /// What is to be said of the lengths of a network; nil if they may be right.
    ///
    /// - Complexity: O(arcs).
    static func warning(_ map: RoadMap) -> LocalizedText? {
        var (compared, short, far) = (0, 0, 0)
        var first: (arc: RoadArc, straight: Double)?
        for arc in map.network.arcs {
            let straight = map.network.straightLine(arc.from, arc.to)
            guard straight >= least else { continue }
            compared += 1
            if arc.length < straight / 10 || arc.length > straight * 100 { far += 1 }
            guard arc.length < straight * tolerance - 1 else { continue }
            short += 1
            if first == nil { first = (arc, straight) }
        }
        let isOtherUnit = 2 * far > compared
        guard let first else {
            guard isOtherUnit else { return nil }
            return LocalizedText(
                zh: "过半的路段比两端直线距离长 100 倍以上：长度的单位也许不是所要求的",
                en:
                    "most arcs are more than 100 times as long as the straight line between their nodes: perhaps the lengths are in another unit"
            )
        }
        func meters(_ meters: Double) -> String { NumberFormat.fixed(meters, decimals: 0) + " m" }
        let (from, to) = (map.nodeNames[first.arc.from.index], map.nodeNames[first.arc.to.index])
        return LocalizedText(
            zh:
                "\(compared)条路段中有\(short)条比两端的直线距离短，如从 \(quoted(from)) 到 \(quoted(to)) 长 \(meters(first.arc.length))，直线 \(meters(first.straight))"
                + (isOtherUnit ? "；长度的单位也许不是所要求的" : ""),
            en:
                "arcs shorter than the straight line between their nodes: \(short) of \(compared), such as \(quoted(from)) to \(quoted(to)), \(meters(first.arc.length)) of \(meters(first.straight))"
                + (isOtherUnit ? "; perhaps the lengths are in another unit" : ""))
    }
}
