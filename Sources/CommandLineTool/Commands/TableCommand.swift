import Foundation
import MapFiles
import Reports
import Results
import RoadNetwork
import Words
import WrittenFiles

/// `pingji table`: travel times from some points to others, with roads closed if wanted.
enum TableCommand: Command {
    static let name = "table"
    static let summary = LocalizedText(
        zh: "计算行程时间表，可封闭道路", en: "make a table of travel times, with roads closed if wanted")
    static let operands = ""
    static let options =
        [
            OptionDeclaration(
                "--network", "FILE", zh: "路网：路网文件、.osm 文件，或含 nodes.csv 与 arcs.csv 的目录",
                en: "the roads: a network file, an .osm file, or a folder with nodes.csv and arcs.csv"),
            OptionDeclaration(
                "--from", "FILE", zh: "起点，CSV：id,node 或 id,lon,lat", en: "where from, CSV: id,node or id,lon,lat"),
            OptionDeclaration("--to", "FILE", zh: "终点，写法相同", en: "where to, written the same way"),
            OptionDeclaration(
                "--mode", "walk|eBike|car|boat", zh: "交通方式，默认 car", en: "the travel mode, by default car"),
            OptionDeclaration(
                "--closures", "FILE", zh: "封闭的道路：CSV from,to[,from_time,until_time] 或 GeoJSON 多边形",
                en: "closed roads: CSV from,to[,from_time,until_time], or polygons in GeoJSON"),
            OptionDeclaration(
                "--at", "T", zh: "何时：2024-06-16T15:00+08:00 或 \"3.5 h\"；不给则所有封闭都算",
                en: "when: 2024-06-16T15:00+08:00 or \"3.5 h\"; without it every closure counts"),
            OptionDeclaration(
                "--datum", "wgs84|gcj02|bd09", zh: "起点、终点与封闭文件的坐标系，默认 wgs84",
                en: "the datum of the points and the closures, by default wgs84"),
            OptionDeclaration(
                "--out", "FILE", isWritten: true, isInsteadOfPrinting: true, zh: "写入文件，而不是输出",
                en: "write to a file instead of printing"),
            OptionDeclaration(
                "--workers", "W", zh: "同时工作的线程，默认为处理器数；不影响结果",
                en: "threads at work, by default one a processor; never changes results"),
            MapLoading.emergency,
        ] + AccessOptions.options + MapDistance.options
    static let examples = [
        (
            line: "pingji table --network city.network --from stations.csv --to villages.csv --out times.csv",
            meaning: LocalizedText(
                zh: "首行为终点，之后每个起点一行；单位秒，到毫秒；不可达为空",
                en: "a first row of targets, then a row a source; seconds with milliseconds, empty where unreachable")
        )
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        guard arguments.operands.isEmpty else {
            throw Refusal(.wrongUse, zh: "table 只带选项", en: "table takes options only")
        }
        let mode = try MapLoading.mode(arguments)
        let ways = ["--network", "--straight", "--manhattan"].filter { arguments.has($0) }
        guard ways.count < 2 else {
            throw Refusal(.wrongUse, zh: "\(ways[0]) 不能与 \(ways[1]) 同用", en: "\(ways[0]) does not go with \(ways[1])")
        }
        let distance = try MapDistance(arguments, mode)
        let network = distance == nil
        let given = try MapLoading.required((network ? ["--network"] : []) + ["--from", "--to"], arguments)
        try MapLoading.checkEmergency(arguments, mode)
        let roadsOnly = ["--closures", "--at", "--emergency"] + AccessOptions.names
        if let idle = (network ? ["--speed"] : roadsOnly).first(where: {
            arguments.has($0)
        }) {
            throw Refusal(.wrongUse, zh: "\(idle) 不能与 \(ways[0]) 同用", en: "\(idle) does not go with \(ways[0])")
        }
        let (from, to) = (given[given.count - 2], given[given.count - 1])
        if arguments.value("--closures") == nil { _ = try MapLoading.instant(arguments, for: nil) }
        let datum = try MapLoading.datum(arguments)
        let workers = try arguments.integer("--workers", in: 1...1024)
        let result: (table: TravelTimeTable, sources: [String], targets: [String])
        if let distance {
            let (sources, targets) = try MapLoading.load(language, console) {
                (files: inout MapLoading.Files) throws(FaultList) in try places(&files, from, to, datum)
            }
            result = (distance.table(from: sources, to: targets), sources.map(\.id), targets.map(\.id))
        } else {
            let threads = workers.map { Int($0) } ?? ProcessInfo.processInfo.activeProcessorCount
            result = try roads(given[0], from, to, mode, threads, arguments, language, console)
        }
        try MapLoading.checkLength(result.table)
        let bytes = text(result.table, result.sources, result.targets)
        if let out = arguments.value("--out") {
            try outputs.save([(out, bytes)])
        } else {
            console.output(String(decoding: bytes, as: UTF8.self))
        }
        return .done
    }

