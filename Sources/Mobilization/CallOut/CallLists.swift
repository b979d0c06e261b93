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

    private let firstList: [Int32]

    init(ground: Ground, waves: [CallOutPlan.Wave]) {
        var levelOfRole = [ResponseLevel](repeating: .none, count: Role.allCases.count)
        for wave in waves.sorted(by: { $0.level < $1.level }) {
            for role in Role.allCases where wave.roles.has(role) && levelOfRole[Int(role.rawValue)] == .none {
                levelOfRole[Int(role.rawValue)] = wave.level
            }
        }
        var lists: [List] = []
        var people: [PersonID] = []
        var firstList: [Int32] = [0]
        let everybody = ground.place.people
        people.reserveCapacity(ground.place.people.count)
        for index in ground.place.organization.nodes.indices {
            let roster = ground.roster(of: OrganizationNodeID(index))
            for level in ResponseLevel.ordered where !roster.isEmpty {
                let start = people.count
                for person in roster where levelOfRole[Int(everybody.role[person].rawValue)] == level {
                    people.append(person)
                }
                if people.count == start { continue }
                lists.append(List(node: OrganizationNodeID(index), level: level, entries: start..<people.count))
            }
            firstList.append(Int32(lists.count))
        }
        self.lists = lists
        self.people = people
        self.firstList = firstList
    }

    /// The lists of an organization, lowest level first.
    func lists(of node: OrganizationNodeID) -> Range<Int> {
        Int(firstList[node.index])..<Int(firstList[node.index + 1])
    }

    /// How many people the longest list has.
    var longest: Int { lists.reduce(0) { max($0, $1.entries.count) } }
}
