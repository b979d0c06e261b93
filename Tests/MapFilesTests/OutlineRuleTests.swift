import Foundation
import Testing
import Words
import WrittenFiles

@testable import MapFiles

@Suite struct OutlineRuleTests {
    private func said(_ rings: [[SIMD2<Double>]]) -> String {
        OutlineRule.problem(MapPolygon(rings: rings)) { $0 }?.what.en ?? ""
    }

    private func square(_ low: SIMD2<Double>, _ side: Double) -> [SIMD2<Double>] {
        [low, low + SIMD2(side, 0), low + SIMD2(side, side), low + SIMD2(0, side), low]
    }

    @Test func `a ring that crosses itself has no inside`() {
        let bow: [SIMD2<Double>] = [
            [116.1, 24.3], [116.11, 24.31], [116.11, 24.3], [116.1, 24.3101], [116.1, 24.3],
        ]
        #expect(said([bow]) == "sides of the polygon cross near [116.10502, 24.30502]")
        let text = "{\"type\":\"Polygon\",\"coordinates\":[\(bow.map { "[\($0.x),\($0.y)]" })]}"
            .replacingOccurrences(of: "\"[", with: "[").replacingOccurrences(of: "]\"", with: "]")
        #expect(
            faults { _ = try GeoJSONReader.read(Array(text.utf8), path: "x") }.hasPrefix(
                "x:1:33: coordinates: sides of the polygon cross near"))
    }

    @Test func `holes lie within the outer ring and cross nothing`() {
        let shell = square([0, 0], 4)
        #expect(said([shell, square([1, 1], 1)]).isEmpty)
        #expect(
            said([shell, square([5, 1], 1)]) == "the hole at [5.00000, 1.00000] does not lie within the outer ring")
        #expect(said([shell, square([3.5, 1], 1)]).hasPrefix("sides of the polygon cross near [4.00000,"))
        // It may touch the outer ring at a side or a corner.
        #expect(said([shell, square([0, 1], 1)]).isEmpty && said([shell, square([0, 0], 1)]).isEmpty)
    }

    @Test func `rings may touch themselves, and rounding crosses nothing`() {
        // Two triangles that meet in a corner, and a spike there and back.
        #expect(said([[[0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2], [0, 0]]]).isEmpty)
        #expect(said([[[0, 0], [2, 0], [4, 0], [2, 0], [2, 2], [0, 0]]]).isEmpty)
        #expect(said([[[0, 0], [1, 0], [1, 1e-7], [0.5, -1e-7], [0, 1], [0, 0]]]).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func `any number of sides is looked at`() {
        // A star: no two sides cross.
        let star = (0...40_000).map { index -> SIMD2<Double> in
            let turn = Double(index % 40_000) / 40_000
            let radius = index.isMultiple(of: 2) ? 1.0 : 0.999
            return radius
                * (turn < 0.5 ? SIMD2(1 - 4 * turn, 1 - abs(1 - 4 * turn)) : SIMD2(4 * turn - 3, abs(4 * turn - 3) - 1))
        }
        #expect(said([star]).isEmpty)
        let comb = (0..<40_000).map { SIMD2(Double($0) / 40_000, $0.isMultiple(of: 2) ? 0 : 1) }
        #expect(said([comb + [SIMD2(1, -1), SIMD2(0, -1), comb[0]]]).isEmpty)
        // Teeth with flat ends.
        let teeth = (0..<3_000).flatMap { tooth -> [SIMD2<Double>] in
            let x = 116 + Double(tooth) * 2e-5
            return [SIMD2(x, 24), SIMD2(x, 24.1), SIMD2(x + 1e-5, 24.1), SIMD2(x + 1e-5, 24)]
        }
        #expect(said([teeth + [SIMD2(116.06, 23.9), SIMD2(116, 23.9), teeth[0]]]).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func `holes in a row and a checkerboard of holes cross nothing`() {
        // 5,000 holes of 3 m, 37 m apart, at one latitude.
        let row = (0..<5_000).map { square([116 + Double($0) * 37 / 111_000, 24], 3 / 111_000) }
        #expect(said([square([115, 23], 3)] + row).isEmpty)
        let side = 35 / 111_000.0
        let board = (0..<160).flatMap { row in
            (0..<160).compactMap { column in
                (row + column).isMultiple(of: 2)
                    ? square([116 + Double(column) * side, 24 + Double(row) * side], side) : nil
            }
        }
        #expect(said([square([115, 23], 3)] + board).isEmpty)
        #expect(
            said([square([115, 23], 3)] + board + [square(board[6_000][0] + side / 3, side)]).hasPrefix(
                "sides of the polygon cross"))
    }

    @Test func `sides nobody can compare are said to be too many`() {
        // A road of arrowheads within each other, there and back.
        let heads = (0..<10_000).flatMap { number -> [SIMD2<Double>] in
            let tip = SIMD2(Double(number) * 1e-5, 0)
            let ends = [tip + [0.92, 0.38], tip, tip + [0.92, -0.38]]
            return number.isMultiple(of: 2) ? ends : ends.reversed()
        }
        #expect(
            said([heads + [heads[0]]])
                == "the polygon has too many long slanting sides beside each other to compare them all")
    }
}
