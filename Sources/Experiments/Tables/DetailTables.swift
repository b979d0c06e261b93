import DenseTables
import Mobilization
import Organization
import Places
import Results
import Words

/// The tables that tell one replication, number 0, in full: organizations, teams and tasks.
///
/// A mean over replications would have no story; this one can be followed from the order to the last door.
extension ExperimentRecord {
    /// `units.csv`: every organization of every variant.
    public func unitsTable(variants: [String]) -> Table {
        var table = Table(.units(Self.unitColumns))
        for (name, world, detail) in details(variants) {
            let place = world.ground.place
            for unit in detail.units {
                let node = place.organization[unit.node]
                let parent = node.parent.exists ? Cell.string(place.organization[node.parent].path) : .missing
                let seat = place.coordinate(of: node.seat)
                table.append(
                    [
                        .string(name), .string(node.path), parent, .string("\(node.level)"), .string(node.name.zh),
                        .string(node.name.en), .number(seat.longitude), .number(seat.latitude), Cell(unit.roster),
                        Cell(unit.reached), Cell(unit.checkedIn),
                    ] + unit.acted.map { Cell($0) } + [Cell(unit.converted), .string(unit.state.name)])
            }
        }
        return table
    }

    /// `teams.csv`: every team of every variant.
    public func teamsTable(variants: [String]) -> Table {
        var table = Table(.teams(Self.teamColumns))
        for (name, world, detail) in details(variants) {
            let names = DetailNames(world)
            let place = world.ground.place
            for (index, team) in detail.teams.enumerated() {
                let kind = world.kind(of: TeamID(index))
                let department =
                    place.departments.indices.contains(team.record.department)
                    ? Cell.string(place.departments[team.record.department].code) : .missing
                table.append([
                    .string(name), .string(names.teams[index]), names.path(team.record.node), .string(kind.code),
                    .string(kind.name.zh), .string(kind.name.en), .string(kind.level.name), department,
                    Cell(kind.minimum), Cell(kind.full), Cell(team.strength), Cell(team.opened), Cell(team.enough),
                    Cell(team.ready), Cell(team.finished), .string(team.state.name),
                ])
            }
        }
        return table
    }

    /// `tasks.csv`: every task and post of every variant.
    public func tasksTable(variants: [String]) -> Table {
        var table = Table(.tasks(Self.taskColumns))
        for (name, world, detail) in details(variants) {
            let names = DetailNames(world)
            let grids = world.ground.place.grids
            for (index, task) in detail.tasks.enumerated() {
                let record = task.record
                let story = task.story
                let times: [Int64] = [
                    story.appeared, story.opened, story.agreed, task.main.assigned, task.main.arrived,
                    task.department.arrived, story.started, story.ended, story.deadline,
                ]
                let stages = task.stages.map { $0.map(seconds) } ?? ResponseStage.allCases.map { _ in .missing }
                table.append(
                    [
                        .string(name), .string(names.tasks[index]), .string(record.kind.name), names.path(record.node),
                        record.grid.exists ? names.path(grids[record.grid.index].node) : .missing,
                        .string(record.level.name), Cell(record.amount), Cell(record.priority),
                        names.team(task.main.team), names.team(task.department.team),
                    ] + times.map(seconds) + [
                        .boolean(story.isLate), .boolean(story.lastResort), Cell(Int(story.handOffs)),
                        .string(task.state.name),
                    ] + stages)
            }
        }
        return table
    }

    /// The variants whose replication 0 was kept in full, with their worlds.
    func details(_ variants: [String]) -> [(name: String, world: World, detail: RunDetail)] {
        variants.indices.compactMap { variant in
            guard let detail = self.variants[variant].first?.detail else { return nil }
            return (variants[variant], firstWorlds[variant], detail)
        }
    }

    // MARK: Columns

