import Mobilization
import Organization
import RandomStreams
import RoadNetwork
import Words
import WrittenFiles

extension Incident {
    /// Reads an incident; `names` are those of the place.
    init(_ reader: inout ObjectReader, names: PlaceNames) {
        self.init()
        _ = reader.value("name", .text, default: #""incident""#)
        let start = reader.value(
            "firstSignal", .date, help: .init(zh: "首个信号的时间", en: "when the first signal comes"))
        weekStart = start.millisecondsOfWeek
        signals = reader.list(
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
        let reduced = reader.object(
            "weather", default: "{}", help: .init(zh: "天气使速度剩下几成", en: "what the weather leaves of each speed")
        ) {
            inner in
            WrittenMode.allCases.map { inner.value($0.rawValue, .share, default: "1") }
        }
        for (mode, factor) in zip(WrittenMode.allCases, reduced) { weather[Int(mode.mode.rawValue)] = factor }
        river = reader.list("river", default: "[]", help: .init(zh: "河水过程", en: "the river's expected course")) {
            Stage(at: $0.value("at", .duration), height: $0.value("height", .distance))
        }
        if zip(river, river.dropFirst()).contains(where: { $0.at >= $1.at }) {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "河水过程的时间应递增", en: "the river's course must be in order of time"),
                    expected: .init(zh: "每点晚于前一点", en: "each point later than the one before")), at: "river")
        }
        let spread = reader.value(
            "riverSpread", .number(in: 0...1), default: #"{ "value": 0.12, "range": [0.05, 0.25] }"#,
            help: .init(zh: "洪峰的不确定性（对数标准差）", en: "log-standard deviation of the river's crest"))
        riverSpread = .lognormal(median: 1, sigma: spread)
        closures = RoadClosure.list(&reader, names)
        let depths = reader.object(
            "passableDepth", default: "{}",
            help: .init(zh: "各方式能通过的水深；不写则水不封路", en: "how deep water may be on a road; without it water closes none")
        ) { inner in
            WrittenTravelMode.allCases.map { inner.optional($0.rawValue, .distance) }
        }
        for (mode, depth) in zip(WrittenTravelMode.allCases, depths) { passableDepth[Int(mode.mode.rawValue)] = depth }
        responseTarget = reader.optional(
            "responseTarget", .duration, help: .init(zh: "任务应在多久内开工", en: "how soon a task should be begun"))
        let tasks = reader.object("tasks", default: "{}") { inner in
            (
                inner.optionalObject("warn") { Demand(&$0, "householdsPerTask", names.departments) },
                inner.optionalObject("transfer") { Demand(&$0, "residentsPerTask", names.departments) }
            )
        }
        warn = tasks.0 ?? Demand()
        transfer = tasks.1 ?? Demand()
        calls = reader.dictionary(
            "calls", default: "{}", help: .init(zh: "各站点的来电来访", en: "calls that come to the stations of the place")
        ) {
            CallStream(code: $0, &$1, stations: names.stations)
        }.map(\.value)
        if signals.isEmpty, calls.isEmpty {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "什么也不发生", en: "nothing happens: no level is warranted and no call comes"),
                    expected: .init(zh: "levels 或 calls 至少一项", en: "at least one of levels and calls")))
        }
    }
}

extension Incident.Demand {
    /// Reads what the hazard asks for, in batches called `batchKey`.
    fileprivate init(_ reader: inout ObjectReader, _ batchKey: String, _ departments: NameTable) {
        self.init()
        level =
            reader.value(
                "level", .name(of: WrittenLevel.self), help: .init(zh: "从哪一等级起出现", en: "the level that makes it appear")
            ).level
        batch = reader.value(
            batchKey, .integer(in: 1...100_000), help: .init(zh: "每项任务的数量", en: "how many in one task"))
        self.departments = reader.value(
            "departments", .set(of: .reference(to: departments)), default: "[]",
            help: .init(zh: "需哪些部门同意", en: "departments that must agree, one of which sends a team"))
        priority = reader.value(
            "priority", .integer(in: 0...100), default: "1", help: .init(zh: "先后，小者先", en: "smaller goes first"))
    }
}

extension DatedInstant {
    /// Local milliseconds since Monday 00:00.
    var millisecondsOfWeek: Int64 {
        let week: Int64 = 7 * 24 * 3_600_000
        // The epoch was a Thursday.
        let local = milliseconds + Int64(offsetMinutes) * 60_000 + 3 * 24 * 3_600_000
        return (local % week + week) % week
    }
}
