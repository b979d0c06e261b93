import Words

/// What a reader made of a file, or a writer of what it was given, with an account of what it left out.
///
/// The content is handed over only to somebody who takes the notes as well. So no reader can return without them, and no
/// command can forget that there are any.
public struct Noted<Content> {
    private let value: Content

    /// What there is to tell.
    public let notes: ReadingNotes

    /// Creates content with its notes.
    init(_ content: Content, _ notes: ReadingNotes) {
        value = content
        self.notes = notes
    }

    /// The content, after its notes have been handed to `take`.
    public func content(_ take: (ReadingNotes) -> Void) -> Content {
        take(notes)
        return value
    }

    /// Other content with the same notes and perhaps more.
    func map<Other>(_ change: (Content, inout ReadingNotes) -> Other) -> Noted<Other> {
        var notes = notes
        let other = change(value, &notes)
        return Noted<Other>(other, notes)
    }
}

extension Noted: Sendable where Content: Sendable {}

/// What a user should know of how a file was read although nothing was wrong with it.
public struct ReadingNotes: Sendable, Equatable {
    /// The file, as the user names it.
    public let path: String

    /// What was dropped.
    public var dropped: Dropped

    /// What may not be what was meant, a clause each.
    public var warnings: [LocalizedText] = []

    /// Creates notes about a file.
    init(_ path: String, dropped: Dropped = Dropped()) {
        self.path = path
        self.dropped = dropped
    }
}
