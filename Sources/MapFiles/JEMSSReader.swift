import DenseTables
import Foundation
import Results
import RoadNetwork
import Words
import WrittenFiles

/// What a folder of JEMSS files holds: the roads under one travel mode, and stations and hospitals.
public struct JEMSSData: Sendable {
    /// The roads; every arc takes the time of the chosen mode, whoever travels.
    public let map: RoadMap

    /// How many travel modes the arcs have.
    public let modeCount: Int

    /// Stations and hospitals.
    public let facilities: [Facility]

    /// A station or hospital.
    public struct Facility: Sendable, Equatable {
        /// `station-1`, `hospital-1` and so on.
        public let id: String
        /// Its name; empty if it has none.
        public let name: String
        /// Degrees east.
        public let longitude: Double
        /// Degrees north.
        public let latitude: Double
        /// The file it is from, and the line.
        let source: String
        let line: Int
    }
}

/// Reads the tables of JEMSS, the emergency-service simulator of the University of Auckland.
///
/// Travel times are in days and distances in kilometers there. Of demand, ambulances and the rest nothing is read; such
/// tables are counted.
enum JEMSSReader {
    private static let millisecondsPerDay = 86_400_000.0

    /// Reads `nodes.csv` and `arcs.csv` of a folder, and stations and hospitals from its other CSV files.
    ///
    /// - Parameter mode: The travel mode, counted from 1.
    /// - Throws: All faults of the nodes and arcs, with line and column.
    /// - Complexity: O(bytes).
    static func read(_ folder: String, mode: Int) throws(FaultList) -> Noted<JEMSSData> {
        try RoadFolder.refuseFile(folder)
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let (nodePath, arcPath) = (base + "nodes.csv", base + "arcs.csv")
        let nodeTables = try JEMSSTables(MapBytes.read(nodePath), path: nodePath)
        let arcTables = try JEMSSTables(MapBytes.read(arcPath), path: arcPath)
        var notes = ReadingNotes(folder)
        for table in nodeTables.others(than: ["nodes"]) + arcTables.others(than: ["arcs", "miscData"]) {
            notes.dropped.add(.table, named: table.name)
        }
        var facilities: [JEMSSData.Facility] = []
        let others = ((try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []).sorted()
        for name in others where MapFiles.isTable(name) && !["nodes.csv", "arcs.csv"].contains(name) {
            let tables = try JEMSSTables(MapBytes.read(base + name), path: base + name)
            for table in tables.tables {
                let kind = ["stations": "station", "hospitals": "hospital"][table.name]
                guard let kind else {
                    notes.dropped.add(.table, named: table.name)
                    continue
                }
                facilities += try read(table, kind, base + name, &notes.dropped)
            }
        }
        var reader = Reader(nodePath: nodePath, arcPath: arcPath, notes: notes)
        let map = try reader.map(nodeTables, arcTables, mode: mode)
        return Noted(JEMSSData(map: map, modeCount: reader.modeCount, facilities: facilities), reader.notes)
    }

    private static func read(
        _ table: JEMSSTables.Table, _ kind: String, _ path: String, _ dropped: inout Dropped
    ) throws(FaultList) -> [JEMSSData.Facility] {
        var columns = Columns(table, path)
        columns.require(["index", "x", "y"])
        guard columns.faults.isEmpty else { throw columns.faults }
        var facilities: [JEMSSData.Facility] = []
        let nameColumn = table.columns.first { $0.lowercased() == "name" } ?? "name"
        columns.leave(&dropped, read: ["index", "x", "y", nameColumn])
        for row in table.rows where columns.faults.isEmpty {
            guard let index = columns.whole("index", row), let x = columns.number("x", row, in: -180...180),
                let y = columns.number("y", row, in: -90...90)
            else { continue }
            facilities.append(
                .init(
                    id: "\(kind)-\(index)", name: columns.text(nameColumn, row) ?? "", longitude: x, latitude: y,
                    source: path, line: row.lines[0]))
        }
        guard columns.faults.isEmpty else { throw columns.faults }
        return facilities
    }

    /// The fields of a table's rows by column.
    private struct Columns {
        let path: String
        let table: JEMSSTables.Table
        var faults = FaultList()
        private var positions: [String: Int] = [:]

        init(_ table: JEMSSTables.Table, _ path: String) {
            self.table = table
            self.path = path
            for (index, name) in table.columns.enumerated() where positions[name] == nil { positions[name] = index }
        }

        /// Reports columns that must be there and are not, columns that are meant for one that is not there, and those that
        /// stand twice.
        ///
        /// - Parameter wanted: Columns that may be left out, and would be missed if they stood under another name.
        mutating func require(_ required: [String], wanted: [String] = []) {
            var unknown: [(name: String, index: Int)] = []
            for (index, name) in table.columns.enumerated() where !name.isEmpty {
                if !(required + wanted).contains(name) {
                    unknown.append((name, index))
                } else if positions[name] != index {
                    report(
                        .map(.duplicateKey, "列 \(quoted(name)) 出现了两次", "the column \(quoted(name)) stands twice"),
                        at: index)
                }
            }
            let match = MeantName.columns(
                unknown.map(\.name), missing: required.filter { positions[$0] == nil },
                wanted: wanted.filter { positions[$0] == nil })
            for ((name, index), meant) in zip(unknown, match.meant) {
                guard let meant else { continue }
                report(
                    .map(.unknownKey, "不认识列 \(quoted(name))", "there is no column \(quoted(name))", nearest: meant),
                    at: index)
            }
            for name in match.missing {
                report(
                    .map(
                        .missingKey, "表 \(table.name) 缺少列 \(name)", "the table \(table.name) lacks the column \(name)"),
                    at: 0)
            }
        }

        func has(_ column: String) -> Bool { positions[column] != nil }

        private mutating func report(_ problem: Fault.Problem, at column: Int) {
            faults.add(problem, file: path, line: table.header.lines[column], column: table.header.columns[column])
        }

        /// Reports an index that stands twice.
        mutating func take(_ index: Int, _ seen: inout Set<Int>, _ row: CSVRow) {
            if seen.insert(index).inserted { return }
            let field = min(positions["index"] ?? 0, row.columns.count - 1)
            faults.add(
                .map(
                    .duplicateKey, "表 \(table.name) 中编号 \(index) 出现了两次",
                    "the index \(index) stands twice in the table \(table.name)"), file: path, line: row.lines[field],
                column: row.columns[field])
        }

        /// Notes the columns that are not among those read; spreadsheets leave some without a name.
        func leave(_ dropped: inout Dropped, read: [String]) {
            let read = Set(read)
            for name in table.columns where !name.isEmpty && !read.contains(name) {
                dropped.add(.column, named: "\(table.name).\(name)")
            }
        }

        func text(_ name: String, _ row: CSVRow) -> String? {
            guard let index = positions[name], index < row.fields.count else { return nil }
            return row.fields[index].trimmed
        }

        mutating func number(_ name: String, _ row: CSVRow, in range: ClosedRange<Double>) -> Double? {
            let text = text(name, row) ?? ""
            if let value = NumberText.double(text), range.contains(value) { return value }
            let index = min(positions[name] ?? 0, row.columns.count - 1)
            let (low, high) = (NumberFormat.shortest(range.lowerBound), NumberFormat.shortest(range.upperBound))
            faults.add(
                .map(
                    .outOfRange, "\(name) \(quoted(text)) 不可用", "\(name) \(quoted(text)) cannot be used",
                    expected: .init(zh: "\(low) 到 \(high) 的数", en: "a number from \(low) to \(high)")), file: path,
                line: row.lines[index], column: row.columns[index])
            return nil
        }

        /// A whole number, which JEMSS may write with a point.
        mutating func whole(_ name: String, _ row: CSVRow) -> Int? {
            guard let value = number(name, row, in: 0...2_000_000_000) else { return nil }
            if let whole = Int(exactly: value) { return whole }
            let (index, text) = (min(positions[name] ?? 0, row.columns.count - 1), quoted(text(name, row) ?? ""))
            faults.add(
                .map(.outOfRange, "\(name) \(text) 不是整数", "\(name) \(text) is no whole number"), file: path,
                line: row.lines[index], column: row.columns[index])
            return nil
        }
    }

    private struct Reader {
        let nodePath: String
        let arcPath: String
        var notes: ReadingNotes
        var modeCount = 0

        mutating func map(
            _ nodeTables: JEMSSTables, _ arcTables: JEMSSTables, mode: Int
        ) throws(FaultList) -> RoadMap {
            func missing(_ table: String, _ path: String) -> FaultList {
                FaultList(
                    .map(
                        .missingKey, "没有表 \(table)", "there is no table \(table)",
                        expected: .init(zh: "JEMSS 的文件", en: "files of JEMSS")), file: path)
            }
            guard let nodeTable = nodeTables["nodes"] else { throw missing("nodes", nodePath) }
            guard let arcTable = arcTables["arcs"] else { throw missing("arcs", arcPath) }
            guard let misc = arcTables["miscData"], let facts = misc.rows.first else {
                throw missing("miscData", arcPath)
            }
            var columns = Columns(nodeTable, nodePath)
            columns.require(["index", "x", "y"])
            var nodes: [RoadNode] = []
            var names: [String] = []
            var numbers: [Int: RoadNodeID] = [:]
            var seen: Set<Int> = []
            for row in columns.faults.isEmpty ? nodeTable.rows : [] where !columns.faults.isFull {
                guard let index = columns.whole("index", row), let x = columns.number("x", row, in: -180...180),
                    let y = columns.number("y", row, in: -90...90)
                else { continue }
                columns.take(index, &seen, row)
                numbers[index] = RoadNodeID(nodes.count)
                nodes.append(RoadNode(longitude: x, latitude: y))
                names.append("\(index)")
            }
            columns.leave(&notes.dropped, read: ["index", "x", "y"])
            var faults = columns.faults
            var miscColumns = Columns(misc, arcPath)
            miscColumns.require(["arcForm", "numModes"])
            guard miscColumns.faults.isEmpty else {
                faults.join(miscColumns.faults)
                throw faults
            }
            let form = miscColumns.text("arcForm", facts) ?? ""
            if !["directed", "undirected"].contains(form) {
                miscColumns.faults.add(
                    .map(
                        .unknownName, "arcForm \(quoted(form)) 不认识", "arcForm has no value \(quoted(form))",
                        expected: LocalizedText("directed, undirected")), file: arcPath, line: facts.lines[0], column: 1
                )
            }
            modeCount = miscColumns.whole("numModes", facts) ?? 0
            faults.join(miscColumns.faults)
            if miscColumns.faults.isEmpty, mode < 1 || mode > modeCount {
                let expected = modeCount > 0 ? LocalizedText(zh: "1 到 \(modeCount)", en: "1 to \(modeCount)") : nil
                faults.add(
                    .map(.outOfRange, "没有方式 \(mode)", "there is no travel mode \(mode)", expected: expected),
                    file: arcPath,
                    line: facts.lines[0], column: 1)
            }
            guard faults.isEmpty else { throw faults }
            let arcs = try arcs(arcTable, numbers, nodes, mode: mode, isDirected: form == "directed")
            let map = RoadMap(network: RoadNetwork(nodes: nodes, arcs: arcs), nodeNames: names)
            if let warning = LengthRule.warning(map) { notes.warnings.append(warning) }
            return map
        }

        private mutating func arcs(
            _ table: JEMSSTables.Table, _ numbers: [Int: RoadNodeID], _ nodes: [RoadNode], mode: Int, isDirected: Bool
        ) throws(FaultList) -> [RoadArc] {
            var columns = Columns(table, arcPath)
            let time = "mode_\(mode)"
            columns.require(["fromNode", "toNode", time], wanted: ["index", "distance"])
            let hasLength = columns.has("distance")
            let times = table.columns.filter { $0.hasPrefix("mode_") }
            let isAsCounted = times.count == modeCount && times.indices.allSatisfy { times[$0] == "mode_\($0 + 1)" }
            if columns.faults.isEmpty, !isAsCounted {
                columns.faults.add(
                    .map(
                        .inconsistent, "miscData 的 numModes 为 \(modeCount)，而 arcs 有 \(times.count) 个时间列",
                        "numModes of miscData is \(modeCount), and arcs has \(counted(times.count, "column")) of times",
                        expected: LocalizedText(modeCount == 1 ? "mode_1" : "mode_1 … mode_\(modeCount)")),
                    file: arcPath, line: table.header.lines[0], column: 1)
            }
            guard columns.faults.isEmpty else { throw columns.faults }
            var seen: Set<Int> = []
            columns.leave(&notes.dropped, read: ["index", "fromNode", "toNode", "distance"] + times)
            if !hasLength {
                notes.warnings.append(
                    .init(
                        zh: "路段没有 distance 列，长度按两端直线距离计；时间不受影响",
                        en:
                            "the arcs have no column distance, so lengths are straight lines between their ends; times are as given"
                    ))
            }
            var arcs: [RoadArc] = []
            for row in table.rows where !columns.faults.isFull {
                if columns.has("index"), let index = columns.whole("index", row) { columns.take(index, &seen, row) }
                let ends = ["fromNode", "toNode"].map { name -> RoadNodeID? in
                    guard let index = columns.whole(name, row) else { return nil }
                    if numbers[index] == nil {
                        columns.faults.add(
                            .map(.unknownName, "没有节点 \(index)", "there is no node \(index)"), file: arcPath,
                            line: row.lines[0], column: 1)
                    }
                    return numbers[index]
                }
                let days = columns.number(time, row, in: 0...49)
                let kilometers = hasLength ? columns.number("distance", row, in: 0...10_000) : nil
                guard let from = ends[0], let to = ends[1], let days, !hasLength || kilometers != nil else { continue }
                let (start, end) = (nodes[from.index], nodes[to.index])
                let straight = LocalProjection.distance(
                    SIMD2(start.longitude, start.latitude), SIMD2(end.longitude, end.latitude))
                let arc = RoadArc(
                    from: from, to: to, length: kilometers.map { $0 * 1000 } ?? straight, roadClass: .street,
                    pace: .fixed(UInt32((days * millisecondsPerDay).rounded())))
                arcs.append(arc)
                if !isDirected { arcs.append(arc.reversed) }
            }
            guard columns.faults.isEmpty else { throw columns.faults }
            return arcs
        }
    }
}

extension Noted<JEMSSData> {
    /// The roads, with what was left out of all files.
    public var roads: Noted<RoadMap> { map { data, _ in data.map } }
}

extension JEMSSData {
    /// Stations and hospitals as CSV `id,lon,lat,weight,name`.
    ///
    /// - Throws: Ids that stand twice: the folder holds several sets of stations, and nobody can say which is meant.
    public func facilityTable() throws(FaultList) -> [UInt8] {
        var faults = FaultList()
        var seen: [String: Facility] = [:]
        var text = FacilityTable.header
        for facility in facilities {
            if let other = seen.updateValue(facility, forKey: facility.id) {
                faults.add(
                    .map(
                        .duplicateKey, "编号 \(facility.id) 出现了两次，另见 \(visible(other.source)):\(other.line)",
                        "the id \(facility.id) stands twice, also at \(visible(other.source)):\(other.line)",
                        expected: .init(
                            zh: "目录中只有一组站点和一组医院", en: "one set of stations and one of hospitals in the folder")),
                    file: facility.source, line: facility.line, column: 1)
            }
            text += FacilityTable.row(
                id: facility.id, facility.longitude, facility.latitude, weight: 1, name: facility.name)
        }
        guard faults.isEmpty else { throw faults }
        return Array(text.utf8)
    }
}
