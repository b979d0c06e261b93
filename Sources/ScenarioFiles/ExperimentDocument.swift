import Mobilization
import Words
import WrittenFiles

/// How often a scenario is run, for how long, and what is compared: the `experiment` section.
public struct ExperimentSettings: Sendable {
    /// What a replication draws anew beside chance itself.
    public enum Uncertainty: String, Sendable, CaseIterable {
        /// The place and every assumption within its range.
        case full
        /// Nothing: one place, every input as written.
        case monteCarlo
    }

    /// Replications of each variant.
    public var replications: Int
    /// The seed all random numbers hang on.
    public var seed: UInt64
    /// When a run ends, in milliseconds from the first signal.
    public var horizon: Int64
    /// From when on calls are counted, in milliseconds from the first signal.
    public var warmUp: Int64
    /// The variant the others are compared with.
    public var baseline: String
    /// Replications that share one generated place.
    public var placeBlock: Int
    /// The measures verdicts are about.
    public var decideOn: [String]
    /// What is drawn anew.
    public var uncertainty: Uncertainty
    /// The names of the variants, in the order written.
    public var variants: [String]

    /// The seeds there are: whole numbers that every reader of JSON keeps exactly (RFC 8259, section 6).
    public static let seeds: ClosedRange<UInt64> = 0...9_007_199_254_740_991

    /// Reads the section; what the variants change is read from their own trees.
    ///
    /// `decidesOnCalls` says that the scenario has calls and no levels, so that its question is about waiting.
    init(_ reader: inout ObjectReader, decidesOnCalls: Bool = false) {
        replications = reader.value(
            "replications", .integer(in: 1...1_000_000), default: "30",
            help: .init(zh: "每个方案的重复次数", en: "runs of each variant"))
        seed = UInt64(
            reader.value(
                "seed", .integer(in: 0...Int(Self.seeds.upperBound)), default: "1",
                help: .init(zh: "随机数种子", en: "the seed all random numbers hang on")))
        horizon = reader.value(
            "horizon", .duration(from: "1 min", to: "30 d"), help: .init(zh: "模拟到何时为止", en: "when a run ends"))
        warmUp = reader.value(
            "warmUp", .duration, default: #""0 min""#,
            help: .init(zh: "从何时起统计来电来访", en: "from when on calls are counted, so that an empty start does not count"))
        if warmUp >= horizon {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "预热不短于模拟时间", en: "the warm-up is as long as the run"),
                    expected: .init(zh: "短于 horizon", en: "less than the horizon")), at: "warmUp")
        }
        placeBlock = reader.value(
            "placeBlock", .integer(in: 1...1_000_000), default: "10",
            help: .init(zh: "多少次重复共用一个生成的地方", en: "replications that share one generated place"))
        uncertainty = reader.value(
            "uncertainty", .name(of: Uncertainty.self), default: #""full""#,
            help: .init(zh: "重新抽取哪些不确定性", en: "what a replication draws anew beside chance"))
        let names = reader.dictionary(
            "variants", default: #"{ "asIs": {} }"#,
            help: .init(zh: "各方案，只写与上文不同之处", en: "the variants; each writes only what differs")
        ) { name, inner in
            // The names of a variant's own place are not known here, where nothing is decoded.
            let none = NameTable(.init(zh: "名称", en: "a name of the place"), [])
            _ = inner.patch("place", help: .init(zh: "地方的改动", en: "what is different about the place")) {
                PlaceDocument(&$0)
            }
            _ = inner.patch("incident", help: .init(zh: "事件的改动", en: "what is different about the incident")) {
                Incident(&$0, names: PlaceNames(departments: none, points: none, stations: none))
            }
            _ = inner.patch("plan", help: .init(zh: "预案的改动", en: "what is different about the plan")) {
                Plan(&$0, names: PlaceNames(departments: none, points: none, stations: none))
            }
            return name
        }.map(\.name)
        variants = names.isEmpty ? ["asIs"] : names
        let table = NameTable(.init(zh: "方案名", en: "a variant's name"), variants)
        let base =
            reader.optional(
                "baseline", .reference(to: table),
                help: .init(zh: "供比较的基准方案", en: "the variant others are compared with"))
            ?? 0
        baseline = variants[min(base, variants.count - 1)]
        let measures = NameTable(.init(zh: "指标名", en: "a measure's name"), Measures.all.map(\.name), isFixed: true)
        decideOn = reader.value(
            "decideOn", .set(of: .reference(to: measures), count: 1...3),
            default: decidesOnCalls ? #"["everyday_wait_min"]"# : #"["t80_min"]"#,
            help: .init(zh: "据以判断的指标", en: "the one to three measures verdicts are about")
        ).map { measures.names[$0] }
    }
}
