/// Teams and cells made up from their numbers alone, so that a peer in another language has the same.
struct CoverageCase {
    static let teams = 200
    static let cells = 100_000
    /// The share of cells a team reaches, in percent.
    static let density: UInt64 = 3

    /// The cells each team reaches.
    let reached: [[Int32]]
    /// The same one after the other, each with its mark, as the runs of pingji have them.
    let cells: [Int32]
    let marks: [UInt8]
    private let first: [Int]
    /// Residents of each cell, 1 to 100.
    let residents: [UInt32]

    init() {
        let reached = (0..<Self.teams).map { team in
            (0..<Self.cells).filter { Self.mixed(UInt64(team * Self.cells + $0)) % 100 < Self.density }
                .map { Int32($0) }
        }
        self.reached = reached
        cells = reached.flatMap { $0 }
        marks = Array(repeating: 1, count: cells.count)
        first = reached.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        residents = (0..<Self.cells).map { UInt32(Self.mixed(UInt64(1_000_000_000 + $0)) % 100) + 1 }
    }

    /// The entries of a team's site.
    func row(of site: Int) -> Range<Int> { first[site]..<first[site + 1] }

    /// A number as scattered as a random one (SplitMix64: Steele, Lea and Flood 2014).
    static func mixed(_ number: UInt64) -> UInt64 {
        var mixed = number &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
