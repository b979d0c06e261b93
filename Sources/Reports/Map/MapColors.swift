import Results

/// The colors and signs of a map.
enum MapColors {
    static let water = "#a9cdea"
    static let closed = "#e31a1c"
    static let gap = "#000"
    static let closedArea =
        "fill=\"#e31a1c\" fill-opacity=\"0.12\" stroke=\"#e31a1c\" stroke-width=\"1.2\" stroke-dasharray=\"5 3\""

    /// Viridis (Smith and van der Walt 2015), light to dark; its darkest fifth is left out so that black shows on all of it.
    private static let scale: [SIMD3<Double>] = [
        [253, 231, 37], [122, 209, 81], [34, 168, 132], [42, 120, 142], [65, 68, 135],
    ]

    /// The color of class `step` of `count`, light to dark.
    static func fill(_ step: Int, of count: Int) -> String {
        let position = Double(step) / Double(max(count - 1, 1)) * Double(scale.count - 1)
        let below = min(Int(position), scale.count - 2)
        let color = scale[below] + (scale[below + 1] - scale[below]) * (position - Double(below))
        return "#"
            + (0..<3).map { channel in
                let value = Int(color[channel].rounded())
                return (value < 16 ? "0" : "") + String(value, radix: 16)
            }.joined()
    }

    /// The sign of a facility: a white disk with a cross, seen on any ground; `content` goes into the element.
    static func facility(at pixel: SIMD2<Double>, _ content: String = "") -> String {
        let (x, y) = (SVGText.pixels(pixel.x), SVGText.pixels(pixel.y))
        return "<g transform=\"translate(\(x) \(y))\">\(content)<circle r=\"7\" fill=\"#fff\" stroke=\"#000\" "
            + "stroke-width=\"1.5\"/><path d=\"M-4 0h8M0 -4v8\" stroke=\"#000\" stroke-width=\"2.5\"/></g>"
    }
}
