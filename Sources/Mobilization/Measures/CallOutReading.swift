import DenseTables
import Organization

extension MeasureReading {
    /// Reads how soon people are reached and checked in, how long they wait for a desk, and how soon teams are ready.
    ///
    /// Times run from the first order, whatever its level, because that is when calling begins.
    ///
    /// - Complexity: O(people + teams · log teams).
    mutating func readCallOut(_ run: FinishedRun) {
        let ordered = ResponseLevel.ordered.map { run.ledger.levelStory.time(of: $0, .ordered) }
        let first = ordered.filter { $0 >= 0 }.min()
        if run.world.peopleOnCallLists > 0 { readCalls(run, from: first) }
        let arrived = PersonState.allCases.filter { $0.rawValue >= PersonState.queuing.rawValue }
            .reduce(0) { $0 + run.ledger.people.count(of: $1) }
        if arrived > 0 {
            set("desk_wait_mean_min", Self.minutes(run.ledger.people.time(in: .queuing)) / Double(arrived))
        }
        readTeams(run, from: first)
    }

    private mutating func readCalls(_ run: FinishedRun, from first: Int64?) {
        var called = 0
        var reached: [Int64] = []
        var checkedIn: [Int64] = []
        reached.reserveCapacity(run.world.peopleOnCallLists)
        checkedIn.reserveCapacity(run.world.peopleOnCallLists)
        for index in 0..<run.world.people.count {
            let person = PersonID(index)
            let state = run.ledger.people[person]
            if state == .standing { continue }
            called += 1
            if state == .called { continue }
            reached.append(run.ledger.journeys.reached(person))
            if state.rawValue >= PersonState.waiting.rawValue {
                checkedIn.append(run.ledger.journeys.checkedIn(person))
            }
        }
        if let first, !checkedIn.isEmpty {
            let waited = checkedIn.reduce(0) { $0 + $1 - first }
            set("checked_in_mean_min", Self.minutes(waited) / Double(checkedIn.count))
        }
        set("reached_half_min", Self.minutes(of: &reached, (called + 1) / 2, from: first))
        set("reached_last_min", first.flatMap { first in reached.max().map { Self.minutes($0 - first) } } ?? .infinity)
        set("checked_in_tenth_min", Self.minutes(of: &checkedIn, (called + 9) / 10, from: first))
        set("checked_in_quarter_min", Self.minutes(of: &checkedIn, (called + 3) / 4, from: first))
    }

    private mutating func readTeams(_ run: FinishedRun, from first: Int64?) {
        let highest = run.ledger.levelStory.highest
        var foreseen = 0
        var people = 0
        var ready: [Int64] = []
        for (index, team) in run.world.teams.enumerated() {
            let story = run.ledger.teamStory[TeamID(index)]
            if team.level <= highest { foreseen += 1 }
            guard story.ready >= 0 else { continue }
            ready.append(story.ready)
            people += Int(story.strength)
        }
        set("teams_ready", Double(ready.count))
        set("people_in_teams", Double(people))
        guard !run.world.teams.isEmpty else { return }
        set("ready_first_min", Self.minutes(of: &ready, 1, from: first))
        set("ready_half_min", Self.minutes(of: &ready, max(1, (foreseen + 1) / 2), from: first))
        set("ready_80_min", Self.minutes(of: &ready, max(1, (foreseen * 80 + 99) / 100), from: first))
    }

    /// Minutes from `first` to the `rank`-th smallest of `times`; infinite where there are too few, or no order.
    private static func minutes(of times: inout [Int64], _ rank: Int, from first: Int64?) -> Double {
        guard let first, rank >= 1, rank <= times.count else { return .infinity }
        return minutes(times.smallest(rank) - first)
    }
}

extension [Int64] {
    /// The `rank`-th smallest element, counted from 1; reorders the array.
    ///
    /// Hoare's selection, because sorting millions of times to read one of them would show in large places.
    ///
    /// - Complexity: O(n) on average.
    mutating func smallest(_ rank: Int) -> Int64 {
        precondition(rank >= 1 && rank <= count, "there is no element of this rank")
        var low = 0
        var high = count - 1
        while low < high {
            let pivot = self[low + (high - low) / 2]
            var left = low
            var right = high
            while left <= right {
                while self[left] < pivot { left += 1 }
                while self[right] > pivot { right -= 1 }
                guard left <= right else { break }
                swapAt(left, right)
                left += 1
                right -= 1
            }
            if rank - 1 <= right {
                high = right
            } else if rank - 1 >= left {
                low = left
            } else {
                break
            }
        }
        return self[rank - 1]
    }
}
