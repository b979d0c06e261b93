import Mobilization
import Organization
import Places
import RandomStreams
import RoadNetwork
import Words
import WrittenFiles

/// A place as a scenario describes it: figures to generate it from, or everything written out.
public struct PlaceDocument: Sendable {
    /// What a place is made from.
    public enum Form: Sendable {
        /// Generated from published figures.
        case figures(PlaceFigures)
        /// Written out in the file, and known to hold together.
        case explicit(ExplicitPlace)
    }

    /// Its name.
    public let name: LocalizedText
    /// What it is made from.
    public let form: Form
    /// How fast people travel.
    public let speeds: SpeedTable
    /// What plans and incidents may refer to.
    public let names: PlaceNames
    /// The stations that take calls.
    public let stations: [ServiceStation]

    init(_ reader: inout ObjectReader) {
        let name = reader.value("name", .text)
        let code = reader.value("code", .string, default: #""place""#)
        let usual = SpeedTable.usual
        speeds = reader.object("speeds", default: "{}", help: .init(zh: "各方式在各类道路上的速度", en: "speeds by mode and road"))
        {
            inner in
            var table = SpeedTable()
            for written in WrittenMode.allCases {
                let byClass = inner.object(written.rawValue, default: "{}") { roads in
                    RoadClass.allCases.map { roadClass in
                        let speed = usual[written.mode, roadClass]
                        // That a mode cannot go somewhere is a definition, not an assumption with a range.
                        let usually = #""value": "\#(speed) km/h""#
                        let never = #""source": "by definition of the class""#
                        let range = #""range": ["\#(speed * 0.75) km/h", "\#(speed * 1.25) km/h"]"#
                        return roads.value(
                            "\(roadClass)", .speed(to: "150 km/h"),
                            default: speed == 0 ? "{ \(usually), \(never) }" : "{ \(usually), \(range) }",
                            help: .init(zh: "速度", en: "speed in good weather"))
                    }
                }
                for (roadClass, speed) in zip(RoadClass.allCases, byClass) { table[written.mode, roadClass] = speed }
            }
            return table
        }
        let figures = reader.optionalObject("generate") { PlaceFigures(&$0, name: name, code: code) }
        let stations = reader.dictionary(
            "stations", default: "{}", help: .init(zh: "受理来电来访的站点", en: "stations that take calls, with their units")
        ) {
            ServiceStation(code: $0, &$1)
        }.map(\.value)
        self.stations = stations
        let explicit = reader.optionalObject("explicit") {
            ExplicitPlaceDocument(&$0, name: name, code: code, stations: stations)
        }
        let isOnlyStations = figures == nil && explicit == nil && !stations.isEmpty
        if (figures == nil) == (explicit == nil), !isOnlyStations {
            reader.fault(
                .init(
                    .inconsistent, .init(zh: "地方要么生成，要么写全", en: "a place is either generated or written out"),
                    expected: .init(
                        zh: "generate 或 explicit 之一；只有站点时都不要",
                        en: "one of generate and explicit; neither where there are only stations")))
        }
        self.name = name
        let named = figures?.departments ?? explicit?.departments ?? []
        var departmentNames = NameTable(.init(zh: "部门", en: "a department of the place"), named.map(\.code))
        var stationNames = NameTable(.init(zh: "站点", en: "a station of the place"), stations.map(\.code))
        var pointNames = NameTable(.init(zh: "地点名", en: "the name of a point of the place"), explicit?.points ?? [])
        // A place that could not be read may well have had them.
        let isUnreadable = figures == nil && explicit == nil && !isOnlyStations
        (departmentNames.isUnknown, stationNames.isUnknown) = (isUnreadable, isUnreadable)
        pointNames.isUnknown = isUnreadable
        names = PlaceNames(departments: departmentNames, points: pointNames, stations: stationNames)
        if let place = explicit?.place {
            form = .explicit(place)
        } else if isOnlyStations {
            form = .explicit(.stationsOnly(stations, name: name, code: code))
        } else {
            form = .figures(figures ?? PlaceFigures.placeholder(name: name, code: code))
        }
    }
}
