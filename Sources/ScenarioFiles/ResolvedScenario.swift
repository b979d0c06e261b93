import WrittenFiles

extension Scenario {
    /// The tree of exactly what is run: included files in place, and seed, replications, variants and baseline as they are now.
    ///
    /// Written to a file and run again it gives the same results.
    public var resolvedTree: JSONNode {
        guard case .object(let sections) = tree.value else { return tree }
        let members = sections.map { section in
            guard section.key == "experiment" else { return section }
            return JSONMember(section.key, at: section.keyPosition, resolvedExperiment(section.node))
        }
        return JSONNode(.object(members), at: tree.position)
    }

    private func resolvedExperiment(_ written: JSONNode) -> JSONNode {
        guard case .object(var members) = written.value else { return written }
        func set(_ key: String, _ node: JSONNode) {
            if let index = members.firstIndex(where: { $0.key == key }) {
                members[index] = JSONMember(key, at: members[index].keyPosition, node)
            } else {
                members.append(JSONMember(key, node))
            }
        }
        set("replications", .integer(UInt64(experiment.replications)))
        set("seed", .integer(experiment.seed))
        if case .object(let variants) = written["variants"]?.value, !variants.isEmpty {
            set("variants", JSONNode(.object(variants.filter { experiment.variants.contains($0.key) })))
            set("baseline", .string(experiment.baseline))
        }
        return JSONNode(.object(members), at: written.position)
    }
}

extension JSONNode {
    /// A whole number, written out digit by digit.
    fileprivate static func integer(_ value: UInt64) -> JSONNode {
        JSONNode(.number(JSONNumber(text: "\(value)", value: Double(value))))
    }
}
