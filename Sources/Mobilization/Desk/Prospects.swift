import Coverage
import DenseTables
import Organization
import RoadNetwork

/// Names the area within which teams and tasks find each other: a street, or the whole district as number 0.
struct StreetID: RowID {
    let raw: Int32
}

/// Which team may be sent to which task, and how long it takes.
struct Prospects {
    let world: World
    /// The roads as they are.
    let roads: RoadState

    /// How many areas there are.
    var areas: Int { world.ground.streetCount + 1 }

    /// The area an organization's teams and tasks are in.
    func area(of node: OrganizationNodeID) -> StreetID {
        StreetID(world.plan.dispatch.area == .district ? 0 : world.ground.street(of: node))
    }

    /// The area of a task.
    func area(of task: TaskID) -> StreetID { area(of: world.tasks[task.index].owner) }

    /// The area of a team.
    func area(of team: TeamID) -> StreetID { area(of: world.teams[team.index].node) }

    /// Whether a team may take this part in a task of its area: for its kind, or as one of the departments asked, or as a stand-in under
    /// unified command.
    func fits(_ team: TeamID, _ task: TaskID, as part: Part) -> Bool {
        guard area(of: team) == area(of: task) else { return false }
        switch part {
        case .main: return world.teams[team.index].tasks.has(world.tasks[task.index].kind)
        case .department:
            let department = world.teams[team.index].department
            let command = world.plan.command
            return world.departments(of: task).contains(department)
                || command.unifiedCommand && command.standIns.contains(department)
        }
    }

    /// How long a team takes to a task by car in this weather, on the roads as they are, in milliseconds; `UInt32.max` if it
    /// cannot get there.
    func way(_ team: TeamID, to task: TaskID, _ books: borrowing Books) -> UInt32 {
        let dry = roads.travel(from: books.teamStory[team].site, to: world.tasks[task.index].site)
        return Ground.slowed(dry, by: world.weather[Int(TravelMode.car.rawValue)])
    }

    /// Tasks by priority, then those that can still be in time, then the one due first, then in their own order.
    func mostUrgentFirst(_ tasks: [TaskID], _ books: borrowing Books) -> [TaskID] {
        if tasks.count < 2 { return tasks }
        let ranks = tasks.map { task in
            let story = books.taskStory[task]
            return (
                world.tasks[task.index].priority, story.isLate ? 1 : 0, story.deadline < 0 ? .max : story.deadline,
                task.raw
            )
        }
        return tasks.indices.sorted { ranks[$0] < ranks[$1] }.map { tasks[$0] }
    }
}
