import DenseTables
import Organization
import Testing
import Words

@Suite struct OrganizationTests {
    /// A random tree of `count` nodes whose levels are drawn at random too.
    private func tree(_ count: Int, _ random: inout SystemlessGenerator) -> [OrganizationNode] {
        (0..<count).map { index in
            let parent = index == 0 ? -1 : Int.random(in: 0..<index, using: &random)
            let level = OrganizationLevel.allCases.randomElement(using: &random) ?? .district
            return OrganizationNode(
                parent: OrganizationNodeID(parent), level: level, name: LocalizedText("\(index)"), path: "x/\(index)",
                seat: LocationID(index))
        }
    }

    @Test func `children are the nodes that name the parent, in order`() {
        var random = SystemlessGenerator(state: 1)
        for count in [1, 2, 5, 40, 200] {
            let nodes = tree(count, &random)
            let organization = Organization(nodes: nodes)
            for parent in nodes.indices {
                let children = nodes.indices.filter { nodes[$0].parent.index == parent }
                #expect(organization.children(of: OrganizationNodeID(parent)).map(\.index) == children)
            }
        }
    }

    @Test func `an ancestor is the nearest node of the level at or above`() {
        var random = SystemlessGenerator(state: 2)
        let nodes = tree(150, &random)
        let organization = Organization(nodes: nodes)
        for start in nodes.indices {
            var chain = [start]
            while let last = chain.last, nodes[last].parent.exists { chain.append(nodes[last].parent.index) }
            for level in OrganizationLevel.allCases {
                let nearest = chain.first { nodes[$0].level == level }
                let found = organization.ancestor(of: OrganizationNodeID(start), at: level)
                #expect(found == (nearest.map { OrganizationNodeID($0) } ?? .none))
            }
        }
    }

    @Test func `every node is at its level, in order, and there by its name`() {
        var random = SystemlessGenerator(state: 3)
        let nodes = tree(60, &random)
        let organization = Organization(nodes: nodes)
        var found: [Int] = []
        for level in OrganizationLevel.allCases {
            let rows = organization.nodes(at: level).map(\.index)
            #expect(rows == rows.sorted())
            #expect(rows.allSatisfy { nodes[$0].level == level })
            found += rows
        }
        #expect(found.sorted() == Array(nodes.indices))
        #expect(nodes.indices.allSatisfy { organization[OrganizationNodeID($0)].path == nodes[$0].path })
    }

    @Test func `a parent must come before its children`() async {
        await #expect(processExitsWith: .failure) {
            let node = OrganizationNode(
                parent: OrganizationNodeID(1), level: .district, name: LocalizedText("x"), path: "x",
                seat: LocationID(0))
            _ = Organization(nodes: [node, node])
        }
    }
}

/// A generator of numbers for tests, the same on every machine (SplitMix64).
struct SystemlessGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
