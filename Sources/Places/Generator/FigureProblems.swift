import RoadNetwork

extension PlaceFigures {
    /// How far from the middle of its seats and its river a place may reach, in cells of the ground; the river in meters.
    ///
    /// Beyond it a place is no district: one flat map no longer holds it, and the ground alone would take minutes.
    private static let mostCells = 800.0
    private static let mostCourse = 500_000.0

    /// How near the poles a place may lie, in degrees of latitude.
    public static let latitudes = -80.0...80

    /// The seats with no other nearer than the width of a disk as large as the whole district: likely slips of a digit.
    ///
    /// - Complexity: O(streets²).
    public func remoteSeats() -> [Int] {
        let width = 2 * (area * 1e6 / .pi).squareRoot()
        return streets.indices.filter { street in
            let others = streets.indices.filter { $0 != street }
            return !others.isEmpty
                && others.allSatisfy { Self.distance(streets[$0].seat, streets[street].seat) > width }
        }
    }

    private static func distance(_ one: Coordinate, _ other: Coordinate) -> Double {
        LocalProjection.distance(SIMD2(one.longitude, one.latitude), SIMD2(other.longitude, other.latitude))
    }

    /// What makes the place too wide for one map, or puts it where no map is flat.
    private func extentProblems() -> [PlaceProblem] {
        let seats = streets.map(\.seat)
        guard let first = seats.first else { return [] }
        var problems: [PlaceProblem] = []
        for (index, seat) in seats.enumerated() where !Self.latitudes.contains(seat.latitude) {
            problems.append(.figureOutOfRange(name: "streets[\(index)].seat"))
        }
        for (index, point) in river.course.enumerated() where !Self.latitudes.contains(point.latitude) {
            problems.append(.figureOutOfRange(name: "river.course[\(index)]"))
        }
        guard problems.isEmpty else { return problems }
        // Where most points lie: a slip in one of them moves the median little.
        let all = seats + river.course
        func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
        let middle = Coordinate(
            longitude: median(all.map { Meridian.near(first.longitude, $0.longitude) }),
            latitude: median(all.map(\.latitude)))
        let most = Self.mostCells * Raster.cellSize(area: area)
        func kilometers(_ meters: Double) -> Int { Int((meters / 1000).rounded(.up)) }
        for (index, seat) in seats.enumerated() {
            let distance = Self.distance(seat, middle)
            if distance > most {
                problems.append(
                    .seatTooFar(street: index, kilometers: kilometers(distance), most: Int(most / 1000)))
            }
        }
        for (index, point) in river.course.enumerated() {
            let distance = Self.distance(point, middle)
            if distance > Self.mostCourse {
                problems.append(
                    .courseTooFar(
                        point: index, kilometers: kilometers(distance), most: Int(Self.mostCourse / 1000)))
            }
        }
        return problems
    }

    /// What keeps these figures from making a place; empty if nothing does.
    func problems() -> [PlaceProblem] {
        var problems: [PlaceProblem] = []
        func check(_ isRight: Bool, _ name: String) {
            if !isRight { problems.append(.figureOutOfRange(name: name)) }
        }
        check(area > 0 && area <= 1e5, "area")
        check(residents >= 0, "residents")
        check(householdSize >= 1 && householdSize.isFinite, "householdSize")
        check((0...1).contains(residentsNeedingHelp), "residentsNeedingHelp")
        check(compounds >= 0, "compounds")
        check(areaCenters >= 0, "areaCenters")
        check(communityCenters >= 0, "communityCenters")
        check(streets.count <= 200, "streets")
        check(departments.count <= 200, "departments")
        for (index, department) in departments.enumerated() {
            check((0..<4096).contains(department.officersPerStreet), "departments[\(index)].officersPerStreet")
        }
        let modes = [travelModes.walk, travelModes.eBike, travelModes.car]
        check(modes.allSatisfy { $0 >= 0 && $0.isFinite } && modes.reduce(0, +) > 0, "travelModes")
        if streets.isEmpty { problems.append(.noStreets) }
        var codes: Set<String> = []
        for (index, street) in streets.enumerated() {
            if !codes.insert(street.code).inserted { problems.append(.repeatedCode(street: index)) }
            if street.communities < 0 || street.villages < 0 || street.communities + street.villages == 0 {
                problems.append(.streetWithoutCommunities(street: index))
            }
            check(street.areaWeight > 0 && street.areaWeight.isFinite, "streets[\(index)].areaWeight")
            check(street.residentWeight > 0 && street.residentWeight.isFinite, "streets[\(index)].residentWeight")
        }
        let communities = streets.reduce(0) { $0 + $1.communities + $1.villages }
        if grids < communities {
            problems.append(.fewerGridsThanCommunities(grids: grids, communities: communities))
        }
        if communityCenters > communities {
            problems.append(.moreCentersThanCommunities(centers: communityCenters, communities: communities))
        }
        if area > 0, area <= 1e5 { problems += extentProblems() }
        return problems + river.problems() + rosters.problems()
    }
}

extension PlaceFigures.River {
    fileprivate func problems() -> [PlaceProblem] {
        var problems: [PlaceProblem] = course.count < 2 ? [.riverWithoutCourse] : []
        for (value, name) in [
            (width, "width"), (floodPlain, "floodPlain"), (dikePointsPerKilometer, "dikePointsPerKilometer"),
            (Double(bridges), "bridges"),
        ] where !(value >= 0 && value.isFinite) {
            problems.append(.figureOutOfRange(name: "river.\(name)"))
        }
        if !lowestHomes.isFinite { problems.append(.figureOutOfRange(name: "river.lowestHomes")) }
        return problems
    }
}

extension PlaceFigures.Rosters {
    fileprivate func problems() -> [PlaceProblem] {
        let counts = [
            (districtCadres, "districtCadres"), (cadresPerStreet, "cadresPerStreet"),
            (workersPerCommunity, "workersPerCommunity"), (workersPerVillage, "workersPerVillage"),
            (workersPerGrid, "workersPerGrid"), (registeredMembers, "registeredMembers"), (volunteers, "volunteers"),
            (units, "units"), (propertyStaffPerCompound, "propertyStaffPerCompound"), (hospitals, "hospitals"),
            (medicalStaff, "medicalStaff"),
        ]
        let shares = [
            (compoundsWithProperty, "compoundsWithProperty"), (staleEntries, "staleEntries"),
            (fullMembersAmongVolunteers, "fullMembersAmongVolunteers"), (leaders, "leaders"),
        ]
        // A person's ordinal has 24 bits under each role.
        var wrong = counts.filter { !(0...4_000_000).contains($0.0) }.map(\.1)
        wrong += shares.filter { !(0...1).contains($0.0) }.map(\.1)
        if hospitals == 0 && medicalStaff > 0 { wrong.append("hospitals") }
        return wrong.map { .figureOutOfRange(name: "rosters.\($0)") }
    }
}
