import Places

/// How many residents have a team, or a service center, near them.
enum CoverageMeasure: Int, MeasureGroup {
    case coverageNear
    case coverageFar
    case circleNear
    case circleFar

    var measure: Measure { declaration.needing(.residents) }

    private var declaration: Measure {
        switch self {
        case .coverageNear:
            .share(
                "coverage_10min", less: false, "首个命令后10分钟内有队伍可达的居民比例（时间平均）",
                "mean share of residents within 10 min of a free or posted team")
        case .coverageFar: .share("coverage_15min", less: false, "同上，15分钟", "the same within 15 min")
        case .circleNear:
            .share(
                "circle_10min", less: false, "10分钟（电动车）可达党群服务中心的居民比例",
                "share of residents within 10 min of a service center by e-bike"
            ).needing(.serviceCenters)
        case .circleFar:
            .share("circle_15min", less: false, "同上，15分钟", "the same within 15 min").needing(.serviceCenters)
        }
    }

    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        let ground = run.world.ground
        let residents = ground.place.grids.reduce(0) { $0 + $1.residents }
        guard residents > 0 else { return }
        if let shares = run.books.coverage.meanShares(of: residents) {
            readings[.coverageNear] = shares[0]
            readings[.coverageFar] = shares[1]
        }
        guard ground.place.facilities.contains(where: { $0.kind == .serviceCenter }) else { return }
        readings[.circleNear] = ground.circles[0]
        readings[.circleFar] = ground.circles[1]
    }
}

extension MeasureNeed {
    /// A service center.
    fileprivate static let serviceCenters = MeasureNeed(zh: "该地方没有服务中心", en: "the place has no service center") {
        _, _, place in place.facilities.contains { $0.kind == .serviceCenter }
    }
}
