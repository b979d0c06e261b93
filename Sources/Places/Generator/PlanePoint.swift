/// A point or vector of the local map, in meters east and north.
struct PlanePoint: Equatable {
    var x: Double
    var y: Double

    static func + (left: Self, right: Self) -> Self { Self(x: left.x + right.x, y: left.y + right.y) }
    static func - (left: Self, right: Self) -> Self { Self(x: left.x - right.x, y: left.y - right.y) }
    static func * (left: Self, factor: Double) -> Self { Self(x: left.x * factor, y: left.y * factor) }

    /// The inner product.
    func dot(_ other: Self) -> Double { x * other.x + y * other.y }

    /// Twice the area of the triangle the two vectors span, positive if `other` lies to the left.
    func cross(_ other: Self) -> Double { x * other.y - y * other.x }

    var squaredLength: Double { x * x + y * y }

    var length: Double { squaredLength.squareRoot() }

    func distance(to other: Self) -> Double { (self - other).length }

    func squaredDistance(to other: Self) -> Double { (self - other).squaredLength }

    /// The vector turned left by a right angle.
    var left: Self { Self(x: -y, y: x) }
}
