import DenseTables

/// Who is within reach of how many teams, counted from nothing: one bit a team and cell, 256 cells at a time.
///
/// Adding up is done bit-sliced: words hold the ones and the twos of the number of teams that reach each cell, and whether it is more.
/// It is the check on `CoverageTally`, and the way to ask what another set of teams would cover.
public struct CoverageBits: Sendable {
    /// Cells in one block.
    static let width = 256

    private typealias Block = SIMD4<UInt64>

    /// The blocks of all teams, those of one block of cells together, in the order of the teams.
    private let bits: [Block]
    private let teams: Int
    /// How many blocks there are: an even number, of which the last may be empty.
    private let blocks: Int

    /// Lays out which of `cells` cells each team reaches.
    ///
    /// - Complexity: O(teams · cells / 256 + cells reached).
    public init(cells: Int, reached: [[Int32]]) {
        let blocks = (cells + 2 * Self.width - 1) / (2 * Self.width) * 2
        var bits = [Block](repeating: Block(), count: blocks * reached.count)
        for (team, list) in reached.enumerated() {
            for cell in list {
                precondition(cell >= 0 && cell < cells, "a team reaches a cell that is not there")
                let (block, bit) = (Int(cell) / Self.width, Int(cell) % Self.width)
                bits[block * reached.count + team][bit / 64] |= 1 << UInt64(bit % 64)
            }
        }
        self.bits = bits
        self.blocks = blocks
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
            counts &+= SIMD4(Self.count(once), Self.count(twice), Self.count(thrice), 0)
        }
        return counts
    }

    @inline(__always)
    private static func count(_ cells: Block) -> Int64 {
        Int64(
            cells[0].nonzeroBitCount &+ cells[1].nonzeroBitCount &+ cells[2].nonzeroBitCount
                &+ cells[3].nonzeroBitCount)
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
    ///
    /// Two blocks at once, far from one another, because the processor fetches two streams of bits sooner than one.
    @inline(__always)
    private func forEachBlock(_ body: (_ block: Int, _ once: Block, _ twice: Block, _ thrice: Block) -> Void) {
        bits.withUnsafeBufferPointer { bits in
            let half = blocks / 2
            for block in 0..<half {
                var (near, far) = (Sums(), Sums())
                var (next, nextFar) = (block * teams, (block + half) * teams)
                for _ in 0..<teams / 4 {
                    near.add(bits[next], bits[next + 1], bits[next + 2], bits[next + 3])
                    far.add(bits[nextFar], bits[nextFar + 1], bits[nextFar + 2], bits[nextFar + 3])
                    next += 4
                    nextFar += 4
                }
                for _ in 0..<teams % 4 {
                    near.add(bits[next], Block(), Block(), Block())
                    far.add(bits[nextFar], Block(), Block(), Block())
                    next += 1
                    nextFar += 1
                }
                body(block, near.once, near.twice, near.thrice)
                body(block + half, far.once, far.twice, far.thrice)
            }
        }
    }

    /// How many teams reach each cell of a block, bit by bit.
    private struct Sums {
        private var ones = Block()
        private var twos = Block()
        /// Whether there are four or more.
        private var more = Block()

        var once: Block { ones | twos | more }
        var twice: Block { twos | more }
        var thrice: Block { ones & twos | more }

        /// Adds four teams: two pairs to the ones, and what those carry to the twos; four operations a team, where moving every bit up takes
        /// five.
        @inline(__always)
        mutating func add(_ first: Block, _ second: Block, _ third: Block, _ fourth: Block) {
            let carried = Self.add(first, second, to: &ones)
            more |= Self.add(carried, Self.add(third, fourth, to: &ones), to: &twos)
        }

        /// Adds two bits to a third in every place, and returns what is to be carried.
        @inline(__always)
        private static func add(_ first: Block, _ second: Block, to sum: inout Block) -> Block {
            let difference = first ^ second
            let carried = first & second | difference & sum
            sum ^= difference
            return carried
        }
    }
}
