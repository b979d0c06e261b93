/// When each post was staffed, by the level that requires it.
struct StaffedPosts {
    private var times: [[Int64]] = Array(repeating: [], count: ResponseLevel.allCases.count)

    mutating func add(at now: Int64, _ level: ResponseLevel) { times[Int(level.rawValue)].append(now) }

    /// The times at which posts required at `level` or below were staffed, in order.
    ///
    /// - Complexity: O(n log n).
    func times(upTo level: ResponseLevel) -> [Int64] { times[...Int(level.rawValue)].flatMap { $0 }.sorted() }
}