    /// The table on roads.
    private static func roads(
        _ network: String, _ from: String, _ to: String, _ mode: TravelMode, _ workers: Int, _ arguments: ArgumentList,
        _ language: Language, _ console: Console
    ) throws(Refusal) -> (table: TravelTimeTable, sources: [String], targets: [String]) {
        let map = try MapLoading.network(network, arguments, language, console)
        let datum = try MapLoading.datum(arguments)
        let access = try AccessOptions.rule(arguments)
        let finder = RoadAccessFinder(map.network, mode: mode, limit: access.limit)
        let (sources, targets, closures) = try MapLoading.load(language, console) {
            (files: inout MapLoading.Files) throws(FaultList) in
            try inputs(&files, map, from, to, arguments.value("--closures"), finder, datum)
        }
        MapLoading.tellIdleDatum(
            arguments, readsCoordinates: (sources + targets).contains(where: \.isPlaced) || closures?.hasAreas ?? false,
            language, console)
        MapLoading.tellIdleInstant(arguments, for: closures, language, console)
        for (path, points) in [(from, sources)] + (from == to ? [] : [(to, targets)]) {
            if let note = AccessNotes.summary(points, access) {
                let shown = printable(path) + (language == .zh ? "：" : ": ")
                console.complain(shown + note.text(in: language))
            }
        }
        let instant = try MapLoading.instant(arguments, for: closures)
        var metric = RoadMetric(network: map.network, speeds: .usual, mode: mode)
        let closed = closures?.closed(at: instant, for: metric).content { MapLoading.tell($0, language, console) }
        for arc in closed ?? [] { metric.close(arc) }
        let times: any TravelTimes =
            min(sources.count, targets.count) < HierarchyTravelTimes.worthwhileSearches
            ? DijkstraTravelTimes(network: map.network, metric: metric, workers: workers)
            : HierarchyTravelTimes(network: map.network, metric: metric, workers: workers)
        let table = times.table(
            from: sources.map(\.access), to: targets.map(\.access), on: map.network, metric, access)
        return (table, sources.map(\.id), targets.map(\.id))
    }

    /// The points and closures, with the faults of all three files.
    private static func inputs(
        _ files: inout MapLoading.Files, _ map: RoadMap, _ from: String, _ to: String, _ closures: String?,
        _ finder: RoadAccessFinder, _ datum: Datum
    ) throws(FaultList) -> ([MapPoint], [MapPoint], RoadClosures?) {
        let sources = files.read { () throws(FaultList) in
            try MapFiles.points(at: from, for: .site, on: map, finder, datum: datum)
        }
        let targets = files.read { () throws(FaultList) in
            try MapFiles.points(at: to, for: .site, on: map, finder, datum: datum)
        }
        let closed = closures.map { path in
            files.read { () throws(FaultList) in try MapFiles.closures(at: path, on: map, datum: datum) }
        }
        checkPlaces(sources?.count, from, &files.faults)
        checkPlaces(targets?.count, to, &files.faults)
        guard let sources, let targets, files.faults.isEmpty else { throw files.faults }
        return (sources, targets, closed ?? nil)
    }

    /// The places to go from and to, with the faults of both files.
    private static func places(
        _ files: inout MapLoading.Files, _ from: String, _ to: String, _ datum: Datum
    ) throws(FaultList) -> (sources: [ListedPlace], targets: [ListedPlace]) {
        let sources = files.read { () throws(FaultList) in try MapFiles.places(at: from, for: .site, datum: datum) }
        let targets = files.read { () throws(FaultList) in try MapFiles.places(at: to, for: .site, datum: datum) }
        checkPlaces(sources?.count, from, &files.faults)
        checkPlaces(targets?.count, to, &files.faults)
        guard let sources, let targets, files.faults.isEmpty else { throw files.faults }
        return (sources, targets)
    }

    /// Adds the fault that a list is empty: a table of nothing would not say so.
    private static func checkPlaces(_ count: Int?, _ path: String, _ faults: inout FaultList) {
        guard count == 0 else { return }
        faults.add(
            .inconsistent(zh: "列表中一个地点也没有", en: "there is no place in the list"), file: path, line: 1, column: 1)
    }

    /// The table as CSV.
    ///
    /// - Complexity: O(cells).
    private static func text(_ table: TravelTimeTable, _ sources: [String], _ targets: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for target in targets { bytes += ("," + CSVField.quoted(target)).utf8 }
        bytes.append(UInt8(ascii: "\n"))
        for (row, source) in sources.enumerated() {
            bytes += CSVField.quoted(source).utf8
            for column in targets.indices {
                bytes.append(UInt8(ascii: ","))
                let time = table[row, column]
                guard time != TravelTimeTable.unreachable else { continue }
                let thousandths = time % 1000
                bytes += "\(time / 1000).".utf8
                for digit in [thousandths / 100, thousandths / 10 % 10, thousandths % 10] {
                    bytes.append(UInt8(ascii: "0") + UInt8(digit))
                }
            }
            bytes.append(UInt8(ascii: "\n"))
        }
        return bytes
    }
}
