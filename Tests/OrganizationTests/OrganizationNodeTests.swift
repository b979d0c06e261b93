import DenseTables
import Organization
import RandomStreams
import Testing
import Words

@Suite struct OrganizationNodeTests {
    @Test func `a node's key hangs on its path alone`() {
        func node(_ path: String, _ parent: Int, _ level: OrganizationLevel) -> OrganizationNode {
            OrganizationNode(
                parent: OrganizationNodeID(parent), level: level, name: LocalizedText(path), path: path,
                seat: LocationID(parent))
        }
        #expect(node("d/a", 0, .street).key == node("d/a", 7, .unit).key)
        #expect(node("d/a", 0, .street).key != node("d/b", 0, .street).key)
        #expect(node("d/a", 0, .street).key == EntityKey(path: "d/a"))
    }
}
