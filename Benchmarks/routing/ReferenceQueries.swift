import Foundation
import RoadNetwork

/// The queries with known answers that come with a network.
enum ReferenceQueries {
    /// What RoutingKit writes where there is no way.
    private static let unreachable: UInt32 = 2_147_483_647

    /// Asks the hierarchy every query of the folder; the first wrong answer, or nil and how many were right.
    static func check(_ path: String) throws -> (right: Int, wrong: String?) {
        let folder = try NetworkFolder(reading: path)
        let files = NetworkFolder.File(path)
        let sources: [UInt32] = try files.read("source_node")
        let targets: [UInt32] = try files.read("target_node")
        let answers: [UInt32] = try files.read("query_reference_travel_time_length")
        guard !answers.isEmpty, sources.count == answers.count, targets.count == answers.count else {
            throw NetworkFolder.BadNetwork(path: path)
        }
        let network = folder.network()
        let times = HierarchyTravelTimes(
            network: network, hierarchy: RoadHierarchy(network: network),
            metric: RoadMetric(milliseconds: folder.travelTime))
        for (query, answer) in answers.enumerated() {
            let (source, target) = (sources[query], targets[query])
            let ours = times.milliseconds(from: RoadNodeID(raw: Int32(source)), to: RoadNodeID(raw: Int32(target)))
            if (ours == RoadMetric.unreachable ? unreachable : ours) != answer {
                return (query, "query \(query) from node \(source) to node \(target): \(ours) ms, expected \(answer)")
            }
        }
        return (answers.count, nil)
    }
}
