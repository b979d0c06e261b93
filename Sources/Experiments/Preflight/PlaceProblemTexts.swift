import Places
import ScenarioFiles
import Words
import WrittenFiles

// What keeps a place from being generated, in words, and the figure it is about.
extension PlaceProblem {
    /// The path of the figure at fault, from the top of the scenario.
    func path(in ground: PlaceDocument.Form) -> DocumentPath {
        let place = DocumentPath.root.key("place")
        guard case .figures(let figures) = ground else { return place.key("explicit") }
        let generate = place.key("generate")
        func street(_ number: Int) -> DocumentPath {
            let streets = generate.key("streets")
            return figures.streets.indices.contains(number) ? streets.key(figures.streets[number].code) : streets
        }
        switch self {
        case .figureOutOfRange(let name): return Self.path(name, generate, figures)
        case .noStreets: return generate.key("streets")
        case .streetWithoutCommunities(let number), .repeatedCode(let number): return street(number)
        case .seatTooFar(let number, _, _): return street(number).key("seat")
        case .courseTooFar(let number, _, _): return generate.key("river").key("course").index(number)
        case .fewerGridsThanCommunities: return generate.key("grids")
        case .moreCentersThanCommunities: return generate.key("communityCenters")
        case .riverWithoutCourse: return generate.key("river").key("course")
        case .tooManyBridges, .bankWithoutBridge: return generate.key("river").key("bridges")
        case .noPeople: return generate.key("rosters")
        case .organizationWithoutRoot, .parentNotBefore, .unknownSeat, .unknownReference, .unknownGridNode,
            .repeatedGridNode, .unknownGridLocation, .unreachableGrid, .unknownFacilityReference, .unknownDikeReference,
            .unknownRoadEnd, .roadLength,
            .unknownRoadName:
            return generate
        }
    }

    /// The path of a figure the generator calls `streets[2].areaWeight`, under the name the file gives the street.
    private static func path(_ name: String, _ generate: DocumentPath, _ figures: PlaceFigures) -> DocumentPath {
        name.split(separator: ".").reduce(generate) { path, part in
            let pieces = part.split(whereSeparator: { "[]".contains($0) })
            guard pieces.count == 2, let number = Int(pieces[1]) else { return path.key(String(part)) }
            let list = path.key(String(pieces[0]))
            if pieces[0] == "course" { return list.index(number) }
            let codes = pieces[0] == "streets" ? figures.streets.map(\.code) : figures.departments.map(\.code)
            return codes.indices.contains(number) ? list.key(codes[number]) : list
        }
    }

    private static var latitude: Int { Int(PlaceFigures.latitudes.upperBound) }

    /// What is wrong, in both languages.
    var text: Fault.Problem {
        switch self {
        case .figureOutOfRange(name: "rosters.hospitals"):
            .inconsistent(
                zh: "有医务人员而没有医院", en: "there are medical staff and no hospital",
                expected: LocalizedText(zh: "至少一家医院", en: "at least one hospital"))
        case .figureOutOfRange(let name) where name.hasSuffix(".seat") || name.hasPrefix("river.course"):
            .inconsistent(
                zh: "这里离极点太近，造不出地方", en: "no place can be made so near a pole",
                expected: LocalizedText(
                    zh: "\(Self.latitude)°以内的纬度", en: "a latitude from -\(Self.latitude) to \(Self.latitude)"))
        case .seatTooFar(_, let kilometers, let most):
            .inconsistent(
                zh: "驻地离各驻地与河道的中心约 \(kilometers) km",
                en: "the seat lies some \(kilometers) km from the middle of the seats and the river",
                expected: LocalizedText(
                    zh: "至多 \(most) km，由 area 决定", en: "at most \(most) km, which follows from the area"))
        case .courseTooFar(_, let kilometers, let most):
            .inconsistent(
                zh: "河道此点离各驻地与河道的中心约 \(kilometers) km",
                en: "this point of the river lies some \(kilometers) km from the middle of the seats and the river",
                expected: LocalizedText(zh: "至多 \(most) km", en: "at most \(most) km"))
        case .figureOutOfRange:
            .inconsistent(zh: "数值超出可能的范围", en: "the figure is outside what is possible")
        case .noStreets: .inconsistent(zh: "没有镇街", en: "there is no street")
        case .streetWithoutCommunities:
            .inconsistent(
                zh: "该镇街既无社区也无村", en: "the street has neither communities nor villages",
                expected: LocalizedText(zh: "至少一个", en: "at least one of either"))
        case .repeatedCode: .inconsistent(zh: "镇街代码重复", en: "the street's code stands twice")
        case .fewerGridsThanCommunities(let grids, let communities):
            .inconsistent(
                zh: "\(grids)个网格少于\(communities)个村（社区）",
                en: "\(counted(grids, "grid")) for \(counted(communities, "community", "communities")) and villages",
                expected: LocalizedText(zh: "每个村（社区）至少一个网格", en: "at least one grid for each"))
        case .moreCentersThanCommunities(let centers, let communities):
            .inconsistent(
                zh: "\(centers)个中心多于\(communities)个村（社区）",
                en:
                    "\(counted(centers, "center")) for \(counted(communities, "community", "communities")) and villages",
                expected: LocalizedText(zh: "至多每个村（社区）一个", en: "at most one for each"))
        case .riverWithoutCourse:
            .inconsistent(
                zh: "河道少于两点", en: "the river's course has fewer than two points",
                expected: LocalizedText(zh: "至少两点", en: "two points or more"))
        case .tooManyBridges(let possible):
            .inconsistent(
                zh: "区内河道容不下这么多桥", en: "the river inside the district has no room for so many bridges",
                expected: LocalizedText(zh: "至多\(possible)座", en: "at most \(possible)"))
        case .bankWithoutBridge:
            .inconsistent(
                zh: "有村（社区）在没有桥可到的一岸", en: "settlements lie on a bank that no bridge leads to",
                expected: LocalizedText(zh: "更多桥，或别处的河道", en: "more bridges, or a course elsewhere"))
        case .noPeople: .inconsistent(zh: "名册上没有人", en: "there is nobody on any roster")
        // What only places written out can have wrong, and the generator never makes.
        case .organizationWithoutRoot, .parentNotBefore, .unknownSeat, .unknownReference, .unknownGridNode,
            .repeatedGridNode, .unknownGridLocation, .unreachableGrid, .unknownFacilityReference, .unknownDikeReference,
            .unknownRoadEnd, .roadLength,
            .unknownRoadName:
            .inconsistent(zh: "按这些数字造不出地方", en: "no place can be made from these figures")
        }
    }
}
