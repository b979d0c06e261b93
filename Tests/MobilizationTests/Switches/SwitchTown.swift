import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words

@testable import Mobilization
@testable import ScenarioFiles
@testable import WrittenFiles

/// One street with something of everything, on which every switch of a plan and an incident is tried.
///
/// What a test does not write is what the files say by default, luck included. One resident of every kind of place, few
/// people, so that a run takes no time.
enum SwitchTown {
    /// Values by path, `plan.muster.noShow`, as a file would write them.
    typealias Settings = [String: String]

    static let community = OrganizationNodeID(2)

    private static let ground: Ground = {
        var town = SmallTown()
        town.departments(2)
        let street = town.node(.street, at: town.point(900))
        let community = town.node(.community, under: street, at: town.point(300))
        let homes = [town.point(200), town.point(700), town.point(1500)]
        func people(_ count: Int, _ node: OrganizationNodeID, _ role: Role, leaders: Int = 0, department: UInt8 = 0) {
            for number in 0..<count {
                var traits: PersonTraits = number % 2 == 0 ? .fullMember : []
                if number < leaders { traits.insert(.leader) }
                town.person(
                    node, as: role, home: homes[number % 3], traits: traits, department: department,
                    mode: TravelMode.allCases[number % 3])
            }
        }
        people(2, SmallTown.district, .districtCadre)
        people(2, street, .streetCadre)
        for department in 0..<2 as Range<UInt8> { people(2, street, .departmentOfficer, department: department) }
        people(4, community, .communityWorker, leaders: 1)
        people(9, community, .registeredMember, leaders: 2)
        people(6, community, .volunteer)
        for number in 0..<2 {
            let grid = town.grid(
                under: community, at: town.point(Double(500 + 400 * number)), lowHouseholds: 8,
                lowResidentsNeedingHelp: 2, lowestHomes: Double(2 + number), residents: 400)
            people(2, grid, .gridWorker)
        }
        people(2, town.node(.compound, under: community), .propertyStaff)
        people(2, town.node(.unit, at: town.point(1200)), .medicalStaff)
        for kind in [Facility.Kind.serviceCenter, .shelter] {
            town.place.facilities.append(
                Facility(kind: kind, name: LocalizedText("\(kind)"), location: town.point(250), node: street))
        }
        for _ in 0..<2 {
            town.place.dikePoints.append(
                DikePoint(name: LocalizedText("dike"), location: town.point(800), node: community))
        }
        town.place.stations = [ServiceStation(code: "desk", name: LocalizedText("desk"), units: 2)]
        do { return Ground(place: try town.place.place(), speeds: SmallTown.speeds) } catch { fatalError("\(error)") }
    }()

    static let names = PlaceNames(
        departments: NameTable(LocalizedText("a department"), ["d0", "d1"]),
        points: NameTable(LocalizedText("a point"), (0...9).map { "p\($0)" }),
        stations: NameTable(LocalizedText("a station"), ["desk"]))

    private static func kind(
        _ code: String, at level: String, from: String, minimum: Int, full: Int, needsLeader: Bool = false,
        level response: String = "IV", _ rest: String
    ) -> String {
        """
        "\(code)": { "name": "\(code)", "formedAt": "\(level)", "from": ["\(from)"], "minimum": \(minimum),
          "full": \(full), "needsLeader": \(needsLeader), "level": "\(response)", \(rest) }
        """
    }

