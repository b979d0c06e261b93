import RandomStreams

/// Random numbers with which tests make up towns and plans; the same for the same seed, everywhere.
struct Dice: RandomNumberGenerator {
    private let stream: RandomStream
    private var thrown: UInt32 = 0

    init(_ seed: UInt64) { stream = RandomStream(seed: seed, replication: 0) }

    mutating func next() -> UInt64 {
        thrown += 1
        return stream.bits(EntityKey(path: "dice"), .placeShape, thrown).first
    }

    /// A whole number.
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// A number from 0 to 1.
    mutating func share() -> Double { Double.random(in: 0..<1, using: &self) }

    /// Whether something with this chance happens.
    mutating func happens(_ chance: Double) -> Bool { share() < chance }

    /// One of some things.
    mutating func one<Element>(of things: [Element]) -> Element { things[number(0...things.count - 1)] }
}
