import Organization
import RandomStreams
import Words

@testable import Places

/// The figures of Meijiang district, 梅江区, Meizhou, for tests.
///
/// Published (press feature of 2022–23): area, residents, streets, 81 villages, 50 communities, 490 grids, 226
/// compounds, 45 community centers. Seats are those of a village list of 2016 (Vonng/adcode b755d6e4, CC BY 4.0),
/// rounded to 0.01 degree and, being GCJ-02, half a kilometer off as well; the split over streets follows the same
/// list. The rest is assumed.
enum Meijiang {
    static let figures = PlaceFigures(
        name: LocalizedText(zh: "梅江区", en: "Meijiang"), code: "441402", area: 570.9, residents: 435_600,
        householdSize: 2.7, residentsNeedingHelp: 0.03,
        streets: [
            street("江南街道", "Jiangnan", false, 116.13, 24.29, area: 9, residents: 110, 15, 0),
            street("金山街道", "Jinshan", false, 116.13, 24.31, area: 30, residents: 95, 12, 7),
            street("西郊街道", "Xijiao", false, 116.10, 24.31, area: 14, residents: 60, 8, 4),
            street("三角镇", "Sanjiao", true, 116.12, 24.27, area: 60, residents: 62, 5, 12),
            street("长沙镇", "Changsha", true, 116.12, 24.22, area: 62, residents: 14, 1, 7),
            street("城北镇", "Chengbei", true, 116.10, 24.33, area: 140, residents: 52, 6, 21),
            street("西阳镇", "Xiyang", true, 116.20, 24.28, area: 256, residents: 43, 3, 30),
        ],
        grids: 490, compounds: 226, communityCenters: 45, areaCenters: 6, river: river, departments: departments,
        rosters: rosters, travelModes: (walk: 0.3, eBike: 0.5, car: 0.2))

    /// One generated Meijiang for all tests.
    static let place: Place = {
        do {
            return try PlaceGenerator.generate(figures, random: random)
        } catch {
            preconditionFailure("Meijiang cannot be generated: \(error)")
        }
    }()

    /// The ground under it.
    static let terrain = Terrain(figures: figures, random: random)

    private static let random = RandomStream(seed: 1, replication: 0)

    /// A made-up town of one subdistrict and one town, small enough to generate many times.
    static let small: PlaceFigures = {
        var small = figures
        small.area = 24
        small.residents = 21_000
        small.streets = [
            street("东街道", "East", false, 116.13, 24.29, area: 8, residents: 14, 3, 0),
            street("西镇", "West", true, 116.10, 24.31, area: 16, residents: 7, 1, 3),
        ]
        small.grids = 24
        small.compounds = 9
        small.communityCenters = 3
        small.areaCenters = 1
        small.river.bridges = 2
        small.rosters.districtCadres = 5
        small.rosters.cadresPerStreet = 6
        small.rosters.registeredMembers = 200
        small.rosters.volunteers = 90
        small.rosters.units = 5
        small.rosters.hospitals = 1
        small.rosters.medicalStaff = 30
        return small
    }()

    /// A street more for `small`, with figures that leave everybody else's share as it is.
    static func grown() -> PlaceFigures {
        var grown = small
        grown.streets.append(street("南镇", "South", true, 116.16, 24.26, area: 12, residents: 7, 1, 3))
        grown.area = 36
        grown.residents = 28_000
        return grown
    }

    private static func street(
        _ zh: String, _ en: String, _ isTown: Bool, _ longitude: Double, _ latitude: Double, area: Double,
        residents: Double, _ communities: Int, _ villages: Int
    ) -> PlaceFigures.Street {
        PlaceFigures.Street(
            name: LocalizedText(zh: zh, en: en), code: en.lowercased(), isTown: isTown,
            seat: Coordinate(longitude: longitude, latitude: latitude), areaWeight: area, residentWeight: residents,
            communities: communities, villages: villages)
    }

    /// The Mei, 梅江, roughly: from the southwest through the core to the northeast.
    private static let river = PlaceFigures.River(
        name: LocalizedText(zh: "梅江", en: "Mei"),
        course: [
            (116.00, 24.17), (116.06, 24.20), (116.10, 24.23), (116.105, 24.26), (116.10, 24.285), (116.115, 24.30),
            (116.135, 24.30), (116.155, 24.305), (116.17, 24.295), (116.20, 24.30), (116.24, 24.32), (116.30, 24.34),
        ].map { Coordinate(longitude: $0.0, latitude: $0.1) },
        width: 180, bridges: 10, floodPlain: 500, lowestHomes: 4, dikePointsPerKilometer: 2)

    private static let departments = [
        ("police", "公安", "police"), ("trafficPolice", "交警", "traffic police"), ("fire", "消防", "fire brigade"),
        ("market", "市场监管", "market supervision"), ("cityManagement", "城管", "city management"),
        ("sanitation", "环卫", "sanitation"),
    ].map { PlaceFigures.Department(code: $0.0, name: LocalizedText(zh: $0.1, en: $0.2), officersPerStreet: 8) }

    private static let rosters = PlaceFigures.Rosters(
        districtCadres: 25, cadresPerStreet: 30, workersPerCommunity: 11, workersPerVillage: 6, workersPerGrid: 2,
        registeredMembers: 6550, volunteers: 3000, units: 60, compoundsWithProperty: 0.41,
        propertyStaffPerCompound: 8, hospitals: 2, medicalStaff: 1500, staleEntries: 0.08,
        fullMembersAmongVolunteers: 0.1, leaders: 0.05)
}
