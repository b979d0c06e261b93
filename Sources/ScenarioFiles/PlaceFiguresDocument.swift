import Organization
import Places
import RandomStreams
import Words
import WrittenFiles

extension PlaceFigures {
    /// Reads the figures a place is generated from: the `generate` object of a place.
    init(_ reader: inout ObjectReader, name: LocalizedText, code: String) {
        let area = reader.value("area", .area, help: .init(zh: "面积", en: "area"))
        let residents = reader.value(
            "residents", .integer(in: 1...100_000_000), help: .init(zh: "常住人口", en: "residents"))
        let householdSize = reader.value(
            "householdSize", .number(in: 1...20), help: .init(zh: "户均人口", en: "residents a household"))
        let needingHelp = reader.value(
            "residentsNeedingHelp", .share,
            help: .init(zh: "须人帮助才能出门的居民", en: "share of residents who cannot leave home without help"))
        var seats: [DocumentLocation] = []
        let streets = reader.dictionary("streets", help: .init(zh: "镇街", en: "subdistricts and towns")) {
            seats.append($1.location(of: "seat"))
            return Street(code: $0, &$1)
        }.map(\.value)
        if streets.isEmpty {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "没有镇街", en: "there is no street"),
                    expected: .init(zh: "至少一个", en: "at least one")), at: "streets")
        }
        let departments = reader.dictionary(
            "departments", default: "{}", help: .init(zh: "派驻部门", en: "departments posted to every street")
        ) {
            department, inner in
            Department(
                code: department, name: inner.value("name", .text),
                officersPerStreet: inner.value("officersPerStreet", .integer(in: 0...10_000)))
        }.map(\.value)
        let modes = reader.object("travelModes", default: "{}") { inner in
            let help = LocalizedText(zh: "出行方式比例（权重）", en: "how people get about, as weights")
            func weight(_ key: String, _ text: String) -> Double {
                inner.value(key, .number(in: 0...100), default: text, help: help)
            }
            return (
                weights: (
                    walk: weight("walk", #"{ "value": 25, "range": [15, 40] }"#),
                    eBike: weight("eBike", #"{ "value": 50, "range": [35, 60] }"#),
                    car: weight("car", #"{ "value": 25, "range": [15, 35] }"#)
                ),
                walkingDistance: inner.value(
                    "walkingDistance", .distance(to: "10 km"),
                    default: #"{ "value": "700 m", "range": ["400 m", "1 km"] }"#,
                    help: .init(zh: "距集结点多近就步行", en: "whoever lives this near to the muster point walks"))
            )
        }
        self.init(
            name: name, code: code, area: area, residents: residents, householdSize: householdSize,
            residentsNeedingHelp: needingHelp, streets: streets,
            grids: reader.value("grids", .integer(in: 1...1_000_000), help: .init(zh: "网格", en: "grids in all")),
            compounds: reader.value(
                "compounds", .integer(in: 0...1_000_000), help: .init(zh: "小区党支部", en: "compounds with a branch")),
            communityCenters: reader.value(
                "communityCenters", .integer(in: 0...1_000_000),
                help: .init(zh: "村（社区）党群服务中心", en: "service centers of villages and communities")),
            areaCenters: reader.value(
                "areaCenters", .integer(in: 0...100_000),
                help: .init(zh: "园区商圈中心（N）", en: "centers of parks and business districts, the N of 1+7+N")),
            river: reader.object("river") { River(&$0) }, departments: departments,
            rosters: reader.object("rosters") { Rosters(&$0) },
            travelModes: modes.weights)
        walkingDistance = modes.walkingDistance

        if householdSize > Double(residents) {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "户均人口多于人口", en: "a household is larger than the population"),
                    expected: .init(zh: "householdSize ≤ residents", en: "householdSize ≤ residents")),
                at: "householdSize")
        }
        for street in remoteSeats() where reader.isSound {
            reader.decoder.warn(
                .inconsistent(
                    zh: "驻地离其他驻地都很远，超过全区面积所成圆的直径",
                    en: "the seat is farther from every other than a disk as large as the whole place is wide",
                    expected: .init(zh: "区内的一点", en: "a point within the place")), at: seats[street])
        }
    }

    /// Figures to go on with where a place is at fault; never run.
    static func placeholder(name: LocalizedText, code: String) -> PlaceFigures {
        let decoder = DocumentDecoder(faults: FaultList())
        return decoder.placeholder(at: .root) { PlaceFigures(&$0, name: name, code: code) }
    }
}

