/// A small chart of two quantities over time, one within the other, made of block characters.
///
/// The inner quantity is solid, with eighths of a line; what the outer one has beyond it is shaded.
public struct BlockChart: Sendable {
    /// The lines from the top down, each as wide as there are columns.
    public let lines: [String]

    private static let eighths = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// Draws `inner` and `outer`, one value a column, on `height` lines that reach up to `top`, which is positive.
    ///
    /// - Complexity: O(columns · height).
    public init(inner: [Double], outer: [Double], top: Double, height: Int) {
        precondition(inner.count == outer.count && top > 0 && height > 0, "a chart has as many values of both kinds")
        let step = top / Double(height)
        lines = (0..<height).map { line in
            let bottom = Double(height - 1 - line) * step
            return zip(inner, outer).map { inner, outer in
                let filled = (inner - bottom) / step
                // A sixteenth is the least that rounds to an eighth.
                if filled >= 1.0 / 16 { return Self.eighths[min(8, Int((filled * 8).rounded())) - 1] }
                return (outer - bottom) / step >= 0.5 ? "░" : " "
            }.joined()
        }
    }

    /// `values`, equally spaced, read off at the middle of each of `columns` equal parts of the first `span` of them.
    public static func sampled(_ values: [Double], span: Double, columns: Int) -> [Double] {
        guard let last = values.indices.last else { return Array(repeating: 0, count: columns) }
        return (0..<columns).map { column in
            values[min(last, Int((Double(column) + 0.5) / Double(columns) * span))]
        }
    }
}
