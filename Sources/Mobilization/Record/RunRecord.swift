import DenseTables
import Organization
import Places

/// What one replication leaves behind: measures, curves, and the time of every grid.
public struct RunRecord: Sendable {
    /// How a grid fared.
    public struct GridTime: Sendable {
        /// Minutes from a need's appearing to its being begun that four fifths of the needs did not exceed; infinite if never,
        /// nil without needs.
        public var minutes: Double?
        /// The stage that took longest on the critical path of the need that decided it.
        public var slowest: ResponseStage?
        /// Households in warnings that were not done when the water came.
        public var lateHouseholds: Int
        /// Minutes in which no car could get there from the rest of the district; nil where roads never change.
        public var cutOffMinutes: Double? = nil
    }

    /// How long one step of the sampled curves is, in milliseconds.
    public static var sampleStep: Int64 { Samples.step }

    /// The value of each measure in the order of `Measures.all`; nil where the scenario has nothing to measure, infinite for never.
    public var measures: [Double?]
    /// People by state, one row of `PersonState.allCases.count` a sample.
    public var mobilization: [Int32]
    /// Residents within 10 minutes of one, two and three teams, then within 15 minutes of them, one row a sample.
    public var covered: [Int32]
    /// The grids, in the order of the place.
    public var grids: [GridTime]
    /// Rows for the detailed tables, where asked for.
    public var detail: RunDetail?
    /// Events handled.
    public var events: Int
    /// The first law broken, if any.
    public var breach: LawBreach?
}

/// One row per organization, team, task and grid, for the detailed tables.
public struct RunDetail: Sendable {
    /// What happened to an organization.
    public struct Unit: Sendable {
        /// The organization.
        public var node: OrganizationNodeID
        /// When it acted on each level, IV to I; nil if it never did.
        public var acted: [Double?]
        /// When it had converted.
        public var converted: Double?
        /// Its state at the horizon.
        public var state: ConversionState
        /// People on its lists.
        public var roster: Int
        /// People reached.
        public var reached: Int
        /// People checked in.
        public var checkedIn: Int
    }

    /// What happened to a team.
    public struct Team: Sendable {
        /// The team's row.
        public var record: TeamRecord
        /// When it opened, had enough people, and was ready; nil if never.
        public var opened: Double?
        /// When it had enough people.
        public var enough: Double?
        /// When it was ready.
        public var ready: Double?
        /// Its people.
        public var strength: Int
        /// Tasks finished.
        public var finished: Int
        /// Its state at the horizon.
        public var state: TeamState
    }

    /// What happened to a task or post.
    public struct Task: Sendable {
        /// The task's row.
        public var record: TaskRecord
        /// What was noted about it.
        public var story: TaskStory
        /// The party that does the work, and the department's; empty while nobody has been named.
        public var main: Party
        /// The department's party.
        public var department: Party
        /// Its state at the horizon.
        public var state: TaskState
        /// Milliseconds in each stage; nil if it never began.
        public var stages: [Int64]?
    }

    /// The organizations.
    public var units: [Unit]
    /// The teams.
    public var teams: [Team]
    /// The tasks and posts.
    public var tasks: [Task]
    /// For each grid, the need with which four fifths of its needs were begun, or would have been; nil without needs.
    public var decisiveNeeds: [TaskID?]

    /// The decisive need of grid number `grid`.
    public func decisiveNeed(ofGrid grid: Int) -> Task? { decisiveNeeds[grid].map { tasks[$0.index] } }
}
