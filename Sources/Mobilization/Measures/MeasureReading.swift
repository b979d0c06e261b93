import Coverage
import DenseTables
import EventKernel
import Organization
import Places
import Statistics

/// Reads the measures of a finished run off its ledger.
struct MeasureReading: ~Copyable {
    private var values = [Double?](repeating: nil, count: Measures.all.count)

    /// The value of each measure in the order of `Measures.all`.
    static func measures(of run: FinishedRun) -> [Double?] {
        var reading = MeasureReading()
        // Where the hazard warrants no level, nobody is called and there is nothing of the kind to measure.
        if !run.world.incident.signals.isEmpty {
            reading.readMobilization(run)
            reading.readResponse(run)
            reading.readCounts(run)
            reading.readRoster(run)
            reading.readCallOut(run)
        }
        reading.readCoverage(run)
        reading.readService(run)
        return reading.values
    }

    mutating func set(_ name: String, _ value: Double?) {
        guard let index = Measures.index(of: name) else { preconditionFailure("\(name) is not a declared measure") }
        values[index] = value
    }

    static func minutes(_ milliseconds: Int64) -> Double { Double(milliseconds) / 60_000 }

    // MARK: Mobilization

    private mutating func readMobilization(_ run: FinishedRun) {
        let story = run.ledger.levelStory
        let first = ResponseLevel.ordered.map { story.time(of: $0, .ordered) }.filter { $0 >= 0 }.min()
        set("authorize_min", first.map(Self.minutes) ?? .infinity)
        var firstTeam = Int64.max
        for index in run.world.tasks.indices {
            let started = run.ledger.taskStory[TaskID(index)].started
            if started >= 0 { firstTeam = min(firstTeam, started) }
        }
        set("first_team_min", first == nil || firstTeam == .max ? .infinity : Self.minutes(firstTeam - (first ?? 0)))

        let highest = story.highest
        for percent in [50, 80, 95] { set("t\(percent)_min", staffing(percent, highest, run)) }
        let t80 = staffingTime(80, highest, run)
        set("t80_from_signal_min", t80.map { $0 == .max ? .infinity : Self.minutes($0) })
        set("t80_reached", t80.map { $0 == .max ? 0 : 1 })
        for level in ResponseLevel.ordered where run.world.incident.signals.contains(where: { $0.level == level }) {
            for percent in [50, 80] {
                set("t\(percent)_level_\(level.name.lowercased())_min", staffing(percent, level, run))
            }
        }
        let states = PersonState.allCases.count
        let people = run.ledger.samples.people
        let peak = stride(from: Int(PersonState.onPost.rawValue), to: people.count, by: states).map { people[$0] }.max()
        set("on_post_peak", peak.map { Double($0) })
        readUnmetHours(run)
    }

    /// Minutes from the order of a level to a share of its posts; nil if it requires none.
    private func staffing(_ percent: Int, _ level: ResponseLevel, _ run: FinishedRun) -> Double? {
        guard let time = staffingTime(percent, level, run) else { return nil }
        let ordered = run.ledger.levelStory.time(of: level, .ordered)
        if ordered < 0 || time == .max { return .infinity }
        return Self.minutes(max(time - ordered, 0))
    }

    /// When a share of the posts a level requires was staffed, in milliseconds; `Int64.max` if never, nil if it requires none.
    private func staffingTime(_ percent: Int, _ level: ResponseLevel, _ run: FinishedRun) -> Int64? {
        let required = run.world.tasks.reduce(0) { $0 + ($1.kind == .post && $1.level <= level ? 1 : 0) }
        guard required > 0, level != .none else { return nil }
        let needed = (required * percent + 99) / 100
        let times = run.ledger.staffed.times(upTo: level)
        return needed <= times.count ? times[needed - 1] : .max
    }

