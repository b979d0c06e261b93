import RandomStreams
import RoadNetwork

/// The shape of the ground: river, low ground beside it, and hills, on a raster and at any point.
struct Terrain {
    /// The map from meters to degrees.
    let projection: LocalProjection

    /// The cells.
    let raster: Raster

    /// The river.
    let river: RiverCourse

    /// How far each cell's ground lies above its valley, in meters.
    let hills: [Double]

    /// How much harder a road is to build than over flat, open ground: for height, and plots and brooks in the way.
    let resistance: [Double]

    /// Meters from the middle of each cell to the nearest bank, negative in the water.
    let bankDistances: [Double]

    /// For each cell the directions, one bit each, in which a step would cross or enter the water.
    let blockedSteps: [UInt8]

    private let floodPlain: Double
    private let lowestHomes: Double
    private let surface: [ValueNoise]
    private let roughness: ValueNoise
    private let seats: [PlanePoint]

    /// Hills rise where the noise is above this threshold.
    ///
    /// Assumed, like their height in meters a unit of noise, for basins among hills like Meizhou's.
    private static let hillThreshold = 0.43
    private static let hillHeight = 1000.0

    /// Draws the ground of a district.
    init(figures: PlaceFigures, random: RandomStream) {
        // The river stays where it is when a street is added, so it is the origin.
        let anchor = figures.river.course[figures.river.course.count / 2]
        let projection = LocalProjection(longitude: anchor.longitude, latitude: anchor.latitude)
        func plane(_ coordinate: Coordinate) -> PlanePoint {
            let meters = projection.meters(longitude: coordinate.longitude, latitude: coordinate.latitude)
            return PlanePoint(x: meters.x, y: meters.y)
        }
        let seats = figures.streets.map { plane($0.seat) }
        let weights = figures.streets.map(\.areaWeight)
        let squareMeters = figures.area * 1e6 / max(weights.reduce(0, +), 1e-9)
        var low = PlanePoint(x: .infinity, y: .infinity)
        var high = PlanePoint(x: -.infinity, y: -.infinity)
        for (seat, weight) in zip(seats, weights) {
            // A street may grow to one side only, so it gets more than the radius of a disk of its area.
            let reach = 1.7 * (squareMeters * weight / .pi).squareRoot()
            low = PlanePoint(x: min(low.x, seat.x - reach), y: min(low.y, seat.y - reach))
            high = PlanePoint(x: max(high.x, seat.x + reach), y: max(high.y, seat.y + reach))
        }
        let ground = EntityKey(path: "\(figures.code)/ground")
        let raster = Raster(
            cellSize: Raster.cellSize(area: figures.area), from: low, to: high)
        let river = RiverCourse(
            through: figures.river.course.map { plane($0) }, width: figures.river.width, from: low, to: high)
        let spacings = [6000.0, 2200, 900]
        surface = spacings.indices.map {
            ValueNoise(
                random: random, key: ground.child(UInt32($0)), spacing: spacings[$0], from: low, to: high)
        }
        roughness = ValueNoise(random: random, key: ground.child(9), spacing: 350, from: low, to: high)
        self.projection = projection
        self.raster = raster
        self.river = river
        self.seats = seats
        floodPlain = figures.river.floodPlain
        lowestHomes = figures.river.lowestHomes
        bankDistances = (0..<raster.count).map { river.bankDistance(raster.center(of: $0)) }
        hills = (0..<raster.count).map { [surface, bankDistances, floodPlain] cell in
            Self.hill(
                at: raster.center(of: cell), bankDistance: bankDistances[cell], floodPlain: floodPlain,
                surface: surface, seats: seats)
        }
        let obstacles = ValueNoise(random: random, key: ground.child(8), spacing: 800, from: low, to: high)
        resistance = (0..<raster.count).map { [hills] cell in
            1 + hills[cell] / 60 + 1.5 * obstacles.value(at: raster.center(of: cell))
        }
        blockedSteps = (0..<raster.count).map { [bankDistances] cell in
            guard raster.isInner(cell) else { return 0xff }
            if bankDistances[cell] <= 0 { return 0xff }
            guard bankDistances[cell] < raster.cellSize * 2 else { return 0 }
            var blocked: UInt8 = 0
            for direction in 0..<8 {
                let neighbor = cell + raster.offsets[direction]
                if bankDistances[neighbor] <= 0
                    || river.crosses(raster.center(of: cell), raster.center(of: neighbor))
                {
                    blocked |= 1 << UInt8(direction)
                }
            }
            return blocked
        }
    }

    /// Where a coordinate lies on the map.
    func plane(_ coordinate: Coordinate) -> PlanePoint {
        let meters = projection.meters(longitude: coordinate.longitude, latitude: coordinate.latitude)
        return PlanePoint(x: meters.x, y: meters.y)
    }

    /// The coordinate of a point of the map.
    func coordinate(_ point: PlanePoint) -> Coordinate {
        let degrees = projection.degrees(SIMD2(point.x, point.y))
        return Coordinate(longitude: degrees.x, latitude: degrees.y)
    }

    /// The height of the ground above the river's normal water nearby, and the distance from the bank, in meters.
    ///
    /// On low ground it rises from the height of the lowest homes by 3 meters, and gently after that. Heights above the
    /// sea would add the fall of the river to both ground and water, and change nothing.
    func heightAboveWater(at point: PlanePoint) -> (height: Double, bankDistance: Double) {
        let bank = max(river.bankDistance(point), 0)
        let rise =
            bank < floodPlain
            ? lowestHomes + 3 * bank / floodPlain : lowestHomes + 3 + (bank - floodPlain) * 0.004
        let hill = Self.hill(
            at: point, bankDistance: bank, floodPlain: floodPlain, surface: surface, seats: seats)
        return (rise + roughness.value(at: point) * 1.2 + hill, bank)
    }

    /// Hills keep away from the low ground and from seats, since towns were built in the basins.
    private static func hill(
        at point: PlanePoint, bankDistance: Double, floodPlain: Double, surface: [ValueNoise], seats: [PlanePoint]
    ) -> Double {
        let fromRiver = min(max((bankDistance - floodPlain) / 2500, 0), 1)
        guard fromRiver > 0 else { return 0 }
        let noise =
            0.55 * surface[0].value(at: point) + 0.3 * surface[1].value(at: point) + 0.15 * surface[2].value(at: point)
        guard noise > hillThreshold else { return 0 }
        var fromSeat = 1.0
        // A seat further off to one side alone changes nothing, however many there are.
        for seat in seats where abs(seat.x - point.x) < 3701 && abs(seat.y - point.y) < 3701 {
            fromSeat = min(fromSeat, max((point.distance(to: seat) - 1200) / 2500, 0))
        }
        return (noise - hillThreshold) * hillHeight * fromRiver * fromSeat
    }
}
