import BenchmarkSupport
import Foundation
import RoadNetwork

/// The workloads: each repetition is timed on the processor's clock and printed with a checksum of what came out.
struct RoutingWorkloads {
    let options: RoutingOptions
    let folder: NetworkFolder
    let network: RoadNetwork
    let metric: RoadMetric

    init(_ options: RoutingOptions) throws {
        self.options = options
        var folder = try NetworkFolder(reading: options.folder)
        if folder.sources.isEmpty || folder.targets.isEmpty || folder.closures.isEmpty { folder.drawTasks(seed: 1) }
        self.folder = folder
        network = folder.network()
        metric = RoadMetric(milliseconds: folder.travelTime)
    }

    private var sources: [RoadNodeID] { nodes(folder.sources, options.sources) }
    private var targets: [RoadNodeID] { nodes(folder.targets, options.targets) }

    /// So many of a list, over and over again if need be; all of it for 0.
    private func nodes(_ list: [UInt32], _ count: Int) -> [RoadNodeID] {
        (0..<(count == 0 ? list.count : count)).map { RoadNodeID(raw: Int32(list[$0 % list.count])) }
    }

    /// The hierarchy of our own order, or of the order in a file.
    private func hierarchy() throws -> RoadHierarchy {
        guard let file = options.orderFile else { return RoadHierarchy(network: network) }
        let url = URL(fileURLWithPath: file)
        let order: [UInt32] = try NetworkFolder.File(url.deletingLastPathComponent().path).read(url.lastPathComponent)
        return RoadHierarchy(network: network, order: order.map { RoadNodeID(raw: Int32($0)) })
    }

    private func times(_ hierarchy: RoadHierarchy, workers: Int = 1) -> HierarchyTravelTimes {
        HierarchyTravelTimes(network: network, hierarchy: hierarchy, metric: metric, workers: workers)
    }

    private func print(work: Int, seconds: Double, _ figures: KeyValuePairs<String, Double>) {
        Swift.print(MeasuredRun(work: work, seconds: seconds, figures: figures).json)
    }

    /// Every weight given anew.
    ///
    /// The table of the customized hierarchy, outside the clock, shows that it is right.
    func customize() throws {
        var times = times(try hierarchy())
        times.customize(metric)
        for repetition in 0..<options.repetitions {
            let changed = closed(repetition)
            let seconds = ProcessorClock.seconds { times.customize(changed) }
            let check = times.table(from: Array(sources.prefix(16)), to: targets)
            print(work: 1, seconds: seconds, ["checksum": Checksum.of(check)])
        }
    }

    /// Twenty arcs close, and a table is wanted.
    ///
    /// The arcs differ from repetition to repetition. Which part of the hierarchy the targets need hangs on the roads
    /// alone, not on how fast they are, so it is worked out once and kept.
    func closure() throws {
        let hierarchy = try hierarchy()
        var times = times(hierarchy)
        let selection = hierarchy.selection(of: targets)
        let sources = sources
        _ = times.table(from: sources, to: selection)
        for repetition in 0..<options.repetitions {
            var table = TravelTimeTable(rows: 0, columns: 0, milliseconds: [])
            let seconds = ProcessorClock.seconds {
                times.customize(closed(repetition))
                table = times.table(from: sources, to: selection)
            }
            print(work: 1, seconds: seconds, ["checksum": Checksum.of(table)])
        }
    }

    private func closed(_ repetition: Int) -> RoadMetric {
        var changed = metric
        let count = NetworkFolder.closedAtOnce
        let first = (repetition + Int(options.seed) - 1) % (folder.closures.count / count) * count
        for arc in folder.closures[first..<first + count] { changed.close(RoadArcID(raw: Int32(arc))) }
        return changed
    }

