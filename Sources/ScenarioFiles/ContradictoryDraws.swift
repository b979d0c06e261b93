import Mobilization
import RandomStreams
import WrittenFiles

extension Scenario {
    /// The first replication whose drawn assumptions contradict each other, with the faults; nil if none do.
    ///
    /// Ranges that are each in order may overlap in ways that make no sense together: a team's minimum drawn above its full
    /// strength, a crest before the rise. No experiment may meet that halfway.
    ///
    /// - Parameter most: How many replications are looked at, from the first on; a run looks at all of them.
    /// - Complexity: O(size of plan and incident · variants · replications).
    public func firstContradictoryDraw(among most: Int = .max) -> (replication: Int, faults: FaultList)? {
        guard experiment.uncertainty == .full else { return nil }
        let allNames = variants.map { variant in
            decode(variant, "place", nil, FaultList(files: files)) { PlaceDocument(&$0) }.document.names
        }
        for replication in 0..<min(experiment.replications, most) {
            var faults = FaultList(files: files)
            for (number, (variant, names)) in zip(variants, allNames).enumerated() {
                // What a variant does not change is the first one's.
                let changes = number == 0 ? nil : tree["experiment"]?["variants"]?[variant.name]
                func isOwn(_ section: String) -> Bool { number == 0 || changes?[section] != nil }
                if isOwn("place"), replication % experiment.placeBlock == 0 {
                    let draw = self.draw(UInt32(replication / experiment.placeBlock))
                    faults = decode(variant, "place", draw, faults) { PlaceDocument(&$0) }.faults
                }
                let draw = self.draw(UInt32(replication))
                if isOwn("plan") {
                    faults = decode(variant, "plan", draw, faults) { Plan(&$0, names: names) }.faults
                }
                if isOwn("incident") {
                    faults = decode(variant, "incident", draw, faults) { Incident(&$0, names: names) }.faults
                }
            }
            if !faults.isEmpty { return (replication, faults) }
        }
        return nil
    }

    private func draw(_ number: UInt32) -> AssumptionDraw {
        AssumptionDraw(stream: RandomStream(seed: experiment.seed, replication: number))
    }

    private func decode<Document>(
        _ variant: Variant, _ section: String, _ draw: AssumptionDraw?, _ faults: FaultList,
        _ read: (inout ObjectReader) -> Document
    ) -> (document: Document, faults: FaultList) {
        let decoder = DocumentDecoder(faults: faults, draw: draw)
        let node = variant.tree[section] ?? JSONNode(.object([]))
        let document = decoder.decode(node, at: DocumentPath.root.key(section), read)
        return (document, decoder.faults)
    }
}
