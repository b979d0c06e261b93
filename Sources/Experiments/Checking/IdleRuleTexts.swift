import Mobilization
import Organization
import ScenarioFiles

// Why a rule can do nothing, in both languages.
extension Fault.Problem {
    static var beyondHorizon: Self {
        .inconsistent(
            zh: "晚于模拟结束，永远不会发生", en: "this comes after the end of the run, so it never happens",
            expected: LocalizedText(zh: "早于 experiment.horizon 的时间", en: "a time before experiment.horizon"))
    }

    static var noRiver: Self {
        .inconsistent(
            zh: "事件中没有河水过程，这一条不起作用", en: "the incident has no river, so this does nothing",
            expected: LocalizedText(zh: "incident.river 中的河水过程", en: "a course of the river in incident.river"))
    }

    static func riverNeverSoHigh(_ highest: Double) -> Self {
        let most = LocalizedText("\((highest * 100).rounded(.down) / 100) m")
        return .inconsistent(
            zh: "河水从不这么高", en: "the river never stands so high",
            expected: LocalizedText(
                zh: "至多 \(most.zh)，即可能抽到的最高洪峰", en: "at most \(most.en), the highest crest that can be drawn"))
    }

    static var noRoadBetween: Self {
        .inconsistent(
            zh: "前一地点与此地点之间没有直接的道路", en: "no road leads straight from the point before to this one",
            expected: LocalizedText(zh: "与前一地点有道路相连的地点", en: "a point joined to the one before by a road"))
    }

    static func noRoadIsCalled(_ text: String, _ names: [String]) -> Self {
        let some = examples(names)
        return Self(
            .unknownName, LocalizedText(zh: "没有道路的名称包含 \(quoted(text))", en: "no road's name contains \(quoted(text))"),
            expected: some.isEmpty
                ? LocalizedText(zh: "道路的名称；该地方的道路都没有名称", en: "a road's name; no road of the place has one")
                : LocalizedText(zh: "路名，如 \(some)", en: "a road's name such as \(some)"),
            nearest: nearestName(to: text, among: names), isShape: false)
    }

    static func closesNoRoad(_ names: [String]) -> Self {
        let some = examples(names)
        return .inconsistent(
            zh: "该地方没有这样的路，什么也没封", en: "it closes no road of the place",
            expected: some.isEmpty
                ? LocalizedText(zh: "触及道路的区域", en: "an area that roads touch")
                : LocalizedText(zh: "触及道路的区域，或路名，如 \(some)", en: "an area that roads touch, or a name such as \(some)"))
    }

    private static func examples(_ names: [String]) -> String {
        names.filter { !$0.isEmpty }.prefix(3).map { quoted($0) }.joined(separator: ", ")
    }

    static var closedToNobodyThere: Self {
        .inconsistent(
            zh: "这些方式本来就不走所封的路", en: "nobody goes that way on the roads it closes",
            expected: LocalizedText(zh: "能走这些路的方式", en: "modes that may use them"))
    }

    static func levelNeverWarranted(_ highest: ResponseLevel) -> Self {
        .inconsistent(
            zh: "事件达不到这一等级", en: "the incident never reaches this level",
            expected: highest == .none
                ? LocalizedText(zh: "incident.levels 中的等级", en: "a level in incident.levels")
                : LocalizedText(zh: "至多 \(highest.name)", en: "at most \(highest.name)"))
    }

    static var nobodyOnLowGround: Self {
        .inconsistent(
            zh: "该地方没有这样的低洼户或居民，不产生任务", en: "nobody of that kind lives on low ground, so there is no such task",
            expected: LocalizedText(
                zh: "网格中写有 lowHouseholds 或 lowResidentsNeedingHelp 的地方",
                en: "a place whose grids have lowHouseholds or lowResidentsNeedingHelp"))
    }

    static var noTeamIsFormed: Self {
        .inconsistent(
            zh: "预案没有任何队伍，叫来的人无事可做", en: "the plan forms no team, so those who come have nothing to do",
            expected: LocalizedText(zh: "kinds 中至少一种队伍", en: "at least one kind of team in kinds"))
    }

    static var noOrganizationForms: Self {
        .inconsistent(
            zh: "该地方没有这一级组织，这种队伍无从组建", en: "the place has no organization of this level to form the team",
            expected: LocalizedText(zh: "该地方有的组织层级", en: "a level of which the place has organizations"))
    }

    static var nobodyToDrawOn: Self {
        .inconsistent(
            zh: "该地方没有这些角色的人，这种队伍永远组不成", en: "nobody in the place has any of these roles, so no team is ever formed",
            expected: LocalizedText(zh: "该地方有人的角色", en: "a role that people of the place have"))
    }

    static var nobodyIsCalled: Self {
        .inconsistent(
            zh: "没有任何人在呼叫名单上", en: "nobody is on any call list",
            expected: LocalizedText(
                zh: "至少一个波次，其角色在该地方有人", en: "at least one wave of a role that people of the place have"))
    }

    static func waveCallsNobody(_ level: ResponseLevel) -> Self {
        .inconsistent(
            zh: "\(level.name)级的这一波叫不到任何人", en: "this wave of level \(level.name) calls nobody",
            expected: LocalizedText(
                zh: "该地方有人、且更低等级尚未呼叫的角色", en: "a role that people of the place have and no lower level has called"))
    }

    static func calledBefore(_ role: Role) -> Self {
        .inconsistent(
            zh: "\(quoted(role.name)) 在更早的一波已经呼叫", en: "\(quoted(role.name)) has been called by an earlier wave",
            expected: LocalizedText(zh: "每个角色只在一波", en: "each role in one wave"))
    }
}
