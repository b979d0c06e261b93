import DenseTables
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words

@testable import Mobilization

/// Towns, plans and incidents made up at random, with every kind of team, task, channel and delay in them.
///
/// Levels follow one another without a gap and further apart than any decision takes.
enum RandomTown {
    /// The town with this number, always the same.
    static func make(_ number: UInt64) -> SmallTown {
        var dice = Dice(number)
        var town = SmallTown()
        town.departments(3)
        populate(&town, &dice)
        town.plan.command = command(&dice)
        for level in OrganizationLevel.allCases where dice.happens(0.7) {
            town.plan.conversion[level].from = dice.one(of: ResponseLevel.allCases)
            town.plan.conversion[level].time = delay(&dice, 30)
        }
        town.plan.callOut = callOut(&dice)
        town.plan.muster = muster(&dice)
        town.plan.teams = teams(&dice)
        town.plan.dispatch.area = dice.one(of: DispatchPlan.Area.allCases)
        town.plan.dispatch.lastResortAfter = dice.happens(0.7) ? at(Int64(dice.number(5...90))) : nil
        town.plan.fieldWork = fieldWork(&dice)
        town.incident = incident(&dice)
        town.horizon = at(16 * 60)
        return town
    }

    /// The same town with roads across and bends in them, which close and reopen while people are on them.
    static func makeWithClosures(_ number: UInt64) -> SmallTown {
        var town = make(number)
        var dice = Dice(number &+ 7_000)
        let count = town.place.points.count
        for _ in 0..<12 {
            let ends = [dice.number(0...(count - 1)), dice.number(0...(count - 1))].map { RoadNodeID($0) }
            let bend = RoadNodeID(town.isolatedPoint().index)
            for end in ends {
                let road = RoadArc(
                    from: end, to: bend, length: Double(dice.number(50...1500)), roadClass: .street,
                    isBridge: dice.happens(0.2))
                town.place.roads += [road, road.reversed]
            }
        }
        town.plan.roads.whenClosed = dice.one(of: RoadsPlan.WhenClosed.allCases)
        town.plan.roads.lookEvery = at(Int64(dice.number(5...40)))
        for _ in 0..<40 {
            let road = dice.one(of: town.place.roads)
            let from = at(Int64(dice.number(0...400)))
            let modes: [TravelModeSet] = [.land, [.init(.car)], [.init(.walk), .init(.eBike)]]
            town.incident.closures.append(
                RoadClosure(
                    name: LocalizedText("closed"), extent: .along([road.from, road.to]),
                    cause: .between(from, dice.happens(0.2) ? nil : from + at(Int64(dice.number(1...300)))),
                    modes: dice.one(of: modes)))
        }
        town.plan.roads.closures = [
            RoadClosure(
                name: LocalizedText("bridges"), extent: .allBridges, cause: .riverAbove(Double(dice.number(1...5))))
        ]
        for node in town.place.points.indices { town.place.points[node].elevation = Double(dice.number(0...8)) }
        if dice.happens(0.5) { town.incident.passableDepth = [0.5, 0.2, 0.3, nil] }
        return town
    }

    /// The same town, roads and people, to which two incidents come, the second some time after the first: with its own levels, tasks, river and
    /// closed roads.
    ///
    /// Orders are often missed, so that higher ones overtake them.
    static func makeWithTwoIncidents(_ number: UInt64) -> SmallTown {
        var town = makeWithClosures(number)
        var other = makeWithClosures(number &+ 1_000).incident
        var dice = Dice(number &+ 9_000)
        let delay = at(Int64(dice.number(1...300)))
        other.signals = other.signals.map { Signal(level: $0.level, at: $0.at + delay) }
        other.river = other.river.map { RiverPoint(at: $0.at + delay, height: $0.height) }
        let departments = town.place.departments.count
        other.warn.departments.removeAll { $0 >= departments }
        other.transfer.departments.removeAll { $0 >= departments }
        // Roads of the other town are not there.
        other.closures = town.incident.closures.filter { _ in dice.happens(0.2) }
        other.calls = []
        town.laterIncidents = [other]
        // Many an order waits for a deputy, and a higher one comes first.
        town.plan.command.missedOrder = 0.4
        town.plan.command.deputy = .uniform(low: 0, high: Double(at(200)))
        return town
    }

