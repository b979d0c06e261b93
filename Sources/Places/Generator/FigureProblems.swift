extension PlaceFigures {
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
