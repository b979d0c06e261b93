import BenchmarkSupport
import Foundation
import RoadNetwork

/// A network as raw little-endian arrays in a folder, the layout of RoutingKit's test data, and what is asked of it.
///
/// Arcs are sorted by the node they leave; `first_out` says where each node's arcs begin. Both sides of a comparison read
/// the same folder, with the same sources, targets and closures.
struct NetworkFolder {
    var firstOut: [UInt32] = []
    var head: [UInt32] = []
    /// Milliseconds.
    var travelTime: [UInt32] = []
    var latitude: [Float] = []
    var longitude: [Float] = []
    /// The sources and targets of tables.
    var sources: [UInt32] = []
    var targets: [UInt32] = []
    /// Arcs to close, `closedAtOnce` for each repetition, in turn.
    var closures: [UInt32] = []

    static let closedAtOnce = 20

    var nodeCount: Int { firstOut.count - 1 }

    init() {}

    /// Reads a folder; file names may begin with the folder's name, as those of RoutingKit do.
    init(reading path: String) throws {
        let folder = Self.File(path)
        firstOut = try folder.read("first_out")
        head = try folder.read("head")
        travelTime = try folder.read("travel_time")
        latitude = try folder.read("latitude")
        longitude = try folder.read("longitude")
        sources = (try? folder.read("src200")) ?? []
        targets = (try? folder.read("tgt5000")) ?? []
        closures = (try? folder.read("closures")) ?? []
        guard let last = firstOut.last, Int(last) == head.count, head.count == travelTime.count,
            latitude.count == nodeCount, longitude.count == nodeCount, head.allSatisfy({ Int($0) < nodeCount }),
            zip(firstOut, firstOut.dropFirst()).allSatisfy({ $0 <= $1 })
        else { throw BadNetwork(path: path) }
    }

    /// Draws 200 sources, 5,000 targets and the arcs to close.
    mutating func drawTasks(seed: UInt64) {
        var random = Xoshiro256PlusPlus(seed: seed)
        let (nodes, arcs) = (UInt32(nodeCount), UInt32(head.count))
        sources = (0..<200).map { _ in random.next(below: nodes) }
        targets = (0..<5000).map { _ in random.next(below: nodes) }
        closures = (0..<64 * Self.closedAtOnce).map { _ in random.next(below: arcs) }
    }

    func write(to path: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let folder = Self.File(path)
        try folder.write("first_out", firstOut)
        try folder.write("head", head)
        try folder.write("travel_time", travelTime)
        try folder.write("latitude", latitude)
        try folder.write("longitude", longitude)
        try folder.write("src200", sources)
        try folder.write("tgt5000", targets)
        try folder.write("closures", closures)
    }

    /// The arrays as a network of ours; its arcs are in the same order.
    func network() -> RoadNetwork {
        let nodes = zip(longitude, latitude).map { RoadNode(longitude: Double($0), latitude: Double($1)) }
        var arcs: [RoadArc] = []
        arcs.reserveCapacity(head.count)
        for node in 0..<nodeCount {
            for arc in Int(firstOut[node])..<Int(firstOut[node + 1]) {
                arcs.append(
                    RoadArc(
                        from: RoadNodeID(raw: Int32(node)), to: RoadNodeID(raw: Int32(head[arc])), length: 0,
                        roadClass: .street, pace: .fixed(travelTime[arc])))
            }
        }
        return RoadNetwork(nodes: nodes, arcs: arcs)
    }

    /// The files of a folder.
    struct File {
        private let folder: URL

        init(_ path: String) { folder = URL(fileURLWithPath: path) }

        func read<Value: BitwiseCopyable>(_ name: String) throws -> [Value] {
            var url = folder.appendingPathComponent(name)
            if !FileManager.default.fileExists(atPath: url.path) {
                url = folder.appendingPathComponent(folder.lastPathComponent + "_" + name)
            }
            let data = try Data(contentsOf: url)
            let count = data.count / MemoryLayout<Value>.stride
            return [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
                _ = data.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
                initialized = count
            }
        }

        func write<Value: BitwiseCopyable>(_ name: String, _ values: [Value]) throws {
            try values.withUnsafeBytes { try Data($0).write(to: folder.appendingPathComponent(name)) }
        }
    }

    struct BadNetwork: Error, CustomStringConvertible {
        let path: String
        var description: String { "\(path): the arrays do not describe a network" }
    }
}
