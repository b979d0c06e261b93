/// What kind of road an arc is; it decides the speed of each travel mode.
public enum RoadClass: UInt8, Sendable, CaseIterable {
    /// A main road between towns or through the core, 主干道.
    case arterial

    /// A street that connects neighborhoods, 街道, and the road into a village.
    case street

    /// A lane between houses, 巷.
    case lane

    /// A winding road through the hills, 山路.
    case mountainRoad

    /// A road for motor vehicles alone, 高速公路 or 快速路.
    case motorway

    /// A way too narrow for cars: footway, steps, cycle path, 步道.
    case path
}
