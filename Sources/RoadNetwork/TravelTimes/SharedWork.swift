import Dispatch
import Synchronization

/// Work in pieces of about the same size that workers share: whoever is done takes the next.
///
/// Every piece writes what belongs to it alone, so it makes no difference who does it.
enum SharedWork {
    /// How many of `workers` work of so many pieces is worth: as many as are busy for 85 % of the time until the last is done.
    ///
    /// Two workers then take 1.7 times less time at least, once the pieces are long enough for waking a worker not to count. Five pieces, say,
    /// are left to one, because of two workers the second would stand by for the fifth.
    static func workers(_ workers: Int, for pieces: Int) -> Int {
        (1...max(1, min(workers, pieces))).last { count in
            let rounds = (pieces + count - 1) / count
            return 20 * pieces >= 17 * count * rounds
        } ?? 1
    }

    /// Does all pieces on as many workers, each in a room of its own.
    static func perform<Room: ~Copyable>(
        _ pieces: Int, workers: Int, in room: @Sendable () -> Room, _ work: @Sendable (_ piece: Int, inout Room) -> Void
    ) {
        let next = Atomic<Int>(0)
        @Sendable func takePieces() {
            var own = room()
            while true {
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard piece < pieces else { return }
                work(piece, &own)
            }
        }
        if workers <= 1 { return takePieces() }
        DispatchQueue.concurrentPerform(iterations: workers) { _ in takePieces() }
    }
}
