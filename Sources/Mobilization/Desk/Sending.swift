import DenseTables
import EventKernel
import Organization

/// Sends teams to tasks.
enum Sending {
    /// Sends a team off to a task to which a road leads.
    ///
    /// - Complexity: O(people of the team).
    static func send(
        _ team: TeamID, to task: TaskID, as part: Part, _ crews: borrowing Crews, _ going: inout Going,
        _ prospects: Prospects, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        let way = prospects.way(team, to: task, books)
        precondition(way != .max, "a team is sent where no road leads")
        books.move(team, to: .underWay, at: now, prospects.world)
        var person = crews.first(of: team)
        while person.exists {
            books.move(person, to: .underWay, at: now)
            person = crews.next(after: person)
        }
        let party = books.send(team, to: task, as: part, at: now)
        #if MUTANTS
            if books.sabotage.breaks(.teamArrivesAtOnce) && way > 0 {
                books.sabotage.count += 1
                return schedule.tell(.fieldWork(.arrive(team, task)))
            }
        #endif
        going.send(team, from: party.from, to: task, prospects.world, &schedule)
    }
}
