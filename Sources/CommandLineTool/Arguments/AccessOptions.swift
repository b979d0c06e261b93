import Results
import RoadNetwork
import Words

/// How users want the way between a point of a file and its road: `--access-speed` and `--access-limit`.
enum AccessOptions {
    static let options = [
        OptionDeclaration(
            "--access-speed", "KMH", zh: "点与道路之间的速度，公里/小时，各种交通方式都一样；默认 4.32（步行）",
            en: "kilometers an hour between a point and its road, whatever the mode; by default 4.32, on foot"),
        OptionDeclaration(
            "--access-limit", "METERS", zh: "离道路最远多少米；更远则视为无路，默认 2000",
            en: "how far a road may be in meters; beyond it there is no way, by default 2000"),
    ]

    /// The names, for commands that must refuse them.
    static let names = options.map(\.name)

    /// Reads the options.
    static func rule(_ arguments: ArgumentList) throws(Refusal) -> AccessRule {
        AccessRule(
            speed: try arguments.number("--access-speed", in: 0.1...300) ?? AccessRule.usual.speed,
            limit: try arguments.number("--access-limit", in: 0...100_000) ?? AccessRule.usual.limit)
    }
}
