import Statistics

/// One row of `summary.csv`: a measure of a variant over all replications.
public struct SummaryRow: Equatable, Sendable {
    /// The variant's name.
    public let variant: String
    /// The measure's name.
    public let measure: String
    /// The measure's unit.
    public let unit: String
    /// The number of replications.
    public let count: Int
    /// The number of replications in which the measure was reached.
    public let reached: Int
    /// The mean, only if every replication reached it.
    public let mean: Double?
    /// The lower end of the 95 % interval.
    public let lower: Double?
    /// The upper end of the 95 % interval.
    public let upper: Double?
    /// The smallest value; here and below infinity means never.
    public let minimum: Double?
    /// The 10 % quantile.
    public let p10: Double?
    /// The median.
    public let p50: Double?
    /// The 90 % quantile.
    public let p90: Double?
    /// The largest value.
    public let maximum: Double?

    /// Summarizes `values`, one per replication, in which infinity means never reached.
    ///
    /// The interval is the caller's, who knows which one fits: Student's t of a mean, Wilson's of a share, or one over
    /// blocks of replications. It is left out unless every replication reached the measure.
    public init(variant: String, measure: String, unit: String, values: [Double], interval: ConfidenceInterval?) {
        self.variant = variant
        self.measure = measure
        self.unit = unit
        count = values.count
        reached = values.count { $0.isFinite }
        let isWhole = reached == count
        mean = isWhole ? interval?.estimate ?? Tally(values).mean : nil
        lower = isWhole ? interval?.lower : nil
        upper = isWhole ? interval?.upper : nil
        let sorted = values.sorted()
        minimum = Quantiles.quantile(0, ofSorted: sorted)
        p10 = Quantiles.quantile(0.1, ofSorted: sorted)
        p50 = Quantiles.quantile(0.5, ofSorted: sorted)
        p90 = Quantiles.quantile(0.9, ofSorted: sorted)
        maximum = Quantiles.quantile(1, ofSorted: sorted)
    }

    /// Reads a row of `TableDeclaration.summary`, whose required cells the table reader has checked.
    init(cells: [Cell]) {
        variant = cells[0].string ?? ""
        measure = cells[1].string ?? ""
        unit = cells[2].string ?? ""
        count = Int(cells[3].integer ?? 0)
        reached = Int(cells[4].integer ?? 0)
        mean = cells[5].number
        lower = cells[6].number
        upper = cells[7].number
        minimum = cells[8].number
        p10 = cells[9].number
        p50 = cells[10].number
        p90 = cells[11].number
        maximum = cells[12].number
    }

    /// The row as cells of `TableDeclaration.summary`.
    public var cells: [Cell] {
        [.string(variant), .string(measure), .string(unit), Cell(count), Cell(reached)]
            + [mean, lower, upper, minimum, p10, p50, p90, maximum].map { Cell($0) }
    }
}
