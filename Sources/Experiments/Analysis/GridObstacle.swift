import DenseTables
import Mobilization
import Words

/// Why the decisive need of a grid was still not begun at the end.
public enum GridObstacle: Int, Sendable, CaseIterable {
    /// Nobody was told to see to them.
    case notOrdered
    /// Departments that must agree had not.
    case notAgreed
    /// There was no team left to send.
    case noTeam
    /// The team named had not come.
    case notArrived
    /// The department's team had not come.
    case noDepartment

    /// What users read.
    public var label: LocalizedText {
        switch self {
        case .notOrdered: LocalizedText(zh: "命令没有传到", en: "no order until the end")
        case .notAgreed: LocalizedText(zh: "部门没有同意", en: "departments that did not agree")
        case .noTeam: LocalizedText(zh: "没有队伍可派", en: "no team left to send")
        case .notArrived: LocalizedText(zh: "队伍没有赶到", en: "a team that did not arrive")
        case .noDepartment: LocalizedText(zh: "部门队伍没有到场", en: "a department's team that did not arrive")
        }
    }

    /// What the decisive need of grid number `grid` was still waiting for in a run; nil if it was begun, or there was none.
    public static func main(ofGrid grid: Int, in run: RunRecord) -> GridObstacle? {
        guard let need = run.detail?.decisiveNeed(ofGrid: grid), need.story.started < 0 else { return nil }
        return of(need)
    }

    private static func of(_ task: RunDetail.Task) -> GridObstacle {
        let story = task.story
        if story.opened < 0 { return .notOrdered }
        if task.record.departments >= 0, story.agreed < 0 { return .notAgreed }
        if !task.main.team.exists { return .noTeam }
        return task.main.arrived < 0 ? .notArrived : .noDepartment
    }
}
