import DenseTables
import Organization

/// Whom the rosters name, who is called, and how soon people are reached.
///
/// Times run from the first order, whatever its level, because that is when calling begins.
enum CallOutMeasure: Int, MeasureGroup {
    case callsMade
    case duplicateContacts
    case rosterNames
    case rosterPeople
    case peopleCalled
    case peopleReached
    case peopleAccepted
    case reachedHalf
    case reachedLast

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .callsMade: .count("calls_made", "calls", less: nil, "拨出的电话", "telephone calls made")
        case .duplicateContacts:
            .count(
                "duplicate_contacts", "contacts", less: true, "重复联系（此前已联系上）",
                "contacts with people who had been reached already")
        case .rosterNames:
            .count("roster_names", "names", less: nil, "名册上的人名（含重复）", "names on all rosters, doubles counted")
        case .rosterPeople: .count("roster_people", "people", less: nil, "名册上的人（不重复）", "people on rosters")
        case .peopleCalled: .count("people_called", "people", less: nil, "被呼叫的人", "people called")
        case .peopleReached: .count("people_reached", "people", less: nil, "联系上的人", "people reached")
        case .peopleAccepted: .count("people_accepted", "people", less: nil, "答应前来的人", "people who said yes")
        case .reachedHalf:
            .time(
                "reached_half_min", "从首个命令到被呼叫者有一半联系上",
                "from the first order to half of the people called being reached")
        case .reachedLast:
            .time(
                "reached_last_min", "从首个命令到最后一人被联系上", "from the first order to the last person reached by the horizon")
        }
    }

    /// - Complexity: O(people).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        readings[.callsMade] = Double(run.callOut.calls)
        readings[.duplicateContacts] = Double(run.callOut.duplicates)
        readRoster(run, &readings)
        readings[.peopleCalled] = Double(run.books.ledger.people.entries(into: .called))
        readings[.peopleReached] = Double(run.books.ledger.people.entries(into: .reached))
        readings[.peopleAccepted] = Double(run.books.ledger.people.entries(into: .preparing))
        guard run.world.peopleOnCallLists > 0 else { return }
        let first = run.command.story.firstOrder
        var reached = run.books.turnouts.allReached
        readings[.reachedHalf] = Measure.minutes(of: &reached, (run.books.turnouts.callUps + 1) / 2, from: first)
        readings[.reachedLast] =
            first.flatMap { first in reached.max().map { Measure.minutes($0 - first) } } ?? .infinity
    }

    private static func readRoster(_ run: FinishedRun, _ readings: inout Readings<Self>) {
        let people = run.world.people
        var names = 0
        var listed = 0
        for index in 0..<people.count where !people.traits[PersonID(index)].contains(.unlisted) {
            listed += 1
            names += Int(people.listings[PersonID(index)])
        }
        readings[.rosterNames] = Double(names)
        readings[.rosterPeople] = Double(listed)
    }
}
