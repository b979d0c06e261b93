import WrittenFiles

/// The names a place gives to things that plans and incidents refer to.
public struct PlaceNames: Sendable {
    /// The departments of its streets.
    public let departments: NameTable
    /// The points of a place written out; a generated one has no names for its points.
    public let points: NameTable
    /// The stations that take calls.
    public let stations: NameTable

    /// Puts the tables of a place together.
    public init(departments: NameTable, points: NameTable, stations: NameTable) {
        self.departments = departments
        self.points = points
        self.stations = stations
    }
}
