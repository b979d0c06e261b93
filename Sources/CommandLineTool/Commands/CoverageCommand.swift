import MapFiles
import Reports
import Results
import Words
import WrittenFiles

/// `pingji coverage`: how many live within how many minutes of a facility, before and after roads are closed; no simulation.
enum CoverageCommand: Command {
    static let name = "coverage"
    static let summary = LocalizedText(
        zh: "服务圈：多少居民在几分钟内有设施，封路前后对比", en: "service circles, before and after roads are closed")
    static let operands = "[SCENARIO]"
    static let options =
        [
            OptionDeclaration(
                "--network", "FILE", zh: "路网：路网文件、.osm 文件，或含 nodes.csv 与 arcs.csv 的目录",
                en: "the roads: a network file, an .osm file, or a folder with nodes.csv and arcs.csv"),
            OptionDeclaration(
                "--matrix", "FILE", zh: "已有的行程时间表（写法同 table 的输出），设施为行，需求为列",
                en: "known travel times, as table writes them: facilities as rows, demand as columns"),
            OptionDeclaration(
                "--facilities", "FILE", zh: "设施：CSV id,lon,lat 或 id,node，或 GeoJSON；配合 --matrix 可省略",
                en: "the facilities: CSV id,lon,lat or id,node, or GeoJSON; may be left out with --matrix"),
            OptionDeclaration(
                "--demand", "FILE", zh: "需求：同上，另可有 weight（居民数等），默认 1",
                en: "the demand, the same with weight (residents, say) if wanted, 1 by default"),
            OptionDeclaration(
                "--datum", "wgs84|gcj02|bd09", zh: "设施、需求与封闭文件的坐标系，默认 wgs84",
                en: "the datum of facilities, demand and closures, by default wgs84"),
            OptionDeclaration("--minutes", "LIST", zh: "分钟数，默认 5,10,15", en: "minutes, by default 5,10,15"),
            OptionDeclaration("--teams", "K", zh: "分别统计至少 1 到 K 处设施，默认 3", en: "count 1 to K facilities, by default 3"),
            OptionDeclaration(
                "--mode", "walk|eBike|car|boat", zh: "交通方式，默认 car；想定默认 eBike",
                en: "the travel mode, by default car, and eBike for a scenario"),
            OptionDeclaration(
                "--closures", "FILE", zh: "封闭的道路：CSV from,to[,from_time,until_time] 或 GeoJSON 多边形",
                en: "closed roads: CSV from,to[,from_time,until_time], or polygons in GeoJSON"),
            OptionDeclaration(
                "--at", "T", zh: "何时：2024-06-16T15:00+08:00 或 \"3.5 h\"；不给则所有封闭都算",
                en: "when: 2024-06-16T15:00+08:00 or \"3.5 h\"; without it every closure counts"),
            OptionDeclaration("--json", zh: "输出 JSON，含全部缺口", en: "print JSON, with every gap"),
            OptionDeclaration("--csv", zh: "输出占比的 CSV", en: "print the shares as CSV"),
            OptionDeclaration(
                "--out", "FILE", isWritten: true, isInsteadOfPrinting: true, zh: "写入文件，而不是输出",
                en: "write to a file instead of printing"),
            OptionDeclaration("--gaps", "FILE", isWritten: true, zh: "把全部缺口写成 CSV", en: "write every gap as CSV"),
            OptionDeclaration(
                "--geojson", "FILE", isWritten: true, zh: "把需求点及其数字写成 GeoJSON",
                en: "write the demand with its figures as GeoJSON"),
            OptionDeclaration("--svg", "FILE", isWritten: true, zh: "画成地图", en: "draw a map"),
            OptionDeclaration(
                "--workers", "W", zh: "同时工作的线程，默认为处理器数；不影响结果",
                en: "threads at work, by default one a processor; never changes results"),
            MapLoading.emergency,
        ] + AccessOptions.options + MapDistance.options
    static let examples = [
        (
            line:
                "pingji coverage --network city.network --facilities centers.csv --demand villages.csv --closures flood.json",
            meaning: LocalizedText(
                zh: "5、10、15分钟服务圈，内涝前后对比，并列出到不了的村",
                en: "circles of 5, 10 and 15 minutes before and after a flood, and the villages left out")
        ),
        (
            line: "pingji coverage scenarios/meijiang-flood-night.jsonc --svg circles.svg",
            meaning: LocalizedText(
                zh: "想定中的 1+7+N 党群服务中心与各网格居民，并画成地图",
                en: "the 1+7+N service centers of a scenario and its grids' residents, drawn as a map")
        ),
    ]

    static func run(
        _ arguments: ArgumentList, _ outputs: Outputs, _ language: Language, _ console: Console
    ) throws(Refusal) -> ExitCode {
        let options = try CoverageOptions(arguments)
        let survey: CoverageSurvey
        switch options.source {
        case .scenario(let path): survey = try .scenario(path, options, outputs, language, console)
        case .network(let path): survey = try .network(path, options, language, console)
        case .map(let distance): survey = try .map(distance, options, language, console)
        case .matrix(let path): survey = try .matrix(path, options, language, console)
        }
        let findings = survey.findings
        // Everything is made before anything is written.
        let files: [(path: String?, text: () -> String)] = [
            (options.gaps, { findings.gapsCSV(language) }), (options.geoJSON, { findings.geoJSON }),
            (options.svg, { survey.drawing(language).svg }),
        ]
        let texts = files.compactMap { file in file.path.map { (path: $0, text: file.text()) } }
        let result: String
        switch options.form {
        case .text: result = CoverageSummary(findings, language, width: console.columns).text
        case .json: result = findings.json(language)
        case .csv: result = findings.sharesCSV
        }
        let whole = texts + (options.out.map { [(path: $0, text: result)] } ?? [])
        try outputs.save(whole.map { ($0.path, Array($0.text.utf8)) })
        if options.out == nil { console.output(result) }
        return .done
    }
}