    /// Person-hours between the first order that requires a post and its being staffed, by the minimum of its crew.
    ///
    /// A higher order may overtake the one of the post's own level; the post is required from the first of them.
    private mutating func readUnmetHours(_ run: FinishedRun) {
        var empty: Int64 = 0
        var posts = 0
        for (index, task) in run.world.tasks.enumerated() where task.kind == .post {
            posts += 1
            guard let ordered = run.ledger.levelStory.firstOrder(from: task.level) else { continue }
            let started = run.ledger.taskStory[TaskID(index)].started
            let end = started < 0 ? run.world.horizon : started
            empty += max(end - ordered, 0) * Int64(run.world.teams[task.postTeam.index].minimum)
        }
        set("unmet_person_hours", posts == 0 ? nil : Double(empty) / 3_600_000)
    }

    // MARK: Response

    private mutating func readResponse(_ run: FinishedRun) {
        var responses: [Double] = []
        var stages = [Int64](repeating: 0, count: Stage.allCases.count)
        var begun = 0
        var appeared = 0
        var within = 0
        let target = run.world.incident.responseTarget
        for (index, task) in run.world.tasks.enumerated() {
            let id = TaskID(index)
            if run.ledger.tasks[id] == .absent { continue }
            let path = CriticalPath(id, run.world, run.ledger)
            if let path {
                begun += 1
                for stage in stages.indices { stages[stage] += path.stages[stage] }
            }
            if task.kind == .post { continue }
            appeared += 1
            // A task not begun by the horizon has waited at least until then.
            let waited = run.world.horizon - run.ledger.taskStory[id].appeared
            responses.append(Self.minutes(path?.response ?? waited))
            if let path, let target, path.response <= target { within += 1 }
        }
        for stage in Stage.allCases where begun > 0 {
            set("stage_\(stage.name)_min", Self.minutes(stages[stage.rawValue]) / Double(begun))
        }
        if appeared > 0 {
            responses.sort()
            set("response_mean_min", responses.reduce(0, +) / Double(appeared))
            set("response_p90_min", Quantiles.quantile(0.9, ofSorted: responses))
            if target != nil {
                set("response_within_target", Double(within) / Double(appeared))
            }
        }
        readDeadlines(run)
        readDepartments(run)
    }

    private mutating func readDeadlines(_ run: FinishedRun) {
        var withDeadline = 0
        var missed = 0
        var late = 0
        var warned = 0
        var first = Int64.max
        var last = Int64.min
        for (index, task) in run.world.tasks.enumerated() where task.kind != .post {
            let story = run.ledger.taskStory[TaskID(index)]
            // A need the hazard never made cannot be missed.
            if run.ledger.tasks[TaskID(index)] == .absent { continue }
            if story.deadline >= 0, story.deadline <= run.world.horizon {
                withDeadline += 1
                if story.isLate { missed += 1 }
                // A door that stayed shut was not warned either.
                if task.kind == .warn { late += task.amount - (story.isLate ? 0 : Int(story.opening)) }
            }
            if task.kind == .warn, story.ended >= 0 {
                warned += Int(story.opening)
                first = min(first, story.started)
                last = max(last, story.ended)
            }
        }
        if withDeadline > 0 {
            set("deadline_missed", Double(missed) / Double(withDeadline))
            set("households_late", Double(late))
        }
        if last > first { set("households_warned_per_hour", Double(warned) / (Self.minutes(last - first) / 60)) }
    }

    private mutating func readDepartments(_ run: FinishedRun) {
        var total: Int64 = 0
        var arrivals = 0
        var handOffs = 0
        var asked = 0
        for index in run.world.tasks.indices where !run.world.departments(of: TaskID(index)).isEmpty {
            asked += 1
            let story = run.ledger.taskStory[TaskID(index)]
            handOffs += Int(story.handOffs)
            guard story.department.arrived >= 0 else { continue }
            arrivals += 1
            total += story.department.arrived - story.opened
        }
        if asked > 0 { set("handoffs", Double(handOffs)) }
        if arrivals > 0 { set("whistle_to_arrival_min", Self.minutes(total) / Double(arrivals)) }
    }

    // MARK: Coverage and counts

