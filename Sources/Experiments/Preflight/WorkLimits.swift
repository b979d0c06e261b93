import DenseTables
import Mobilization
import Organization
import Places
import Words
import WrittenFiles

/// How many teams and tasks a plan and an incident may make of a place; so that nothing a file says can fill the memory.
enum WorkLimits {
    /// As many as coverage counts above one grid, in 16 bits.
    static let teams = 65_535

    /// Each takes some hundreds of bytes in every run.
    static let tasks = 1_000_000

    /// What there is too much of, and where it is written: at most so many, counted without laying them out.
    ///
    /// - Complexity: O(kinds · organizations + grids).
    static func problems(
        _ plan: Plan, _ incident: Incident, _ place: Place, listed: [Int]
    ) -> [(path: DocumentPath, problem: Fault.Problem)] {
        var problems: [(path: DocumentPath, problem: Fault.Problem)] = []
        let kinds = DocumentPath.root.key("plan").key("teams").key("kinds")
        var sum = 0.0
        for kind in plan.teams.kinds {
            sum += most(of: kind, place, listed)
            guard sum > Double(teams) else { continue }
            problems.append((kinds.key(kind.code), .tooMany(zh: "队伍", en: "teams", teams)))
            break
        }
        let path = DocumentPath.root.key("incident").key("tasks")
        let demands: [(String, TaskDemand, KeyPath<Grid, Int>)] = [
            ("warn", incident.warn, \.lowHouseholds), ("transfer", incident.transfer, \.lowResidentsNeedingHelp),
        ]
        for (name, demand, amount) in demands where demand.level != .none {
            let count = place.grids.reduce(0) { $0 + ($1[keyPath: amount] + demand.batch - 1) / demand.batch }
            if count > tasks { problems.append((path.key(name), .tooMany(zh: "任务", en: "tasks", tasks))) }
        }
        return problems
    }

    /// The most teams of a kind.
    private static func most(of kind: TeamPlan.Kind, _ place: Place, _ listed: [Int]) -> Double {
        let nodes = Double(place.organization.nodes(at: kind.formedAt).count)
        let each = kind.duty == .joins ? Double(place.departments.count) : 1
        func teams(for amount: Int, each: Int) -> Double { Double(amount) / Double(each) + nodes }
        switch kind.number {
        case .each(let number): return Double(number) * nodes * each
        case .perSite: return Double(place.dikePoints.count + place.facilities.count) + nodes
        case .perListed(let people):
            let all = Role.allCases.reduce(0) { $0 + (kind.from.has($1) ? listed[Int($1.rawValue)] : 0) }
            return teams(for: all, each: people) * each
        case .perLowHouseholds(let households):
            return teams(for: place.grids.reduce(0) { $0 + $1.lowHouseholds }, each: households) * each
        case .perLowResidentsNeedingHelp(let residents):
            return teams(for: place.grids.reduce(0) { $0 + $1.lowResidentsNeedingHelp }, each: residents) * each
        }
    }
}

extension Fault.Problem {
    fileprivate static func tooMany(zh: String, en: String, _ most: Int) -> Self {
        Self(
            .tooLarge, LocalizedText(zh: "\(zh)太多", en: "there are too many \(en)"),
            expected: LocalizedText(zh: "合计至多 \(most)", en: "at most \(most) in all"))
    }
}
