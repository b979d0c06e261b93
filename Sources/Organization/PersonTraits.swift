/// What is true of a person on any day, one bit each.
@frozen
public struct PersonTraits: OptionSet, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates traits from their bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A full Party member, 正式党员: three at one place can form a temporary branch.
    @inlinable public static var fullMember: PersonTraits { PersonTraits(rawValue: 1) }

    /// Can lead a team.
    @inlinable public static var leader: PersonTraits { PersonTraits(rawValue: 2) }

    /// The roster entry is out of date: the number on it reaches nobody.
    @inlinable public static var staleEntry: PersonTraits { PersonTraits(rawValue: 4) }

    /// On no roster at all; met only at the door.
    @inlinable public static var unlisted: PersonTraits { PersonTraits(rawValue: 8) }

    /// On duty at the place of work when the signal comes (a night-shift guard, a duty officer).
    @inlinable public static var onDuty: PersonTraits { PersonTraits(rawValue: 16) }
}