    /// Sixteen trees at once: the time to every node from sixteen sources.
    func oneToAll() throws {
        let times = times(try hierarchy())
        _ = times.trees(from: Array(sources.prefix(16)))
        for repetition in 0..<options.repetitions {
            let some = (0..<16).map { sources[(repetition * 16 + $0) % sources.count] }
            var table = TravelTimeTable(rows: 0, columns: 0, milliseconds: [])
            let seconds = ProcessorClock.seconds { table = times.trees(from: some) }
            print(work: some.count, seconds: seconds, ["checksum": Checksum.of(table)])
        }
    }

    /// The order of nodes, and how many arcs the hierarchy has with it; of a given order the arcs only.
    func order() throws {
        for _ in 0..<options.repetitions {
            var order: [RoadNodeID] = []
            let seconds =
                options.orderFile == nil
                ? ProcessorClock.seconds { order = NestedDissection.order(of: network) } : 0
            let hierarchy =
                options.orderFile == nil ? RoadHierarchy(network: network, order: order) : try self.hierarchy()
            print(
                work: 1, seconds: seconds,
                [
                    "hierarchy_arcs": Double(hierarchy.arcCount),
                    "triangles": Double(hierarchy.triangleCount),
                ])
        }
    }

    /// The table of all sources and targets.
    func table() throws {
        let hierarchy = try hierarchy()
        let times = times(hierarchy)
        let selection = hierarchy.selection(of: targets)
        let sources = sources
        _ = times.table(from: sources, to: selection)
        for _ in 0..<options.repetitions {
            var table = TravelTimeTable(rows: 0, columns: 0, milliseconds: [])
            let seconds = ProcessorClock.seconds { table = times.table(from: sources, to: selection) }
            print(
                work: 1, seconds: seconds,
                ["checksum": Checksum.of(table), "mean_seconds_of_ten_rows": mean(table, rows: 10)])
        }
    }

    /// The same table on one worker and on as many as wanted, by turns, so that a slow moment of the machine meets both; wall seconds.
    func workers() throws {
        let hierarchy = try hierarchy()
        let (alone, shared) = (times(hierarchy), times(hierarchy, workers: options.workers))
        let selection = hierarchy.selection(of: targets)
        let sources = sources
        var table = alone.table(from: sources, to: selection)
        let expected = Checksum.of(table)
        _ = shared.table(from: sources, to: selection)
        for _ in 0..<options.repetitions {
            let one = wallSeconds { table = alone.table(from: sources, to: selection) }
            var all = 0.0
            let seconds = ProcessorClock.seconds {
                all = wallSeconds { table = shared.table(from: sources, to: selection) }
            }
            let checksum = Checksum.of(table)
            guard checksum == expected else { fatalError("\(options.workers) workers make another table than one") }
            print(
                work: 1, seconds: seconds,
                ["one_worker_wall_seconds": one, "wall_seconds": all, "checksum": checksum])
        }
    }

    private func wallSeconds(_ work: () -> Void) -> Double {
        ContinuousClock().measure(work) / .seconds(1)
    }

    /// The mean of what can be reached in the first rows, in seconds, for peers that round.
    private func mean(_ table: TravelTimeTable, rows: Int) -> Double {
        let times = table.milliseconds.prefix(rows * table.columns).filter { $0 != TravelTimeTable.unreachable }
        return times.reduce(0) { $0 + Double($1) } / Double(max(times.count, 1)) / 1000
    }

    /// Everything once in one process, for the most memory that takes.
    func memory() throws {
        var table = TravelTimeTable(rows: 0, columns: 0, milliseconds: [])
        var arcs = 0
        let seconds = ProcessorClock.seconds {
            let hierarchy = RoadHierarchy(network: network)
            arcs = hierarchy.arcCount
            table = times(hierarchy).table(from: sources, to: targets)
        }
        print(
            work: folder.nodeCount, seconds: seconds,
            [
                "peak_memory_bytes": Double(ProcessorClock.peakMemory), "hierarchy_arcs": Double(arcs),
                "checksum": Checksum.of(table),
            ])
    }
}