    private static let unitColumns =
        [
            .variant, path("path", "组织路径", "path in the organization"),
            path("parent", "上级路径", "path of the organization above"),
            text("level", "层级", "level"), text("name_zh", "中文名", "name in Chinese"),
            text("name_en", "英文名", "name in English"), degrees("longitude", "驻地经度", "longitude of its seat"),
            degrees("latitude", "驻地纬度", "latitude of its seat"), count("roster", "名册人数", "people on its lists"),
            count("reached", "联系上的人数", "of them reached"), count("checked_in", "报到人数", "of them checked in"),
        ]
        + ResponseLevel.ordered.map { level in
            time(
                "acted_\(level.name.lowercased())_s", "执行\(level.name)级命令的时间",
                "when it acted on the order of level \(level.name)")
        } + [time("converted_s", "完成平急转换的时间", "when it had converted"), text("state", "结束时状态", "state at the end")]

    private static let teamColumns: [ColumnDeclaration] = [
        .variant, path("team", "队伍", "name of the team"), path("organization", "组建单位路径", "organization that forms it"),
        text("kind", "种类", "kind"), text("name_zh", "中文名", "name in Chinese"),
        text("name_en", "英文名", "name in English"),
        text("level", "组建的响应等级", "response level that opens it"), text("department", "部门", "department"),
        count("minimum", "最少人数", "people needed to start"), count("full", "满员人数", "people wanted"),
        count("strength", "实有人数", "people it has"), time("opened_s", "开始集结的时间", "when it began to gather people"),
        time("enough_s", "人数足够的时间", "when enough people had come"), time("ready_s", "可出动的时间", "when it was ready"),
        count("finished", "完成任务数", "tasks finished"), text("state", "结束时状态", "state at the end"),
    ]

    private static let taskColumns =
        [
            .variant, path("task", "任务", "name of the task or post"), text("kind", "种类", "kind"),
            path("organization", "所属组织路径", "organization it belongs to"), path("grid", "所在网格路径", "grid it lies in"),
            text("level", "响应等级", "response level that opens it"),
            count("amount", "户数或人数", "households to warn or residents to move; 1 for a post"),
            count("priority", "优先级，小者先", "smaller goes first"), path("team", "主责队伍", "team that does the work"),
            path("department_team", "部门队伍", "team of a department, where one is needed"),
            time("appeared_s", "出现的时间", "when it appeared"), time("ordered_s", "下令的时间", "when it was ordered"),
            time("agreed_s", "部门同意的时间", "when the departments had agreed"),
            time("assigned_s", "指派队伍的时间", "when the team was named"),
            time("arrived_s", "队伍到场的时间", "when the team was there"),
            time("department_arrived_s", "部门到场的时间", "when the department's team was there"),
            time("started_s", "开工的时间", "when the work began"), time("ended_s", "完工的时间", "when the work ended"),
            time("deadline_s", "水到的时间", "when the water comes"),
            ColumnDeclaration("late", .boolean, zh: "水到时未完成", en: "not done when the water came"),
            ColumnDeclaration("last_resort", .boolean, zh: "由社区兜底", en: "fell to the community"),
            count("hand_offs", "转办次数", "requests handed from one organ to another"),
            text("state", "结束时状态", "state at the end"),
        ] + stageColumns

    /// One column for each stage of a response.
    static let stageColumns = ResponseStage.allCases.map { stage in
        ColumnDeclaration(
            "stage_\(stage.name)_s", .number, unit: "s", zh: "“\(stage.label.zh)”用时",
            en: "time spent on \(stage.label.en)")
    }

    static func text(_ name: String, _ zh: String, _ en: String) -> ColumnDeclaration {
        ColumnDeclaration(name, .string, zh: zh, en: en)
    }

    static func path(_ name: String, _ zh: String, _ en: String) -> ColumnDeclaration { text(name, zh, en) }

    static func count(_ name: String, _ zh: String, _ en: String) -> ColumnDeclaration {
        ColumnDeclaration(name, .integer, zh: zh, en: en)
    }

    static func time(_ name: String, _ zh: String, _ en: String) -> ColumnDeclaration {
        ColumnDeclaration(name, .number, unit: "s", zh: zh, en: en)
    }

    static func degrees(_ name: String, _ zh: String, _ en: String) -> ColumnDeclaration {
        ColumnDeclaration(name, .number, unit: "deg", zh: zh, en: en)
    }
}

extension ColumnDeclaration {
    /// The variant, first in every table.
    static let variant = ColumnDeclaration(
        "variant", .string, isRequired: true, zh: "方案", en: "variant of the scenario")
}
