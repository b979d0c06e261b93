import BenchmarkSupport

/// A built-up place: jittered blocks at an angle of their own, cut by arterials, with links missing, one-ways and dead ends.
struct Town {
    let center: SIMD2<Double>
    /// The half width in blocks.
    let reach: Int
    /// The direction of its streets, of length one.
    private let axis: SIMD2<Double>
    /// Points at crossings of arterials and along them, where roads from outside arrive.
    private(set) var gates: [Int32] = []

    /// The side of a block in meters, and every how many blocks an arterial runs.
    static let block = 110.0
    private static let arterial = 6

    /// A town of about `crossings` crossings, without streets yet.
    init(center: SIMD2<Double>, crossings: Double, random: inout Xoshiro256PlusPlus) {
        self.center = center
        reach = max(1, Int((crossings / 3.14159).squareRoot().rounded()))
        let turn = SIMD2(random.nextUnit() + 0.01, random.nextUnit())
        axis = turn / (turn * turn).sum().squareRoot()
    }

    /// The radius in meters.
    var radius: Double { Double(reach) * Self.block }

    /// Lays out the streets.
    mutating func build(_ streets: inout StreetBuilder, _ style: StreetStyle, random: inout Xoshiro256PlusPlus) {
        let width = 2 * reach + 1
        var crossings = [Int32](repeating: -1, count: width * width)
        for row in -reach...reach {
            for column in -reach...reach {
                let isArterial = row % Self.arterial == 0 || column % Self.arterial == 0
                // The outskirts are ragged, but arterials are whole, so that roads from outside arrive.
                let edge = Double(reach * reach) * (isArterial ? 1 : 0.75 + 0.5 * random.nextUnit())
                if Double(row * row + column * column) > edge { continue }
                let jitter = SIMD2(random.nextUnit() - 0.5, random.nextUnit() - 0.5) * 0.5
                let place = (SIMD2(Double(column), Double(row)) + jitter) * Self.block
                let turned = SIMD2(
                    place.x * axis.x - place.y * axis.y, place.x * axis.y + place.y * axis.x)
                let crossing = streets.add(center + turned)
                crossings[(row + reach) * width + column + reach] = crossing
                if isArterial { gates.append(crossing) }
                if random.nextUnit() < style.deadEnds {
                    let away = SIMD2(random.nextUnit() - 0.5, random.nextUnit() - 0.5) * Self.block
                    streets.join(
                        crossing, streets.add(center + turned + away), speed: 20, bends: style.bends(&random) / 2,
                        random: &random)
                }
            }
        }
        for across in [false, true] {
            for line in 0..<width {
                let isArterial = (line - reach) % Self.arterial == 0
                let isOneWay = !isArterial && random.nextUnit() < style.oneWays
                let isBackward = random.nextUnit() < 0.5
                for step in 1..<width {
                    let cell = across ? step * width + line : line * width + step
                    let (end, start) = (crossings[cell], crossings[across ? cell - width : cell - 1])
                    // Blocks lie like bricks: most crossings join three streets, not four.
                    let isBrick = across && (line + step) % 2 == 1
                    guard start >= 0, end >= 0,
                        isArterial || random.nextUnit() < style.kept * (isBrick ? style.fourWays : 1)
                    else { continue }
                    streets.join(
                        isBackward ? end : start, isBackward ? start : end,
                        speed: (isArterial ? 50 : 30) * (0.85 + 0.3 * random.nextUnit()), isOneWay: isOneWay,
                        bends: style.bends(&random), random: &random)
                }
            }
        }
    }

    /// The gate nearest to a point outside.
    func gate(toward point: SIMD2<Double>, _ streets: StreetBuilder) -> Int32 {
        gates.min {
            StreetBuilder.distance(streets.points[Int($0)], point)
                < StreetBuilder.distance(streets.points[Int($1)], point)
        } ?? gates[0]
    }
}
