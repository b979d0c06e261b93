/// Up to how many replications curves over time and the medians of grids are exact, and how near they are beyond.
///
/// There are tens of thousands of them in a large place, so not every value of each can be kept. The measures of a replication are all
/// kept, and what is made of them is exact for any number of replications.
enum ExactCount {
    /// The most replications that are all kept, of each of which there are so many `values`.
    ///
    /// Below 500, keeping the values takes less memory than anything made of them; a million values are little.
    static func replications(of values: Int) -> Int { max(500, 1_000_000 / max(values, 1)) }

    /// The precision beyond: 7 bits place every value within 0.4 %, and whole numbers below 256 exactly.
    static let precisionBits = 7
}