    /// A delay of up to so many minutes, of whatever shape.
    private static func delay(_ dice: inout Dice, _ minutes: Double) -> Distribution {
        let longest = minutes * 60_000
        switch dice.number(0...2) {
        case 0: return .uniform(low: longest / 50, high: longest)
        case 1: return .triangular(low: longest / 50, mode: longest * dice.share(), high: longest)
        default:
            return .empirical([
                .init(cumulative: 0, value: longest / 50), .init(cumulative: 0.5, value: longest / 3),
                .init(cumulative: 1, value: longest),
            ])
        }
    }

    // MARK: The place

    private static func populate(_ town: inout SmallTown, _ dice: inout Dice) {
        var points = (0..<8).map { _ in town.point(Double(dice.number(50...4000))) }
        points.append(SmallTown.center)
        func people(
            _ town: inout SmallTown, _ node: OrganizationNodeID, _ dice: inout Dice, _ count: Int,
            _ roles: [Role] = Role.allCases
        ) {
            for _ in 0..<count {
                var traits: PersonTraits = []
                let chances: [(PersonTraits, Double)] = [
                    (.leader, 0.3), (.fullMember, 0.6), (.staleEntry, 0.1), (.unlisted, 0.03), (.onDuty, 0.1),
                ]
                for (trait, chance) in chances where dice.happens(chance) { traits.insert(trait) }
                town.person(
                    node, as: dice.one(of: roles), home: dice.one(of: points), work: dice.one(of: points),
                    traits: traits, department: UInt8(dice.number(0...2)),
                    mode: dice.one(of: [.walk, .eBike, .car]), propensity: Float(dice.share() * 2))
            }
        }
        // The first is somebody who is certainly called.
        town.person(as: .districtCadre, traits: .leader)
        people(&town, SmallTown.district, &dice, 8)
        for _ in 0..<dice.number(1...3) {
            let street = town.node(.street, at: dice.one(of: points))
            people(&town, street, &dice, dice.number(4...12), [.streetCadre, .departmentOfficer])
            facility(.serviceCenter, at: dice.one(of: points), street, &town)
            facility(.shelter, at: dice.one(of: points), street, &town)
            for _ in 0..<dice.number(1...2) {
                let community = town.node(.community, under: street, at: dice.one(of: points))
                people(&town, community, &dice, dice.number(10...25))
                for _ in 0..<dice.number(0...3) {
                    let grid = town.grid(
                        under: community, at: dice.one(of: points), lowHouseholds: dice.number(0...12),
                        lowResidentsNeedingHelp: dice.number(0...3),
                        lowestHomes: dice.happens(0.6) ? Double(dice.number(0...60)) / 10 : .infinity,
                        residents: dice.number(0...900))
                    people(&town, grid, &dice, dice.number(0...4))
                }
                for _ in 0..<dice.number(0...2) {
                    people(&town, town.node(.compound, under: community, at: dice.one(of: points)), &dice, 4)
                }
                for _ in 0..<dice.number(0...2) {
                    town.place.dikePoints.append(
                        DikePoint(name: LocalizedText("dike"), location: dice.one(of: points), node: community))
                }
            }
        }
        for _ in 0..<dice.number(0...2) { people(&town, town.node(.unit, at: dice.one(of: points)), &dice, 6) }
    }

    private static func facility(
        _ kind: Facility.Kind, at location: LocationID, _ node: OrganizationNodeID, _ town: inout SmallTown
    ) {
        town.place.facilities.append(
            Facility(kind: kind, name: LocalizedText("\(kind)"), location: location, node: node))
    }

    // MARK: The plan

