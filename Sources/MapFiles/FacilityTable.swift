import Results
import Words
import WrittenFiles

/// The table `id,lon,lat,weight,name` as `import` writes it: facilities or demand for other commands.
enum FacilityTable {
    static let header = "id,lon,lat,weight,name\n"

    /// One place of the table.
    static func row(id: String, _ longitude: Double, _ latitude: Double, weight: Double?, name: String) -> String {
        let numbers = [NumberFormat.shortest(longitude), NumberFormat.shortest(latitude)]
        let fields = [CSVField.quoted(id)] + numbers + [weight.map(NumberFormat.shortest) ?? "", CSVField.quoted(name)]
        return fields.joined(separator: ",") + "\n"
    }

    /// Whether a file is byte for byte such a table, written again from what it says.
    ///
    /// A user's own table begins alike, but has other columns, spaces or numbers written in another way.
    static func isOne(_ bytes: [UInt8]) -> Bool {
        var reader = CSVReader(bytes, path: "")
        guard (try? reader.next()) != nil else { return false }
        var text = header
        do throws(ResultError) {
            while let row = try reader.next() {
                let fields = row.fields
                guard fields.count == 5, Identifier.problem(fields[0]) == nil,
                    let longitude = NumberText.double(fields[1]), let latitude = NumberText.double(fields[2]),
                    abs(longitude) <= 180, abs(latitude) <= 90
                else { return false }
                let weight = NumberText.double(fields[3])
                text += Self.row(id: fields[0], longitude, latitude, weight: weight, name: fields[4])
            }
        } catch { return false }
        return text.utf8.elementsEqual(bytes)
    }
}

extension MapFeatures {
    /// What a table of facilities may take the place of: nothing but another one.
    public static let replacingTable = Outputs.Replacing.files(
        beginning: FacilityTable.header,
        kind: LocalizedText(zh: " import 写出的设施表", en: "a table of facilities as import writes it"),
        isOne: FacilityTable.isOne)
}
