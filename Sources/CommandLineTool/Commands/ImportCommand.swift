import MapFiles
import Reports
import Results
import RoadNetwork
import Words
import WrittenFiles

/// `pingji import`: real maps into files of the program, or into a list of what they hold.
enum ImportCommand: Command {
    static let name = "import"
    static let summary = LocalizedText(
        zh: "读取真实地图（KIND：osm、geojson、jemss、csv）", en: "read real maps (KIND: osm, geojson, jemss, csv)")
    static let operands = "KIND FILE"
    static let options = [
        OptionDeclaration(
            "--out", "FILE", isWritten: true, zh: "写出所读内容：路网文件；geojson 则为 WGS 84 的 GeoJSON，以 .csv 结尾则为设施表",
            en: "write what was read: a network file; of geojson GeoJSON in WGS 84, or facilities if FILE ends in .csv"),
        OptionDeclaration(
            "--datum", "wgs84|gcj02|bd09", zh: "geojson 的坐标系，默认 wgs84；会换算为 WGS 84",
            en: "what the coordinates of geojson are counted from, by default wgs84; they are converted"),
        OptionDeclaration(
            "--accept-incomplete", zh: "osm：文件自述不完整（如下载超时）也照读",
            en: "osm: read a file that says it is incomplete, such as a download that timed out"),
        OptionDeclaration(
            "--network", "FILE", zh: "geojson：检查是否与此路网在同一处", en: "geojson: check that it lies where this network is"),
        OptionDeclaration(
            "--travel-mode", "N", zh: "jemss：采用第几种交通方式的时间，默认 1",
            en: "jemss: the number of the travel mode whose times are taken, by default 1"),
        OptionDeclaration(
            "--facilities", "FILE", isWritten: true, zh: "jemss：把站点与医院写成设施表",
            en: "jemss: write stations and hospitals as a table of facilities"),
    ]
    static let examples = [
        (
            line: "pingji import osm city.osm --out city.network",
            meaning: LocalizedText(
                zh: "读取 OSM XML，列出路网规模与略去的内容，写出路网文件",
                en: "reads OSM XML, lists what the network is like and what was left out, and writes a network file")
        ),
        (
            line: "pingji import geojson centers.json --datum gcj02 --network city.network --out centers.csv",
            meaning: LocalizedText(
                zh: "把国测局坐标换算为 WGS 84，检查与路网是否吻合，写出设施表",
                en: "converts GCJ-02 to WGS 84, checks that it fits the roads, and writes a table of facilities")
        ),
    ]

    private enum Kind: String, CaseIterable {
        case osm, geojson, jemss, csv
    }

    private static let kinds = Kind.allCases.map(\.rawValue)

