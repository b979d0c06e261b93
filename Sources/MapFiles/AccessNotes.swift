import Results
import RoadNetwork
import Statistics
import Words
import WrittenFiles

/// What must be said of the ways between the points of a file and their roads.
public enum AccessNotes {
    /// The most points named in one note.
    private static let most = 5

    /// Points without a way because every road is too far, and points that passed over a small island.
    static func warnings(_ points: [MapPoint], limit: Double) -> [LocalizedText] {
        var notes: [LocalizedText] = []
        let far = points.filter { $0.access.join == nil }
        if !far.isEmpty {
            let names = list(far) { meters($0.access.meters) }
            notes.append(
                LocalizedText(
                    zh:
                        "共\(grouped(points.count))个点，其中\(grouped(far.count))个离任何道路都超过 \(meters(limit))，视为无路：\(names.zh)",
                    en:
                        "no way for \(grouped(far.count)) of \(all(points)), farther than \(meters(limit)) from every road: \(names.en)"
                ))
        }
        let moved = points.filter { $0.access.passedOver != nil }
        if !moved.isEmpty {
            let names = list(moved) { "\(meters($0.access.passedOver ?? 0)) → \(meters($0.access.meters))" }
            notes.append(
                LocalizedText(
                    zh: "共\(grouped(points.count))个点，其中\(grouped(moved.count))个最近的路与其余路网不相连，改走较远的路：\(names.zh)",
                    en:
                        "the nearest road is a small island for \(grouped(moved.count)) of \(all(points)), which \(moved.count == 1 ? "goes" : "go") to one farther away: \(names.en)"
                ))
        }
        return notes
    }

    /// How far the points are from their roads; nil if they all stand on one, to the meter.
    public static func summary(_ points: [MapPoint], _ rule: AccessRule) -> LocalizedText? {
        let distances = points.filter { $0.access.join != nil }.map(\.access.meters).sorted()
        guard let longest = distances.last, longest.rounded() > 0,
            let median = Quantiles.quantile(0.5, ofSorted: distances)
        else { return nil }
        let middle = meters(median)
        let speed = NumberFormat.shortest(rule.speed)
        return LocalizedText(
            zh: "到道路（access_m）的中位距离 \(middle)，最远 \(meters(longest))，按 \(speed) km/h 计入",
            en:
                "the way to the road (access_m) is \(middle) at the median and \(meters(longest)) at most, counted at \(speed) km/h"
        )
    }

    /// An English count.
    private static func all(_ points: [MapPoint]) -> String { counted(points.count, "point") }

    private static func meters(_ meters: Double) -> String {
        meters < 10_000
            ? grouped(digits: NumberFormat.fixed(meters, decimals: 0)) + " m"
            : grouped(digits: NumberFormat.fixed(meters / 1000, decimals: 1)) + " km"
    }

    private static func list(_ points: [MapPoint], _ figure: (MapPoint) -> String) -> LocalizedText {
        let names = points.prefix(most).map {
            ("\(quoted($0.id))（\(figure($0))）", "\(quoted($0.id)) (\(figure($0)))")
        }
        let rest = points.count - names.count
        return LocalizedText(
            zh: names.map(\.0).joined(separator: "、") + (rest > 0 ? "，另有\(grouped(rest))个" : ""),
            en: names.map(\.1).joined(separator: ", ") + (rest > 0 ? " and \(grouped(rest)) more" : ""))
    }
}
