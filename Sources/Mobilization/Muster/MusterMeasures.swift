import DenseTables

/// Who comes to the muster points, how soon people are checked in, and how long they wait for a desk.
enum MusterMeasure: Int, MeasureGroup {
    case peopleArrived
    case noShows
    case checkedInTenth
    case checkedInQuarter
    case checkedInMean
    case deskWait

    var measure: Measure { declaration.needing(.levels) }

    private var declaration: Measure {
        switch self {
        case .peopleArrived:
            .count("people_arrived", "people", less: nil, "到达集结点的人", "people who came to their muster point")
        case .noShows: .count("no_shows", "people", less: true, "答应了却没来的人", "people who said yes and did not come")
        case .checkedInTenth:
            .time(
                "checked_in_tenth_min", "从首个命令到被呼叫者有十分之一报到",
                "from the first order to a tenth of the people called being checked in")
        case .checkedInQuarter:
            .time(
                "checked_in_quarter_min", "从首个命令到被呼叫者有四分之一报到",
                "from the first order to a quarter of the people called being checked in")
        case .checkedInMean:
            .time(
                "checked_in_mean_min", "从首个命令到报到的平均时间（期限内报到者）",
                "mean time from the first order to check-in, of the people checked in by the horizon")
        case .deskWait:
            .time(
                "desk_wait_mean_min", "到达集结点者排队等报到台的平均时间，未轮到者计至期限",
                "mean wait for a check-in desk of people who came; up to the horizon if their turn never came")
        }
    }

    /// - Complexity: O(turn-outs).
    static func read(_ run: FinishedRun, into readings: inout Readings<Self>) {
        guard run.warrantsLevels else { return }
        let arrived = run.books.ledger.people.entries(into: .queuing)
        readings[.peopleArrived] = Double(arrived)
        readings[.noShows] = Double(run.books.ledger.people.entries(into: .noShow))
        if arrived > 0 {
            readings[.deskWait] = Measure.minutes(run.books.ledger.people.time(in: .queuing)) / Double(arrived)
        }
        guard run.world.peopleOnCallLists > 0 else { return }
        let first = run.command.story.firstOrder
        var checkedIn = run.books.turnouts.allCheckedIn
        if let first, !checkedIn.isEmpty {
            let waited = checkedIn.reduce(0) { $0 + $1 - first }
            readings[.checkedInMean] = Measure.minutes(waited) / Double(checkedIn.count)
        }
        let called = run.books.turnouts.callUps
        readings[.checkedInTenth] = Measure.minutes(of: &checkedIn, (called + 9) / 10, from: first)
        readings[.checkedInQuarter] = Measure.minutes(of: &checkedIn, (called + 3) / 4, from: first)
    }
}
