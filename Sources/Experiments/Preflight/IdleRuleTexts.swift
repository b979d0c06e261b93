import Mobilization
import Organization
import RoadNetwork
import Words
import WrittenFiles

// Why a rule can do nothing, in both languages.
extension Fault.Problem {
    static var beyondHorizon: Self {
        .inconsistent(
            zh: "不早于模拟结束，永远不会发生", en: "this comes at the end of the run or after it, so it never happens",
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
            expected: some.en.isEmpty
                ? LocalizedText(zh: "道路的名称；该地方的道路都没有名称", en: "a road's name; no road of the place has one")
                : LocalizedText(zh: "路名，如 \(some.zh)", en: "a road's name such as \(some.en)"),
            nearest: nearestName(to: text, among: names), isShape: false)
    }

    static func closesNoRoad(_ names: [String]) -> Self {
        let some = examples(names)
        return .inconsistent(
            zh: "该地方没有这样的路，什么也没封", en: "it closes no road of the place",
            expected: some.en.isEmpty
                ? LocalizedText(zh: "触及道路的区域", en: "an area that roads touch")
                : LocalizedText(
                    zh: "触及道路的区域，或路名，如 \(some.zh)", en: "an area that roads touch, or a name such as \(some.en)"))
    }

    private static func examples(_ names: [String]) -> LocalizedText {
        .list(names.lazy.filter { !$0.isEmpty }.prefix(3).map { quoted($0) })
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

    // MARK: Figures nothing asks for

    static func neverSoMany(_ needed: Int, _ most: Int) -> Self {
        .inconsistent(
            zh: "组建它的组织都没有这么多人，这种队伍永远组不成",
            en: "no organization that forms it has so many people of its roles, so no team is ever formed",
            expected: LocalizedText(
                zh: "需\(needed)人，名册上至多\(most)人", en: "at most the \(most) on a roster where \(needed) are needed"))
    }

    static var nobodyCanLead: Self {
        .inconsistent(
            zh: "组建它的组织没有人能带队，这种队伍永远组不成",
            en: "nobody of its roles can lead where it is formed, so no team is ever formed",
            expected: LocalizedText(zh: "带 leader 的人员，或 patience", en: "people with leader, or a patience"))
    }

    static var noSuchPost: Self {
        .inconsistent(
            zh: "该地方没有这样的岗位地点", en: "the place has nowhere to hold such a post",
            expected: LocalizedText(zh: "有堤防巡查点或避护场所的地方", en: "a place with dike points or shelters"))
    }

    static var nothingFallsToTheCommunity: Self {
        .inconsistent(
            zh: "没有写 lastResortAfter，没有任务由兜底队伍承担",
            en: "without lastResortAfter no task ever falls to a crew of last resort",
            expected: LocalizedText(zh: "dispatch.lastResortAfter", en: "dispatch.lastResortAfter"))
    }

    static var noCrewOfLastResort: Self {
        .inconsistent(
            zh: "没有兜底队伍，这一条不起作用", en: "there is no crew of last resort, so this does nothing",
            expected: LocalizedText(zh: "一种 lastResort 为 true 的队伍", en: "a kind of team whose lastResort is true"))
    }

    static var roleIsNeverCalled: Self {
        .inconsistent(
            zh: "没有这一角色的人被呼叫", en: "nobody of this role is ever called",
            expected: LocalizedText(zh: "该地方有人、且有波次呼叫的角色", en: "a role that people of the place have and a wave calls"))
    }

    static var noRoadCloses: Self {
        .inconsistent(
            zh: "没有道路会封闭，这一条不起作用", en: "no road ever closes, so this does nothing",
            expected: LocalizedText(zh: "closures 或 passableDepth", en: "closures or passableDepth"))
    }

    static var nobodyGoesByBoat: Self {
        .inconsistent(
            zh: "想定中没有人乘船，这一条不起作用", en: "nobody in a scenario goes by boat, so this does nothing",
            expected: LocalizedText(zh: "walk、eBike 或 car", en: "walk, eBike or car"))
    }

    static var noDepthIsAsked: Self {
        .inconsistent(
            zh: "没有写 passableDepth，水不封路，高度不起作用",
            en: "without passableDepth water closes no road, so heights do nothing",
            expected: LocalizedText(zh: "incident.passableDepth", en: "incident.passableDepth"))
    }

    static var riverDoesNothing: Self {
        .inconsistent(
            zh: "河水不影响任何住户和道路", en: "the river reaches no home and closes no road",
            expected: LocalizedText(
                zh: "写有 lowestHomes 的低洼住户、passableDepth 或 riverAbove",
                en: "homes on low ground with lowestHomes, passableDepth or riverAbove"))
    }

    static var noRoadSoLow: Self {
        .inconsistent(
            zh: "没有道路会被淹这么深", en: "no road is ever so deep under water",
            expected: LocalizedText(zh: "低处的 heights，或较小的水深", en: "heights of low points, or a smaller depth"))
    }

    static var nobodyLow: Self {
        .inconsistent(
            zh: "该网格没有低洼住户，这一条不起作用", en: "nobody of the grid lives on low ground, so this does nothing",
            expected: LocalizedText(
                zh: "lowHouseholds 或 lowResidentsNeedingHelp", en: "lowHouseholds or lowResidentsNeedingHelp"))
    }

    static var waterNeverComes: Self {
        .inconsistent(
            zh: "没有写 lowestHomes，水永远到不了这些住户", en: "without lowestHomes the water never comes to these homes",
            expected: LocalizedText(zh: "该网格的 lowestHomes", en: "lowestHomes of the grid"))
    }

    static var noCalls: Self {
        .inconsistent(
            zh: "没有来电来访，这一条不起作用", en: "no calls come, so this does nothing",
            expected: LocalizedText(zh: "incident.calls", en: "incident.calls"))
    }

    static func measureNeeds(_ missing: LocalizedText) -> Self {
        .inconsistent(
            zh: "\(missing.zh)，这一指标没有数值，不作判断",
            en: "\(missing.en), so this measure has no value and there is no verdict",
            expected: LocalizedText(zh: "有数值的指标", en: "a measure that has one"))
    }

    static func modeUsesNoneOfThem(_ mode: TravelMode) -> Self {
        .inconsistent(
            zh: "\(mode) 本来就不走所封的路", en: "\(mode) uses none of the roads it closes",
            expected: LocalizedText(zh: "能走这些路的方式", en: "modes that may use them"))
    }

    static func nobodyTravels(by mode: TravelMode) -> Self {
        .inconsistent(
            zh: "没有人以 \(mode) 出行，这一条不起作用", en: "nobody travels by \(mode), so this does nothing",
            expected: LocalizedText(zh: "有人使用的出行方式", en: "a mode that somebody travels by"))
    }

    static func standsStill(_ mode: TravelMode) -> Self {
        .inconsistent(
            zh: "以 \(mode) 出行的人寸步难行，永远到不了", en: "who travels by \(mode) does not move at all and never arrives",
            expected: LocalizedText(zh: "大于0的比例", en: "a share above 0"))
    }

    static func channelIsNotUsed(_ channel: String) -> Self {
        .inconsistent(
            zh: "channels 中没有 \(channel)，这一条不起作用", en: "channels has no \(channel), so this does nothing",
            expected: LocalizedText(zh: "channels 中有 \(channel)", en: "\(channel) among channels"))
    }

    static func sameAsVariant(_ other: String) -> Self {
        .inconsistent(
            zh: "与方案 \(quoted(other)) 毫无不同", en: "this differs in nothing from the variant \(quoted(other))",
            expected: LocalizedText(zh: "至少一处不同", en: "something that is different"))
    }

    static var placeIsNotDrawn: Self {
        .inconsistent(
            zh: "地方不重新抽取，这一条不起作用", en: "the place is not drawn anew, so this does nothing",
            expected: LocalizedText(
                zh: "生成的地方或有范围的假设，且 uncertainty 为 full",
                en: "a generated place or assumptions with a range, and uncertainty \"full\""))
    }

    static func sameAsBaseline(_ baseline: String) -> Self {
        .inconsistent(
            zh: "与基准方案 \(quoted(baseline)) 毫无不同", en: "this differs in nothing from the baseline \(quoted(baseline))",
            expected: LocalizedText(zh: "至少一处不同", en: "something that is different"))
    }
}