    private static func command(_ dice: inout Dice) -> CommandPlan {
        func hop(_ dice: inout Dice) -> CommandPlan.Hop {
            var hop = CommandPlan.Hop()
            hop.relay = delay(&dice, 8)
            hop.decide = delay(&dice, 10)
            return hop
        }
        var plan = CommandPlan()
        plan.detect = delay(&dice, 10)
        plan.verify = delay(&dice, 10)
        plan.consult = delay(&dice, 40)
        plan.raise = delay(&dice, 20)
        plan.order = delay(&dice, 5)
        (plan.street, plan.community, plan.grid) = (hop(&dice), hop(&dice), hop(&dice))
        (plan.compound, plan.unit) = (hop(&dice), hop(&dice))
        plan.missedOrder = dice.happens(0.5) ? 0.1 : 0
        plan.deputy = delay(&dice, 20)
        plan.skipLevel = dice.happens(0.3)
        plan.unifiedCommand = dice.happens(0.3)
        plan.standIns = dice.happens(0.5) ? [dice.number(0...2)] : []
        plan.preAuthorized = dice.happens(0.3)
        plan.handOff = delay(&dice, 60)
        plan.handOffPreAuthorized = delay(&dice, 20)
        return plan
    }

    private static func callOut(_ dice: inout Dice) -> CallOutPlan {
        var plan = CallOutPlan()
        plan.channels = dice.one(of: [[.phoneTree], [.groupMessage], [.phoneTree, .groupMessage]])
        plan.span = dice.number(1...5)
        plan.retries = dice.number(0...2)
        plan.waves = [
            .init(level: .iv, roles: [.init(.districtCadre), .init(.streetCadre), .init(.communityWorker)]),
            .init(level: .iii, roles: [.init(.gridWorker), .init(.departmentOfficer), .init(.medicalStaff)]),
            .init(level: .ii, roles: [.init(.registeredMember), .init(.propertyStaff)]),
            .init(level: .i, roles: .init(.volunteer)),
        ]
        plan.call = delay(&dice, 2)
        plan.callAnswered = .init(day: 0.5 + dice.share() / 2, night: 0.5)
        plan.messageRead = .init(day: 0.5 + dice.share() / 2, night: 0.3)
        plan.messageDelay = delay(&dice, 20)
        plan.messageReadLate = dice.share()
        plan.messageLateDelay = delay(&dice, 300)
        plan.decide = delay(&dice, 5)
        plan.comesLater = dice.share()
        plan.laterDelay = delay(&dice, 200)
        for role in plan.answers.indices {
            plan.answers[role].available = WeekBand.allCases.map { _ in 0.5 + dice.share() / 2 }
            plan.answers[role].willing = 0.6 + 0.4 * dice.share()
        }
        plan.channelCorrelation = dice.happens(0.5) ? 0.1 : 0
        plan.listCorrelation = dice.happens(0.5) ? 0.1 : 0
        plan.willingnessCorrelation = dice.happens(0.5) ? 0.1 : 0
        return plan
    }

    private static func muster(_ dice: inout Dice) -> MusterPlan {
        var plan = MusterPlan()
        plan.prepareDay = delay(&dice, 20)
        plan.prepareNight = delay(&dice, 30)
        plan.checkIn = delay(&dice, 6)
        plan.desks = OrganizationLevel.allCases.map { _ in dice.number(0...2) }
        plan.speedSpread = dice.happens(0.5) ? 0.2 : 0
        plan.noShow = dice.happens(0.5) ? 0.1 : 0
        return plan
    }

