/// The level of a standing organization, from the district down.
///
/// Levels are a place's own: a place may leave some out (Wuzhou's chain has no grid), and grids and compounds are two
/// divisions of a community that overlap.
public enum OrganizationLevel: UInt8, Sendable, CaseIterable {
    /// A district or county, 区县: the front-line headquarters, 一线指挥部.
    case district

    /// A subdistrict or town, 街道 or 镇.
    case street

    /// A community or village, 社区 or 村.
    case community

    /// A grid of a community, 网格.
    case grid

    /// A residential compound, 小区, often with a property company.
    case compound

    /// An organ or enterprise with its own branch, 机关企事业单位: no area of its own.
    case unit
}
