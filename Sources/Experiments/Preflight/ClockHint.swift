import Mobilization
import Organization
import Places
import Words
import WrittenFiles

/// Whether the clock of the first signal fits where the place lies: a wrong offset moves night and day without a trace.
enum ClockHint {
    /// Where the clock is written.
    static let path = DocumentPath.root.key("incident").key("firstSignal")

    /// The most a clock in use is off the sun, in hours: some three at the western end of China, whose whole runs on one.
    private static let most = 3.5

    /// What is wrong, if the offset differs from the longitude by more than any clock in use; nil where nobody is called.
    static func problem(_ incident: Incident, _ place: Place, _ locator: ScenarioLocator) -> Fault.Problem? {
        guard !incident.signals.isEmpty, let first = place.organization.nodes.first,
            let instant = locator.text(at: path).flatMap({ DatedInstant($0) })
        else { return nil }
        let longitude = place.coordinate(of: first.seat).longitude
        let difference = (Double(instant.offsetMinutes) / 60 - longitude / 15).remainder(dividingBy: 24)
        guard difference.magnitude > most else { return nil }
        let (written, sun) = (offset(Double(instant.offsetMinutes) / 60), offset((longitude / 15).rounded()))
        return .inconsistent(
            zh: "时差 \(written) 与该地方的经度不符，昼夜会错位",
            en: "the offset \(written) does not fit the longitude of the place and moves night and day",
            expected: LocalizedText(zh: "约 \(sun)", en: "about \(sun)"))
    }

    /// Hours ahead of Greenwich as a date writes them.
    private static func offset(_ hours: Double) -> String {
        let minutes = Int((hours * 60).rounded()).magnitude
        func two(_ number: UInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (hours < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
    }
}
