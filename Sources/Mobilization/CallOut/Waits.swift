import RandomStreams

/// Some of a list who wait for something of the same kind, so that how long is worked out for all of them together.
struct Waits {
    /// Who waits, by place in the list.
    private(set) var who: [Int] = []
    /// How long each of them waits, in milliseconds, `Distribution.never` for ever; once ended.
    private(set) var lengths: [Int64] = []

    private var uniform: [Double] = []

    /// Begins anew, with nobody.
    mutating func begin() {
        who.removeAll(keepingCapacity: true)
        uniform.removeAll(keepingCapacity: true)
    }

    /// Somebody begins to wait, with his or her random number.
    mutating func add(_ place: Int, _ number: Double) {
        who.append(place)
        uniform.append(number)
    }

    /// All waits take as long as `distribution` says.
    mutating func end(_ distribution: Distribution) { distribution.milliseconds(uniform, into: &lengths) }
}