    private static func teams(_ dice: inout Dice) -> TeamPlan {
        var plan = TeamPlan()
        func add(
            _ code: String, _ level: OrganizationLevel, _ from: RoleSet, _ number: TeamPlan.Number,
            _ duty: TeamPlan.Duty, _ category: TeamPlan.Category, departments: [Int] = []
        ) {
            var kind = TeamPlan.Kind(code: code, name: LocalizedText(code))
            kind.minimum = dice.number(1...3)
            kind.full = kind.minimum + dice.number(0...2)
            kind.needsLeader = dice.happens(0.3)
            kind.level = dice.one(of: ResponseLevel.ordered)
            (kind.formedAt, kind.from, kind.number, kind.duty) = (level, from, number, duty)
            (kind.category, kind.departments) = (category, departments)
            plan.kinds.append(kind)
        }
        let workers: RoleSet = [.init(.communityWorker), .init(.gridWorker)]
        let helpers: RoleSet = [.init(.registeredMember), .init(.volunteer), .init(.propertyStaff)]
        let (doors, both) = (TaskKindSet([.warn]), TaskKindSet([.warn, .transfer]))
        add("headquarters", .district, .init(Role.allCases), .each(1), .post(.seat), .crew)
        add("streetPost", .street, .init(Role.allCases), .each(1), .post(.seat), .crew)
        add("duty", .community, workers, .each(1), .post(.seat), .crew)
        add("crew", .community, workers, .each(1), .lastResort, .crew)
        add("lead", .grid, .init(Role.allCases), .each(1), .post(.seat), .crew)
        add("gate", .compound, helpers, .each(1), .post(.seat), .crew, departments: dice.happens(0.5) ? [2] : [])
        add("department", .street, .init(.departmentOfficer), .each(1), .joins, .departmentTeam)
        add("dike", .community, helpers, .perSite, .post(.dikePoint), .volunteerTeam, departments: [1, 0])
        add("shelter", .street, .init(Role.allCases), .perSite, .post(.shelter), .crew)
        add("hospital", .unit, .init(Role.allCases), .perSite, .post(.shelter), .crew)
        add("force", .community, helpers, .perListed(6), .tasks(both), .taskForce)
        add("volunteers", .community, helpers, .perLowHouseholds(8), .tasks(doors), .volunteerTeam)
        plan.form = delay(&dice, 10)
        plan.brief = delay(&dice, 10)
        plan.patience = dice.happens(0.5) ? at(Int64(dice.number(20...120))) : nil
        plan.underStrength = dice.share()
        plan.branchApproval = delay(&dice, 60)
        plan.branchHandOffFactor = dice.share()
        return plan
    }

    private static func fieldWork(_ dice: inout Dice) -> FieldWorkPlan {
        var plan = FieldWorkPlan()
        plan.door = delay(&dice, 3)
        plan.opened = dice.share()
        plan.talk = delay(&dice, 5)
        plan.refuses = dice.share()
        plan.persuade = delay(&dice, 15)
        plan.leave = delay(&dice, 15)
        plan.transfer = delay(&dice, 40)
        plan.helpers = dice.number(1...3)
        plan.openPost = delay(&dice, 40)
        return plan
    }

    // MARK: The incident

    private static func incident(_ dice: inout Dice) -> Incident {
        var incident = Incident()
        incident.weekStart = at(Int64(dice.number(0...7 * 24 * 60)))
        incident.signals = ResponseLevel.ordered.prefix(dice.number(1...4)).enumerated().map {
            Signal(level: $1, at: at(Int64($0) * 150))
        }
        incident.river = [
            .init(at: 0, height: dice.share()), .init(at: at(400), height: 3 + dice.share()),
            .init(at: at(800), height: 5), .init(at: at(1200), height: 2),
        ]
        incident.riverSpread = .lognormal(median: 1, sigma: 0.1)
        incident.weather = TravelMode.allCases.map { _ in 0.5 + dice.share() / 2 }
        incident.responseTarget = dice.happens(0.8) ? at(Int64(dice.number(20...300))) : nil
        incident.warn.level = dice.one(of: ResponseLevel.allCases)
        incident.warn.batch = dice.number(1...10)
        incident.warn.departments = dice.happens(0.3) ? [2] : []
        incident.transfer.level = dice.one(of: ResponseLevel.allCases)
        incident.transfer.departments = dice.happens(0.7) ? [0, 1] : []
        incident.transfer.priority = dice.number(1...2)
        return incident
    }
}
