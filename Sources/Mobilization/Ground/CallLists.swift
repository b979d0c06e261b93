import DenseTables
import Organization
import Places

/// Who is called by whom at which level: one list for every organization and level that has anybody to call.
///
/// Made from the rosters and the plan's waves; a person stands on the list of the first wave that names the role.
struct CallLists: Sendable {
    /// One list.
    struct List: Sendable {
        /// The organization that calls.
        let node: OrganizationNodeID
        /// The level that sets it off.
        let level: ResponseLevel
        /// Its entries in `people`.
        let entries: Range<Int>
    }

    /// The lists, by organization, then level.
    let lists: [List]

    /// The people of all lists, one list after the other.
    let people: [PersonID]

    /// The list each entry belongs to.
    let listOfEntry: [CallListID]

    private let firstList: [Int32]
    private let levelOfRole: [ResponseLevel]

    init(ground: Ground, waves: [CallOutPlan.Wave]) {
        var levelOfRole = [ResponseLevel](repeating: .none, count: Role.allCases.count)
        for wave in waves.sorted(by: { $0.level < $1.level }) {
            for role in Role.allCases where wave.roles.has(role) && levelOfRole[Int(role.rawValue)] == .none {
                levelOfRole[Int(role.rawValue)] = wave.level
            }
        }
        var lists: [List] = []
        var people: [PersonID] = []
        var listOfEntry: [CallListID] = []
        var firstList: [Int32] = [0]
        let everybody = ground.place.people
        people.reserveCapacity(ground.place.people.count)
        listOfEntry.reserveCapacity(ground.place.people.count)
        for index in ground.place.organization.nodes.indices {
            let roster = ground.roster(of: OrganizationNodeID(index))
            for level in ResponseLevel.ordered where !roster.isEmpty {
                let start = people.count
                for person in roster where levelOfRole[Int(everybody.role[person].rawValue)] == level {
                    people.append(person)
                }
                if people.count == start { continue }
                for _ in start..<people.count { listOfEntry.append(CallListID(lists.count)) }
                lists.append(List(node: OrganizationNodeID(index), level: level, entries: start..<people.count))
            }
            firstList.append(Int32(lists.count))
        }
        self.lists = lists
        self.people = people
        self.listOfEntry = listOfEntry
        self.firstList = firstList
        self.levelOfRole = levelOfRole
    }

    /// The list a person stands on, who must stand on one.
    func list(of person: PersonID, _ people: People) -> CallListID {
        let level = levelOfRole[Int(people.role[person].rawValue)]
        guard let list = lists(of: people.callingNode[person]).first(where: { lists[$0].level == level }) else {
            preconditionFailure("somebody answers who is on no list")
        }
        return CallListID(list)
    }

    /// The lists of an organization, lowest level first.
    func lists(of node: OrganizationNodeID) -> Range<Int> {
        Int(firstList[node.index])..<Int(firstList[node.index + 1])
    }

    /// How many people the longest list has.
    var longest: Int { lists.reduce(0) { max($0, $1.entries.count) } }
}
