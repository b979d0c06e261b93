import Foundation

/// Makes road networks and measures the hierarchy on them, one line of JSON for each repetition.
guard let options = RoutingOptions(Array(CommandLine.arguments.dropFirst())) else {
    print(RoutingOptions.usage)
    exit(64)
}

do {
    switch options.task {
    case .generate:
        var network = RegionGenerator.network(options.style, seed: options.seed)
        network.drawTasks(seed: options.seed)
        try network.write(to: options.folder)
        print("\(options.folder): \(network.nodeCount) nodes, \(network.head.count) arcs")
    case .copy:
        var network = try NetworkFolder(reading: options.folder)
        network.drawTasks(seed: options.seed)
        try network.write(to: options.out)
    case .customize: try RoutingWorkloads(options).customize()
    case .closure: try RoutingWorkloads(options).closure()
    case .oneToAll: try RoutingWorkloads(options).oneToAll()
    case .order: try RoutingWorkloads(options).order()
    case .table: try RoutingWorkloads(options).table()
    case .workers: try RoutingWorkloads(options).workers()
    case .memory: try RoutingWorkloads(options).memory()
    case .verify:
        let (right, wrong) = try ReferenceQueries.check(options.folder)
        if let wrong {
            print(wrong)
            exit(1)
        }
        print("\(options.folder): all \(right) reference queries match")
    }
} catch let fault as NetworkFolder.BadNetwork {
    FileHandle.standardError.write(Data("routing: \(fault)\n".utf8))
    exit(65)
} catch {
    FileHandle.standardError.write(Data("routing: \(error)\n".utf8))
    exit(66)
}