extension PlaceFigures.Street {
    /// Reads one subdistrict or town.
    fileprivate init(code: String, _ reader: inout ObjectReader) {
        let kind = reader.value(
            "kind", .name(of: WrittenStreetKind.self), help: .init(zh: "街道或镇", en: "subdistrict or town"))
        let seat = reader.value("seat", .coordinate, help: .init(zh: "驻地", en: "its seat"))
        self.init(
            name: reader.value("name", .text), code: code, isTown: kind == .town,
            seat: Coordinate(longitude: seat.longitude, latitude: seat.latitude),
            areaWeight: reader.value(
                "areaWeight", .number(in: 0.001...1000), help: .init(zh: "面积权重", en: "weight of its area")),
            residentWeight: reader.value(
                "residentWeight", .number(in: 0.001...1000), help: .init(zh: "人口权重", en: "weight of its residents")),
            communities: reader.value(
                "communities", .integer(in: 0...10_000), help: .init(zh: "社区", en: "urban communities")),
            villages: reader.value("villages", .integer(in: 0...10_000), help: .init(zh: "村", en: "villages")))
    }
}

/// A street's kind as scenario files write it.
private enum WrittenStreetKind: String, CaseIterable {
    case subdistrict
    case town
}

extension PlaceFigures.River {
    /// Reads the river.
    fileprivate init(_ reader: inout ObjectReader) {
        self.init(
            name: reader.value("name", .text),
            course: reader.value(
                "course", .list(of: .coordinate, count: 2...1000),
                help: .init(zh: "河道", en: "its course, upstream first")
            )
            .map { Coordinate(longitude: $0.longitude, latitude: $0.latitude) },
            width: reader.value("width", .distance(from: "5 m", to: "5 km"), help: .init(zh: "河宽", en: "its width")),
            bridges: reader.value("bridges", .integer(in: 1...1000), help: .init(zh: "桥梁", en: "road bridges")),
            floodPlain: reader.value(
                "floodPlain", .distance(from: "0 m", to: "20 km"),
                help: .init(zh: "低洼地宽度", en: "how far the low ground reaches")),
            lowestHomes: reader.value(
                "lowestHomes", .distance(from: "0 m", to: "50 m"),
                help: .init(zh: "最低住户高出常水位", en: "height of the lowest homes above the normal water")),
            dikePointsPerKilometer: reader.value(
                "dikePointsPerKilometer", .number(in: 0...100),
                help: .init(zh: "每公里堤防巡查点", en: "dike patrol points a kilometer")))
    }
}

extension PlaceFigures.Rosters {
    /// Reads who is on which list.
    fileprivate init(_ reader: inout ObjectReader) {
        func count(_ key: String, _ zh: String, _ en: String) -> Int {
            reader.value(key, .integer(in: 0...10_000_000), help: .init(zh: zh, en: en))
        }
        func share(_ key: String, _ zh: String, _ en: String) -> Double {
            reader.value(key, .share, help: .init(zh: zh, en: en))
        }
        self.init(
            districtCadres: count("districtCadres", "区级值班干部", "cadres of the district's headquarters"),
            cadresPerStreet: count("cadresPerStreet", "每镇街干部", "cadres of each street"),
            workersPerCommunity: count("workersPerCommunity", "每社区专职工作者", "full-time workers of a community"),
            workersPerVillage: count("workersPerVillage", "每村干部", "full-time workers of a village"),
            workersPerGrid: count("workersPerGrid", "每网格网格员", "grid workers of a grid"),
            registeredMembers: count("registeredMembers", "双报到党员", "in-service members registered twice"),
            volunteers: count("volunteers", "注册志愿者", "registered volunteers"),
            units: count("units", "机关企事业单位", "organs and enterprises"),
            compoundsWithProperty: share(
                "compoundsWithProperty", "有物业的小区", "share of compounds with a property company"),
            propertyStaffPerCompound: count("propertyStaffPerCompound", "每小区物业人员", "property staff of a compound"),
            hospitals: count("hospitals", "医院", "hospitals"),
            medicalStaff: count("medicalStaff", "可调医务人员", "medical staff who can be called"),
            staleEntries: share("staleEntries", "名册失效条目", "share of roster entries that are out of date"),
            fullMembersAmongVolunteers: share(
                "fullMembersAmongVolunteers", "志愿者中的正式党员", "full members among volunteers"),
            leaders: share("leaders", "能带队的人", "share of people who can lead a team"))
        func assumed(_ key: String, _ text: String, _ zh: String, _ en: String) -> Double {
            reader.value(key, .share, default: text, help: .init(zh: zh, en: en))
        }
        membersOnPlatform = assumed(
            "membersOnPlatform", #"{ "value": "30%", "range": ["15%", "45%"] }"#, "也在志愿平台注册的党员",
            "share of registered members who are also on the volunteers' platform")
        volunteersAtWork = assumed(
            "volunteersAtWork", #"{ "value": "60%", "range": ["40%", "75%"] }"#, "离家上班的志愿者",
            "share of volunteers with a workplace away from home")
        staffLivingLocally = assumed(
            "staffLivingLocally", #"{ "value": "60%", "range": ["40%", "80%"] }"#, "住在本辖区的工作人员",
            "share of community, grid and street staff who live in the area they work for")
    }
}
