/// One row of `replications.csv`: the value of a measure in one replication of a variant.
public struct ReplicationRow: Equatable, Sendable {
    /// The variant's name.
    public let variant: String
    /// The replication, counted from 0 over all shards.
    public let replication: Int
    /// The measure's name.
    public let measure: String
    /// The value; infinity means never reached.
    public let value: Double

    /// Creates a row.
    public init(variant: String, replication: Int, measure: String, value: Double) {
        self.variant = variant
        self.replication = replication
        self.measure = measure
        self.value = value
    }

    /// Reads a row of `TableDeclaration.replications`, whose required cells the table reader has checked.
    init(cells: [Cell]) {
        variant = cells[0].string ?? ""
        replication = Int(cells[1].integer ?? 0)
        measure = cells[2].string ?? ""
        value = cells[3].number ?? .infinity
    }

    /// The row as cells of `TableDeclaration.replications`.
    public var cells: [Cell] { [.string(variant), Cell(replication), .string(measure), .number(value)] }
}
