import Words

/// The tables that scripts rely on, with exactly these columns: add freely, rename never.
extension TableDeclaration {
    /// One row per variant and measure: the summary over replications.
    public static let summary = TableDeclaration(
        name: "summary",
        title: LocalizedText(zh: "各方案各指标汇总", en: "Summary of every measure of every variant"),
        columns: [
            .variant, .measure, .measureUnit,
            ColumnDeclaration("n", .integer, isRequired: true, zh: "重复次数", en: "number of replications"),
            ColumnDeclaration(
                "reached", .integer, isRequired: true, zh: "达到的重复次数", en: "replications in which it was reached"),
            ColumnDeclaration("mean", .number, zh: "均值，仅当每次都达到", en: "mean, only if every replication reached it"),
            ColumnDeclaration("lower", .number, zh: "95% 置信区间下限", en: "lower end of the 95 % interval"),
            ColumnDeclaration("upper", .number, zh: "95% 置信区间上限", en: "upper end of the 95 % interval"),
            ColumnDeclaration("min", .number, mayBeNever: true, zh: "最小值", en: "smallest value"),
            ColumnDeclaration(
                "p10", .number, mayBeNever: true, zh: "10% 分位数（相邻两值之间线性插值，下同）",
                en: "10 % quantile, interpolated between the two values around it, as all quantiles are"),
            ColumnDeclaration("p50", .number, mayBeNever: true, zh: "中位数", en: "median"),
            ColumnDeclaration("p90", .number, mayBeNever: true, zh: "90% 分位数", en: "90 % quantile"),
            ColumnDeclaration("max", .number, mayBeNever: true, zh: "最大值", en: "largest value"),
        ])

    /// One row per variant, replication and measure.
    public static let replications = TableDeclaration(
        name: "replications",
        title: LocalizedText(zh: "每次重复的指标值", en: "Every measure of every replication"),
        columns: [
            .variant,
            ColumnDeclaration(
                "replication", .integer, isRequired: true, zh: "重复序号，从 0 起", en: "replication, counted from 0"),
            .measure,
            ColumnDeclaration(
                "value", .number, mayBeNever: true, isRequired: true, zh: "值，单位见汇总表",
                en: "value, in the unit of the summary"),
        ])

    /// One row per measure and variant other than the baseline: the paired comparison.
    public static let comparison = TableDeclaration(
        name: "comparison",
        title: LocalizedText(zh: "与基准方案的配对比较", en: "Paired comparison with the baseline"),
        columns: [
            .measure, .measureUnit,
            ColumnDeclaration("baseline", .string, isRequired: true, zh: "基准方案", en: "the variant compared with"),
            .variant,
            ColumnDeclaration("mean_difference", .number, zh: "配对差均值（方案减基准）", en: "mean of variant minus baseline"),
            ColumnDeclaration("lower", .number, zh: "区间下限", en: "lower end of its interval"),
            ColumnDeclaration("upper", .number, zh: "区间上限", en: "upper end of its interval"),
            ColumnDeclaration(
                "reached_difference", .number, zh: "达到比例之差", en: "difference in the share that reached it"),
            ColumnDeclaration("p_value", .number, zh: "双侧 p 值", en: "two-sided p value"),
            ColumnDeclaration(
                "decides", .boolean, isRequired: true, zh: "是否用于判定", en: "whether verdicts are about this measure"),
            ColumnDeclaration("verdict", .string, zh: "判定", en: "verdict"),
        ])

    /// One row per variant, time and stage: people by stage over time.
    public static let mobilization = TableDeclaration(
        name: "mobilization",
        title: LocalizedText(zh: "各阶段人数随时间", en: "People by stage over time"),
        columns: [
            .variant, .time,
            ColumnDeclaration("stage", .string, isRequired: true, zh: "阶段", en: "stage"),
            ColumnDeclaration("mean", .number, unit: "people", zh: "平均人数", en: "mean number of people"),
            ColumnDeclaration("p5", .number, unit: "people", zh: "5% 分位数", en: "5 % quantile"),
            ColumnDeclaration("p95", .number, unit: "people", zh: "95% 分位数", en: "95 % quantile"),
        ])

