import Mobilization
import Results

/// The rows of `replications.csv`, made one by one: variant by variant, replication by replication, every measure there is.
///
/// Ten thousand replications have millions of them, so there is never more than one.
public struct ReplicationRows: Sequence, IteratorProtocol {
    private let record: ExperimentRecord
    private let names: [String]
    private var variant = 0
    private var replication = 0
    private var measure = 0

    /// The rows of a record; the names of the variants are in its order.
    public init(_ record: ExperimentRecord, variants names: [String]) {
        self.record = record
        self.names = names
    }

    /// The next row.
    public mutating func next() -> [Cell]? {
        while variant < record.variants.count {
            while record.replications.contains(replication) {
                while measure < Measures.all.count {
                    defer { measure += 1 }
                    guard let value = record.variants[variant].runs[measure, replication] else { continue }
                    return ReplicationRow(
                        variant: names[variant], replication: replication, measure: Measures.all[measure].name,
                        value: value
                    ).cells
                }
                (measure, replication) = (0, replication + 1)
            }
            (replication, variant) = (0, variant + 1)
        }
        return nil
    }
}
