import RandomStreams
import Words

/// One standing organization: a node of the tree from the district down to grids, compounds and units.
public struct OrganizationNode: Sendable {
    /// The node above; none for the district.
    public let parent: OrganizationNodeID

    /// Its level.
    public let level: OrganizationLevel

    /// Its name.
    public let name: LocalizedText

    /// The codes from the district down, `441402/jiangnan/03/g2`: stable when another street is added.
    public let path: String

    /// The key its random numbers hang on, made from `path`.
    public let key: EntityKey

    /// Where it works from, and where its people muster.
    public let seat: LocationID

    /// Creates a node; its key follows from `path`.
    public init(
        parent: OrganizationNodeID, level: OrganizationLevel, name: LocalizedText, path: String, seat: LocationID
    ) {
        self.parent = parent
        self.level = level
        self.name = name
        self.path = path
        self.key = EntityKey(path: path)
        self.seat = seat
    }
}
