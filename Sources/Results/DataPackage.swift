import Words

/// `datapackage.json`: the Data Package v2 descriptor of a result's tables.
///
/// With it any notebook knows every table's columns, types and units (https://datapackage.org/standard). `never` is listed
/// among the missing values, next to the empty field, of tables that may hold it: the standard's number type has no word
/// for "not reached", and a validator must accept what we write. So such a column cannot be called required there.
struct DataPackage: Encodable {
    /// One table with its own schema, as version 2 of the standard asks.
    private struct Resource: Encodable {
        let profile = "https://datapackage.org/profiles/2.0/dataresource.json"
        let name: String
        let type = "table"
        let path: String
        let format = "csv"
        let mediatype = "text/csv"
        let encoding = "utf-8"
        let title: String
        let titleZh: String
        let schema: Schema

        enum CodingKeys: String, CodingKey {
            case profile = "$schema"
            case name, type, path, format, mediatype, encoding, title, schema
            case titleZh = "title_zh"
        }
    }

    private struct Schema: Encodable {
        let profile = "https://datapackage.org/profiles/2.0/tableschema.json"
        let fields: [Field]
        let missingValues: [String]

        enum CodingKeys: String, CodingKey {
            case profile = "$schema"
            case fields, missingValues
        }
    }

    private struct Field: Encodable {
        let name: String
        let type: ColumnType
        let unit: String?
        let description: String
        let descriptionZh: String
        let constraints: [String: Bool]?

        enum CodingKeys: String, CodingKey {
            case name, type, unit, description, constraints
            case descriptionZh = "description_zh"
        }
    }

    private let profile = "https://datapackage.org/profiles/2.0/datapackage.json"
    private let title: String
    private let titleZh: String
    private let resources: [Resource]

    private enum CodingKeys: String, CodingKey {
        case profile = "$schema"
        case title, resources
        case titleZh = "title_zh"
    }

    /// Describes `tables`, of which there is at least one.
    init(title: LocalizedText, tables: [TableDeclaration]) {
        precondition(!tables.isEmpty, "a data package has at least one table")
        self.title = title.en
        titleZh = title.zh
        resources = tables.map { table in
            Resource(
                name: table.name, path: table.file, title: table.title.en, titleZh: table.title.zh,
                schema: Schema(
                    fields: table.columns.map { column in
                        Field(
                            name: column.name, type: column.type, unit: column.unit.isEmpty ? nil : column.unit,
                            description: column.meaning.en, descriptionZh: column.meaning.zh,
                            constraints: column.isRequired && !column.mayBeNever ? ["required": true] : nil)
                    },
                    missingValues: table.columns.contains { $0.mayBeNever } ? ["", Table.never] : [""]))
        }
    }

    /// The file's content, with sorted keys.
    var bytes: [UInt8] { CanonicalJSON.encode(self) }
}
