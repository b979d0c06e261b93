import Mobilization
import Organization
import Places
import RandomStreams

/// What must be known of a ground once its block is over: enough to add up what happened on several of them.
struct GroundTraits: Sendable {
    /// The block of replications that shared it.
    var block: Int
    /// Its residents, which coverage is a share of.
    var residents: Int
    /// The keys of its grids' nodes: equal keys are the same grid of the organization, on another drawn ground.
    var gridKeys: [EntityKey]
}

extension GroundTraits {
    /// Takes the traits of the ground of a block.
    init(of place: Place, block: Int) {
        self.init(
            block: block, residents: place.grids.reduce(0) { $0 + $1.residents },
            gridKeys: place.grids.map { place.organization[$0.node].key })
    }
}
