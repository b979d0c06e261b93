import Words

/// A date and time with its offset.
public struct DateInput: InputKind {
    /// The beginning of 1970.
    public var placeholder: DatedInstant { DatedInstant.epoch }

    /// A date and time and how to write it.
    public var expectation: LocalizedText { DatedInstant.expectation }

    /// A string in date-time form.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        definitions.shared("date") {
            .text(like: DatedInstant.pattern, example: "2024-06-16T15:00+08:00")
        }
    }

    /// The instant.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> DatedInstant? {
        guard case .string(let text) = node.value else { return site.wrongType(node, expectation) }
        if let instant = DatedInstant(text) { return instant }
        guard DatedInstant.isWellWritten(text) else {
            return site.wrongType(node, DatedInstant.expectationOfFraction(in: text) ?? expectation)
        }
        site.fault(.noSuchDay(text, expectation), at: node)
        return nil
    }
}

/// A point on the map, written `[longitude, latitude]` in degrees as in GeoJSON.
public struct CoordinateInput: InputKind {
    /// Where the equator meets the prime meridian.
    public var placeholder: (longitude: Double, latitude: Double) { (0, 0) }

    /// A point and how to write it.
    public var expectation: LocalizedText {
        .init(zh: "[经度, 纬度]，如 [116.12, 24.29]", en: "[longitude, latitude] such as [116.12, 24.29]")
    }

    /// An array of two numbers.
    public func schema(_ definitions: SchemaDefinitions) -> JSONNode {
        func degrees(_ most: Double) -> JSONNode {
            .object(["type": .string("number"), "minimum": .number(-most), "maximum": .number(most)])
        }
        return definitions.shared("coordinate") {
            .object([
                "type": .string("array"), "prefixItems": .array([degrees(180), degrees(90)]), "items": .flag(false),
                "minItems": .number(2),
            ])
        }
    }

    /// The point.
    public func decode(_ node: JSONNode, _ site: DecodingSite) -> (longitude: Double, latitude: Double)? {
        guard case .array(let nodes) = node.value, nodes.count == 2, case .number(let longitude) = nodes[0].value,
            case .number(let latitude) = nodes[1].value
        else { return site.wrongType(node, expectation) }
        guard longitude.value.magnitude <= 180, latitude.value.magnitude <= 90 else {
            site.fault(.outOfRange("[\(longitude.text), \(latitude.text)]", expectation), at: node)
            return nil
        }
        return (longitude.value, latitude.value)
    }
}

extension InputKind where Self == DateInput {
    /// A date and time with its offset, such as `"2024-06-16T15:00+08:00"`.
    public static var date: Self { DateInput() }
}

extension InputKind where Self == CoordinateInput {
    /// A point on the map, `[longitude, latitude]` in degrees.
    public static var coordinate: Self { CoordinateInput() }
}
