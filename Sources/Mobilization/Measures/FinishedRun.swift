/// A run at its horizon, its books closed: the world it ran in, and what every verb and the ledger know, to be read only.
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
    let dispatching: Dispatching
    let fieldWork: FieldWork
    let going: Going
    let service: Service
    let ledger: Ledger

    /// Closes the books of `run` and takes it over.
    init(_ run: consuming Run) {
        run.ledger.close(at: run.world.horizon)
        world = run.world
        hazard = run.hazard
        command = run.command
        conversion = run.conversion
        callOut = run.callOut
        muster = run.muster
        forming = run.forming
        dispatching = run.dispatching
        fieldWork = run.fieldWork
        going = run.going
        service = run.service
        ledger = run.ledger
    }
}
