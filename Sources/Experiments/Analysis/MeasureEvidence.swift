import Statistics

/// Where the width of an interval comes from: luck, the place drawn, or the assumptions drawn.
///
/// The echo of a replication met the same place and the same assumptions, so half the mean squared difference of the two
/// is the variance of luck. What blocks of replications differ by more than their replications do is the place's. The
/// rest of the variance within blocks is the assumptions'. The shares are of the variance of the mean, which luck and
/// assumptions narrow with every replication but the place only with every block, and add up to 1.
public struct MeasureEvidence: Equatable, Sendable {
    /// The share due to luck; nil if nothing varies.
    public let luck: Double?
    /// The share due to the place drawn; nil if nothing varies or it cannot be told from that of assumptions.
    public let place: Double?
    /// The share due to the assumptions drawn.
    public let assumptions: Double?
    /// The share of luck in the spread of single replications, which a few blocks tell better than any of the above.
    public let luckOfSpread: Double?

    /// Splits the variance of a sample; where nothing but luck is drawn anew, all of it is luck's.
    init(_ sample: MeasureSample, drawsAssumptions: Bool) {
        var groups: [Int: [Double]] = [:]
        var order: [Int] = []
        var all = Tally()
        var squares = Tally()
        for (index, run) in sample.runs.enumerated() {
            guard let run else { continue }
            let value = sample.bounded(run)
            all.add(value)
            if groups[sample.blocks[index]] == nil { order.append(sample.blocks[index]) }
            groups[sample.blocks[index], default: []].append(value)
            guard let echo = sample.echoes[index] else { continue }
            let gap = value - sample.bounded(echo)
            squares.add(gap * gap)
        }
        guard let variance = all.variance, variance > 0 else {
            self.init(luck: nil, place: nil, assumptions: nil, luckOfSpread: nil)
            return
        }
        guard drawsAssumptions else {
            self.init(luck: 1, place: 0, assumptions: 0, luckOfSpread: 1)
            return
        }
        let luck = (squares.mean ?? 0) / 2
        let ofSpread = min(1, luck / variance)
        guard let split = VarianceShares(groups: order.compactMap { groups[$0] }) else {
            // With one block no place differs from another; with one replication a block, place and assumptions go together.
            let isOneBlock = order.count == 1
            self.init(
                luck: ofSpread, place: isOneBlock ? 0 : nil, assumptions: isOneBlock ? 1 - ofSpread : nil,
                luckOfSpread: ofSpread)
            return
        }
        let place = split.betweenShareOfMean
        let within = split.withinMeanSquare
        let share = (1 - place) * (within > 0 ? min(1, luck / within) : 0)
        self.init(
            luck: share, place: place, assumptions: max(0, 1 - place - share), luckOfSpread: ofSpread)
    }

    private init(luck: Double?, place: Double?, assumptions: Double?, luckOfSpread: Double?) {
        self.luck = luck
        self.place = place
        self.assumptions = assumptions
        self.luckOfSpread = luckOfSpread
    }
}
