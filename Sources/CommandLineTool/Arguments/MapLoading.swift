import MapFiles
import Organization
import Reports
import RoadNetwork
import ScenarioFiles

/// Reads the map files a command is given, and reports everything that is wrong with them.
enum MapLoading {
    /// What `read` reads; throws after all its faults have been printed.
    static func load<Content>(
        _ language: Language, _ console: Console, _ read: () throws(FaultList) -> Content
    ) throws(Refusal) -> Content {
        do throws(FaultList) {
            return try read()
        } catch {
            console.complain(error.text.text(in: language))
            throw Refusal(reported: ScenarioLoading.code(of: error.faults))
        }
    }

    /// What `body` reads, or nil with its faults added to `faults`.
    static func read<Content>(
        _ faults: inout FaultList, _ body: () throws(FaultList) -> Content
    ) -> Content? {
        do throws(FaultList) {
            return try body()
        } catch {
            faults.join(error)
            return nil
        }
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
}
