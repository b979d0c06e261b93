/// How fast each travel mode is on each class of road, in kilometers an hour, and what the weather leaves of it.
public struct SpeedTable: Sendable, Equatable {
    private var speeds: [Double]
    private var weatherFactors: [Double]

    /// Creates a table with one speed a mode on all roads, 0 where a mode cannot go, and no weather.
    public init() {
        speeds = Array(repeating: 0, count: TravelMode.allCases.count * RoadClass.allCases.count)
        weatherFactors = Array(repeating: 1, count: TravelMode.allCases.count)
    }

    /// Kilometers an hour in good weather; 0 means that the mode cannot use such roads.
    public subscript(mode: TravelMode, roadClass: RoadClass) -> Double {
        get { speeds[Self.index(mode, roadClass)] }
        set {
            precondition(newValue >= 0 && newValue.isFinite, "a speed must be zero or more")
            speeds[Self.index(mode, roadClass)] = newValue
        }
    }

    /// The factor the present weather puts on every speed of `mode`; 0 means that the mode stands still.
    public subscript(weather mode: TravelMode) -> Double {
        get { weatherFactors[Int(mode.rawValue)] }
        set {
            precondition(newValue >= 0 && newValue.isFinite, "a weather factor must be zero or more")
            weatherFactors[Int(mode.rawValue)] = newValue
        }
    }

    /// Speeds a planner would expect: on foot 1.2 m/s, e-bikes around 16 km/h, cars slower the smaller the road.
    ///
    /// Assumed: e-bikes stay well under their legal limit of 25 km/h (GB 17761), cars make 22 to 32 km/h over a whole
    /// way through town. Nobody walks or cycles on a motorway, no car drives on a path. Boats go nowhere until a scenario
    /// says where.
    public static let usual: SpeedTable = {
        var table = SpeedTable()
        for roadClass in RoadClass.allCases where roadClass != .motorway { table[.walk, roadClass] = 4.32 }
        let wheels: [(RoadClass, eBike: Double, car: Double)] = [
            (.arterial, 18, 42), (.street, 16, 28), (.lane, 12, 15), (.mountainRoad, 14, 26), (.motorway, 0, 80),
            (.path, 8, 0),
        ]
        for (roadClass, eBike, car) in wheels {
            table[.eBike, roadClass] = eBike
            table[.car, roadClass] = car
        }
        return table
    }()

    private static func index(_ mode: TravelMode, _ roadClass: RoadClass) -> Int {
        Int(mode.rawValue) * RoadClass.allCases.count + Int(roadClass.rawValue)
    }
}
