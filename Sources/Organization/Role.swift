/// What a person is to the standing organization; it decides who calls, when and for which team.
public enum Role: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// A cadre of the district, 区级干部, who staffs the front-line headquarters.
    case districtCadre

    /// A cadre of a subdistrict or town, 镇街干部.
    case streetCadre

    /// A full-time community worker, 社区专职工作者.
    case communityWorker

    /// A full-time or part-time grid worker, 网格员.
    case gridWorker

    /// An in-service member registered in a unit and at home, 双报到党员.
    case registeredMember

    /// A registered volunteer, 志愿者, who is not an in-service member.
    case volunteer

    /// Somebody of a department posted to the street: police, fire, city management … 派驻部门.
    case departmentOfficer

    /// A guard, cleaner or repairer of a property company, 物业人员.
    case propertyStaff

    /// A doctor or nurse of a hospital, 医务人员.
    case medicalStaff

    /// The name used in scenario files and tables.
    public var name: String { "\(self)" }
}

/// A set of roles, one bit each.
@frozen
public struct RoleSet: OptionSet, Sendable, BitwiseCopyable {
    /// One bit a role, by raw value.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Creates a set of roles.
    public init(_ roles: some Sequence<Role>) { rawValue = roles.reduce(0) { $0 | 1 << UInt16($1.rawValue) } }

    /// Whether `role` is in the set.
    @inlinable public func has(_ role: Role) -> Bool { rawValue >> UInt16(role.rawValue) & 1 == 1 }
}
