import Organization
import Statistics
import Words

/// One figure a run yields: its name, unit and meaning, declared once.
public struct Measure: Sendable {
    /// What kind of figure it is; it decides how replications are put together.
    public enum Kind: Sendable {
        /// A time that may never be reached.
        case time
        /// A share between 0 and 1.
        case share
        /// Whether something happened in a run, 0 or 1; over runs, the share of them.
        case indicator
        /// A number of things.
        case count
        /// Any other quantity.
        case quantity
    }

    /// The name scripts rely on.
    public let name: String
    /// The unit, `min`, `share`, `people`.
    public let unit: String
    /// What kind of figure it is.
    public let kind: Kind
    /// Whether less is better; nil where neither is.
    public let lessIsBetter: Bool?
    /// What it means.
    public let definition: LocalizedText
}

/// Every measure of a run, in the order of the tables.
public enum Measures {
    /// All measures.
    public static let all: [Measure] =
        command + mobilization + response + coverage + roads + counts + roster + callOut + service + stages

    /// The number of the measure called `name`.
    public static func index(of name: String) -> Int? { numbers[name] }

    private static let numbers = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })

    private static func time(_ name: String, _ zh: String, _ en: String) -> Measure {
        Measure(
            name: name, unit: "min", kind: .time, lessIsBetter: true, definition: LocalizedText(zh: zh, en: en))
    }

    private static func share(_ name: String, less: Bool?, _ zh: String, _ en: String) -> Measure {
        Measure(
            name: name, unit: "share", kind: .share, lessIsBetter: less, definition: LocalizedText(zh: zh, en: en))
    }

    private static func indicator(_ name: String, _ zh: String, _ en: String) -> Measure {
        Measure(
            name: name, unit: "share", kind: .indicator, lessIsBetter: false, definition: LocalizedText(zh: zh, en: en))
    }

    private static func count(_ name: String, _ unit: String, less: Bool?, _ zh: String, _ en: String) -> Measure {
        Measure(name: name, unit: unit, kind: .count, lessIsBetter: less, definition: LocalizedText(zh: zh, en: en))
    }

    private static let command = [
        time("authorize_min", "从首个信号到首个命令", "from the first signal to the first order"),
        time("first_team_min", "从首个命令到首支队伍到岗", "from the first order to the first team at work or on post"),
    ]

    private static let mobilization: [Measure] =
        [50, 80, 95].map { percent in
            time(
                "t\(percent)_min", "从最高响应等级的命令到\(percent)%岗位到位；已到位为0",
                "from the order of the highest level reached to \(percent) % of the posts it requires; 0 if staffed already"
            )
        } + [
            time("t80_from_signal_min", "从首个信号到最高等级所需岗位80%到位", "from the first signal to 80 % of those posts"),
            indicator(
                "t80_reached", "80%岗位在期限内到位的比例", "whether 80 % of those posts were staffed by the horizon"),
        ]
        + ResponseLevel.ordered.flatMap { level in
            [50, 80].map { percent in
                time(
                    "t\(percent)_level_\(level.name.lowercased())_min",
                    "从\(level.name)级命令到其所需岗位\(percent)%到位",
                    "from the order of level \(level.name) to \(percent) % of the posts it requires")
            }
        } + [
            count("on_post_peak", "people", less: nil, "同时在岗人数峰值", "the most people on post at any sampled time"),
            Measure(
                name: "unmet_person_hours", unit: "person-hours", kind: .quantity, lessIsBetter: true,
                definition: LocalizedText(zh: "岗位自命令起缺员的人时", en: "person-hours posts stood empty after their order")),
        ]

    private static let response = [
        time(
            "response_mean_min", "任务自出现到开工的平均时间，未开工者计至期限",
            "mean time from a task's appearing to the beginning of the work; up to the horizon if it never began"),
        time(
            "response_p90_min", "同上，90分位（相邻两值之间线性插值）",
            "the same, 90th percentile, interpolated between the two values around it"),
        share("response_within_target", less: false, "目标时间内开工的任务比例", "share of tasks begun within the target time"),
        share(
            "deadline_missed", less: true, "水到之前未完成的任务比例", "share of tasks with deadlines not done when the water came"),
        count(
            "households_late", "households", less: true, "水到之前未告知的户数（含未开门者）",
            "households not warned when the water came, shut doors among them"),
        Measure(
            name: "households_warned_per_hour", unit: "households/h", kind: .quantity, lessIsBetter: false,
            definition: LocalizedText(
                zh: "从首次到最后一次告知之间每小时告知户数", en: "households warned an hour between the first and the last warning")),
        time("whistle_to_arrival_min", "从吹哨到部门到场的平均时间", "mean time from the request to the department's arrival"),
    ]

    private static let coverage = [
        share(
            "coverage_10min", less: false, "首个命令后10分钟内有队伍可达的居民比例（时间平均）",
            "mean share of residents within 10 min of a free or posted team"),
        share("coverage_15min", less: false, "同上，15分钟", "the same within 15 min"),
        share(
            "circle_10min", less: false, "10分钟（电动车）可达党群服务中心的居民比例",
            "share of residents within 10 min of a service center by e-bike"),
        share("circle_15min", less: false, "同上，15分钟", "the same within 15 min"),
    ]

    private static let roads = [
        Measure(
            name: "roads_closed_peak_km", unit: "km", kind: .quantity, lessIsBetter: nil,
            definition: LocalizedText(
                zh: "同时对汽车封闭的道路里程峰值（双向分别计）",
                en: "the most kilometers of road closed to cars at one time, each direction by itself")),
        count(
            "grids_cut_off", "grids", less: true, "曾成孤岛（汽车无法从外面到达）的网格",
            "grids that no car could get to from the rest of the district at some time"),
        count(
            "residents_cut_off_peak", "people", less: true, "同时被困孤岛的居民峰值",
            "the most residents of such grids at one time"),
        count(
            "detours", "trips", less: true, "因道路封闭改道、等候或折返后到达的人员和队伍",
            "people and teams who arrived after a closed road had made them turn, wait or go back"),
        time(
            "detour_mean_min", "其中出发时有路者平均多走的时间",
            "by how much later they arrived, of those who had a way when they set out"),
        count(
            "teams_held_up", "teams", less: true, "期限时仍在路上等路通的队伍",
            "teams that wait on the road for a way at the horizon"),
    ]

    private static let counts = [
        count("task_forces", "teams", less: nil, "组成的党员突击队", "member task forces formed"),
        count("temporary_branches", "branches", less: nil, "成立的临时党支部", "temporary branches formed"),
        count("volunteer_teams", "teams", less: nil, "组成的党员志愿服务队", "member volunteer teams formed"),
        count("turnouts", "turn-outs", less: nil, "到任务或岗位的人次", "turn-outs of people to tasks and posts"),
        count("people_turned_out", "people", less: nil, "到过任务或岗位的人数", "people who were at a task or post"),
        count("handoffs", "hand-offs", less: true, "部门间转办次数", "requests handed from one organ to another"),
        count("unclaimed_needs", "tasks", less: true, "由社区兜底的任务", "tasks nobody took in time, left to the community"),
        share("gate_posts_staffed", less: false, "小区值守岗到位比例", "share of compound gate posts staffed by the horizon"),
        count("calls_made", "calls", less: nil, "拨出的电话", "telephone calls made"),
        count(
            "duplicate_contacts", "contacts", less: true, "重复联系（此前已联系上）",
            "contacts with people who had been reached already"),
        count("overtaken_orders", "orders", less: nil, "被更高等级命令赶上的命令", "orders that came after a higher one"),
        count("no_shows", "people", less: true, "答应了却没来的人", "people who said yes and did not come"),
        count("people_cut_off", "people", less: true, "无路可达集结点的人数", "people no road led to their muster point"),
    ]

    private static let roster = [
        count("roster_names", "names", less: nil, "名册上的人名（含重复）", "names on all rosters, doubles counted"),
        count("roster_people", "people", less: nil, "名册上的人（不重复）", "people on rosters"),
        count("people_called", "people", less: nil, "被呼叫的人", "people called"),
        count("people_reached", "people", less: nil, "联系上的人", "people reached"),
        count("people_accepted", "people", less: nil, "答应前来的人", "people who said yes"),
        count("people_arrived", "people", less: nil, "到达集结点的人", "people who came to their muster point"),
    ]

    private static let callOut = [
        time(
            "reached_half_min", "从首个命令到被呼叫者有一半联系上", "from the first order to half of the people called being reached"),
        time("reached_last_min", "从首个命令到最后一人被联系上", "from the first order to the last person reached by the horizon"),
        time(
            "checked_in_tenth_min", "从首个命令到被呼叫者有十分之一报到",
            "from the first order to a tenth of the people called being checked in"),
        time(
            "checked_in_quarter_min", "从首个命令到被呼叫者有四分之一报到",
            "from the first order to a quarter of the people called being checked in"),
        time(
            "checked_in_mean_min", "从首个命令到报到的平均时间（期限内报到者）",
            "mean time from the first order to check-in, of the people checked in by the horizon"),
        time(
            "desk_wait_mean_min", "到达集结点者排队等报到台的平均时间，未轮到者计至期限",
            "mean wait for a check-in desk of people who came; up to the horizon if their turn never came"),
        count("teams_ready", "teams", less: false, "组成并完成交底的队伍", "teams formed and briefed"),
        count("people_in_teams", "people", less: false, "在已组成队伍中的人", "people in teams formed and briefed"),
        time("ready_first_min", "从首个命令到首支队伍组成", "from the first order to the first team formed and briefed"),
        time(
            "ready_half_min", "从首个命令到已下令等级所设队伍有一半组成",
            "from the first order to half of the teams foreseen for the levels ordered being formed and briefed"),
        time("ready_80_min", "同上，80%", "the same, 80 % of them"),
    ]

    private static let responses = QuantileSketch()

    /// The relative error of a sketch past the values it keeps, as users read it.
    private static let responsesError = "0.05 %"

    /// The measures of calls to stations.
    public static let ofCalls = service.map(\.name)

    /// The measures of roads that close, which have no value where none can.
    public static let ofRoads = roads.map(\.name)

    private static let service = [
        count("calls_arrived", "calls", less: nil, "来电来访数", "calls that came to stations"),
        share(
            "calls_turned_away", less: true, "因全忙且无处等候而未受理的比例",
            "share of calls turned away because every unit was busy and there was no room to wait"),
        share("calls_delayed", less: true, "受理者中须等候的比例", "share of the calls served that had to wait"),
        time("everyday_wait_min", "平均等候时间", "mean wait of the calls served until a unit was free"),
        time(
            "call_response_mean_min", "从来电到人员到场的平均时间", "mean time from a call to a unit's being there"),
        time(
            "call_response_p90_min",
            "同上，90分位（相邻两值之间线性插值）；一次模拟不超过\(responses.exactCount)个来电时精确，更多时误差不超过\(responsesError)",
            "the same, 90th percentile, interpolated between the two values around it; exact up to \(responses.exactCount) calls in a run, beyond that within \(responsesError)"
        ),
        share(
            "calls_within_target", less: false, "目标时间内到场的比例", "share of the calls served reached within the target time"
        ),
        Measure(
            name: "calls_waiting_mean", unit: "calls", kind: .quantity, lessIsBetter: true,
            definition: LocalizedText(zh: "平均等候数", en: "calls waiting, on average over time")),
        Measure(
            name: "units_busy_mean", unit: "units", kind: .quantity, lessIsBetter: nil,
            definition: LocalizedText(zh: "平均忙碌席位数", en: "units busy, on average over time")),
    ]

    private static let stages = Stage.allCases.map { stage in
        time(
            "stage_\(stage.name)_min", "已开工任务与岗位在“\(stage.label.zh)”环节的平均用时",
            "mean minutes that tasks and posts begun spent on \(stage.label.en)")
    }
}
