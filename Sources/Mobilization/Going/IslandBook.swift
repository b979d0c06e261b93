import Coverage
import DenseTables
import Organization
import Places

/// Which grids no car can get to from the rest of the district, and for how long: islands, 孤岛.
///
/// The rest is what is reached from the district's seat, or, if that is cut off from half of the residents itself, from the first
/// street's seat that is not; if none is left, every grid is an island.
struct IslandBook {
    /// The seats of the district and the streets.
    private let seats: [SiteID]
    /// Since when each grid has been cut off, -1 while it is not; empty where roads never change.
    private var since: [Int64]
    /// How long each has been cut off in all, up to the last change, in milliseconds.
    private(set) var total: [Int64]
    /// The most residents cut off at any time.
    private(set) var mostResidents = 0

    init(_ ground: Ground, isKept: Bool) {
        let organization = ground.place.organization
        let nodes = [OrganizationNodeID(0)] + organization.nodes(at: .street)
        seats = nodes.map { ground.site(at: organization.nodes[$0.index].seat) }
        since = Array(repeating: -1, count: isKept ? ground.place.grids.count : 0)
        total = Array(repeating: 0, count: since.count)
    }

    /// Roads have changed: some grids may have become islands, others not be any longer.
    ///
    /// - Complexity: O(grids + seats) ways, and O(grids) for each piece of the roads in which a seat was tried in vain.
    mutating func roadsChanged(at now: Int64, _ ground: Ground, leads: (SiteID, SiteID) -> Bool) {
        let grids = ground.place.grids
        let all = grids.reduce(0) { $0 + $1.residents }
        var isReached: [Bool]?
        var tried: [SiteID] = []
        for seat in seats where isReached == nil {
            // Whoever gets to a seat and back reaches what it reaches.
            if tried.contains(where: { leads($0, seat) && leads(seat, $0) }) { continue }
            tried.append(seat)
            let reached = ground.gridSites.map { leads(seat, $0) }
            let residents = grids.indices.reduce(0) { $0 + (reached[$1] ? grids[$1].residents : 0) }
            if 2 * residents >= all { isReached = reached }
        }
        var residents = 0
        for grid in since.indices {
            let isCutOff = !(isReached?[grid] ?? false)
            if isCutOff { residents += grids[grid].residents }
            if isCutOff, since[grid] < 0 {
                since[grid] = now
            } else if !isCutOff, since[grid] >= 0 {
                total[grid] += now - since[grid]
                since[grid] = -1
            }
        }
        mostResidents = max(mostResidents, residents)
    }

    /// Books everything up to the end of a run; a second time changes nothing.
    mutating func close(at horizon: Int64) {
        for grid in since.indices where since[grid] >= 0 {
            total[grid] += horizon - since[grid]
            since[grid] = horizon
        }
    }
}