    private static let kinds = [
        kind("hq", at: "district", from: "districtCadre", minimum: 1, full: 2, #""each": 1, "post": "seat""#),
        kind("duty", at: "community", from: "communityWorker", minimum: 1, full: 1, #""each": 1, "post": "seat""#),
        kind("crew", at: "community", from: "communityWorker", minimum: 1, full: 2, #""each": 1, "lastResort": true"#),
        kind("lead", at: "grid", from: "gridWorker", minimum: 1, full: 1, #""each": 1, "post": "seat""#),
        kind("gate", at: "compound", from: "propertyStaff", minimum: 1, full: 1, #""each": 1, "post": "seat""#),
        kind("ward", at: "unit", from: "medicalStaff", minimum: 1, full: 1, #""post": "shelter""#),
        kind(
            "force", at: "community", from: "registeredMember", minimum: 3, full: 9, needsLeader: true,
            #""each": 1, "tasks": ["warn", "transfer"], "category": "taskForce""#),
        kind(
            "dike", at: "community", from: "volunteer", minimum: 1, full: 2, level: "II",
            #""departments": ["d0", "d1"], "post": "dikePoint", "category": "volunteerTeam""#),
        kind("joint", at: "street", from: "departmentOfficer", minimum: 1, full: 2, #""each": 1, "joins": true"#),
    ].joined(separator: ",\n")

    private static let base = """
        {
          "plan": {
            "callOut": { "waves": [
              { "level": "IV", "roles": ["districtCadre", "streetCadre", "communityWorker", "gridWorker"] },
              { "level": "III", "roles": ["registeredMember", "departmentOfficer", "propertyStaff"] },
              { "level": "II", "roles": ["volunteer", "medicalStaff"] },
            ] },
            "teams": { "kinds": { \(kinds) } },
          },
          "incident": {
            "firstSignal": "2024-06-16T18:30+08:00",
            "levels": [
              { "level": "IV", "at": "0 min" }, { "level": "III", "at": "90 min" }, { "level": "II", "at": "180 min" },
            ],
            "river": [{ "at": "0 h", "height": "0.5 m" }, { "at": "14 h", "height": "5 m" }],
            "responseTarget": "120 min",
            "tasks": {
              "warn": { "level": "III", "householdsPerTask": 4, "priority": 2 },
              "transfer": { "level": "III", "residentsPerTask": 1, "departments": ["d0", "d1"], "priority": 1 },
            },
          },
        }
        """

    private static let tree = DeclaredDefaults.node(base)

    /// Sends orders down without delay, has everybody convert at once and makes everybody able to come, so that what a test is about is all there is.
    static let plain: Settings = [
        "plan.command.detect": #""0 min""#, "plan.command.verify": #""0 min""#, "plan.command.consult": #""0 min""#,
        "plan.command.raise": #""0 min""#, "plan.command.order": #""0 min""#, "plan.command.missedOrder": "0",
        "plan.command.hops": """
        { \(["street", "community", "grid", "compound", "unit"].map {
                #""\#($0)": { "relay": "0 min", "decide": "0 min" }"# }.joined(separator: ", ")) }
        """,
        "plan.conversion": """
        { \(["district", "street", "community", "grid", "compound", "unit"].map {
                #""\#($0)": { "time": "0 min" }"# }.joined(separator: ", ")) }
        """,
    ]

    /// The names of the roles that are called.
    static let roles = [
        "districtCadre", "streetCadre", "communityWorker", "gridWorker", "registeredMember", "volunteer",
        "departmentOfficer", "propertyStaff", "medicalStaff",
    ]

    /// The bands of the week.
    static let bands = ["night", "morning", "workday", "weekend", "evening"]

    /// Everybody called at level IV.
    static let oneWave: Settings = [
        "plan.callOut.waves": """
        [{ "level": "IV", "roles": [\(roles.map { "\"\($0)\"" }.joined(separator: ", "))] }]
        """
    ]

    /// Everybody can come and says yes, whatever the hour.
    static let everybodyComes: Settings = {
        var settings: Settings = [:]
        for role in roles {
            settings["plan.callOut.answers.\(role)"] = """
                { "willing": 1, "available": { \(bands.map { "\"\($0)\": 1" }.joined(separator: ", ")) } }
                """
        }
        return settings
    }()

    /// What is run with these settings, later ones laid over earlier ones in the order of their paths.
    static func world(_ settings: Settings...) throws -> World {
        var tree = tree
        for settings in settings {
            for (path, value) in settings.sorted(by: { $0.key < $1.key }) {
                let patch = path.split(separator: ".").reversed().reduce(value) { "{ \"\($1)\": \($0) }" }
                tree = tree.patched(by: DeclaredDefaults.node(patch))
            }
        }
        let decoder = DocumentDecoder(faults: FaultList())
        let plan = decoder.decode(tree["plan"] ?? JSONNode(.null)) { Plan(&$0, names: names) }
        let incident = decoder.decode(tree["incident"] ?? JSONNode(.null)) { Incident(&$0, names: names) }
        guard decoder.faults.isEmpty else { throw decoder.faults }
        return World(ground: ground, plan: plan, incident: incident, horizon: at(14 * 60))
    }
}
