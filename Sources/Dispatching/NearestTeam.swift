/// Sends the free team that is nearest by travel time; a team that comes free takes the most urgent task, then the one due first.
///
/// Among equally urgent tasks those that can still be in time come before those that are too late already.
/// Ties go to the first candidate, which the caller lists in order of row, so the choice is the same in every run.
public struct NearestTeam: DispatchPolicy {
    /// The name used in plans.
    public static let name = "nearest"

    /// Creates the policy.
    public init() {}

    /// The nearest team that can get there.
    ///
    /// - Complexity: O(candidates).
    public func team(for task: OpenTask, from candidates: [Candidate]) -> Int? {
        best(of: candidates) { $0.travel < $1.travel }
    }

    /// The most urgent task, then one not overdue, then the earliest due, then the nearest.
    ///
    /// - Complexity: O(candidates).
    public func task(from candidates: [Candidate]) -> Int? {
        best(of: candidates) { rank($0) < rank($1) }
    }

    private func rank(_ candidate: Candidate) -> (Int, Int, Int64, UInt32) {
        (candidate.priority, candidate.isOverdue ? 1 : 0, candidate.deadline, candidate.travel)
    }

    private func best(of candidates: [Candidate], precedes: (Candidate, Candidate) -> Bool) -> Int? {
        var best: Int?
        for index in candidates.indices where candidates[index].travel != .max {
            if let current = best, !precedes(candidates[index], candidates[current]) { continue }
            best = index
        }
        return best
    }
}
