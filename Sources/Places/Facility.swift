import Organization
import Words

/// A building the public uses.
public struct Facility: Sendable {
    /// What a facility is for.
    public enum Kind: UInt8, Sendable, CaseIterable {
        /// A Party-mass service center of the district or a street, 党群服务中心 (1+7).
        case serviceCenter
        /// A service center of a park or business district (N).
        case areaCenter
        /// A service center of a village or community.
        case communityCenter
        /// A hospital.
        case hospital
        /// A shelter.
        case shelter
    }

    /// What it is for.
    public var kind: Kind
    /// Its name.
    public var name: LocalizedText
    /// Where it stands.
    public var location: LocationID
    /// The organization that runs it.
    public var node: OrganizationNodeID

    /// Creates a facility.
    public init(kind: Kind, name: LocalizedText, location: LocationID, node: OrganizationNodeID) {
        self.kind = kind
        self.name = name
        self.location = location
        self.node = node
    }
}
