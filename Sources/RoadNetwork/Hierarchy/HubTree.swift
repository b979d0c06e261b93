import DenseTables

/// Names a node of a hub tree, counted from the top down.
struct HubRow: RowID {
    let raw: Int32
}

/// Names sixteen ancestors that stand together.
struct LaneRow: RowID {
    let raw: Int32
}

/// Names an upward arc of a hub tree.
struct HubArcRow: RowID {
    let raw: Int32
}

/// The nodes that ways between some places come through, each with its ancestors by depth: the shape of `HubLabels`.
///
/// It hangs on the roads alone, so it belongs to a place and stays through every closure. Rows are padded to whole vectors; where a
/// row has no ancestor it names none.
public struct HubTree: ~Copyable, Sendable {
    /// The node of each place.
    let places: Column<HubPlaceRow, HubRow>

    /// Where the row of each node begins, in vectors.
    let start: Column<HubRow, Int32>

    /// How many ancestors each node has.
    let depth: Column<HubRow, Int32>

    /// The ancestors of each node by depth, itself last.
    let ancestors: Column<LaneRow, Lanes>

    /// Where the upward arcs of each node begin; one entry more than there are nodes.
    let firstArc: Column<HubRow, Int32>

    /// The upper end of each arc.
    let upper: Column<HubArcRow, HubRow>

    /// The arc of the hierarchy each is.
    let arcs: Column<HubArcRow, Int32>

    /// Lays out the rows of `places` and of everything above them.
    ///
    /// - Complexity: O(nodes of the network + nodes above the places · height of the tree).
    public init(_ hierarchy: RoadHierarchy, places: [RoadNodeID]) {
        let selection = hierarchy.selection(of: places)
        var start: [Int32] = []
        var depth: [Int32] = []
        var ancestors: [Lanes] = []
        for node in 0..<selection.count {
            let row = selection.first[node]..<selection.first[node + 1]
            // The first of a row is the parent: the lowest of those above.
            let parent = row.isEmpty ? -1 : Int(selection.upper[Int(row.lowerBound)])
            let own = parent < 0 ? 0 : depth[parent] + 1
            let begin = ancestors.count
            for lane in 0...(Int(own) / LaneSweep.width) {
                let isShared = parent >= 0 && lane <= Int(depth[parent]) / LaneSweep.width
                ancestors.append(isShared ? ancestors[Int(start[parent]) + lane] : Lanes(repeating: -1))
            }
            ancestors[begin + Int(own) / LaneSweep.width][Int(own) % LaneSweep.width] = Int32(node)
            start.append(Int32(begin))
            depth.append(own)
        }
        self.places = Column(selection.targets.map { HubRow(raw: $0) })
        self.start = Column(start)
        self.depth = Column(depth)
        self.ancestors = Column(ancestors)
        firstArc = Column(selection.first.map { Int32($0) })
        upper = Column(selection.upper.map { HubRow(raw: Int32($0)) })
        arcs = Column(selection.arcs.map { Int32($0) })
    }

    /// The upward arcs of a node.
    func upward(of node: HubRow) -> Range<Int32> { firstArc[node]..<firstArc[HubRow(raw: node.raw + 1)] }
}

/// Names one of the places a hub tree was made for.
struct HubPlaceRow: RowID {
    let raw: Int32
}
