import Coverage
import DenseTables
import Organization

/// What is noted about a team while it forms and works; times are milliseconds, -1 where it has not happened.
struct TeamStory: BitwiseCopyable {
    /// When it began to gather people.
    var opened: Int64 = -1
    /// When enough people had come.
    var enough: Int64 = -1
    /// When it was first ready.
    var ready: Int64 = -1
    /// The person whose coming made it strong enough.
    var critical = PersonID.none
    /// The turn-out with which that person came.
    var turnout = TurnoutID.none
    /// Where it is, or last was.
    var site = SiteID.none
    /// Its people.
    var strength: Int32 = 0
    /// Tasks it has finished.
    var finished: Int32 = 0
}
