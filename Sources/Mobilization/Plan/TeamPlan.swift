import Organization
import RandomStreams
import Words

/// What teams to form from whom: the `teams` group of a plan.
public struct TeamPlan: Sendable {
    /// What a team is, for counting.
    public enum Category: String, Sendable, CaseIterable {
        /// People who hold a post of the standing duty list.
        case crew
        /// A member task force, 党员突击队.
        case taskForce
        /// A member volunteer team, 党员志愿服务队.
        case volunteerTeam
        /// A team of one department.
        case departmentTeam
    }

    /// What a team does once it is ready.
    public enum Duty: Sendable, Equatable {
        /// Holds a post at a place of this kind.
        case post(PostSite)
        /// Takes tasks of these kinds, one at a time.
        case tasks(TaskKindSet)
        /// Takes what nobody else took in time, 兜底.
        case lastResort
        /// Joins tasks and posts that need a department.
        case joins
    }

    /// Where posts are.
    public enum PostSite: String, Sendable, CaseIterable {
        /// The seat of the organization that forms the team.
        case seat
        /// Each stretch of dike the community patrols.
        case dikePoint
        /// Each shelter of the street.
        case shelter
    }

    /// How many teams of a kind one organization forms.
    public enum Number: Sendable, Equatable {
        /// So many.
        case each(Int)
        /// One for so many households on low ground, rounded up; none where there are none.
        case perLowHouseholds(Int)
        /// One for so many residents needing help on low ground, rounded up; none where there are none.
        case perLowResidentsNeedingHelp(Int)
        /// One for so many people of its roles on the organization's lists, rounded up; none where there are none.
        case perListed(Int)
        /// One for every place of the post.
        case perSite
    }

    /// One kind of team.
    public struct Kind: Sendable {
        /// The name used in files and tables.
        public var code: String
        /// The name users read.
        public var name: LocalizedText
        /// What it counts as.
        public var category = Category.crew
        /// The level of the organizations that form it.
        public var formedAt = OrganizationLevel.community
        /// The roles it is drawn from.
        public var from: RoleSet = []
        /// People needed to start.
        public var minimum = 1
        /// People wanted.
        public var full = 1
        /// Whether one of them must be able to lead.
        public var needsLeader = false
        /// The response level that opens it.
        public var level = ResponseLevel.iv
        /// How many an organization forms.
        public var number = Number.each(1)
        /// What it does.
        public var duty = Duty.post(.seat)
        /// Whether its post also needs a department team to open it.
        public var departments: [Int] = []

        /// Creates a kind of team.
        public init(code: String, name: LocalizedText) {
            self.code = code
            self.name = name
        }
    }

    /// The kinds, in the order in which people waiting are given to them.
    public var kinds: [Kind] = []
    /// From enough people to a team: lists, roles, kit.
    public var form = Distribution.fixed(0)
    /// The briefing before the first deployment.
    public var brief = Distribution.fixed(0)
    /// How long a team waits for its minimum and its leader before it starts without; nil if it never does.
    public var patience: Int64?
    /// The share of the minimum that is enough after that.
    public var underStrength = 1.0
    /// Full members at one muster point that make a temporary branch, 临时党支部; Party rule: three.
    public var branchMembers = 3
    /// The approval of a temporary branch, beside everything else.
    public var branchApproval = Distribution.fixed(0)
    /// What a temporary branch makes of the duration of a hand-off; 1 changes nothing.
    public var branchHandOffFactor = 1.0

    /// Creates a plan without teams.
    public init() {}
}
