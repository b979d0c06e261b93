import RoadNetwork
import Words

/// The map of a result: one feature a grid, with what every variant did for it, as GeoJSON (RFC 7946).
///
/// Coordinates are WGS 84, longitude first, to a centimeter. A grid with an outline is a polygon whose ring is closed and
/// runs counterclockwise; a grid without one, of a place written by hand, is a point.
public enum GridMap {
    /// One grid.
    public struct Feature: Sendable {
        /// How it fared in one variant.
        public struct Fate: Sendable {
            /// The variant.
            public var variant: String
            /// The median minutes until four fifths of its needs were begun; infinite for never, nil without needs.
            public var minutes: Double?
            /// The stage that usually took longest.
            public var slowest: String?

            /// Creates a fate.
            public init(variant: String, minutes: Double?, slowest: String?) {
                self.variant = variant
                self.minutes = minutes
                self.slowest = slowest
            }
        }

        /// Its path in the organization.
        public var path: String
        /// Its name.
        public var name: LocalizedText
        /// The corners of its outline, in either direction, the first not repeated; fewer than three for none.
        public var outline: [(longitude: Double, latitude: Double)]
        /// Its middle.
        public var middle: (longitude: Double, latitude: Double)
        /// Residents.
        public var residents: Int
        /// Households on low ground.
        public var lowHouseholds: Int
        /// What each variant did for it.
        public var fates: [Fate]

        /// Creates a grid.
        public init(
            path: String, name: LocalizedText, outline: [(longitude: Double, latitude: Double)],
            middle: (longitude: Double, latitude: Double), residents: Int, lowHouseholds: Int, fates: [Fate]
        ) {
            self.path = path
            self.name = name
            self.outline = outline
            self.middle = middle
            self.residents = residents
            self.lowHouseholds = lowHouseholds
            self.fates = fates
        }
    }

    /// The file, one feature a line.
    ///
    /// - Complexity: O(corners + grids · variants).
    public static func geoJSON(_ features: [Feature]) -> String {
        let lines = features.map { feature($0).line }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + lines.joined(separator: ",\n") + "\n]}\n"
    }

    private static func feature(_ grid: Feature) -> JSONText {
        var properties: [(String, JSONText)] = [
            ("path", .string(grid.path)), ("name_zh", .string(grid.name.zh)), ("name_en", .string(grid.name.en)),
            ("residents", .number(Double(grid.residents))), ("low_households", .number(Double(grid.lowHouseholds))),
        ]
        for fate in grid.fates {
            let minutes = fate.minutes.map { $0.isFinite ? JSONText.decimal($0, 1) : .null } ?? .null
            properties.append(("minutes_\(fate.variant)", minutes))
            properties.append(("reached_\(fate.variant)", fate.minutes.map { .boolean($0.isFinite) } ?? .null))
            properties.append(("slowest_\(fate.variant)", fate.slowest.map { .string($0) } ?? .null))
        }
        return .object([
            ("type", .string("Feature")), ("geometry", geometry(outline: grid.outline, middle: grid.middle)),
            ("properties", .object(properties)),
        ])
    }

    /// An outline as a polygon, its ring closed and counterclockwise; the middle as a point where there is no outline.
    static func geometry(
        outline: [(longitude: Double, latitude: Double)], middle: (longitude: Double, latitude: Double)
    ) -> JSONText {
        guard outline.count >= 3 else {
            return .object([("type", .string("Point")), ("coordinates", position(middle))])
        }
        let ring = signedArea(outline) < 0 ? outline.reversed() : outline
        let closed = ring.map(position) + [position(ring[0])]
        return .object([("type", .string("Polygon")), ("coordinates", .array([.array(closed)]))])
    }

    private static func position(_ point: (longitude: Double, latitude: Double)) -> JSONText {
        .array([.decimal(point.longitude, 7), .decimal(point.latitude, 7)])
    }

    /// Twice the area of a ring, positive if it runs counterclockwise.
    private static func signedArea(_ ring: [(longitude: Double, latitude: Double)]) -> Double {
        let first = ring[0]
        func east(_ corner: (longitude: Double, latitude: Double)) -> Double {
            Meridian.near(first.longitude, corner.longitude) - first.longitude
        }
        return ring.indices.reduce(0) { area, index in
            let (here, next) = (ring[index], ring[(index + 1) % ring.count])
            // Seen from the first corner, so that nothing of the area is lost in large coordinates.
            return area + east(here) * (next.latitude - first.latitude) - east(next) * (here.latitude - first.latitude)
        }
    }
}
