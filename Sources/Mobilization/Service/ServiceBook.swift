import DenseTables
import Places
import Statistics

/// What became of every call at every station, and how many wait and are served at any time.
///
/// Waiting is booked twice, by call when its wait ends and by the number waiting whenever it changes, so that Little's law is
/// an identity of integers. Measures count from the end of the warm-up on; the audit counts everything.
struct ServiceBook: ~Copyable {
    /// What happened at one station.
    struct Station {
        /// Calls that came, were turned away, were begun and were finished.
        var arrived: Int64 = 0
        var turnedAway: Int64 = 0
        var begun: Int64 = 0
        var ended: Int64 = 0
        /// The milliseconds all begun calls had waited.
        var waited: Int64 = 0
        var waiting = TimeWeighted()
        var busy = TimeWeighted()

        /// The same since the end of the warm-up, with the integrals up to then taken off.
        var counted = Counted()
    }

    /// What is counted since the end of the warm-up.
    struct Counted {
        var arrived: Int64 = 0
        var turnedAway: Int64 = 0
        /// Begun calls that had come since then, how many of them had to wait, and for how long.
        var begun: Int64 = 0
        var delayed: Int64 = 0
        var waited: Int64 = 0
        var inTarget: Int64 = 0
        var responses = QuantileSketch()
        var waitingBefore: Int128 = 0
        var busyBefore: Int128 = 0
    }

    private(set) var stations: [Station]
    private let warmUp: Int64
    private let target: Int64
    private var isWarm: Bool

    init(_ world: World) {
        stations = Array(repeating: Station(), count: world.ground.place.stations.count)
        warmUp = world.warmUp
        target = world.responseTarget ?? .max
        isWarm = world.warmUp <= 0
    }

    /// How many units of a station are busy.
    func busy(_ station: StationID) -> Int { Int(stations[station.index].busy.level) }

    /// A call comes, and waits until something else is said of it.
    mutating func arrive(at station: StationID, _ now: Int64) {
        warm(now)
        stations[station.index].arrived += 1
        if isWarm { stations[station.index].counted.arrived += 1 }
        setWaiting(station, by: 1, now)
    }

    /// The call that came just now finds no room.
    mutating func turnAway(at station: StationID, _ now: Int64) {
        stations[station.index].turnedAway += 1
        if isWarm { stations[station.index].counted.turnedAway += 1 }
        setWaiting(station, by: -1, now)
    }

    /// A unit turns to a call that came at `since`.
    mutating func begin(at station: StationID, _ now: Int64, since: Int64, travel: Int64) {
        warm(now)
        let wait = now - since
        stations[station.index].begun += 1
        stations[station.index].waited += wait
        setWaiting(station, by: -1, now)
        stations[station.index].busy.record(stations[station.index].busy.level + 1, at: now)
        guard since >= warmUp else { return }
        stations[station.index].counted.begun += 1
        if wait > 0 { stations[station.index].counted.delayed += 1 }
        stations[station.index].counted.waited += wait
        stations[station.index].counted.responses.add(wait + travel)
        if wait + travel <= target { stations[station.index].counted.inTarget += 1 }
    }

    /// A unit has finished a call.
    mutating func end(at station: StationID, _ now: Int64) {
        warm(now)
        stations[station.index].ended += 1
        stations[station.index].busy.record(stations[station.index].busy.level - 1, at: now)
    }

    private mutating func setWaiting(_ station: StationID, by change: Int64, _ now: Int64) {
        stations[station.index].waiting.record(stations[station.index].waiting.level + change, at: now)
    }

    /// Takes the integrals at the end of the warm-up, before anything later is booked.
    private mutating func warm(_ now: Int64) {
        if isWarm || now < warmUp { return }
        isWarm = true
        for index in stations.indices {
            stations[index].counted.waitingBefore = stations[index].waiting.integral(through: warmUp)
            stations[index].counted.busyBefore = stations[index].busy.integral(through: warmUp)
        }
    }

    /// Books everything up to the end of a run.
    mutating func close(at horizon: Int64) { warm(horizon) }

    /// The first thing wrong with the books, if any; `lines` says how many wait at each station, and when they came, added up.
    ///
    /// - Complexity: O(stations).
    func breach(horizon: Int64, units: [Int], lines: [(count: Int, since: Int128)]) -> LawBreach? {
        for (index, station) in stations.enumerated() {
            let (waiting, busy) = (station.waiting.level, station.busy.level)
            let isBalanced =
                station.arrived == station.turnedAway + station.begun + waiting
                && station.begun == station.ended + busy && lines[index].count == waiting
            if !isBalanced || waiting < 0 || busy < 0 || station.busy.maximum > units[index] {
                return LawBreach(
                    law: .oneState,
                    detail: "station \(index): \(station.arrived) calls came, \(station.turnedAway) were turned away, "
                        + "\(station.begun) begun, \(station.ended) ended, \(waiting) wait, \(busy) are served")
            }
            let byCall = Int128(station.waited) + Int128(waiting) * Int128(horizon) - lines[index].since
            let byCount = station.waiting.integral(through: horizon)
            if byCall == byCount { continue }
            return LawBreach(
                law: .littlesLaw, detail: "station \(index): \(byCount) ms of waiting by count, \(byCall) ms by call")
        }
        return nil
    }
}
