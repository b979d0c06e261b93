import Experiments
import Mobilization
import Organization
import Places
import Reports
import ScenarioFiles
import Words
import WrittenFiles

/// What a scenario contains, as text: the question, the experiment, the place, the plan's work, and every input.
struct ScenarioExplanation {
    let scenario: Scenario
    let place: Place
    let work: WorkSizes
    let language: Language

    /// How wide it is made.
    let width: Int

    /// The whole text.
    var text: String {
        let sections = [heading, placeSection, organizationSection, workSection, inputSections]
        return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    private func title(_ zh: String, _ en: String) -> String {
        let text = DisplayWidth.wrapped("── \(say(zh, en))", to: width - 3).joined(separator: "\n") + " "
        return text + String(repeating: "─", count: max(2, width - DisplayWidth.of(text)))
    }

    private func count(_ number: Int) -> String { ReadableNumber.count(Double(number)) }

    /// A line with a label and a value.
    private func line(_ label: String, _ value: String) -> [String] {
        let start = "  " + DisplayWidth.padded(label, to: 22) + "  "
        return DisplayWidth.wrapped(value, to: width, first: start, rest: String(repeating: " ", count: 26))
    }

    /// A number with its English noun.
    private func many(_ number: Int, _ noun: String) -> String { counted(number, noun, as: count(number)) }

    /// A line of the work section: a name and how many there are of it.
    private func item(_ name: LocalizedText, _ text: String) -> [String] {
        DisplayWidth.labeled(
            name.text(in: language), to: width < TextWidth.usual ? 24 : 32, text, to: width, indent: "    ")
    }

    private func list(_ items: [(String, Int)]) -> String {
        items.map { "\($0.0) \(count($0.1))" }.joined(separator: say("，", ", "))
    }

    // MARK: Sections

    private var heading: [String] {
        let experiment = scenario.experiment
        let names = scenario.variantNames.map { $0 == experiment.baseline ? $0 + say("（基准）", " (baseline)") : $0 }
        let uncertainty =
            experiment.uncertainty == .full
            ? say(
                "全部：每次重复重新抽取假设，每\(experiment.placeBlock)次重新生成地方",
                "full: every replication draws assumptions anew, every \(counted(experiment.placeBlock, "replication")) a place"
            )
            : say("仅随机波动：地方与数值不变", "luck only: place and figures stay as written")
        var lines = DisplayWidth.wrapped(scenario.title.text(in: language), to: width)
        let question = scenario.question.text(in: language)
        if !question.isEmpty { lines += DisplayWidth.wrapped(question, to: width) }
        lines.append("")
        lines += line(say("方案", "variants"), names.joined(separator: say("，", ", ")))
        lines += line(say("每个方案模拟", "replications of each"), count(experiment.replications))
        lines += line(
            say("模拟到", "simulated until"),
            ReadableNumber.time(Double(experiment.horizon) / 60_000)
                + say("（时:分，自首个信号起）", " (hours:minutes from the first signal)"))
        lines += line(say("判定依据", "verdicts are about"), experiment.decideOn.joined(separator: say("，", ", ")))
        lines += line(say("不确定性", "uncertainty"), uncertainty)
        lines += line(say("随机数种子", "seed"), "\(experiment.seed)")
        return lines
    }

    private var placeSection: [String] {
        let sizes = PlaceSizes(place)
        var lines = [title("地方：\(place.name.zh)", "The place: \(place.name.en)")]
        lines += line(say("居民", "residents"), count(sizes.residents))
        lines += line(
            say("户数", "households"),
            say(
                "\(count(sizes.households))，其中低洼\(count(sizes.lowHouseholds))",
                "\(count(sizes.households)), \(count(sizes.lowHouseholds)) of them on low ground"))
        lines += line(say("低洼处须帮扶的居民", "low, needing help"), count(sizes.lowResidentsNeedingHelp))
        lines += line(say("网格", "grids"), count(sizes.grids))
        lines += line(
            say("设施", "facilities"), list(sizes.facilities.map { ($0.kind.label.text(in: language), $0.count) }))
        lines += line(say("堤防巡查点", "stretches of dike"), count(sizes.dikePoints))
        lines += line(
            say("道路", "roads"),
            say(
                "\(ReadableNumber.count(sizes.roadKilometers))千米，\(count(sizes.crossings))个节点",
                "\(ReadableNumber.count(sizes.roadKilometers)) km, " + many(sizes.crossings, "node")))
        return lines
    }

    private var organizationSection: [String] {
        let sizes = PlaceSizes(place)
        var lines = [title("组织与人员", "Organizations and people")]
        lines += line(
            say("组织", "organizations"), list(sizes.organizations.map { ($0.level.label.text(in: language), $0.count) }))
        lines += line(
            say("名册", "lists"),
            say(
                "\(count(sizes.rosterNames))个名字，实为\(count(sizes.peopleInAll))人",
                many(sizes.rosterNames, "name")
                    + ", which \(sizes.rosterNames == 1 ? "is" : "are") \(counted(sizes.peopleInAll, "person", "people", as: count(sizes.peopleInAll)))"
            ))
        lines += line(say("其中预案会呼叫", "the plan calls"), count(work.peopleOnCallLists))
        for (role, number) in sizes.people { lines += line("  " + role.label.text(in: language), count(number)) }
        let (changing, fixed) = (Run.bytesPerPerson, World.bytesPerPerson)
        lines += line(
            say("每人内存", "memory a person"),
            say(
                "运行中变化\(changing)字节，共\(changing + fixed)字节",
                "\(changing) bytes change in a run, \(changing + fixed) in all"))
        return lines
    }

    private var workSection: [String] {
        var lines = [title("预案的队伍、岗位与任务", "Teams, posts and tasks of the plan")]
        for level in ResponseLevel.ordered {
            let kinds = work.teams.filter { $0.kind.level == level }
            let tasks = work.tasks.filter { $0.level == level }
            if kinds.isEmpty && tasks.isEmpty { continue }
            let posts = kinds.reduce(0) { $0 + $1.posts }
            lines.append(say("  \(level.name)级（岗位\(count(posts))个）", "  Level \(level.name) (\(many(posts, "post")))"))
            for entry in kinds {
                let kind = entry.kind
                let posts = entry.posts > 0 ? say("，岗位\(count(entry.posts))个", ", " + many(entry.posts, "post")) : ""
                lines += item(
                    kind.name,
                    say(
                        "\(count(entry.teams))支\(posts)，每支\(kind.minimum)–\(kind.full)人",
                        many(entry.teams, "team") + "\(posts), \(kind.minimum)–\(kind.full) people each"))
            }
            for task in tasks {
                let unit =
                    task.kind == .warn
                    ? say("共\(count(task.amount))户", many(task.amount, "household"))
                    : say("共\(count(task.amount))人", many(task.amount, "resident"))
                lines += item(
                    task.kind.label,
                    say("\(count(task.tasks))项任务，\(unit)", many(task.tasks, "task") + ", \(unit)"))
            }
        }
        return lines
    }

    private var inputSections: [String] {
        // How often it is run and with which seed is neither measured nor assumed.
        let inputs = scenario.inputs.filter { !$0.path.description.hasPrefix("experiment.") }
        let switches = inputs.filter { $0.role == .choice }
        let sourced = inputs.filter { $0.role == .figure && $0.source != nil }
        let assumed = inputs.filter(\.isAssumption)
        // What can be switched on and off is what plans differ in; it comes before names, dates and places.
        let flags = switches.filter(\.isSwitch)
        let choices = switches.filter { !$0.isSwitch }
        var lines = [title("开关（\(flags.count)）", "Switches (\(flags.count))")]
        for input in flags { lines += entry(input, input.isDefault ? say("默认", "default") : "") }
        lines += ["", title("其他选择（\(choices.count)）", "Other choices (\(choices.count))")]
        for input in choices { lines += entry(input, input.isDefault ? say("默认", "default") : "") }
        lines += ["", title("有来源的数值（\(sourced.count)）", "Figures with a source (\(sourced.count))")]
        for input in sourced {
            lines += entry(input, say("来源：", "source: ") + (input.source?.text(in: language) ?? ""))
        }
        lines += ["", title("假设（\(assumed.count)）", "Assumptions (\(assumed.count))")]
        if scenario.experiment.uncertainty == .full {
            lines += DisplayWidth.wrapped(
                say("有范围的，每次重复在范围内重新抽取。", "Those with a range are drawn anew within it for every replication."),
                to: width)
        }
        for input in assumed {
            let range =
                input.rangeText.map { say("假设，范围 ", "assumption, range ") + $0 }
                ?? say("假设，无范围", "assumption, no range")
            lines += entry(input, range + (input.isDefault ? say("（默认）", " (default)") : ""))
        }
        return lines
    }

    private func entry(_ input: Input, _ note: String) -> [String] {
        let help = input.help.map { $0.text(in: language) } ?? ""
        let first = "  \(input.path) = \(input.valueText)"
        let notes = [help, note].filter { !$0.isEmpty }.joined(separator: say("；", "; "))
        let whole = first + "  — " + notes
        let path = DisplayWidth.wrapped("\(input.path) = \(input.valueText)", to: width, first: "  ", rest: "      ")
        if notes.isEmpty { return path }
        if DisplayWidth.of(whole) <= width { return [whole] }
        return path + DisplayWidth.wrapped(notes, to: width, first: "      ", rest: "      ")
    }
}

extension Input {
    /// Whether it is on or off for the whole plan, not for one kind of team.
    fileprivate var isSwitch: Bool {
        guard case .flag = value.value else { return false }
        return !path.description.hasPrefix("plan.teams.kinds.")
    }
}
