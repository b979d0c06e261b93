import Words

/// What a result comes to, as plain values: all that the summary on the terminal shows.
public struct Digest: Sendable {
    /// What a comparison with the baseline comes to.
    public enum Verdict: String, Sendable {
        /// Surely better.
        case better
        /// Surely worse.
        case worse
        /// Surely more, of something of which neither more nor less is better.
        case higher
        /// Surely less, of such a thing.
        case lower
        /// It may be either.
        case undecided
        /// Exactly the same each time.
        case same
        /// Shown without a verdict.
        case exploratory
    }

    /// A variant against the baseline.
    public struct Difference: Sendable {
        /// The mean of variant minus baseline.
        public var mean: Double
        /// Its interval, where there is one.
        public var interval: ClosedRange<Double>?
        /// The verdict.
        public var verdict: Verdict
        /// Assumption sets that put the variant on the better and on the worse side, and all of them; nil if none were drawn.
        public var sets: (better: Int, worse: Int, all: Int)?

        /// Creates a difference.
        public init(
            mean: Double, interval: ClosedRange<Double>?, verdict: Verdict, sets: (better: Int, worse: Int, all: Int)?
        ) {
            self.mean = mean
            self.interval = interval
            self.verdict = verdict
            self.sets = sets
        }
    }

    /// A figure of one variant.
    public struct Value: Sendable {
        /// Replications that have it.
        public var count: Int
        /// Those that reached it.
        public var reached: Int
        /// The mean, if all reached it.
        public var mean: Double?
        /// Its interval, where there is one.
        public var interval: ClosedRange<Double>?
        /// The median, infinite for never.
        public var median: Double?
        /// The difference to the baseline; nil for the baseline.
        public var difference: Difference?

        /// Creates a value.
        public init(
            count: Int, reached: Int, mean: Double?, interval: ClosedRange<Double>?, median: Double?,
            difference: Difference?
        ) {
            self.count = count
            self.reached = reached
            self.mean = mean
            self.interval = interval
            self.median = median
            self.difference = difference
        }
    }

    /// A figure of all variants.
    public struct Figure: Sendable {
        /// How its numbers are written.
        public enum Kind: Sendable {
            /// Minutes, shown as hours and minutes.
            case time
            /// A share, shown in percent.
            case share
            /// Any other number.
            case number
        }

        /// What it is.
        public var label: LocalizedText
        /// How it is written.
        public var kind: Kind
        /// Whether verdicts are about it.
        public var decides: Bool
        /// Whether it is the time from an order to what was ordered, which may have been there before.
        public var beginsAtOrder: Bool
        /// Its value in each variant; nil where there is nothing to measure.
        public var values: [Value?]

        /// Creates a figure.
        public init(
            label: LocalizedText, kind: Kind, decides: Bool, beginsAtOrder: Bool = false, values: [Value?]
        ) {
            self.beginsAtOrder = beginsAtOrder
            self.label = label
            self.kind = kind
            self.decides = decides
            self.values = values
        }
    }

    /// One step of the waterfall from names on lists to people on post.
    public struct Step: Sendable {
        /// What is counted.
        public var label: LocalizedText
        /// Whether it is taken off the step before, as doubled names are.
        public var isDeduction: Bool
        /// The mean of each variant.
        public var counts: [Double?]

        /// Creates a step.
        public init(label: LocalizedText, isDeduction: Bool = false, counts: [Double?]) {
            self.label = label
            self.isDeduction = isDeduction
            self.counts = counts
        }
    }

    /// People over time in one variant, on average.
    public struct Curve: Sendable {
        /// People who came to their muster point, at each sample.
        public var arrived: [Double]
        /// People on post or at a task, at each sample.
        public var onPost: [Double]

        /// Creates a curve.
        public init(arrived: [Double], onPost: [Double]) {
            self.arrived = arrived
            self.onPost = onPost
        }
    }

    /// The order of a level.
    public struct Order: Sendable {
        /// The level.
        public var level: String
        /// Minutes from the first signal, in the first replication of the baseline.
        public var minutes: Double
        /// Posts it opens.
        public var posts: Int

