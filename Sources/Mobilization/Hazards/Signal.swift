import Words
import WrittenFiles

/// The time at which the hazard warrants a level; command delays come on top.
public struct Signal: Sendable {
    /// The level warranted.
    public var level: ResponseLevel
    /// Milliseconds from the first signal.
    public var at: Int64

    /// Creates a signal.
    public init(level: ResponseLevel, at: Int64) {
        self.level = level
        self.at = at
    }

    /// Reads the `levels` of an incident.
    static func list(_ reader: inout ObjectReader) -> [Signal] {
        let signals = reader.list(
            "levels", default: "[]", help: .init(zh: "灾情何时达到各等级", en: "when the hazard warrants each level")
        ) {
            Signal(level: $0.value("level", .name(of: WrittenLevel.self)).level, at: $0.value("at", .duration))
        }
        if zip(signals, signals.dropFirst()).contains(where: { $0.at > $1.at || $0.level >= $1.level }) {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "等级应随时间升高", en: "levels must rise with time"),
                    expected: .init(
                        zh: "如 IV, III, II, I", en: "such as IV, III, II, I, each later than the one before")),
                at: "levels")
        }
        return signals
    }
}
