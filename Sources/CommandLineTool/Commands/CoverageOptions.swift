import Foundation
import MapFiles
import Places
import RoadNetwork
import Words

/// The arguments of `coverage`, each valid and none against another.
struct CoverageOptions {
    /// Where travel times come from.
    enum Source {
        /// The place of a scenario.
        case scenario(String)
        /// Roads.
        case network(String)
        /// The map alone.
        case map(MapDistance)
        /// A table.
        case matrix(String)
    }

    /// How the result is printed.
    enum Form { case text, json, csv }

    let source: Source
    let facilities: String?
    let demand: String?
    let datum: Datum
    let minutes: [Double]
    let teams: Int
    let mode: TravelMode
    /// The way between points and roads.
    let access: AccessRule
    let closures: String?
    let form: Form
    let (out, gaps, geoJSON, svg): (String?, String?, String?, String?)
    let workers: Int
    /// For what needs the arguments themselves, such as `--at`.
    let arguments: ArgumentList

    private static let places = ["--network", "--straight", "--manhattan", "--matrix"]

    init(_ arguments: ArgumentList) throws(Refusal) {
        self.arguments = arguments
        source = try Self.source(arguments)
        facilities = arguments.value("--facilities")
        demand = arguments.value("--demand")
        try Self.checkAgreement(arguments, source)
        datum = try MapLoading.datum(arguments)
        minutes = try Self.minutes(arguments)
        teams = Int(try arguments.integer("--teams", in: 1...9) ?? 3)
        if case .scenario = source, !arguments.has("--mode") {
            // As the measures circle_10min and circle_15min.
            mode = .eBike
        } else {
            mode = try MapLoading.mode(arguments)
        }
        try MapLoading.checkEmergency(arguments, mode)
        access = try AccessOptions.rule(arguments)
        closures = arguments.value("--closures")
        if arguments.has("--json"), arguments.has("--csv") {
            throw Refusal(.wrongUse, zh: "--json 与 --csv 只能选一个", en: "--json and --csv exclude each other")
        }
        form = arguments.has("--json") ? .json : arguments.has("--csv") ? .csv : .text
        (out, gaps) = (arguments.value("--out"), arguments.value("--gaps"))
        (geoJSON, svg) = (arguments.value("--geojson"), arguments.value("--svg"))
        workers =
            try arguments.integer("--workers", in: 1...1024).map { Int($0) }
            ?? ProcessInfo.processInfo.activeProcessorCount
    }

    private static func source(_ arguments: ArgumentList) throws(Refusal) -> Source {
        let given = places.filter { arguments.has($0) }
        guard arguments.operands.count + given.count == 1 else {
            throw Refusal(
                .wrongUse, zh: "须给出一个想定，或 \(places.joined(separator: "、")) 之一",
                en: "one scenario is wanted, or one of \(places.joined(separator: ", "))")
        }
        if let scenario = arguments.operands.first { return .scenario(scenario) }
        if let network = arguments.value("--network") { return .network(network) }
        if let distance = try MapDistance(arguments, MapLoading.mode(arguments)) { return .map(distance) }
        return .matrix(try MapLoading.required(["--matrix"], arguments)[0])
    }

    /// Options that mean nothing where travel times come from elsewhere.
    private static func checkAgreement(_ arguments: ArgumentList, _ source: Source) throws(Refusal) {
        let idle: [String]
        switch source {
        case .scenario:
            idle =
                ["--facilities", "--demand", "--speed", "--emergency"] + AccessOptions.names
                + (arguments.has("--closures") ? [] : ["--datum"])
        case .network: idle = ["--speed"]
        case .map: idle = ["--closures", "--at", "--emergency"] + AccessOptions.names
        case .matrix:
            idle =
                ["--closures", "--at", "--mode", "--speed", "--svg", "--emergency"] + AccessOptions.names
                + (arguments.has("--facilities") || arguments.has("--demand") ? [] : ["--datum"])
        }
        if let option = idle.first(where: { arguments.has($0) }) {
            let name = arguments.operands.isEmpty ? places.first { arguments.has($0) } ?? "" : "SCENARIO"
            throw Refusal(.wrongUse, zh: "\(option) 不能与 \(name) 同用", en: "\(option) does not go with \(name)")
        }
        switch source {
        case .network, .map: _ = try MapLoading.required(["--facilities", "--demand"], arguments)
        case .scenario, .matrix: break
        }
        if case .network = source, !arguments.has("--closures") { _ = try MapLoading.instant(arguments, for: nil) }
    }

    private static func minutes(_ arguments: ArgumentList) throws(Refusal) -> [Double] {
        guard let written = arguments.value("--minutes") else { return [5, 10, 15] }
        var minutes: [Double] = []
        for part in written.split(separator: ",", omittingEmptySubsequences: false) {
            guard let number = ArgumentList.decimal(part), number >= 0.1, number <= 10_000, !minutes.contains(number),
                minutes.count < 12
            else {
                throw Refusal(
                    .wrongUse,
                    zh: "--minutes \"\(printable(written))\" 应为 0.1 到 10000 的分钟数，至多12个，各不相同，以英文逗号分隔，不带空格，如 5,10,15",
                    en:
                        "--minutes \"\(printable(written))\" must be up to 12 different numbers of minutes from 0.1 to 10000, with commas and no spaces between them, such as 5,10,15"
                )
            }
            minutes.append(number)
        }
        return minutes.sorted()
    }
}