        /// Creates an order.
        public init(level: String, minutes: Double, posts: Int) {
            self.level = level
            self.minutes = minutes
            self.posts = posts
        }
    }

    /// A grid that is cut off while roads are closed.
    public struct Island: Sendable {
        /// Its name.
        public var name: LocalizedText
        /// Its residents.
        public var residents: Int
        /// The median minutes in which no car could get there.
        public var minutes: Double
        /// Replications in which that happened.
        public var count: Int

        /// Creates an island.
        public init(name: LocalizedText, residents: Int, minutes: Double, count: Int) {
            self.name = name
            self.residents = residents
            self.minutes = minutes
            self.count = count
        }
    }

    /// One of the slowest grids.
    public struct SlowGrid: Sendable {
        /// Its name.
        public var name: LocalizedText
        /// The median minutes until four fifths of its needs were begun, infinite for never.
        public var minutes: Double
        /// Replications in which they never were.
        public var never: Int
        /// Replications in which it had needs.
        public var count: Int
        /// What held it up: the stage that usually took longest and in how many replications it did, or why the first
        /// replication never got there.
        public var reason: (text: LocalizedText, count: Int?)?

        /// Creates a grid.
        public init(
            name: LocalizedText, minutes: Double, never: Int, count: Int, reason: (text: LocalizedText, count: Int?)?
        ) {
            self.name = name
            self.minutes = minutes
            self.never = never
            self.count = count
            self.reason = reason
        }
    }

    /// Where the spread of the baseline's first deciding figure comes from, as shares that add up to 1.
    public struct Sources: Sendable {
        /// Due to luck; nil if there were too few runs to tell.
        public var luck: Double?
        /// Due to the place drawn; nil if too few were drawn to tell, which leaves it with the assumptions.
        public var place: Double?
        /// Due to the assumptions drawn.
        public var assumptions: Double

        /// Creates shares.
        public init(luck: Double?, place: Double?, assumptions: Double) {
            self.luck = luck
            self.place = place
            self.assumptions = assumptions
        }
    }

    /// The scenario's title.
    public var title: LocalizedText
    /// The question it asks.
    public var question: LocalizedText
    /// The names of the variants.
    public var variants: [String]
    /// The number of the baseline.
    public var baseline: Int
    /// Replications of each variant.
    public var replications: Int
    /// Replications that were asked for; more if the run was stopped.
    public var planned: Int
    /// Places drawn, 0 for a place that is written out.
    public var placesDrawn: Int
    /// Whether assumptions were drawn.
    public var drawsAssumptions: Bool
    /// The horizon in minutes.
    public var horizon: Double
    /// The figures.
    public var figures: [Figure] = []
    /// From names to people on post.
    public var waterfall: [Step] = []
    /// People over time, by variant.
    public var curves: [Curve] = []
    /// Minutes between samples of the curves.
    public var sampleMinutes = 5.0
    /// The orders, in order of time.
    public var orders: [Order] = []
    /// The slowest grids of the baseline.
    public var slowGrids: [SlowGrid] = []
    /// The grids that are cut off longest, and how many are at all; empty where no road ever closes.
    public var islands: [Island] = []
    /// Where the uncertainty comes from.
    public var sources: Sources?

    /// A text of a scenario on one line.
    public static func shown(_ text: LocalizedText) -> LocalizedText {
        LocalizedText(zh: DisplayWidth.oneLine(text.zh), en: DisplayWidth.oneLine(text.en))
    }

    /// Creates a digest without figures.
    public init(
        title: LocalizedText, question: LocalizedText, variants: [String], baseline: Int, replications: Int,
        planned: Int, placesDrawn: Int, drawsAssumptions: Bool, horizon: Double
    ) {
        self.title = Self.shown(title)
        self.question = Self.shown(question)
        self.variants = variants.map { DisplayWidth.oneLine($0) }
        self.baseline = baseline
        self.replications = replications
        self.planned = planned
        self.placesDrawn = placesDrawn
        self.drawsAssumptions = drawsAssumptions
        self.horizon = horizon
    }
}
