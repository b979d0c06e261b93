import Places

/// What closed roads do to people, teams and residents.
enum GoingMeasure: Int, MeasureGroup {
    case roadsClosedPeak
    case gridsCutOff
    case residentsCutOffPeak
    case detours
    case detourMean
    case teamsHeldUp
    case peopleCutOff

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .roadsClosedPeak:
            .quantity(
                "roads_closed_peak_km", "km", less: nil, "同时对汽车封闭的道路里程峰值（双向分别计）",
                "the most kilometers of road closed to cars at one time, each direction by itself"
            ).needing(.roads)
        case .gridsCutOff:
            .count(
                "grids_cut_off", "grids", less: true, "曾成孤岛（汽车无法从外面到达）的网格",
                "grids that no car could get to from the rest of the district at some time"
            ).needing(.roads, .grids)
        case .residentsCutOffPeak:
            .count(
                "residents_cut_off_peak", "people", less: true, "同时被困孤岛的居民峰值",
                "the most residents of such grids at one time"
            ).needing(.roads, .grids)
        case .detours:
            .count(
                "detours", "trips", less: true, "因道路封闭改道、等候或折返后到达的人员和队伍",
                "people and teams who arrived after a closed road had made them turn, wait or go back"
            ).needing(.roads)
        case .detourMean:
            .time(
                "detour_mean_min", "其中出发时有路者平均多走的时间",
                "by how much later they arrived, of those who had a way when they set out"
            ).needing(.roads)
        case .teamsHeldUp:
            .count(
                "teams_held_up", "teams", less: true, "期限时仍在路上等路通的队伍",
                "teams that wait on the road for a way at the horizon"
            ).needing(.roads)
        case .peopleCutOff:
            .count(
                "people_cut_off", "people", less: true, "无路可达集结点的人数", "people no road led to their muster point")
        }
    }

    /// - Complexity: O(grids + trips).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        readings[.peopleCutOff] = Double(run.going.waiting.people)
        guard run.world.roadsMayChange else { return }
        let roads = run.going.roads
        readings[.roadsClosedPeak] = roads.mostClosedKilometers
        if !run.world.ground.place.grids.isEmpty {
            readings[.gridsCutOff] = Double(roads.islands.total.count { $0 > 0 })
            readings[.residentsCutOffPeak] = Double(roads.islands.mostResidents)
        }
        readings[.detours] = Double(run.going.disturbed)
        if run.going.delayed > 0 {
            readings[.detourMean] = Measure.minutes(run.going.delay) / Double(run.going.delayed)
        }
        readings[.teamsHeldUp] = Double(run.going.waiting.teams)
    }
}

extension MeasureNeed {
    /// Roads that close.
    fileprivate static let roads = MeasureNeed(zh: "没有道路会封闭", en: "no road ever closes") { plan, incident, _ in
        RoadChanges.mayHappen(plan, incident)
    }
}
