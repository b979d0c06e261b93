import Words
import WrittenFiles

/// What the hazard asks for, of one kind of task.
public struct TaskDemand: Sendable {
    /// The level whose warrant makes the need appear.
    public var level = ResponseLevel.none
    /// Households or residents in one task.
    public var batch = 1
    /// The departments each task needs to agree, by number in the place's list.
    public var departments: [Int] = []
    /// How urgent it is: smaller goes first.
    public var priority = 1

    /// Creates a demand that never appears.
    public init() {}

    /// Reads what the hazard asks for, in batches called `batchKey`.
    init(_ reader: inout ObjectReader, _ batchKey: String, _ departments: NameTable) {
        level =
            reader.value(
                "level", .name(of: WrittenLevel.self), help: .init(zh: "从哪一等级起出现", en: "the level that makes it appear")
            ).level
        batch = reader.value(
            batchKey, .integer(in: 1...100_000), help: .init(zh: "每项任务的数量", en: "how many in one task"))
        self.departments = reader.value(
            "departments", .set(of: .reference(to: departments)), default: "[]",
            help: .init(zh: "需哪些部门同意", en: "departments that must agree, one of which sends a team"))
        priority = reader.value(
            "priority", .integer(in: 0...100), default: "1", help: .init(zh: "先后，小者先", en: "smaller goes first"))
    }

    /// Reads the `tasks` of an incident.
    static func ofAllKinds(
        _ reader: inout ObjectReader, _ departments: NameTable
    ) -> (warn: TaskDemand, transfer: TaskDemand) {
        let tasks = reader.object("tasks", default: "{}") { inner in
            (
                inner.optionalObject("warn") { TaskDemand(&$0, "householdsPerTask", departments) },
                inner.optionalObject("transfer") { TaskDemand(&$0, "residentsPerTask", departments) }
            )
        }
        return (tasks.0 ?? TaskDemand(), tasks.1 ?? TaskDemand())
    }
}
