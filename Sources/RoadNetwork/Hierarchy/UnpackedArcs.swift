/// The roads that arcs of a hierarchy stand for, kept while many ways are asked for under one metric.
///
/// Ways that go far share their upper arcs, so that of the shortcuts which the travelers of a city come over nearly all have been unpacked for
/// another traveler before. Whoever lays another metric over the hierarchy begins anew.
public struct UnpackedArcs: Sendable {
    /// The roads of everything unpacked so far, one after another; a shortcut within another shares its roads.
    private(set) var roads: [RoadArcID] = []
    /// Where among them each shortcut begins and ends, by its number and direction.
    private var places: [UInt64: Range<Int>] = [:]

    /// Nothing yet.
    public init() {}

    /// Forgets everything, because the times have changed.
    public mutating func removeAll() {
        roads.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    /// Where the roads of an arc stand, if it has been unpacked.
    func place(of arc: UInt32, upward: Bool) -> Range<Int>? { places[Self.key(arc, upward)] }

    /// Appends a road.
    mutating func append(_ road: RoadArcID) { roads.append(road) }

    /// Appends the roads of something unpacked before.
    mutating func append(_ place: Range<Int>) {
        for index in place { roads.append(roads[index]) }
    }

    /// Notes that the roads of an arc are those from `start` on.
    mutating func note(_ arc: UInt32, upward: Bool, from start: Int) {
        places[Self.key(arc, upward)] = start..<roads.count
    }

    private static func key(_ arc: UInt32, _ upward: Bool) -> UInt64 { UInt64(arc) << 1 | (upward ? 1 : 0) }
}