    private mutating func readCoverage(_ run: FinishedRun) {
        let ground = run.world.ground
        let residents = ground.place.grids.reduce(0) { $0 + $1.residents }
        guard residents > 0 else { return }
        if let shares = run.ledger.coverage.meanShares(of: residents) {
            set("coverage_10min", shares[0])
            set("coverage_15min", shares[1])
        }
        guard ground.place.facilities.contains(where: { $0.kind == .serviceCenter }) else { return }
        set("circle_10min", ground.circles[0])
        set("circle_15min", ground.circles[1])
    }

    private mutating func readCounts(_ run: FinishedRun) {
        var formed: [TeamPlan.Category: Int] = [:]
        for index in run.world.teams.indices where run.ledger.teamStory[TeamID(index)].ready >= 0 {
            formed[run.world.kind(of: TeamID(index)).category, default: 0] += 1
        }
        set("task_forces", Double(formed[.taskForce] ?? 0))
        set("volunteer_teams", Double(formed[.volunteerTeam] ?? 0))
        set("temporary_branches", Double(run.forming.branches))
        var turnouts = 0
        var out = [Bool](repeating: false, count: run.world.teams.count)
        var unclaimed = 0
        var gates = 0
        var staffedGates = 0
        for (index, task) in run.world.tasks.enumerated() {
            let story = run.ledger.taskStory[TaskID(index)]
            for party in [story.main, story.department] where party.arrived >= 0 {
                turnouts += Int(run.ledger.teamStory[party.team].strength)
                out[party.team.index] = true
            }
            if story.lastResort { unclaimed += 1 }
            if task.kind == .post, run.world.organization[task.node].level == .compound {
                gates += 1
                if story.started >= 0 { staffedGates += 1 }
            }
        }
        set("turnouts", Double(turnouts))
        let people = out.indices.reduce(0) {
            $0 + (out[$1] ? Int(run.ledger.teamStory[TeamID($1)].strength) : 0)
        }
        set("people_turned_out", Double(people))
        set("unclaimed_needs", Double(unclaimed))
        if gates > 0 { set("gate_posts_staffed", Double(staffedGates) / Double(gates)) }
        set("calls_made", Double(run.callOut.calls))
        set("duplicate_contacts", Double(run.callOut.duplicates))
        set("overtaken_orders", Double(run.command.overtaken))
        set("no_shows", Double(run.ledger.people.count(of: .noShow)))
        set("people_cut_off", Double(run.going.waiting.people))
        readRoads(run)
    }

    private mutating func readRoads(_ run: FinishedRun) {
        guard run.world.roadsMayChange else { return }
        set("roads_closed_peak_km", run.ledger.roads.mostClosedKilometers)
        let grids = run.world.ground.place.grids.count
        if grids > 0 {
            var cutOff = 0
            for index in 0..<grids where run.ledger.roads.islands.total[index] > 0 { cutOff += 1 }
            set("grids_cut_off", Double(cutOff))
            set("residents_cut_off_peak", Double(run.ledger.roads.islands.mostResidents))
        }
        set("detours", Double(run.going.disturbed))
        if run.going.delayed > 0 {
            set("detour_mean_min", Self.minutes(run.going.delay) / Double(run.going.delayed))
        }
        set("teams_held_up", Double(run.going.waiting.teams))
    }

    private mutating func readRoster(_ run: FinishedRun) {
        let people = run.world.people
        var names = 0
        var listed = 0
        for index in 0..<people.count where !people.traits[PersonID(index)].contains(.unlisted) {
            listed += 1
            names += Int(people.listings[PersonID(index)])
        }
        set("roster_names", Double(names))
        set("roster_people", Double(listed))
        // The states come in the order of the way, so whoever is in a later one has been through the earlier.
        let steps: [(String, PersonState)] = [
            ("people_called", .called), ("people_reached", .reached), ("people_accepted", .preparing),
            ("people_arrived", .queuing),
        ]
        for (name, state) in steps {
            var count: Int64 = 0
            for other in PersonState.allCases where other.rawValue >= state.rawValue {
                count += run.ledger.people.count(of: other)
            }
            set(name, Double(count))
        }
    }
}
