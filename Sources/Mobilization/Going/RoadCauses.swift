import RandomStreams
import RoadNetwork

/// What decides which road closes when: a world's ground, its rules of closing, and its rivers at the crests of this replication.
///
/// Runs with equal causes meet the same roads at every moment and can share them. The weather is one of the causes, because it decides who is
/// within reach of whom.
struct RoadCauses: Equatable {
    let world: World
    let crests: [Double]

    /// Takes the causes in a world, in the replication of `random`.
    init(_ world: World, _ random: RandomStream) {
        self.world = world
        crests = world.incidents.indices.map { world.crest(of: $0, random) }
    }

    static func == (one: RoadCauses, other: RoadCauses) -> Bool {
        let (first, second) = (one.world, other.world)
        return first.ground === second.ground && one.crests == other.crests && first.horizon == second.horizon
            && first.longestDry == second.longestDry && first.plan.roads.closures == second.plan.roads.closures
            && first.plan.roads.lookEvery == second.plan.roads.lookEvery
            && first.incidents.map(\.closures) == second.incidents.map(\.closures)
            && first.incidents.map(\.river) == second.incidents.map(\.river)
            && first.incidents.map(\.passableDepth) == second.incidents.map(\.passableDepth)
    }
}
