// swift-tools-version: 6.1
import PackageDescription

// Rooms, ground floor first. A room imports only what it names here; see ARCHITECTURE.md.
let package = Package(
    name: "pingji",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "pingji", targets: ["pingji"])],
    targets: [
        .target(name: "Words"),
        .target(name: "RandomStreams"),
        .target(name: "DenseTables"),
        .target(name: "EventKernel"),
        .target(name: "Statistics", dependencies: ["RandomStreams"]),
        .target(name: "RoadNetwork", dependencies: ["DenseTables"]),
        .target(name: "Organization", dependencies: ["DenseTables", "RandomStreams", "Words"]),
        .target(name: "WrittenFiles", dependencies: ["RandomStreams", "Words"]),
        .target(
            name: "Places", dependencies: ["DenseTables", "Organization", "RandomStreams", "RoadNetwork", "Words"]),
        .target(name: "Coverage", dependencies: ["DenseTables"]),
        .target(name: "Dispatching", dependencies: ["Words", "WrittenFiles"]),
        .target(
            name: "Mobilization",
            dependencies: [
                "Coverage", "DenseTables", "Dispatching", "EventKernel", "Organization", "Places", "RandomStreams",
                "RoadNetwork", "Statistics", "Words", "WrittenFiles",
            ]),
        .target(
            name: "ScenarioFiles",
            dependencies: [
                "DenseTables", "Mobilization", "Organization", "Places", "RandomStreams", "RoadNetwork", "Words",
                "WrittenFiles",
            ]),
        .target(name: "Results", dependencies: ["Statistics", "Words"]),
        .target(
            name: "MapFiles",
            dependencies: ["DenseTables", "Results", "RoadNetwork", "Statistics", "Words", "WrittenFiles"]),
        .target(
            name: "Experiments",
            dependencies: [
                "Coverage", "DenseTables", "Mobilization", "Organization", "Places", "RandomStreams", "Results",
                "RoadNetwork", "ScenarioFiles", "Statistics", "Words", "WrittenFiles",
            ]),
        .target(
            name: "Reports",
            dependencies: ["Coverage", "DenseTables", "Results", "RoadNetwork", "Words"]),
        .target(
            name: "CommandLineTool",
            dependencies: [
                "Coverage", "DenseTables", "Experiments", "MapFiles", "Mobilization", "Organization", "Places",
                "Reports", "Results", "RoadNetwork", "ScenarioFiles", "Words", "WrittenFiles",
            ]),
        .executableTarget(name: "pingji", dependencies: ["CommandLineTool"]),

        .target(name: "BenchmarkSupport", path: "Benchmarks/Support"),
        .executableTarget(
            name: "phold", dependencies: ["BenchmarkSupport", "EventKernel"], path: "Benchmarks/phold"),
        .executableTarget(
            name: "queueing", dependencies: ["BenchmarkSupport", "EventKernel", "RandomStreams", "Statistics"],
            path: "Benchmarks/queueing"),
        .executableTarget(
            name: "growth",
            dependencies: [
                "BenchmarkSupport", "DenseTables", "Mobilization", "Organization", "Places", "RandomStreams",
                "RoadNetwork", "Words",
            ],
            path: "Benchmarks/growth"),
        .executableTarget(
            name: "callout",
            dependencies: [
                "BenchmarkSupport", "Experiments", "Mobilization", "ScenarioFiles", "Words", "WrittenFiles",
            ],
            path: "Benchmarks/callout"),
        .executableTarget(
            name: "going",
            dependencies: [
                "BenchmarkSupport", "Experiments", "Mobilization", "RandomStreams", "ScenarioFiles", "Words",
                "WrittenFiles",
            ],
            path: "Benchmarks/going"),
        .executableTarget(
            name: "draws", dependencies: ["BenchmarkSupport", "RandomStreams"], path: "Benchmarks/draws"),
        .executableTarget(
            name: "routing", dependencies: ["BenchmarkSupport", "RoadNetwork"], path: "Benchmarks/routing"),
        // Another name than the folder's, because a file system may take `coverage` and `Coverage` for the same.
        .executableTarget(
            name: "covering", dependencies: ["BenchmarkSupport", "Coverage"], path: "Benchmarks/coverage"),

        .testTarget(name: "WordsTests", dependencies: ["Words"]),
        .testTarget(name: "RandomStreamsTests", dependencies: ["RandomStreams"]),
        .testTarget(name: "DenseTablesTests", dependencies: ["DenseTables"]),
        .testTarget(name: "EventKernelTests", dependencies: ["EventKernel"]),
        .testTarget(name: "StatisticsTests", dependencies: ["RandomStreams", "Statistics"]),
        .testTarget(
            name: "OrganizationTests", dependencies: ["DenseTables", "Organization", "RandomStreams", "Words"]),
        .testTarget(name: "CoverageTests", dependencies: ["Coverage", "DenseTables"]),
        .testTarget(
            name: "DispatchingTests", dependencies: ["Dispatching", "TestSupport", "Words", "WrittenFiles"]),
        .testTarget(name: "RoadNetworkTests", dependencies: ["DenseTables", "RoadNetwork"]),
        .testTarget(
            name: "PlacesTests",
            dependencies: ["DenseTables", "Organization", "Places", "RandomStreams", "RoadNetwork", "Words"]),
        .testTarget(
            name: "MobilizationTests",
            dependencies: [
                "Coverage", "DenseTables", "Dispatching", "EventKernel", "Mobilization", "Organization", "Places",
                "RandomStreams",
                "RoadNetwork", "ScenarioFiles", "Words", "WrittenFiles",
            ]),
        .target(name: "TestSupport", dependencies: ["Words", "WrittenFiles"], path: "Tests/Support"),
        .testTarget(
            name: "WrittenFilesTests", dependencies: ["RandomStreams", "TestSupport", "Words", "WrittenFiles"]),
        .testTarget(
            name: "ScenarioFilesTests",
            dependencies: [
                "Mobilization", "Organization", "Places", "RandomStreams", "ScenarioFiles", "TestSupport", "Words",
                "WrittenFiles",
            ]),
        .testTarget(name: "ResultsTests", dependencies: ["Results", "Statistics", "Words"]),
        .testTarget(
            name: "MapFilesTests",
            dependencies: ["DenseTables", "MapFiles", "Results", "RoadNetwork", "Words", "WrittenFiles"]),
        .testTarget(
            name: "ExperimentsTests",
            dependencies: [
                "Experiments", "Mobilization", "Organization", "RandomStreams", "Results", "ScenarioFiles",
                "Statistics", "Words", "WrittenFiles",
            ]),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Coverage", "DenseTables", "Reports", "RoadNetwork", "Words"]),
        .testTarget(
            name: "EndToEndTests", dependencies: ["CommandLineTool", "Reports", "Results", "Words", "pingji"]),
    ],
    swiftLanguageModes: [.v6]
)

// Tests spend their time in numbers, searches and queues; unoptimized those take many times as long and test nothing more.
let optimizedInTests = [
    "RandomStreams", "DenseTables", "EventKernel", "Statistics", "RoadNetwork", "Coverage", "Places", "Mobilization",
    "WrittenFiles", "ScenarioFiles", "MapFiles", "Experiments",
]

for target in package.targets {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
            // Rules broken on purpose, for tests of the audit: no program that is shipped knows any.
            .define("MUTANTS", .when(configuration: .debug)),
        ]
    if optimizedInTests.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
}
