import Coverage
import Results
import RoadNetwork
import Words

/// What the service circles of some facilities come to, with the roads open and, where any are closed, with them closed.
public struct CoverageFindings: Sendable {
    /// A facility, or a point of demand.
    public struct Point: Sendable {
        /// The name used in files.
        public var id: String
        /// The name users read.
        public var name: LocalizedText
        /// Degrees east (`x`) and north (`y`), WGS 84; nil where only travel times are known.
        public var place: SIMD2<Double>?
        /// The corners of its outline, the first not repeated; empty for a point.
        public var outline: [SIMD2<Double>]
        /// Its weight, such as its residents.
        public var weight: Double
        /// How it comes to the roads; nil where there are none, or where sites stand on them.
        public var access: RoadAccess?

        /// Creates a point, by default called by its id.
        public init(
            id: String, name: LocalizedText? = nil, place: SIMD2<Double>?, outline: [SIMD2<Double>] = [],
            weight: Double = 1, access: RoadAccess? = nil
        ) {
            self.id = id
            self.name = name ?? LocalizedText(id)
            self.place = place
            self.outline = outline
            self.weight = weight
            self.access = access
        }
    }

    /// What it is about: the title of a scenario; nil for files.
    public var title: LocalizedText?
    /// How people travel.
    public var mode: LocalizedText
    /// What weights count.
    public var unit: LocalizedText
    /// The moment closures are looked at; nil if every closure counts.
    public var moment: String?
    /// How many arcs are closed; a street closed both ways has two.
    public var closedArcs: Int
    /// The facilities.
    public var facilities: [Point]
    /// The points of demand.
    public var demand: [Point]
    /// The radii of the circles in minutes, in rising order.
    public var minutes: [Double]
    /// With every road open.
    public var open: ServiceCircles
    /// With roads closed; nil if none are asked to be.
    public var closed: ServiceCircles?
    /// How the way between points and roads is counted; nil where no point has one.
    public var access: AccessRule?

    /// Creates findings.
    public init(
        title: LocalizedText? = nil, mode: LocalizedText, unit: LocalizedText, moment: String? = nil,
        closedArcs: Int = 0, facilities: [Point], demand: [Point], minutes: [Double], open: ServiceCircles,
        closed: ServiceCircles? = nil, access: AccessRule? = nil
    ) {
        precondition(!minutes.isEmpty, "a circle has a radius")
        self.title = title
        self.mode = mode
        self.unit = unit
        self.moment = moment
        self.closedArcs = closedArcs
        self.facilities = facilities
        self.demand = demand
        self.minutes = minutes
        self.open = open
        self.closed = closed
        self.access = access
    }

    /// What weights of residents count.
    public static let residents = LocalizedText(zh: "居民", en: "residents")

    /// What weights count when nobody says.
    public static let weight = LocalizedText(zh: "权重", en: "weight")

    /// The states of the roads in order: open, and closed if there are closures.
    public var states: [ServiceCircles] { [open] + (closed.map { [$0] } ?? []) }

    /// The roads as they are in the end.
    public var last: ServiceCircles { closed ?? open }

    /// A number of minutes in milliseconds.
    public static func milliseconds(_ minutes: Double) -> UInt32 { UInt32((minutes * 60_000).rounded()) }

    /// Milliseconds as minutes rounded to `decimals`, which is up where what lies beyond `limit` would read as within it.
    static func minutes(_ milliseconds: UInt32, decimals: Int, beyond limit: UInt32) -> Double {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let nearest = (Double(milliseconds) * scale / 60_000).rounded()
        let edge = Double(limit) * scale / 60_000
        return (milliseconds > limit && nearest <= edge ? edge.rounded(.down) + 1 : nearest) / scale
    }

    /// The largest radius in milliseconds; what lies beyond it is a gap.
    public var widest: UInt32 { Self.milliseconds(minutes[minutes.count - 1]) }

    /// The points that are gaps in any state of the roads, the heaviest first.
    ///
    /// - Complexity: O(points · log points).
    public var gaps: [Int] { ServiceCircles.gaps(of: states, beyond: widest) }

    /// The points of demand farther from every road than the limit, which have no way whatever is closed.
    var pastLimit: [Int] { demand.indices.filter { demand[$0].access.map { $0.join == nil } ?? false } }

    /// How many points are gaps in one state.
    func gapCount(in state: ServiceCircles) -> Int { demand.indices.count { state.isGap($0, beyond: widest) } }
}
