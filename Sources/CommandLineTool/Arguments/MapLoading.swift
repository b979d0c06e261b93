import MapFiles
import Reports
import RoadNetwork
import Words
import WrittenFiles

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
        for line in lines(notes, language) { console.complain(line) }
    }

    private static func lines(_ notes: ReadingNotes, _ language: Language) -> [String] {
        let path = visible(notes.path) + (language == .zh ? "：" : ": ")
        let warnings = notes.warnings.map { path + $0.text(in: language) }
        let left = MapSummary.dropped(notes.dropped, language).map { "\($0.what) \($0.count)" }
        guard !left.isEmpty else { return warnings }
        return warnings + [
            path
                + (language == .zh
                    ? "略去：\(left.joined(separator: "；"))" : "left out: \(left.joined(separator: "; "))")
        ]
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

    /// The values of options that must all be given; throws with all that are missing.
    static func required(_ names: [String], _ arguments: ArgumentList) throws(Refusal) -> [String] {
        let missing = names.filter { !arguments.has($0) }
        guard missing.isEmpty else {
            throw Refusal(
                .wrongUse, zh: "缺少选项 \(missing.joined(separator: "、"))",
                en: missing.map { "the option \($0) is missing" }.joined(separator: "; "))
        }
        return names.compactMap { arguments.value($0) }
    }

    /// Refuses `--emergency` where nobody drives a car.
    static func checkEmergency(_ arguments: ArgumentList, _ mode: TravelMode) throws(Refusal) {
        guard arguments.has("--emergency"), mode != .car else { return }
        throw Refusal(
            .wrongUse, zh: "--emergency 只对汽车（--mode car）有意义",
            en: "--emergency is about cars, so it goes with --mode car only")
    }

    /// Says so where `--datum` is given and no coordinates are read that it could be about.
    static func tellIdleDatum(
        _ arguments: ArgumentList, readsCoordinates: Bool, _ language: Language, _ console: Console
    ) {
        guard arguments.has("--datum"), !readsCoordinates else { return }
        console.complain(
            LocalizedText(
                zh: "--datum 未起作用：所读的文件没有用到坐标", en: "--datum changes nothing: no coordinates are read from the files"
            ).text(in: language))
    }

    /// Says so where `--at` is given and no closure begins or ends.
    static func tellIdleInstant(
        _ arguments: ArgumentList, for closures: RoadClosures?, _ language: Language, _ console: Console
    ) {
        guard arguments.has("--at"), let closures, closures.firstTime == nil else { return }
        console.complain(
            LocalizedText(
                zh: "--at 未起作用：封闭文件中没有时刻，所有封闭始终有效",
                en: "--at changes nothing: the closures have no times and hold at any moment"
            ).text(in: language))
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
