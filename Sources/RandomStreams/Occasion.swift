/// What distinguishes repetitions of one random number: the incident, how many times somebody had turned out for it before, and the attempt.
///
/// Whoever is called again, for another incident or once more for the same, has new luck; whoever is called for the first time has what he
/// or she always had, because the first occasion is 0. So second call-outs never repeat the first one's answers, and variants with and
/// without them stay paired.
public struct Occasion: Sendable, Equatable {
    /// The number in the name of a random number: 8 bits of incident, 8 of turn-outs before, 16 of the attempt.
    public let raw: UInt32

    /// Names an occasion; the first of each is 0.
    public init(incident: Int = 0, turnout: Int = 0, attempt: Int = 0) {
        precondition(
            0..<256 ~= incident && 0..<256 ~= turnout && 0..<65_536 ~= attempt,
            "an occasion has room for 256 incidents and turn-outs and 65,536 attempts")
        raw = UInt32(incident) << 24 | UInt32(turnout) << 16 | UInt32(attempt)
    }

    /// The same with another attempt.
    public func attempt(_ number: Int) -> Occasion {
        Occasion(incident: Int(raw >> 24), turnout: Int(raw >> 16 & 0xff), attempt: number)
    }
}
