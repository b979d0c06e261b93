import DenseTables
import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words

/// A town of as many people as asked for: streets of ten communities, communities of a thousand people.
///
/// What one community does is the same in every town, so that only the number of people grows, and with it the one queue
/// all events wait in.
struct Town {
    static let peoplePerCommunity = 1000
    static let communitiesPerStreet = 10
    /// Points on a square of blocks 300 m wide; communities share them when there are more.
    static let side = 20

    let place: Place

    /// The town with `people` people, rounded up to whole communities.
    init(people: Int) throws {
        let communities = (people + Self.peoplePerCommunity - 1) / Self.peoplePerCommunity
        let nodes = Self.organization(communities: communities)
        place = try ExplicitPlace(
            name: LocalizedText("town"), points: Self.points, roads: Self.roads, organization: nodes,
            people: Self.people(of: nodes)
        ).place()
    }

    private static var points: [RoadNode] {
        (0..<(side * side)).map { point in
            RoadNode(longitude: 116 + 0.003 * Double(point % side), latitude: 24 + 0.0027 * Double(point / side))
        }
    }

    private static var roads: [RoadArc] {
        (0..<(side * side)).flatMap { point -> [RoadArc] in
            let neighbors = [
                point % side < side - 1 ? point + 1 : nil, point + side < side * side ? point + side : nil,
            ]
            return neighbors.compactMap { $0 }.flatMap { neighbor in
                let road = RoadArc(
                    from: RoadNodeID(point), to: RoadNodeID(neighbor), length: 300, roadClass: .street)
                return [road, road.reversed]
            }
        }
    }

    private static func organization(communities: Int) -> [OrganizationNode] {
        var nodes = [
            OrganizationNode(
                parent: .none, level: .district, name: LocalizedText("district"), path: "town", seat: LocationID(0))
        ]
        var street = OrganizationNodeID.none
        for community in 0..<communities {
            let seat = LocationID(community * 7 % (side * side))
            if community % communitiesPerStreet == 0 {
                street = OrganizationNodeID(nodes.count)
                let path = "town/\(community / communitiesPerStreet)"
                nodes.append(
                    OrganizationNode(
                        parent: OrganizationNodeID(0), level: .street, name: LocalizedText("street"), path: path,
                        seat: seat))
            }
            let path = nodes[street.index].path + "/\(community % communitiesPerStreet)"
            nodes.append(
                OrganizationNode(
                    parent: street, level: .community, name: LocalizedText("community"), path: path, seat: seat))
        }
        return nodes
    }

    /// Every fiftieth leads, every tenth is a community worker, the others are registered members; they live within some
    /// blocks of the community's seat.
    private static func people(of nodes: [OrganizationNode]) -> [PersonRecord] {
        var people: [PersonRecord] = []
        people.reserveCapacity(nodes.count * peoplePerCommunity)
        for (index, node) in nodes.enumerated() where node.level == .community {
            for ordinal in 0..<peoplePerCommunity {
                let home = LocationID((node.seat.index + ordinal % 60) % (side * side))
                people.append(
                    PersonRecord(
                        key: node.key.child(UInt32(ordinal)), home: home, work: home,
                        callingNode: OrganizationNodeID(index),
                        role: ordinal % 10 == 0 ? .communityWorker : .registeredMember,
                        traits: ordinal % 50 == 0 ? [.leader, .fullMember] : .fullMember,
                        travelMode: ordinal % 3 == 0 ? TravelMode.eBike.rawValue : TravelMode.walk.rawValue))
            }
        }
        return people
    }
}
