import DenseTables
import Mobilization
import Organization
import Places
import Results
import Words

/// `grids.csv`: replication 0 of every grid in full, and beside it what all replications say.
extension ExperimentRecord {
    /// The table of grids.
    public func gridsTable(_ analysis: ExperimentAnalysis) -> Table {
        var table = Table(.grids(Self.gridColumns))
        for (variant, name) in analysis.variants.enumerated() {
            guard let first = variants[variant].first, let detail = first.detail else { continue }
            let place = firstWorlds[variant].ground.place
            for (index, grid) in place.grids.enumerated() {
                let node = place.organization[grid.node]
                let at = place.coordinate(of: grid.location)
                let time = first.grids[index]
                let stages = detail.decisiveNeed(ofGrid: index)?.stages
                let summary = analysis.grids[variant][index]
                table.append(
                    [
                        .string(name), .string(node.path), .string(node.name.zh), .string(node.name.en),
                        .number(at.longitude), .number(at.latitude), Cell(grid.residents), Cell(grid.households),
                        Cell(grid.residentsNeedingHelp), Cell(grid.lowHouseholds), Cell(grid.lowResidentsNeedingHelp),
                        grid.lowestHomes.isFinite ? .number(grid.lowestHomes) : .missing, Cell(time.minutes),
                        time.slowest.map { .string($0.name) } ?? .missing, Cell(time.lateHouseholds),
                        Cell(time.cutOffMinutes),
                    ] + (stages?.map(seconds) ?? ResponseStage.allCases.map { _ in .missing }) + [
                        Cell(summary.count), Cell(summary.reached), Cell(summary.median),
                        summary.slowest.map { .string($0.name) } ?? .missing, Cell(summary.slowestCount),
                        summary.cutOffMedian == nil ? .missing : Cell(summary.islandCount), Cell(summary.cutOffMedian),
                    ])
            }
        }
        return table
    }

    private static let gridColumns =
        [
            .variant, path("path", "组织路径", "path in the organization"), text("name_zh", "中文名", "name in Chinese"),
            text("name_en", "英文名", "name in English"), degrees("longitude", "经度", "longitude of its middle"),
            degrees("latitude", "纬度", "latitude of its middle"), count("residents", "居民", "residents"),
            count("households", "户数", "households"),
            count("residents_needing_help", "需帮扶居民", "residents who cannot leave home without help"),
            count("low_households", "低洼户", "households on low ground"),
            count("low_residents_needing_help", "低洼需帮扶居民", "of them residents needing help"),
            ColumnDeclaration(
                "lowest_homes_m", .number, unit: "m", zh: "最低住户高出常水位",
                en: "height of its lowest homes above the normal water"),
            ColumnDeclaration(
                "minutes", .number, unit: "min", mayBeNever: true, zh: "首个需求出现到五分之四开工",
                en: "from its first need to four fifths of them begun"),
            text("slowest_stage", "最慢环节", "stage that took longest on the way there"),
            count("late_households", "水到时未告知的户数", "households not warned when the water came"),
            ColumnDeclaration(
                "cut_off_minutes", .number, unit: "min", zh: "成为孤岛（汽车无法到达）的时间", en: "how long no car could get there"),
        ] + stageColumns + [
            count("replications", "有需求的重复次数", "replications in which it had needs"),
            count("reached", "达到的重复次数", "replications in which four fifths of them were begun"),
            ColumnDeclaration(
                "median_minutes", .number, unit: "min", mayBeNever: true, zh: "各次重复的中位数",
                en: "median of minutes over them"),
            text("usual_slowest_stage", "最常见的最慢环节", "stage that most often took longest"),
            count("usual_slowest_count", "其出现次数", "replications in which it did"),
            count("island_count", "成为孤岛的重复次数", "replications in which no car could get there for a while"),
            ColumnDeclaration(
                "median_cut_off_minutes", .number, unit: "min", zh: "成为孤岛时间的中位数", en: "median of cut_off_minutes"),
        ]
}
