import DenseTables

/// Who is within reach of how many teams, counted from nothing: one bit a team and cell, 256 cells at a time.
///
/// Adding up is done bit-sliced: three words say of each cell whether one, two and three teams reach it, and a further team
/// moves each bit up. It is the check on `CoverageTally`, and the way to ask what another set of teams would cover.
public struct CoverageBits: Sendable {
    /// Cells in one block.
    static let width = 256

    private typealias Block = SIMD4<UInt64>

    /// The blocks of all teams, those of one block of cells together, in the order of the teams.
    private let bits: [Block]
    private let teams: Int
    private let cells: Int

    /// Lays out which of `cells` cells each team reaches.
    ///
    /// - Complexity: O(teams · cells / 256 + cells reached).
    public init(cells: Int, reached: [[Int32]]) {
        let blocks = (cells + Self.width - 1) / Self.width
        var bits = [Block](repeating: Block(), count: blocks * reached.count)
        for (team, list) in reached.enumerated() {
            for cell in list {
                precondition(cell >= 0 && cell < cells, "a team reaches a cell that is not there")
                let (block, bit) = (Int(cell) / Self.width, Int(cell) % Self.width)
                bits[block * reached.count + team][bit / 64] |= 1 << UInt64(bit % 64)
            }
        }
        self.bits = bits
        self.cells = cells
        teams = reached.count
    }

    /// Lays out what teams at `sites` reach.
    init(_ reach: CoverageReach, sites: [SiteID]) {
        self.init(cells: reach.weights.count, reached: sites.map { Array(reach.cells(of: $0)) })
    }

    /// How many cells at least one, at least two and at least three teams reach; the fourth number is not used.
    ///
    /// - Complexity: O(teams · cells / 256).
    public func counts() -> SIMD4<Int64> {
        var counts = SIMD4<Int64>()
        forEachBlock { _, once, twice, thrice in
            for word in 0..<Block.scalarCount {
                counts &+= SIMD4(
                    Int64(once[word].nonzeroBitCount), Int64(twice[word].nonzeroBitCount),
                    Int64(thrice[word].nonzeroBitCount), 0)
            }
        }
        return counts
    }

    /// How many residents live in those cells, for the residents of each cell.
    ///
    /// - Complexity: O(teams · cells / 256 + cells reached).
    public func residents(_ weights: [Int]) -> SIMD4<Int64> {
        var sums = SIMD4<Int64>()
        forEachBlock { block, once, twice, thrice in
            for (lane, marked) in [once, twice, thrice].enumerated() {
                for word in 0..<Block.scalarCount {
                    var left = marked[word]
                    while left != 0 {
                        let cell = block * Self.width + word * 64 + left.trailingZeroBitCount
                        sums[lane] &+= Int64(weights[cell])
                        left &= left - 1
                    }
                }
            }
        }
        return sums
    }

    /// Hands over every block of cells: which of them at least one, two and three teams reach.
    @inline(__always)
    private func forEachBlock(_ body: (_ block: Int, _ once: Block, _ twice: Block, _ thrice: Block) -> Void) {
        bits.withUnsafeBufferPointer { bits in
            var next = 0
            for block in 0..<(cells + Self.width - 1) / Self.width {
                var (once, twice, thrice) = (Block(), Block(), Block())
                for _ in 0..<teams {
                    let team = bits[next]
                    thrice |= twice & team
                    twice |= once & team
                    once |= team
                    next += 1
                }
                body(block, once, twice, thrice)
            }
        }
    }
}
