import DenseTables
import Organization
import RandomStreams

/// Who of a list is reached, and when first: by being on duty, by the group message, by a call.
///
/// Channels know nothing of each other, so somebody is reached by whichever comes first, and every later contact is a duplicate.
struct Contacts {
    /// The key of each entry of the list.
    private(set) var keys: [EntityKey] = []
    /// Whether the number on the list reaches nobody.
    private(set) var isStale: [Bool] = []
    /// When each entry is first reached, in milliseconds; `Distribution.never` where it is not.
    private(set) var reached: [Int64] = []
    /// Contacts with people who had been reached already, of all lists so far.
    private(set) var duplicates = 0

    /// Which turn-out of theirs it is.
    private(set) var occasion = Occasion()

    private var horizon: Int64 = 0
    private var chance: [Double] = []
    private var time: [Double] = []
    /// Who reads the message soon, and who late.
    private var readSoon = Waits()
    private var readLate = Waits()

    /// Begins a list; what happens after `horizon` does not count.
    mutating func begin(
        _ people: ArraySlice<PersonID>, _ world: World, _ occasion: Occasion = Occasion(), until horizon: Int64
    ) {
        self.horizon = horizon
        self.occasion = occasion
        keys.removeAll(keepingCapacity: true)
        isStale.removeAll(keepingCapacity: true)
        reached.removeAll(keepingCapacity: true)
        for person in people {
            keys.append(world.people.key[person])
            isStale.append(world.people.traits[person].contains(.staleEntry))
            reached.append(Distribution.never)
        }
    }

    /// Somebody is reached, by whatever channel, `delay` milliseconds after `now`.
    mutating func reach(_ entry: Int, at now: Int64, after delay: Int64 = 0) {
        guard delay <= horizon - now else { return }
        let time = now + delay
        if reached[entry] != Distribution.never { duplicates += 1 }
        reached[entry] = min(reached[entry], time)
    }

    /// Sends the group message to all who can get it.
    ///
    /// - Parameter chance: That it is read soon, tonight on this list.
    mutating func send(_ plan: CallOutPlan, read soon: Float, at now: Int64, _ random: RandomStream) {
        random.draw(.messageAnswer, occasion.raw, of: keys, into: &chance, and: &time)
        let chanceSoon = Double(soon)
        // Of those who do not read it soon, some do on waking or after work.
        let chanceAtAll = chanceSoon + (1 - chanceSoon) * plan.messageReadLate
        readSoon.begin()
        readLate.begin()
        for entry in keys.indices where !isStale[entry] {
            if chance[entry] < chanceSoon {
                readSoon.add(entry, time[entry])
            } else if chance[entry] < chanceAtAll {
                readLate.add(entry, time[entry])
            }
        }
        readSoon.end(plan.messageDelay)
        readLate.end(plan.messageLateDelay)
        for (entry, delay) in zip(readSoon.who, readSoon.lengths) { reach(entry, at: now, after: delay) }
        for (entry, delay) in zip(readLate.who, readLate.lengths) { reach(entry, at: now, after: delay) }
    }
}
