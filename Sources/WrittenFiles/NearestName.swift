/// The name among `candidates` that was probably meant by `name`, the first of equals, if any is near enough.
///
/// Near enough means at most one slip in three characters of what is written: a letter added, left out, changed, or two neighbors swapped
/// (the optimal string alignment distance of Damerau and Levenshtein). Upper and lower case count as equal.
/// Where none is, a name that begins with this one and an underscore will do.
///
/// - Complexity: O(n · m) for each candidate of similar length; long names and candidates past the first 2000 are
///   skipped.
public func nearestName(to name: String, among candidates: [String]) -> String? {
    guard !name.isEmpty, name.utf8.count <= 256 else { return nil }
    let written = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(2000) where candidate.utf8.count <= 256 {
        let meant = Array(candidate.lowercased().unicodeScalars)
        let allowed = min((written.count + 1) / 3, best.map { $0.distance - 1 } ?? .max)
        guard abs(written.count - meant.count) <= allowed else { continue }
        let distance = alignmentDistance(written, meant)
        // A name of one or two letters is one slip away from far too many others.
        if distance <= allowed, distance < max(written.count, meant.count) { best = (candidate, distance) }
    }
    if let best { return best.name }
    // The first word of a name made of words is likely meant for the shortest of them: `t80` for `t80_min`.
    let start = name.lowercased() + "_"
    return candidates.prefix(2000).filter { $0.lowercased().hasPrefix(start) }.min { $0.utf8.count < $1.utf8.count }
}

/// The number of slips that turn `left` into `right`.
func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 0..<left.count {
        var current = [row + 1]
        current.reserveCapacity(right.count + 1)
        for column in 0..<right.count {
            let change = last[column] + (left[row] == right[column] ? 0 : 1)
            var least = min(change, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                least = min(least, beforeLast[column - 1] + 1)
            }
            current.append(least)
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
