/// What is true of a person on any day, one bit each.
@frozen
public struct PersonTraits: OptionSet, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates traits from their bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A full Party member, 正式党员: three at one place can form a temporary branch.
    public static let fullMember = PersonTraits(rawValue: 1)

    /// Can lead a team.
    public static let leader = PersonTraits(rawValue: 2)

    /// The roster entry is out of date: the number on it reaches nobody.
    public static let staleEntry = PersonTraits(rawValue: 4)

    /// On no roster at all; met only at the door.
    public static let unlisted = PersonTraits(rawValue: 8)

    /// On duty at the place of work when the signal comes (a night-shift guard, a duty officer).
    public static let onDuty = PersonTraits(rawValue: 16)
}
