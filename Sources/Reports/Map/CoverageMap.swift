import Coverage
import Results
import RoadNetwork
import Words

extension CoverageFindings {
    /// The demand as GeoJSON (RFC 7946), one feature a line: of each point its weight, its nearest facility and the minutes from it,
    /// and how many facilities are within each number of minutes; beside roads how far the road is (`access_m`); with closures the same again under names that end in `_closed`.
    ///
    /// Points whose place nobody knows have no geometry.
    ///
    /// - Complexity: O(corners + points · minutes).
    public var geoJSON: String {
        let lines = demand.indices.map { feature($0).line }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
    }

    private func feature(_ index: Int) -> JSONText {
        let point = demand[index]
        var properties: [(String, JSONText)] = [
            ("id", .string(point.id)), ("name_zh", .string(point.name.zh)), ("name_en", .string(point.name.en)),
            ("weight", .number(point.weight)),
        ]
        if access != nil { properties.append(("access_m", Self.meters(point))) }
        for (state, ending) in zip(states, ["", "_closed"]) {
            let near = state.nearest(to: index)
            properties.append(("nearest" + ending, near.map { .string(facilities[$0.facility].id) } ?? .null))
            properties.append(("minutes" + ending, near.map { exactMinutes($0.milliseconds) } ?? .null))
            for minutes in minutes {
                let count = state.count(near: index, within: Self.milliseconds(minutes))
                properties.append(("within_\(NumberFormat.shortest(minutes))" + ending, .number(Double(count))))
            }
            properties.append(("gap" + ending, .boolean(state.isGap(index, beyond: widest))))
        }
        let geometry = point.place.map { place in
            GridMap.geometry(
                outline: point.outline.map { (longitude: $0.x, latitude: $0.y) },
                middle: (longitude: place.x, latitude: place.y))
        }
        return .object([
            ("type", .string("Feature")), ("id", .string(point.id)), ("geometry", geometry ?? .null),
            ("properties", .object(properties)),
        ])
    }
}
