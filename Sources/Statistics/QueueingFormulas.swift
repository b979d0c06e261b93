/// What queueing theory says of calls that come at random to units that are all alike.
///
/// `load` is the mean number of calls that would be served at once if there were always a free unit: the rate at which they
/// come times the mean work, in erlang. Waits are multiples of the mean work.
///
/// Source: Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, chapters 2 and 5.
public enum QueueingFormulas {
    /// Erlang's loss formula: the share of calls that find all `units` busy and are turned away (M/G/c/c).
    ///
    /// The recursion is stable for any number of units. It holds for any distribution of the work.
    ///
    /// - Complexity: O(`units`).
    public static func erlangB(units: Int, load: Double) -> Double {
        precondition(units >= 0 && load >= 0, "units and load are not negative")
        return (0..<units).reduce(1) { blocked, unit in load * blocked / (Double(unit + 1) + load * blocked) }
    }

    /// Erlang's delay formula: the share of calls that have to wait (M/M/c); 1 where the load is too much for the units.
    ///
    /// - Complexity: O(`units`).
    public static func erlangC(units: Int, load: Double) -> Double {
        guard load < Double(units) else { return 1 }
        let blocked = erlangB(units: units, load: load)
        return blocked / (1 - load / Double(units) * (1 - blocked))
    }

    /// The mean wait of all calls, first come, first served (M/M/c); infinite where the load is too much for the units.
    public static func meanWait(units: Int, load: Double) -> Double {
        guard load < Double(units) else { return .infinity }
        return erlangC(units: units, load: load) / (Double(units) - load)
    }

    /// The formula of Pollaczek and Khinchine: the mean wait for one unit (M/G/1), by the squared coefficient of variation of
    /// the work, 0 where it always takes the same time and 1 where it is exponential.
    public static func meanWaitForOneUnit(load: Double, squaredVariation: Double) -> Double {
        guard load < 1 else { return .infinity }
        return load * (1 + squaredVariation) / (2 * (1 - load))
    }
}
