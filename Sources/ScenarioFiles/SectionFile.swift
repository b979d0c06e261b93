import Mobilization
import Words
import WrittenFiles

/// Tells a file that holds a section of a scenario from a scenario, for whoever gives the one where the other is wanted.
enum SectionFile {
    /// The section whose keys the file has, if it has no key of a scenario.
    ///
    /// - Complexity: O(keys), and once the keys of all sections.
    static func section(in tree: JSONNode) -> String? {
        guard case .object(let members) = tree.value else { return nil }
        let keys = Set(members.map(\.key))
        guard keys.isDisjoint(with: ScenarioLoader.sections + ["title", "question"]) else { return nil }
        var best: (name: String, count: Int)?
        for (name, known) in zip(ScenarioLoader.sections, known) {
            // Most sections have a name, which tells nothing.
            let count = keys.subtracting(["name"]).intersection(known).count
            if count > best?.count ?? 0 { best = (name, count) }
        }
        return best?.name
    }

    /// The keys of each section.
    private static var known: [[String]] {
        let none = NameTable(LocalizedText(""), [])
        let names = PlaceNames(departments: none, points: none, stations: none)
        func keys<Document>(_ read: (inout ObjectReader) -> Document) -> [String] {
            let schema = ScenarioSchema.schema(title: LocalizedText(""), read)
            guard case .object(let members)? = schema["properties"]?.value else { return [] }
            return members.map(\.key)
        }
        return [
            keys { PlaceDocument(&$0) }, keys { Incident(&$0, names: names) }, keys { Plan(&$0, names: names) },
            keys { ExperimentSettings(&$0) },
        ]
    }
}

extension Fault.Problem {
    static func sectionFile(_ section: String) -> Self {
        let name: LocalizedText =
            switch section {
            case "place": .init(zh: "地方", en: "the place")
            case "incident": .init(zh: "事件", en: "the incident")
            case "plan": .init(zh: "预案", en: "the plan")
            default: .init(zh: "实验", en: "the experiment")
            }
        return Self(
            .wrongType,
            .init(zh: "这是想定的\(name.zh)，不是想定", en: "this is \(name.en) of a scenario, not a scenario"),
            expected: .init(
                zh: "想定文件，其中以 \"\(section)\": \"此文件的路径\" 引用它",
                en: "a scenario, in which \"\(section)\": \"path of this file\" names it"))
    }
}
