import Mobilization
import Organization
import Places
import RandomStreams
import Words
import WrittenFiles

/// A scenario that has been checked: everything an experiment needs, and the trees to draw assumptions from.
///
/// Decoding is the drawing: each replication decodes the plan and the incident again with its own assumption values, so no
/// value in the model knows whether it was written or drawn.
public struct Scenario: Sendable {
    /// One variant: the scenario's tree with the variant's changes laid over it.
    struct Variant: Sendable {
        let name: String
        let tree: JSONNode
        /// Equal for variants with the same place, which share the ground; -1 for the scenario's own.
        let placeGroup: Int
    }

    /// What a variant and a replication are run under.
    public struct Conditions: Sendable {
        /// The plan.
        public let plan: Plan
        /// The incident.
        public let incident: Incident
        /// The values drawn for assumptions, by path, in the order of reading.
        public let drawn: [(path: String, value: Double)]
    }

    /// The title.
    public let title: LocalizedText
    /// The question it answers.
    public let question: LocalizedText
    /// The experiment.
    public var experiment: ExperimentSettings
    /// The files it was read from, itself first.
    public let files: [SourceFile]
    /// The whole scenario, files included, for running it again.
    public let tree: JSONNode
    /// Every input of the baseline with its source and range.
    public let inputs: [Input]
    /// What reading found that can be run and is likely a slip.
    public let warnings: FaultList

    let variants: [Variant]

    /// Reads and checks a scenario; throws every fault of all its files at once.
    ///
    /// - Complexity: O(size of the files · variants).
    public static func load(_ path: String, loader: ScenarioLoader = ScenarioLoader()) throws(FaultList) -> Scenario {
        let loaded = loader.load(path)
        if let section = SectionFile.section(in: loaded.tree) {
            var faults = loaded.faults
            faults.add(.sectionFile(section), at: loaded.tree.position, .root)
            throw faults
        }
        let decoder = DocumentDecoder(faults: loaded.faults)
        let header = decoder.decode(loaded.tree) { ScenarioHeader(&$0) }
        var (faults, warnings) = (decoder.faults, decoder.warnings)
        var variants: [Variant] = []
        let changes = loaded.tree["experiment"]?["variants"]
        let most = min(loader.limits.variants, max(1, loader.limits.work / max(loaded.valueCount, 1)))
        if header.experiment.variants.count > most, let changes {
            let path = DocumentPath.root.key("experiment").key("variants")
            faults.add(.tooManyVariants(header.experiment.variants.count, most), at: changes.position, path)
            throw faults
        }
        for name in header.experiment.variants {
            let patch = changes?[name] ?? JSONNode(.object([]))
            let tree = loaded.tree.patched(by: patch)
            if patch["place"] != nil || patch["plan"] != nil || patch["incident"] != nil {
                let again = DocumentDecoder(faults: faults, warnings: warnings)
                _ = again.decode(tree) { ScenarioHeader(&$0) }
                (faults, warnings) = (again.faults, again.warnings)
            }
            let group = patch["place"] == nil ? -1 : variants.count
            variants.append(Variant(name: name, tree: tree, placeGroup: group))
        }
        guard faults.isEmpty else { throw faults }
        return Scenario(
            title: header.title, question: header.question, experiment: header.experiment, files: loaded.files,
            tree: loaded.tree, inputs: decoder.register.inputs, warnings: warnings, variants: variants)
    }

    /// The names of the variants.
    public var variantNames: [String] { variants.map(\.name) }

    /// Keeps only the variants called `names`, in the scenario's own order.
    public mutating func keep(_ names: [String]) {
        let kept = variants.filter { names.contains($0.name) }
        self = Scenario(
            title: title, question: question, experiment: experiment, files: files, tree: tree, inputs: inputs,
            warnings: warnings, variants: kept)
        experiment.variants = kept.map(\.name)
        if !experiment.variants.contains(experiment.baseline), let first = kept.first {
            experiment.baseline = first.name
        }
    }

    /// The number of the variant whose place variant `number` shares; itself if it has its own.
    public func placeVariant(of number: Int) -> Int {
        variants.firstIndex { $0.placeGroup == variants[number].placeGroup } ?? number
    }

    /// The place of a variant as drawn for one block of replications, or as written where nothing is drawn.
    public func place(of variant: Int, block: UInt32) -> PlaceDocument {
        let random = RandomStream(seed: experiment.seed, replication: block)
        return decode(variant, experiment.uncertainty == .full ? AssumptionDraw(stream: random) : nil, "place") {
            PlaceDocument(&$0)
        }.document
    }

    /// The plan and the incident of a variant as drawn for one replication.
    public func conditions(of variant: Int, names: PlaceNames, replication: UInt32) -> Conditions {
        let random = RandomStream(seed: experiment.seed, replication: replication)
        let draw = experiment.uncertainty == .full ? AssumptionDraw(stream: random) : nil
        let plan = decode(variant, draw, "plan") { Plan(&$0, names: names) }
        let incident = decode(variant, draw, "incident") { Incident(&$0, names: names) }
        return Conditions(
            plan: plan.document, incident: incident.document, drawn: plan.drawn + incident.drawn)
    }

    /// Decodes one section of a variant's tree, which is known to be without fault.
    private func decode<Document>(
        _ variant: Int, _ draw: AssumptionDraw?, _ section: String, _ read: (inout ObjectReader) -> Document
    ) -> (document: Document, drawn: [(path: String, value: Double)]) {
        let decoder = DocumentDecoder(faults: FaultList(files: files), draw: draw)
        let node = variants[variant].tree[section] ?? JSONNode(.object([]))
        let document = decoder.decode(node, at: DocumentPath.root.key(section), read)
        precondition(decoder.faults.isEmpty, "a checked scenario has no faults: \(decoder.faults.text.en)")
        let drawn = decoder.register.inputs.compactMap { input in
            input.drawn.map { (path: input.path.description, value: $0) }
        }
        return (document, drawn)
    }
}

extension ScenarioSchema {
    /// The schema of scenario files, which `pingji schema` prints; the files that sections may be written in are under
    /// `$defs`.
    public static var scenario: JSONNode {
        schema(title: LocalizedText(zh: "平急想定", en: "Pingji scenario")) { ScenarioHeader(&$0) }
    }
}

/// The top of a scenario file, with all sections read so that every fault is found.
struct ScenarioHeader {
    let title: LocalizedText
    let question: LocalizedText
    let experiment: ExperimentSettings

    init(_ reader: inout ObjectReader) {
        title = reader.value("title", .text, help: .init(zh: "标题", en: "the title"))
        question = reader.value(
            "question", .text, default: #""""#, help: .init(zh: "要回答的问题", en: "the question to be answered"))
        let place = reader.section(
            "place", help: .init(zh: "地方：人、路、组织", en: "the place: its people, roads and organization")
        ) { PlaceDocument(&$0) }
        let incident = reader.section("incident", help: .init(zh: "事件", en: "what happens")) {
            Incident(&$0, names: place.names)
        }
        _ = reader.section("plan", help: .init(zh: "预案：谁在何时做什么", en: "the plan: who does what, and when")) {
            Plan(&$0, names: place.names)
        }
        experiment = reader.section("experiment", help: .init(zh: "怎样模拟和比较", en: "how it is run and compared")) {
            ExperimentSettings(&$0, decidesOnCalls: incident.signals.isEmpty && !incident.calls.isEmpty)
        }
    }
}
