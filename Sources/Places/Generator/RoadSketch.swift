import RoadNetwork

/// Roads on the map while they are being planned: points and two-way edges.
struct RoadSketch {
    struct Edge {
        var from: Int
        var to: Int
        var roadClass: RoadClass
        /// The number of the bridge, or −1.
        var bridge = -1
        /// Meters, bends included.
        var length: Double
    }

    var points: [PlanePoint] = []
    var edges: [Edge] = []

    /// The road node at the middle of each grid, or −1 while it has none.
    var gridNodes: [Int] = []

    /// The grid each point lies in, or −1 outside built-up ground.
    var grids: [Int32] = []
}
