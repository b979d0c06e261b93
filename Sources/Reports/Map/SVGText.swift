import Results

/// Pieces of an SVG drawing as text.
enum SVGText {
    /// `text` as content or attribute of an element; characters XML does not know are replaced.
    static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE:
                result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    /// A number of pixels to a tenth, as short as can be.
    static func pixels(_ value: Double) -> String { tenths(Int((value * 10).rounded())) }

    /// A number of tenths of a pixel.
    static func tenths(_ value: Int) -> String {
        let magnitude = value.magnitude
        let sign = value < 0 ? "-" : ""
        return magnitude % 10 == 0 ? "\(sign)\(magnitude / 10)" : "\(sign)\(magnitude / 10).\(magnitude % 10)"
    }

    /// The path through some pixels, each step counted from the last point as written so that no rounding adds up.
    ///
    /// Points that fall on the one before are left out.
    static func path(_ points: [SIMD2<Double>], isClosed: Bool = false) -> String {
        var text = ""
        var last = SIMD2<Int>()
        for (index, point) in points.enumerated() {
            let here = SIMD2(Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
            if index == 0 {
                text += "M\(tenths(here.x)) \(tenths(here.y))"
            } else if here != last {
                let step = here &- last
                // A minus sign parts two numbers by itself.
                text += "l\(tenths(step.x))\(step.y < 0 ? "" : " ")\(tenths(step.y))"
            }
            last = here
        }
        return isClosed ? text + "z" : text
    }
}
