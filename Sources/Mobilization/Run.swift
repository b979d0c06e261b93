import EventKernel
import RandomStreams

/// One replication: a verb for everything that happens, and the ledger beside them.
///
/// Each verb changes only itself and asks the ledger; what it needs of another it is handed. The compiler enforces it.
public struct Run: ~Copyable, SimulationModel {
    let world: World
    private let random: RandomStream

    private(set) var hazard: Hazard
    private(set) var command: Command
    private(set) var conversion: Conversion
    private(set) var callOut: CallOut
    private(set) var muster: Muster
    private(set) var forming: Forming
    private(set) var dispatching: Dispatching
    private(set) var fieldWork: FieldWork
    private(set) var going: Going
    private(set) var service: Service
    var ledger: Ledger

    /// Creates a run at its first signal, on roads of its own.
    public init(world: World, random: RandomStream, mutant: Mutant? = nil) {
        self.init(world: world, random: random, roads: RoadState(RoadCauses(world, random)), mutant: mutant)
    }

    /// Creates a run at its first signal, on roads it may share with others that are led through time in step with it.
    init(world: World, random: RandomStream, roads: RoadState, mutant: Mutant? = nil) {
        self.world = world
        self.random = random
        hazard = Hazard(world, random)
        command = Command(world)
        conversion = Conversion(world)
        callOut = CallOut(world)
        muster = Muster(world)
        forming = Forming(world)
        dispatching = Dispatching(world)
        fieldWork = FieldWork(mutant: mutant)
        going = Going(world, roads)
        service = Service(world)
        ledger = Ledger(world, roads, mutant: mutant)
    }

    /// Bytes of changing state a person takes in all verbs and the ledger.
    public static var bytesPerPerson: Int {
        Ledger.bytesPerPerson + Muster.bytesPerPerson + Forming.bytesPerPerson
    }

    /// Schedules what the incident and the day bring.
    public mutating func start(schedule: inout Schedule) {
        hazard.start(world, &ledger, &schedule)
        going.start(&schedule)
        service.start(world, random, &schedule)
    }

    /// Hands an event to its verb.
    public mutating func handle(_ event: Event, schedule: inout Schedule) {
        switch event {
        case .hazard(let event): hazard.handle(event, world, &ledger, &schedule)
        case .command(let event): command.handle(event, world, random, &ledger, &schedule)
        case .conversion(let event): conversion.handle(event, world, random, &ledger, &schedule)
        case .callOut(let event): callOut.handle(event, &going, world, random, &ledger, &schedule)
        case .muster(let event):
            guard let person = muster.handle(event, &going, world, random, &ledger, &schedule) else { return }
            forming.join(person, world, random, &ledger, &schedule)
        case .forming(let event):
            forming.handle(event, readyFor: conversion.readyFor, world, random, &ledger, &schedule)
        case .dispatching(let event):
            dispatching.handle(
                event, readyFor: conversion.readyFor, members: forming.members, hasBranch: forming.hasBranch, &going,
                world, random, &ledger, &schedule)
        case .fieldWork(let event):
            fieldWork.handle(event, members: forming.members, world, random, &ledger, &schedule)
        case .going(let event):
            guard let traveler = going.handle(event, world, &ledger, &schedule) else { return }
            handle(traveler.arrival, schedule: &schedule)
        case .service(let event): service.handle(event, world, random, &ledger, &schedule)
        }
    }
}
