import Foundation
import Testing
import Words

@testable import Results

@Test func `the descriptor is version 2 of the standard`() {
    let table = TableDeclaration(
        name: "tasks", title: LocalizedText(zh: "任务", en: "Tasks"),
        columns: [
            ColumnDeclaration("id", .integer, isRequired: true, zh: "编号", en: "identifier"),
            ColumnDeclaration("served_s", .number, unit: "s", mayBeNever: true, zh: "完成", en: "when served"),
        ])
    let package = DataPackage(title: LocalizedText(zh: "汛夜", en: "Flood night"), tables: [table])
    #expect(
        String(decoding: package.bytes, as: UTF8.self) == """
            {
              "$schema" : "https://datapackage.org/profiles/2.0/datapackage.json",
              "resources" : [
                {
                  "$schema" : "https://datapackage.org/profiles/2.0/dataresource.json",
                  "encoding" : "utf-8",
                  "format" : "csv",
                  "mediatype" : "text/csv",
                  "name" : "tasks",
                  "path" : "tasks.csv",
                  "schema" : {
                    "$schema" : "https://datapackage.org/profiles/2.0/tableschema.json",
                    "fields" : [
                      {
                        "constraints" : {
                          "required" : true
                        },
                        "description" : "identifier",
                        "description_zh" : "编号",
                        "name" : "id",
                        "type" : "integer"
                      },
                      {
                        "description" : "when served",
                        "description_zh" : "完成",
                        "name" : "served_s",
                        "type" : "number",
                        "unit" : "s"
                      }
                    ],
                    "missingValues" : [
                      "",
                      "never"
                    ]
                  },
                  "title" : "Tasks",
                  "title_zh" : "任务",
                  "type" : "table"
                }
              ],
              "title" : "Flood night",
              "title_zh" : "汛夜"
            }

            """)
}

@Test func `a column that may be never is not called required, because never counts as missing`() {
    let title = LocalizedText(zh: "汛夜", en: "Flood night")
    func requirements(_ table: TableDeclaration) -> Int {
        let text = String(decoding: DataPackage(title: title, tables: [table]).bytes, as: UTF8.self)
        return text.components(separatedBy: "\"required\" : true").count - 1
    }
    #expect(TableDeclaration.replications.columns.count { $0.isRequired } == 4)
    #expect(requirements(.replications) == 3)
    #expect(requirements(.mobilization) == 3)
}