    static func files(_ arguments: ArgumentList) -> CallFiles {
        var files = CallFiles(arguments, options.filter { !$0.isWritten }, operands: [])
        let kind = arguments.operands.first
        for path in arguments.operands.dropFirst() {
            files.read(kind == "jemss" ? MapFiles.jemssInputs(at: path) : MapFiles.inputs(at: path))
        }
        if let out = arguments.value("--out") {
            // What is no file of the kind is rather not meant.
            let replacing =
                kind != "geojson"
                ? NetworkFile.replacing : MapFiles.isTable(out) ? MapFeatures.replacingTable : MapFeatures.replacing
            files.write(.file(out, LocalizedText(zh: "--out ", en: "--out"), replacing: replacing))
        }
        if let facilities = arguments.value("--facilities") {
            files.write(
                .file(
                    facilities, LocalizedText(zh: "--facilities ", en: "--facilities"),
                    replacing: MapFeatures.replacingTable))
        }
        return files
    }

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        guard let written = arguments.operands.first else {
            throw Refusal(
                .wrongUse, zh: "应给出数据种类（\(kinds.joined(separator: "、"))）和文件",
                en: "a kind of data (\(kinds.joined(separator: ", "))) and a file must be given")
        }
        guard let kind = Kind(rawValue: written) else {
            throw .unknown(LocalizedText(zh: "数据种类", en: "kind of data"), written, among: kinds)
        }
        guard arguments.operands.count == 2 else {
            throw Refusal(.wrongUse, zh: "应给出一个文件", en: "one file must be given")
        }
        let path = arguments.operands[1]
        try checkOptions(arguments, kind)
        switch kind {
        case .geojson: try importFeatures(path, arguments, outputs, language, console)
        case .jemss: try importJEMSS(path, arguments, outputs, language, console)
        case .csv:
            let map = try MapLoading.noted(language, console) { () throws(FaultList) in
                try MapFiles.roadFolder(at: path)
            }
            try finish(map, path, arguments, outputs, language, console)
        case .osm:
            let map = try MapLoading.noted(language, console) { () throws(FaultList) in
                try MapFiles.openStreetMap(at: path, acceptsIncomplete: arguments.has("--accept-incomplete"))
            }
            try finish(map, path, arguments, outputs, language, console)
        }
        return .done
    }

    private static func checkOptions(_ arguments: ArgumentList, _ kind: Kind) throws(Refusal) {
        let owners: [String: Kind] = [
            "--datum": .geojson, "--network": .geojson, "--travel-mode": .jemss, "--facilities": .jemss,
            "--accept-incomplete": .osm,
        ]
        for option in options.map(\.name) {
            guard let owner = owners[option], owner != kind, arguments.has(option) else { continue }
            throw Refusal(
                .wrongUse, zh: "选项 \(option) 只用于 \(owner.rawValue)",
                en: "the option \(option) is for \(owner.rawValue) only")
        }
    }

    /// Writes the network, and other files with it, and says what it is like.
    private static func finish(
        _ read: Noted<RoadMap>, _ path: String, _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language,
        _ console: Console, with others: [(path: String, bytes: [UInt8])] = []
    ) throws(Refusal) {
        var left = ""
        let map = read.content { left = MapSummary.text([$0], language, width: console.columns) }
        let summary = MapSummary.text(map, title: printable(path), language, width: console.columns)
        let network = arguments.value("--out").map { (path: $0, bytes: NetworkFile.bytes(of: map)) }
        try outputs.save(others + (network.map { [$0] } ?? []))
        console.print(summary + "\n" + left)
        tellWritten(arguments.value("--out"), language, console)
    }

    private static func tellWritten(_ path: String?, _ language: Language, _ console: Console) {
        guard let path else { return }
        console.print(
            LocalizedText(zh: "已写出 \(printable(path))", en: "wrote \(printable(path))").text(in: language))
    }

    private static func importJEMSS(
        _ path: String, _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) {
        let mode = Int(try arguments.integer("--travel-mode", in: 1...1000) ?? 1)
        let read = try MapLoading.noted(language, console) { () throws(FaultList) in
            try MapFiles.jemss(at: path, mode: mode)
        }
        let data = read.content { _ in }
        let facilities = arguments.value("--facilities")
        let table = try facilities.map { path throws(Refusal) in
            try MapLoading.load(language, console) { (_: inout MapLoading.Files) throws(FaultList) in
                (path: path, bytes: try data.facilityTable())
            }
        }
        try finish(read.roads, path, arguments, outputs, language, console, with: table.map { [$0] } ?? [])
        let count = data.facilities.count
        console.print(
            LocalizedText(
                zh: "站点与医院\(grouped(count))处；交通方式 \(mode)，共\(data.modeCount)种",
                en: "stations and hospitals: \(grouped(count)); travel mode \(mode) of \(data.modeCount)"
            ).text(in: language))
        tellWritten(facilities, language, console)
    }

    private static func importFeatures(
        _ path: String, _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) {
        let datum = try MapLoading.datum(arguments)
        let read = try MapLoading.noted(language, console) { () throws(FaultList) in
            try MapFiles.features(at: path, datum: datum)
        }
        var left: [ReadingNotes] = []
        let features = read.content { left.append($0) }
        if let network = arguments.value("--network") {
            let map = try MapLoading.load(language, console) { () throws(FaultList) in
                try MapFiles.network(at: network)
            }
            try MapLoading.load(language, console) { () throws(FaultList) in
                try features.checkFit(to: map, read: datum)
            }
        }
        let summary = MapSummary.text(features, title: printable(path), language, width: console.columns)
        // What could not be written is at fault also where nothing is: otherwise the summary would praise it.
        let out = arguments.value("--out")
        let written = try MapLoading.noted(language, console) { () throws(FaultList) in
            out.map { MapFiles.isTable($0) } ?? false ? try features.csv() : try features.geoJSON()
        }
        let bytes = written.content { left.append($0) }
        if let out { try outputs.save([(out, bytes)]) }
        console.print(summary + "\n" + MapSummary.text(left, language, width: console.columns))
        tellWritten(arguments.value("--out"), language, console)
    }
}
