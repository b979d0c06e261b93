import Places
import Words

/// One figure a run yields: its name, unit and meaning, declared once.
public struct Measure: Sendable {
    /// What kind of figure it is; it decides how replications are put together.
    public enum Kind: Sendable {
        /// A time that may never be reached.
        case time
        /// A share between 0 and 1.
        case share
        /// Whether something happened in a run, 0 or 1; over runs, the share of them.
        case indicator
        /// A number of things.
        case count
        /// Any other quantity.
        case quantity
    }

    /// The name scripts rely on.
    public let name: String
    /// The unit, `min`, `share`, `people`.
    public let unit: String
    /// What kind of figure it is.
    public let kind: Kind
    /// Whether less is better; nil where neither is.
    public let lessIsBetter: Bool?
    /// What it means.
    public let definition: LocalizedText
    /// What a scenario must have for it to have a value.
    public private(set) var needs: [MeasureNeed] = []

    private init(_ name: String, _ unit: String, _ kind: Kind, less: Bool?, _ zh: String, _ en: String) {
        (self.name, self.unit, self.kind, lessIsBetter) = (name, unit, kind, less)
        definition = LocalizedText(zh: zh, en: en)
    }

    /// Declares a time in minutes; less is better.
    static func time(_ name: String, _ zh: String, _ en: String) -> Measure {
        Measure(name, "min", .time, less: true, zh, en)
    }

    /// Declares a share.
    static func share(_ name: String, less: Bool?, _ zh: String, _ en: String) -> Measure {
        Measure(name, "share", .share, less: less, zh, en)
    }

    /// Declares whether something good happened.
    static func indicator(_ name: String, _ zh: String, _ en: String) -> Measure {
        Measure(name, "share", .indicator, less: false, zh, en)
    }

    /// Declares a number of things.
    static func count(_ name: String, _ unit: String, less: Bool?, _ zh: String, _ en: String) -> Measure {
        Measure(name, unit, .count, less: less, zh, en)
    }

    /// Declares any other quantity.
    static func quantity(_ name: String, _ unit: String, less: Bool?, _ zh: String, _ en: String) -> Measure {
        Measure(name, unit, .quantity, less: less, zh, en)
    }

    /// The same measure, which has no value without `needs`.
    func needing(_ needs: MeasureNeed...) -> Measure {
        var measure = self
        measure.needs = needs + measure.needs
        return measure
    }
}

/// What a scenario must have for a measure to have a value, so that nobody waits for a verdict that cannot come.
public struct MeasureNeed: Sendable {
    /// Says that it is missing, as the first half of a sentence.
    public let missing: LocalizedText
    /// Whether a plan, an incident and a place have it.
    public let isMet: @Sendable (Plan, Incident, Place) -> Bool

    init(zh: String, en: String, isMet: @escaping @Sendable (Plan, Incident, Place) -> Bool) {
        missing = LocalizedText(zh: zh, en: en)
        self.isMet = isMet
    }

    /// An incident that warrants a level: where it warrants none nobody is called and there is nothing of the kind to measure.
    static let levels = MeasureNeed(zh: "事件没有响应等级", en: "the incident warrants no level") { _, incident, _ in
        !incident.signals.isEmpty
    }

    /// An incident that warrants a certain level.
    static func level(_ level: ResponseLevel) -> MeasureNeed {
        MeasureNeed(zh: "事件达不到这一等级", en: "the incident never reaches this level") { _, incident, _ in
            incident.signals.contains { $0.level == level }
        }
    }

    /// Grids.
    static let grids = MeasureNeed(zh: "该地方没有网格", en: "the place has no grids") { _, _, place in
        !place.grids.isEmpty
    }

    /// Grids with residents.
    static let residents = MeasureNeed(zh: "该地方的网格没有居民", en: "no grid of the place has residents") { _, _, place in
        place.grids.contains { $0.residents > 0 }
    }
}
