import EventKernel

/// Somebody who comes, waits, is served and leaves.
struct Customer: BitwiseCopyable {
    let number: UInt32
    let arrival: SimulationTime
}

/// The queue M/M/c: customers come one by one, wait in one line and are served by any of `c` servers.
///
/// Where the random delays come from and who watches are parameters, so that one model is measured with a fast generator
/// and with named numbers, with all statistics and with none, and the compiler specializes each.
struct ServiceStation<Delays: StationDelays, Watch: StationWatch>: SimulationModel, ~Copyable {
    /// What can happen.
    enum Event: BitwiseCopyable {
        case arrival
        case departure(server: UInt32)
    }

    private let customers: UInt32
    private var delays: Delays
    private(set) var watch: Watch

    private var arrived: UInt32 = 0
    private var line = WaitingLine()
    /// The servers with nobody to serve; the one freed last is the first to serve again.
    private var freeServers: [UInt32]
    /// Whom each server serves.
    private var served: [Customer]

    /// Creates a station that opens at time zero and serves `customers` customers.
    init(servers: Int, customers: Int, delays: Delays, watch: Watch) {
        self.customers = UInt32(customers)
        self.delays = delays
        self.watch = watch
        freeServers = (0..<UInt32(servers)).reversed()
        served = Array(repeating: Customer(number: 0, arrival: .zero), count: servers)
    }

    mutating func start(schedule: inout EventQueue<Event>) {
        schedule.schedule(.arrival, after: delays.untilArrival(of: 0))
    }

    mutating func handle(_ event: Event, schedule: inout EventQueue<Event>) {
        switch event {
        case .arrival: arrive(&schedule)
        case .departure(let server): depart(from: server, &schedule)
        }
    }

    private mutating func arrive(_ schedule: inout EventQueue<Event>) {
        let customer = Customer(number: arrived, arrival: schedule.now)
        arrived += 1
        if arrived < customers { schedule.schedule(.arrival, after: delays.untilArrival(of: arrived)) }
        if let server = freeServers.popLast() {
            serve(customer, by: server, &schedule)
            watch.serversChanged(busy: served.count - freeServers.count, at: schedule.now)
        } else {
            line.append(customer)
            watch.lineChanged(to: line.count, at: schedule.now)
        }
    }

    private mutating func depart(from server: UInt32, _ schedule: inout EventQueue<Event>) {
        watch.departed(after: schedule.now - served[Int(server)].arrival)
        if let next = line.popFirst() {
            serve(next, by: server, &schedule)
            watch.lineChanged(to: line.count, at: schedule.now)
        } else {
            freeServers.append(server)
            watch.serversChanged(busy: served.count - freeServers.count, at: schedule.now)
        }
    }

    private mutating func serve(_ customer: Customer, by server: UInt32, _ schedule: inout EventQueue<Event>) {
        watch.began(afterWaiting: schedule.now - customer.arrival)
        served[Int(server)] = customer
        schedule.schedule(.departure(server: server), after: delays.service(of: customer.number))
    }
}
