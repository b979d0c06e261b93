/// What is wrong with figures or lists from which no place can be made: every problem found, not only the first.
public struct PlaceError: Error, Sendable, Equatable {
    /// The problems, in the order of what they point at.
    public var problems: [PlaceProblem]

    /// Creates an error from its problems.
    public init(_ problems: [PlaceProblem]) { self.problems = problems }
}

/// One thing wrong with a place; numbers are indices into the lists the place is made from.
public enum PlaceProblem: Sendable, Equatable {
    /// A figure lies outside its range; the name is that of the figure's property.
    case figureOutOfRange(name: String)
    /// There is no street.
    case noStreets
    /// A street has neither communities nor villages.
    case streetWithoutCommunities(street: Int)
    /// A street has the code of an earlier one.
    case repeatedCode(street: Int)
    /// There are fewer grids than communities and villages, and each needs one.
    case fewerGridsThanCommunities(grids: Int, communities: Int)
    /// There are more community centers than communities and villages.
    case moreCentersThanCommunities(centers: Int, communities: Int)
    /// The river's course has fewer than two points.
    case riverWithoutCourse
    /// More bridges are wanted than the river's course in the district has room for.
    case tooManyBridges(possible: Int)
    /// A street's seat lies too far from the middle of all seats and the river for one map of them.
    case seatTooFar(street: Int, kilometers: Int, most: Int)
    /// A point of the river's course does.
    case courseTooFar(point: Int, kilometers: Int, most: Int)
    /// Settlements lie on a bank that no bridge leads to.
    case bankWithoutBridge
    /// There is no organization node, or the first one has a parent.
    case organizationWithoutRoot
    /// A node's parent is missing or does not come before it: the tree has a cycle, a second root or the wrong order.
    case parentNotBefore(node: Int)
    /// An organization node's seat is no road node.
    case unknownSeat(node: Int)
    /// There are no people.
    case noPeople
    /// A person refers to an unknown organization node, unit, road node, department or travel mode.
    case unknownReference(person: Int)
    /// A grid's node is unknown or not a grid.
    case unknownGridNode(grid: Int)
    /// A grid's node is that of an earlier grid.
    case repeatedGridNode(grid: Int)
    /// A grid's location is no road node.
    case unknownGridLocation(grid: Int)
    /// A grid cannot be reached from the district's seat, or the seat not from it.
    case unreachableGrid(grid: Int)
    /// A facility refers to an unknown organization node or road node.
    case unknownFacilityReference(facility: Int)
    /// A dike point refers to an unknown organization node or road node.
    case unknownDikeReference(point: Int)
    /// A road joins an unknown road node.
    case unknownRoadEnd(arc: Int)
    /// A road has a negative or infinite length.
    case roadLength(arc: Int)
    /// A road's name is not in the list of names.
    case unknownRoadName(arc: Int)
}
