import Organization
import RoadNetwork
import WrittenFiles

// The names scenario files use for the cases of other rooms' enumerations, where those have no text of their own.

/// A role as scenario files write it.
public enum WrittenRole: String, CaseIterable {
    case districtCadre, streetCadre, communityWorker, gridWorker, registeredMember, volunteer, departmentOfficer,
        propertyStaff, medicalStaff

    /// The role meant.
    public var role: Role {
        switch self {
        case .districtCadre: .districtCadre
        case .streetCadre: .streetCadre
        case .communityWorker: .communityWorker
        case .gridWorker: .gridWorker
        case .registeredMember: .registeredMember
        case .volunteer: .volunteer
        case .departmentOfficer: .departmentOfficer
        case .propertyStaff: .propertyStaff
        case .medicalStaff: .medicalStaff
        }
    }
}

/// A level of the organization as scenario files write it.
public enum WrittenOrganizationLevel: String, CaseIterable {
    case district, street, community, grid, compound, unit

    /// The level meant.
    public var level: OrganizationLevel {
        switch self {
        case .district: .district
        case .street: .street
        case .community: .community
        case .grid: .grid
        case .compound: .compound
        case .unit: .unit
        }
    }
}

/// A travel mode as scenario files write it.
public enum WrittenMode: String, CaseIterable {
    case walk, eBike, car

    /// The mode meant.
    public var mode: TravelMode {
        switch self {
        case .walk: .walk
        case .eBike: .eBike
        case .car: .car
        }
    }
}

/// A response level as scenario files write it.
public enum WrittenLevel: String, CaseIterable {
    case four = "IV"
    case three = "III"
    case two = "II"
    case one = "I"

    /// The level meant.
    public var level: ResponseLevel {
        switch self {
        case .four: .iv
        case .three: .iii
        case .two: .ii
        case .one: .i
        }
    }
}

/// A travel mode that a closure may name; boats too.
public enum WrittenTravelMode: String, CaseIterable {
    case walk, eBike, car, boat

    /// The mode meant.
    public var mode: TravelMode {
        switch self {
        case .walk: .walk
        case .eBike: .eBike
        case .car: .car
        case .boat: .boat
        }
    }
}
