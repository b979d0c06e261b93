import EventKernel
import RandomStreams

/// One replication: a verb for everything that happens, and the books beside them.
///
/// Each verb changes only itself and asks the books; what it needs of another it is handed. The compiler enforces it.
public struct Run: ~Copyable, SimulationModel {
    let world: World
    private let random: RandomStream

    private(set) var hazard: Hazard
    private(set) var command: Command
    private(set) var conversion: Conversion
    private(set) var callOut: CallOut
    private(set) var muster: Muster
    private(set) var forming: Forming
    private(set) var desk: Desk
    private(set) var fieldWork = FieldWork()
    private(set) var going: Going
    private(set) var service: Service
    var books: Books

    /// Creates a run at its first signal, on roads of its own.
    public init(world: World, random: RandomStream) {
        self.init(world: world, random: random, roads: RoadState(RoadCauses(world, random)))
    }

    /// Creates a run at its first signal, on roads it may share with others that are led through time in step with it.
    init(world: World, random: RandomStream, roads: RoadState) {
        self.world = world
        self.random = random
        hazard = Hazard(world, random)
        command = Command(world)
        conversion = Conversion(world)
        callOut = CallOut(world)
        muster = Muster(world)
        forming = Forming(world)
        desk = Desk(world, roads)
        going = Going(world, roads)
        service = Service(world)
        books = Books(world, roads)
    }

    /// Bytes of changing state a person takes in all verbs and the books.
    public static var bytesPerPerson: Int {
        Books.bytesPerPerson + Muster.bytesPerPerson + Forming.bytesPerPerson
    }

    /// Schedules what the incident and the day bring.
    public mutating func start(schedule: inout Schedule) {
        hazard.start(world, &books, &schedule)
        going.start(&schedule)
        service.start(world, random, &schedule)
    }

    /// Hands an event to its verb.
    public mutating func handle(_ event: Event, schedule: inout Schedule) {
        switch event {
        case .hazard(let event): hazard.handle(event, world, &books, &schedule)
        case .command(let event): command.handle(event, world, random, &books, &schedule)
        case .conversion(let event): conversion.handle(event, world, random, &books, &schedule)
        case .callOut(let event): callOut.handle(event, &going, world, random, &books, &schedule)
        case .muster(let event):
            guard let person = muster.handle(event, &going, world, random, &books, &schedule) else { return }
            forming.join(person, world, random, &books, &schedule)
        case .forming(let event):
            forming.handle(event, ready: conversion.ready, world, random, &books, &schedule)
        case .desk(let event):
            desk.handle(
                event, ready: conversion.ready, crews: forming.crews, hasBranch: forming.hasBranch, &going,
                world, random, &books, &schedule)
        case .fieldWork(let event):
            fieldWork.handle(event, crews: forming.crews, world, random, &books, &schedule)
        case .going(let event):
            switch going.handle(event, &schedule) {
            case .roadsChanged: books.roadsChanged(at: schedule.now.milliseconds)
            case .arrived(let traveler): handle(traveler.arrival, schedule: &schedule)
            case nil: break
            }
        case .service(let event): service.handle(event, world, random, &schedule)
        }
    }

    /// Books everything up to the horizon.
    mutating func close() {
        books.close(at: world.horizon)
        going.close(at: world.horizon)
        service.close(at: world.horizon)
    }

    #if MUTANTS
        /// Breaks a rule from now on, for the audit to notice.
        mutating func sabotage(_ mutant: Mutant?) {
            books.sabotage.mutant = mutant
            going.sabotage.mutant = mutant
            service.sabotage.mutant = mutant
        }

        /// How often the broken rule has made a difference.
        var mutations: Int { books.sabotage.count + going.sabotage.count + service.sabotage.count }
    #endif
}

/// A run at its horizon, its books closed: the world it ran in, and what every verb and the books know, to be read only.
///
/// Measures, the record and the audit read it by reference. Reading a `borrowing Run` instead, as each of them did at first, said the
/// same and took the compiler a minute: it follows every read of a value that cannot be copied through the whole function.
final class FinishedRun {
    let world: World
    let hazard: Hazard
    let command: Command
    let conversion: Conversion
    let callOut: CallOut
    let muster: Muster
    let forming: Forming
    let desk: Desk
    let fieldWork: FieldWork
    let going: Going
    let service: Service
    let books: Books

    /// Whether the hazard warrants any level: otherwise nobody is called, and there is nothing of the kind to measure.
    var warrantsLevels: Bool { world.incidents.contains { !$0.signals.isEmpty } }

    /// Closes the books of `run` and takes it over.
    init(_ run: consuming Run) {
        run.close()
        world = run.world
        hazard = run.hazard
        command = run.command
        conversion = run.conversion
        callOut = run.callOut
        muster = run.muster
        forming = run.forming
        desk = run.desk
        fieldWork = run.fieldWork
        going = run.going
        service = run.service
        books = run.books
    }
}
