import DenseTables

/// The part of a hierarchy that ways to some nodes come down through: those nodes and all their ancestors.
///
/// It hangs on the roads alone, so whoever asks again and again for times to the same nodes keeps it through every closure.
/// Nodes are numbered from the top down, so that one pass in order meets everybody after whom he or she hangs on (Delling, Goldberg
/// and Werneck, "Faster batched shortest paths in road networks", ATMOS 2011).
public struct HierarchySelection: Sendable {
    /// The nodes selected for, as they were named.
    let nodes: [RoadNodeID]

    /// The number of each rank in the selection, or −1.
    let place: [Int32]

    /// Where the upward arcs of each node of the selection start; one entry more than there are nodes.
    let first: [UInt32]

    /// The upper end of each arc, as a number of the selection.
    let upper: [UInt32]

    /// The arc of the hierarchy each is.
    let arcs: [UInt32]

    /// The number of each target in the selection.
    let targets: [Int32]

    /// The number of nodes in the selection.
    var count: Int { first.count - 1 }
}

extension RoadHierarchy {
    /// Selects what ways to `targets`, or from them, come through.
    ///
    /// - Complexity: O(nodes + arcs of the selection).
    public func selection(of targets: [RoadNodeID]) -> HierarchySelection {
        var place = [Int32](repeating: -1, count: nodeCount)
        for target in targets {
            // Whoever is marked has marked all ancestors.
            var low = Int(rank[target.index])
            while place[low] < 0 {
                place[low] = 0
                guard firstUp[low] < firstUp[low + 1] else { break }
                low = Int(upper[Int(firstUp[low])])
            }
        }
        var first: [UInt32] = [0]
        var ends: [UInt32] = []
        var arcs: [UInt32] = []
        for low in stride(from: nodeCount - 1, through: 0, by: -1) where place[low] == 0 {
            place[low] = Int32(first.count - 1)
            for arc in firstUp[low]..<firstUp[low + 1] {
                ends.append(UInt32(place[Int(upper[Int(arc)])]))
                arcs.append(arc)
            }
            first.append(UInt32(ends.count))
        }
        return HierarchySelection(
            nodes: targets, place: place, first: first, upper: ends, arcs: arcs,
            targets: targets.map { place[Int(rank[$0.index])] })
    }
}
