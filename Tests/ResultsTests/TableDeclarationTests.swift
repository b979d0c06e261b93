import Results
import Testing
import Words

@Test func `the declared tables have exactly the contract's columns`() {
    let contract: [(TableDeclaration, String)] = [
        (.summary, "variant,measure,unit,n,reached,mean,lower,upper,min,p10,p50,p90,max"),
        (.replications, "variant,replication,measure,value"),
        (
            .comparison,
            "measure,unit,baseline,variant,mean_difference,lower,upper,reached_difference,p_value,decides,verdict"
        ),
        (.mobilization, "variant,time_s,stage,mean,p5,p95"),
        (.coverage, "variant,time_s,minutes,k,share_mean,share_p5,share_p95"),
    ]
    for (table, header) in contract {
        #expect(table.columns.map(\.name).joined(separator: ",") == header)
    }
}

@Test func `every table is a file of its name and every column says what it holds`() {
    let columns = [ColumnDeclaration("id", .string, isRequired: true, zh: "编号", en: "identifier")]
    let tables: [TableDeclaration] = [
        .summary, .replications, .comparison, .mobilization, .coverage, .evidence, .units(columns), .teams(columns),
        .tasks(columns), .grids(columns),
    ]
    #expect(
        tables.map(\.file) == [
            "summary.csv", "replications.csv", "comparison.csv", "mobilization.csv", "coverage.csv", "evidence.csv",
            "units.csv", "teams.csv", "tasks.csv", "grids.csv",
        ])
    for column in tables.flatMap(\.columns) { #expect(!column.meaning.zh.isEmpty && !column.meaning.en.isEmpty) }
}
