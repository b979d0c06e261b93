import Coverage
import DenseTables

/// Names one party.
public struct PartyID: RowID {
    /// The row number.
    public let raw: Int32

    /// Creates the name of row `raw`.
    public init(raw: Int32) { self.raw = raw }
}

/// What a team is to a task.
enum Part {
    /// It does the work.
    case main
    /// It lends the authority of a department.
    case department
}

/// One team's part in one task or post; times are milliseconds, -1 where it has not happened.
public struct Party: BitwiseCopyable, Sendable, Equatable {
    /// The team; none in the party of a task for which nobody has been named.
    public var team = TeamID.none
    /// The task.
    public var task = TaskID.none
    /// When it was named.
    public var assigned: Int64 = -1
    /// Where it was then.
    public var from = SiteID.none
    /// When it was there.
    public var arrived: Int64 = -1
    /// Its people when it came.
    public var people: Int32 = 0
    /// When it was free again.
    public var released: Int64 = -1
    /// The party before, of the same team.
    var previous = PartyID.none
}

/// Every party, in the order in which teams were sent: a team has any number of them, one after the other.
struct Parties: ~Copyable {
    private var rows: ContiguousArray<Party> = []
    private var latest: Column<TeamID, PartyID>

    init(teams: Int) { latest = Column(repeating: .none, count: teams) }

    /// All of them, in the order in which teams were sent.
    var all: ContiguousArray<Party> { rows }

    /// A party; an empty one for `none`.
    subscript(party: PartyID) -> Party { party.exists ? rows[party.index] : Party() }

    /// The latest party of a team; none before the first.
    func latest(of team: TeamID) -> PartyID { latest[team] }

    /// A team is sent to a task.
    mutating func begin(_ team: TeamID, _ task: TaskID, from site: SiteID, at now: Int64) -> PartyID {
        let party = PartyID(rows.count)
        rows.append(Party(team: team, task: task, assigned: now, from: site, previous: latest[team]))
        latest[team] = party
        return party
    }

    /// A team of so many people is where it was sent.
    mutating func arrive(_ team: TeamID, people: Int32, at now: Int64) {
        let row = latest[team].index
        (rows[row].arrived, rows[row].people) = (now, people)
    }

    /// A team is free again.
    mutating func release(_ team: TeamID, at now: Int64) { rows[latest[team].index].released = now }
}
