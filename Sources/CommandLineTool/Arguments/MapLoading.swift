import MapFiles
import Organization
import Reports
import RoadNetwork
import ScenarioFiles

/// Reads the map files a command is given, and reports everything that is wrong with them and everything left out.
enum MapLoading {
    /// Reads files whose faults are listed together, and keeps what there is to tell of them.
    struct Files {
        /// Everything wrong so far.
        var faults = FaultList()
        fileprivate var notes: [ReadingNotes] = []

        /// What `body` reads, or nil with its faults added to the others.
        mutating func read<Content>(_ body: () throws(FaultList) -> Noted<Content>) -> Content? {
            do throws(FaultList) {
                return try body().content { take($0) }
            } catch {
                faults.join(error)
                return nil
            }
        }

        /// Keeps notes; of a file that is read twice, as facilities and as demand, what is new.
        private mutating func take(_ more: ReadingNotes) {
            guard let index = notes.firstIndex(where: { $0.path == more.path && $0.dropped == more.dropped }) else {
                return notes.append(more)
            }
            for warning in more.warnings where !notes[index].warnings.contains(warning) {
                notes[index].warnings.append(warning)
            }
        }
    }

    /// What `read` makes of several files; what was left out of them is told, or all their faults, and then it throws.
    static func load<Content>(
        _ language: Language, _ console: Console, _ read: (inout Files) throws(FaultList) -> Content
    ) throws(Refusal) -> Content {
        var files = Files()
        do throws(FaultList) {
            let content = try read(&files)
            for notes in files.notes { tell(notes, language, console) }
            return content
        } catch {
            console.complain(error.text.text(in: language))
            throw Refusal(reported: ScenarioLoading.code(of: error.faults))
        }
    }

    /// What `read` reads of one file; what was left out of it is told.
    static func load<Content>(
        _ language: Language, _ console: Console, _ read: () throws(FaultList) -> Noted<Content>
    ) throws(Refusal) -> Content {
        try noted(language, console, read).content { tell($0, language, console) }
    }

    /// What `read` reads of one file, for a command that tells itself what was left out.
    static func noted<Content>(
        _ language: Language, _ console: Console, _ read: () throws(FaultList) -> Noted<Content>
    ) throws(Refusal) -> Noted<Content> {
        try load(language, console) { (_: inout Files) throws(FaultList) in try read() }
    }

    /// Tells what was left out of a file, and what may not be what was meant, on standard error.
    static func tell(_ notes: ReadingNotes, _ language: Language, _ console: Console) {
        let path = visible(notes.path) + (language == .zh ? "：" : ": ")
        for warning in notes.warnings { console.complain(path + warning.text(in: language)) }
        let left = MapSummary.dropped(notes.dropped, language).map { "\($0.what) \($0.count)" }
        guard !left.isEmpty else { return }
        console.complain(
            path
                + (language == .zh
                    ? "略去：\(left.joined(separator: "；"))" : "left out: \(left.joined(separator: "; "))"))
    }

    /// The roads at a path: as cars on an emergency call have them with `--emergency`.
    static func network(
        _ path: String, _ arguments: ArgumentList, _ language: Language, _ console: Console
    ) throws(Refusal) -> RoadMap {
        let map = try load(language, console) { () throws(FaultList) in try MapFiles.network(at: path) }
        return arguments.has("--emergency") ? map.forEmergencies() : map
    }

    /// The option by which cars are those of a team.
    static let emergency = OptionDeclaration(
        "--emergency", zh: "汽车按应急车辆计：可走 OSM 标有 emergency=yes 的道路与闸门",
        en: "cars are emergency vehicles: they use roads and gates that OSM marks emergency=yes")

    /// The datum that `--datum` names, in which all coordinates of a call's files are but those of the roads.
    static func datum(_ arguments: ArgumentList) throws(Refusal) -> Datum {
        guard let written = arguments.value("--datum") else { return .wgs84 }
        if let datum = Datum(rawValue: written) { return datum }
        throw .unknown(LocalizedText(zh: "坐标系", en: "datum"), written, among: Datum.allCases.map(\.rawValue))
    }

    /// The travel mode that `--mode` names; cars unless it is given.
    static func mode(_ arguments: ArgumentList) throws(Refusal) -> TravelMode {
        guard let written = arguments.value("--mode") else { return .car }
        guard let mode = TravelMode.allCases.first(where: { "\($0)" == written }) else {
            throw .unknown(
                LocalizedText(zh: "交通方式", en: "travel mode"), written, among: TravelMode.allCases.map { "\($0)" })
        }
        return mode
    }

    /// The value of an option that must be given.
    static func required(_ name: String, _ arguments: ArgumentList) throws(Refusal) -> String {
        if let value = arguments.value(name) { return value }
        throw Refusal(.wrongUse, zh: "缺少选项 \(name)", en: "the option \(name) is missing")
    }

    /// The instant that `--at` names, on the clock of the closures; nil if it is not given.
    static func instant(
        _ arguments: ArgumentList, for closures: RoadClosures?
    ) throws(Refusal) -> ClosureTime? {
        guard let written = arguments.value("--at") else { return nil }
        let instant: ClosureTime
        do throws(Fault.Problem) {
            instant = try ClosureTime(written)
        } catch {
            throw Refusal(
                .wrongUse, zh: "--at：\(error.what.zh)，应为\(error.expected?.zh ?? "")",
                en: "--at: \(error.what.en), expected \(error.expected?.en ?? "")")
        }
        guard let closures else {
            throw Refusal(.wrongUse, zh: "--at 要与 --closures 同用", en: "--at goes with --closures")
        }
        if let time = closures.firstTime, !time.isComparable(to: instant) {
            throw Refusal(
                .wrongUse, zh: "--at 与封闭文件的时刻不是同一种：一个是日期，一个是时长",
                en: "--at and the closures are on different clocks: one has dates, the other times since the start")
        }
        return instant
    }

    /// Refuses a table with a way that takes longer than times can be counted, wherever it would be shown.
    static func checkLength(_ table: TravelTimeTable) throws(Refusal) {
        guard table.milliseconds.contains(TravelTimeTable.longest) else { return }
        let seconds = TravelTimeTable.longest / 1000
        throw Refusal(
            .badData, zh: "有的行程不少于 \(seconds) 秒（约 49 天），无法计数；请检查路段的长度、速度和时间的单位",
            en:
                "a way takes \(seconds) seconds (49 days) or more, which cannot be counted; look at the units of lengths, speeds and times"
        )
    }
}
