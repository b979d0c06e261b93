/// Every measure of a run, in the order of the tables.
public enum Measures {
    /// The groups of all subjects: the one place that names them.
    private static let groups: [any MeasureGroup.Type] = [
        CommandMeasure.self, StaffingMeasure.self, ResponseMeasure.self, RequestMeasure.self, CoverageMeasure.self,
        GoingMeasure.self, FormingMeasure.self, DeskMeasure.self, CallOutMeasure.self, MusterMeasure.self,
        ServiceMeasure.self, ResponseStage.self,
    ]

    /// All measures.
    public static let all: [Measure] = order.map { declared[$0] }

    /// The number of the measure called `name`.
    public static func index(of name: String) -> Int? { numbers[name] }

    /// The values of a finished run, in the order of `all`: nil where there is nothing to measure, infinite for never.
    static func values(of run: FinishedRun) -> [Double?] {
        let read = groups.flatMap { $0.values(of: run) }
        return order.map { read[$0] }
    }

    /// The measures group by group.
    private static let declared = groups.flatMap { $0.measures }

    /// Where each measure of the tables stands among those declared: first those that tables have always begun with, then all others.
    private static let order: [Int] = {
        let places = Dictionary(uniqueKeysWithValues: declared.enumerated().map { ($1.name, $0) })
        let first = MeasureOrder.first.map { name in
            guard let place = places[name] else { preconditionFailure("\(name) is not a declared measure") }
            return place
        }
        let isFirst = Set(first)
        return first + declared.indices.filter { !isFirst.contains($0) }
    }()

    private static let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}
