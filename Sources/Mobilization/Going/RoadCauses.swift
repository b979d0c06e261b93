import RandomStreams
import RoadNetwork

/// What decides which road closes when: a world's ground, its rules of closing, and its river at the crest of this replication.
///
/// Runs with equal causes meet the same roads at every moment and can share them. The weather is one of the causes, because it decides who is
/// within reach of whom.
struct RoadCauses: Equatable {
    let world: World
    let crest: Double

    /// Takes the causes in a world, in the replication of `random`.
    init(_ world: World, _ random: RandomStream) {
        self.world = world
        crest = world.crest(random)
    }

    static func == (one: RoadCauses, other: RoadCauses) -> Bool {
        let (first, second) = (one.world, other.world)
        return first.ground === second.ground && one.crest == other.crest && first.horizon == second.horizon
            && first.longestDry == second.longestDry && first.plan.roads.closures == second.plan.roads.closures
            && first.plan.roads.lookEvery == second.plan.roads.lookEvery
            && first.incident.closures == second.incident.closures && first.incident.river == second.incident.river
            && first.incident.passableDepth == second.incident.passableDepth
    }
}