    /// One row per variant, time and service radius: the share of residents covered over time.
    public static let coverage = TableDeclaration(
        name: "coverage",
        title: LocalizedText(zh: "居民覆盖率随时间", en: "Share of residents covered over time"),
        columns: [
            .variant, .time,
            ColumnDeclaration(
                "minutes", .number, unit: "min", isRequired: true, zh: "行程时限",
                en: "travel time within which a resident is covered"),
            ColumnDeclaration("k", .integer, isRequired: true, zh: "至少几支队伍", en: "least number of teams within reach"),
            ColumnDeclaration("share_mean", .number, zh: "平均覆盖率", en: "mean share of residents"),
            ColumnDeclaration("share_p5", .number, zh: "5% 分位数", en: "5 % quantile"),
            ColumnDeclaration("share_p95", .number, zh: "95% 分位数", en: "95 % quantile"),
        ])

    /// One row per variant and measure: how certain its interval and verdict are, and why not more.
    public static let evidence = TableDeclaration(
        name: "evidence",
        title: LocalizedText(zh: "证据强度", en: "How certain each result is"),
        columns: [
            .variant, .measure,
            ColumnDeclaration("monte_carlo_share", .number, zh: "区间中随机波动的份额", en: "share of the interval due to luck"),
            ColumnDeclaration(
                "place_share", .number, zh: "区间中生成地点的份额", en: "share of the interval due to the drawn place"),
            ColumnDeclaration(
                "assumption_share", .number, zh: "区间中假设取值的份额", en: "share of the interval due to drawn assumptions"),
            ColumnDeclaration("assumption_sets", .integer, zh: "抽取的假设组数", en: "number of assumption sets drawn"),
            ColumnDeclaration("verdict", .string, zh: "判定", en: "verdict"),
            ColumnDeclaration(
                "verdict_holds_share", .number, zh: "判定成立的假设组份额", en: "share of assumption sets in which it holds"),
        ])

    /// One row per organization node, with the columns its caller knows.
    public static func units(_ columns: [ColumnDeclaration]) -> TableDeclaration {
        TableDeclaration(name: "units", title: LocalizedText(zh: "组织单元", en: "Organization nodes"), columns: columns)
    }

    /// One row per team, with the columns its caller knows.
    public static func teams(_ columns: [ColumnDeclaration]) -> TableDeclaration {
        TableDeclaration(name: "teams", title: LocalizedText(zh: "队伍", en: "Teams"), columns: columns)
    }

    /// One row per task, with the columns its caller knows.
    public static func tasks(_ columns: [ColumnDeclaration]) -> TableDeclaration {
        TableDeclaration(name: "tasks", title: LocalizedText(zh: "任务", en: "Tasks"), columns: columns)
    }

    /// One row per grid, with the columns its caller knows.
    public static func grids(_ columns: [ColumnDeclaration]) -> TableDeclaration {
        TableDeclaration(name: "grids", title: LocalizedText(zh: "网格", en: "Grids"), columns: columns)
    }
}

extension ColumnDeclaration {
    fileprivate static let variant = ColumnDeclaration(
        "variant", .string, isRequired: true, zh: "方案", en: "variant of the scenario")
    fileprivate static let measure = ColumnDeclaration("measure", .string, isRequired: true, zh: "指标", en: "measure")
    fileprivate static let measureUnit = ColumnDeclaration("unit", .string, zh: "单位", en: "unit of the measure")
    fileprivate static let time = ColumnDeclaration(
        "time_s", .number, unit: "s", isRequired: true, zh: "首个信号起的时间", en: "time since the first signal")
}
