import Organization
import Places
import Words
import WrittenFiles

extension ExplicitPlaceDocument {
    /// What is wrong with the whole, and where it is written.
    static func fault(
        _ problem: PlaceProblem, _ consistency: PlaceConsistency, _ tree: Tree, _ reader: borrowing ObjectReader
    ) -> (Fault.Problem, DocumentLocation) {
        func contradiction(_ zh: String, _ en: String, _ expected: LocalizedText) -> Fault.Problem {
            .init(.inconsistent, .init(zh: zh, en: en), expected: expected)
        }
        switch problem {
        case .noPeople:
            return (
                contradiction("没有人员", "there are no people", .init(zh: "至少一人", en: "at least one person")),
                reader.location(of: "people")
            )
        case .unreachableGrid(let grid):
            return (
                contradiction(
                    "网格无路可达", "no road leads to this grid",
                    .init(zh: "与首个组织驻地相通的道路", en: "roads that join it to the seat of the first organization")),
                consistency.grids[grid].at
            )
        case .unknownGridNode(let grid):
            return (
                contradiction(
                    "网格的 node 不是网格", "the node of this grid is not a grid",
                    .init(zh: "level 为 grid 的组织", en: "an organization whose level is grid")),
                consistency.grids[grid].node
            )
        case .repeatedGridNode(let grid):
            return (
                contradiction(
                    "该组织已有一个网格", "the organization has a grid already",
                    .init(zh: "每个组织一个网格", en: "one grid for each organization")),
                consistency.grids[grid].node
            )
        case .organizationWithoutRoot:
            return (
                contradiction(
                    "没有最上一级组织", "there is no topmost organization",
                    .init(zh: "一个没有 parent 的组织", en: "one organization without a parent")),
                reader.location(of: "organization")
            )
        case .parentNotBefore(let node):
            return (
                contradiction(
                    "组织没有上级", "this organization has no parent",
                    .init(
                        zh: "只有一个组织没有 parent，即 \(quoted(tree.names[0]))",
                        en: "just one organization without a parent, which is \(quoted(tree.names[0]))")),
                tree.parents[node]
            )
        case .unknownSeat, .unknownReference, .unknownGridLocation, .unknownFacilityReference, .unknownDikeReference,
            .unknownRoadEnd, .roadLength, .unknownRoadName:
            // A name or a length at fault where it was read leaves a number that fits nothing.
            return (
                contradiction(
                    "有内容引用了不存在的地点或组织", "something refers to a point or an organization that is not there",
                    .init(zh: "已写出的名称", en: "names that are written")), reader.location(of: "points")
            )
        case .figureOutOfRange, .noStreets, .streetWithoutCommunities, .repeatedCode, .fewerGridsThanCommunities,
            .moreCentersThanCommunities, .riverWithoutCourse, .tooManyBridges, .bankWithoutBridge, .seatTooFar,
            .courseTooFar:
            preconditionFailure("a place written out is not made from figures: \(problem)")
        }
    }
}
