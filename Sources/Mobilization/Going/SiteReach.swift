import Coverage
import DenseTables
import RoadNetwork

/// Which grids a team reaches by car from each site within the two circles, on the roads as they are.
///
/// Closed roads make ways longer and never shorter, so a site can only lose grids that it reaches on open roads: those are listed once for the
/// ground (`Drives`), and here are two marks beside each. After a change only marks are looked at again that it can have changed.
struct SiteReach {
    /// A mark that has changed.
    struct Flip {
        /// The site.
        let site: SiteID
        /// The grid it reaches now, or no longer.
        let cell: Int32
        /// The marks before and after.
        let before: UInt8
        let after: UInt8
    }

    /// The mark of the ten-minute circle, and of the fifteen-minute one.
    static let near: UInt8 = 1
    static let far: UInt8 = 2

    /// The longest ways in good weather that are within each of the circles in this weather, in milliseconds.
    let longest: [UInt64]

    /// A bit for each circle, beside each entry of the ground's drives; right for the sites that are kept.
    private var marks: [UInt8]
    /// The same on open roads: no entry ever has more.
    private let most: [UInt8]
    /// The sites at which a team has stood: only their marks are kept up.
    private var isKept: [Bool]
    private var hasChanged = false

    /// What the last change of roads has changed, by site.
    private(set) var flips: [Flip] = []

    /// Marks what is reached on open roads.
    ///
    /// - Complexity: O(drives).
    init(_ ground: Ground, longest: [UInt64]) {
        precondition(
            longest.allSatisfy { $0 <= UInt64(Ground.widestCircle) }, "weather quickens nobody beyond the listed drives"
        )
        self.longest = longest
        most = ground.drives.times.map { Self.mark($0, longest) }
        marks = most
        isKept = Array(repeating: false, count: ground.siteCount)
    }

    private static func mark(_ time: UInt32, _ longest: [UInt64]) -> UInt8 {
        (UInt64(time) <= longest[0] ? near : 0) | (UInt64(time) <= longest[1] ? far : 0)
    }

    /// No way by car has changed.
    mutating func nothingChanged() { flips.removeAll(keepingCapacity: true) }

    /// Looks again at the marks that a change of roads can have changed: where roads only close a site can only lose grids, and where they
    /// only open it can only win back what it has lost.
    ///
    /// - Complexity: O(sites + drives of the sites touched + drives to the grids touched).
    mutating func roadsChanged(
        _ touched: HubLabels.Changes, isClosing: Bool, isOpening: Bool, _ ground: Ground, _ hubs: borrowing HubLabels
    ) {
        flips.removeAll(keepingCapacity: true)
        hasChanged = true
        let drives = ground.drives
        func mayChange(_ entry: Int) -> Bool {
            isClosing && marks[entry] != 0 || isOpening && marks[entry] != most[entry]
        }
        for index in 0..<ground.siteCount where isKept[index] && touched.from[index] {
            for entry in drives.row(of: SiteID(index)) where mayChange(entry) {
                look(entry, from: index, ground, hubs)
            }
        }
        for (cell, site) in ground.gridSites.enumerated() where touched.to[site.index] {
            for (entry, origin) in drives.leading(to: cell)
            where isKept[Int(origin)] && !touched.from[Int(origin)] && mayChange(Int(entry)) {
                look(Int(entry), from: Int(origin), ground, hubs)
            }
        }
    }

    @inline(__always)
    private mutating func look(_ entry: Int, from site: Int, _ ground: Ground, _ hubs: borrowing HubLabels) {
        let cell = ground.drives.cells[entry]
        let way = hubs.milliseconds(from: site, to: ground.gridSites[Int(cell)].index, ground.hubTree)
        let after = Self.mark(way, longest)
        if after == marks[entry] { return }
        flips.append(Flip(site: SiteID(site), cell: cell, before: marks[entry], after: after))
        marks[entry] = after
    }

    /// Keeps the marks of a site up from now on, because a team comes to stand there.
    ///
    /// - Complexity: O(1), and O(grids around the site) for the first team where roads have changed already.
    mutating func keep(_ site: SiteID, _ ground: Ground, _ hubs: borrowing HubLabels) {
        if isKept[site.index] { return }
        isKept[site.index] = true
        if !hasChanged { return }
        for entry in ground.drives.row(of: site) {
            let way = hubs.milliseconds(
                from: site.index, to: ground.gridSites[Int(ground.drives.cells[entry])].index, ground.hubTree)
            marks[entry] = Self.mark(way, longest)
        }
    }

    /// Hands over the grids of a site and their marks.
    func withRow(of site: SiteID, _ drives: Drives, _ body: (ArraySlice<Int32>, ArraySlice<UInt8>) -> Void) {
        let row = drives.row(of: site)
        body(drives.cells[row], marks[row])
    }
}
