import Organization
import Results
import ScenarioFiles

extension MapFeatures {
    /// How many of the features are points, and how many polygons.
    public var counts: (points: Int, polygons: Int) {
        let points = features.count { feature in
            if case .points = feature.shape { true } else { false }
        }
        return (points, features.count - points)
    }

    /// Every position of every feature.
    public var positions: [SIMD2<Double>] { features.flatMap { $0.shape.positions } }

    /// The features as CSV `id,lon,lat,weight,name`, polygons by their middle: facilities or demand for other commands.
    ///
    /// - Complexity: O(positions).
    public func csv() -> [UInt8] {
        var text = "id,lon,lat,weight,name\n"
        for (index, feature) in features.enumerated() {
            let middle = feature.shape.middle
            let id = CSVField.quoted(feature.id ?? feature.name ?? "\(index + 1)")
            let weight = feature.weight.map(NumberFormat.shortest) ?? ""
            text += "\(id),\(Self.degrees(middle.x)),\(Self.degrees(middle.y)),\(weight),"
            text += CSVField.quoted(feature.name ?? "") + "\n"
        }
        return Array(text.utf8)
    }

    /// The features as GeoJSON (RFC 7946) in WGS 84.
    ///
    /// - Complexity: O(positions).
    public func geoJSON() -> [UInt8] {
        func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
            "[" + elements.map(text).joined(separator: ",") + "]"
        }
        func place(_ point: SIMD2<Double>) -> String { "[\(Self.degrees(point.x)),\(Self.degrees(point.y))]" }
        func geometry(_ shape: MapShape) -> String {
            switch shape {
            case .points(let points) where points.count == 1: "{\"type\":\"Point\",\"coordinates\":\(place(points[0]))}"
            case .points(let points): "{\"type\":\"MultiPoint\",\"coordinates\":\(list(points, place))}"
            case .polygons(let polygons):
                "{\"type\":\"MultiPolygon\",\"coordinates\":"
                    + list(polygons) { list($0.rings) { list($0, place) } } + "}"
            }
        }
        let lines = features.map { feature in
            var properties: [String] = []
            if let id = feature.id { properties.append("\"id\":\(Self.string(id))") }
            if let name = feature.name { properties.append("\"name\":\(Self.string(name))") }
            if let weight = feature.weight { properties.append("\"weight\":\(NumberFormat.shortest(weight))") }
            return "{\"type\":\"Feature\",\"properties\":{\(properties.joined(separator: ","))},\"geometry\":"
                + geometry(feature.shape) + "}"
        }
        let text =
            "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
        return Array(text.utf8)
    }

    /// Degrees to a centimeter.
    private static func degrees(_ value: Double) -> String {
        NumberFormat.shortest((value * 1e7).rounded() / 1e7)
    }

    private static func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
