import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Call-out: reaches the people on an organization's lists, by phone tree and by group message, and gets their answers.
///
/// Once a list is started nothing that happens meanwhile can change who is reached, who says yes and when each of them sets out. So a list
/// is one event: it is called and answered to the end, its steps are booked for the times at which they are taken, and what is left to
/// happen is that people arrive. How it goes is drawn for the whole list at once, purpose by purpose.
public struct CallOut: ~Copyable {
    /// What happens in a call-out.
    public enum Event: BitwiseCopyable, Sendable {
        /// An organization starts the lists of an alert's level.
        case start(OrganizationNodeID, Alert)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .start: .normal
            }
        }
    }

    /// What lists share, for each incident, once the first of them is called.
    private var tonight: [Tonight?]
    private var tree = PhoneTree()
    private var contacts = Contacts()
    private var answering: Answering

    /// Calls made, answered or not.
    var calls: Int { tree.calls }
    /// Contacts with people who had been reached already.
    var duplicates: Int { contacts.duplicates }

    init(_ world: World) {
        tonight = Array(repeating: nil, count: world.incidents.count)
        answering = Answering(world)
    }

    mutating func handle(
        _ event: Event, _ going: inout Going, _ world: World, _ random: RandomStream, _ books: inout Books,
        _ schedule: inout Schedule
    ) {
        switch event {
        case .start(let node, let alert):
            for index in world.callLists.lists(of: node) where world.callLists.lists[index].level <= alert.level {
                let list = world.callLists.lists[index]
                for (people, occasion) in batches(of: list, alert, world, books) {
                    start(list, people, alert, occasion, &going, world, random, &books, &schedule)
                }
            }
        }
    }

    /// Those of a list who are to be called: whoever stands by, in the order of the list.
    ///
    /// A person's luck hangs on how often he or she was called for the incident before, so those called again are called together, after
    /// those called for the first time. Nearly always that is everybody.
    private func batches(
        of list: CallLists.List, _ alert: Alert, _ world: World, _ books: borrowing Books
    ) -> [(people: ArraySlice<PersonID>, occasion: Occasion)] {
        let everybody = world.callLists.people[list.entries]
        let incident = Int(alert.incident)
        var standing: [PersonID] = []
        var numbers: [Int] = []
        for person in everybody where books.state(of: person) == .standing {
            standing.append(person)
            numbers.append(books.turnouts.number(ofNext: person, for: incident))
        }
        return Set(numbers).sorted().map { number in
            let isWhole = standing.count == everybody.count && numbers.allSatisfy { $0 == number }
            let people = isWhole ? everybody : ArraySlice(zip(standing, numbers).filter { $1 == number }.map { $0.0 })
            return (people, Occasion(incident: incident, turnout: number))
        }
    }

    private mutating func start(
        _ list: CallLists.List, _ people: ArraySlice<PersonID>, _ alert: Alert, _ occasion: Occasion,
        _ going: inout Going, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        let now = schedule.now.milliseconds
        var chances = chances(list, alert, isNight: world.clock.isNight(at: now), world, random)
        contacts.begin(people, world, occasion, until: world.horizon)
        for (entry, person) in people.enumerated() {
            books.call(person, for: Int(alert.incident), at: now)
            // Whoever is on duty stands beside the phone.
            if world.people.traits[person].contains(.onDuty) { contacts.reach(entry, at: now) }
        }
        if world.plan.callOut.channels.contains(.groupMessage) {
            contacts.send(world.plan.callOut, read: chances.messageRead, at: now, random)
        }
        if world.plan.callOut.channels.contains(.phoneTree) {
            tree.ring(
                world.plan.callOut, &chances, &contacts, from: now, until: world.horizon, world.clock, random)
        }
        answering.answer(people, contacts, mood: chances.mood, &going, world, random, &books, &schedule)
    }

    // MARK: Tonight's chances

    /// The chances on one list tonight, after shared effects.
    struct Chances {
        let messageRead: Float
        /// A factor on everybody's readiness, with a mean of 1: half of it is the incident's, half the list's.
        let mood: Float
        /// Of a call, by night and by day; worked out for the first call that ends in either.
        private var byNight: Float?
        private var byDay: Float?
        private let night: SharedChance
        private let day: SharedChance
        private let uniform: Double

        /// - Parameter uniform: Where on both distributions of the chance that a call is answered this list lies.
        init(messageRead: Float, mood: Float, night: SharedChance, day: SharedChance, uniform: Double) {
            self.messageRead = messageRead
            self.mood = mood
            self.night = night
            self.day = day
            self.uniform = uniform
        }

        /// That a call is answered which ends by night or by day.
        mutating func callAnswered(isNight: Bool) -> Float {
            if let known = isNight ? byNight : byDay { return known }
            let chance = Float((isNight ? night : day).effective(uniform))
            if isNight { byNight = chance } else { byDay = chance }
            return chance
        }
    }

    /// What the lists of a place have in common tonight: each draws its own chances around what everybody shares.
    private struct Tonight {
        let callAnsweredByDay: SharedChance
        let callAnsweredByNight: SharedChance
        let messageReadByDay: SharedChance
        let messageReadByNight: SharedChance
        let moods: SharedChance
        /// The half of the mood that is the incident's.
        let mood: Double

        init(_ plan: CallOutPlan, _ key: EntityKey, incident: Int, _ random: RandomStream) {
            func shared(_ mean: Double, _ channel: Int) -> SharedChance {
                let chance = CorrelatedAnswers.effectiveChance(
                    mean: mean, correlation: plan.channelCorrelation,
                    uniform: random.uniform(
                        key, .channelEffect, Occasion(incident: incident, attempt: channel).raw))
                return SharedChance(mean: chance, correlation: plan.listCorrelation)
            }
            callAnsweredByDay = shared(plan.callAnswered.day, 0)
            callAnsweredByNight = shared(plan.callAnswered.night, 0)
            messageReadByDay = shared(plan.messageRead.day, 1)
            messageReadByNight = shared(plan.messageRead.night, 1)
            moods = SharedChance(mean: 0.5, correlation: plan.willingnessCorrelation)
            mood = moods.effective(random.uniform(key, .willingnessEffect, Occasion(incident: incident).raw))
        }
    }

    /// The chances on a list: those everybody shares tonight, moved by what the list shares.
    private mutating func chances(
        _ list: CallLists.List, _ alert: Alert, isNight: Bool, _ world: World, _ random: RandomStream
    ) -> Chances {
        let incident = Int(alert.incident)
        let place = world.organization.key(of: OrganizationNodeID(0))
        let tonight =
            self.tonight[incident] ?? Tonight(world.plan.callOut, place, incident: incident, random)
        self.tonight[incident] = tonight
        let key = world.organization.key(of: list.node)
        let level = Int(list.level.rawValue)
        func number(_ purpose: Purpose, _ attempt: Int) -> Double {
            random.uniform(key, purpose, Occasion(incident: incident, attempt: attempt).raw)
        }
        let message = number(.nodeEffect, level << 8 | 1)
        let mood = tonight.moods.effective(number(.willingnessEffect, level))
        return Chances(
            messageRead: Float((isNight ? tonight.messageReadByNight : tonight.messageReadByDay).effective(message)),
            mood: Float(tonight.mood + mood), night: tonight.callAnsweredByNight, day: tonight.callAnsweredByDay,
            uniform: number(.nodeEffect, level << 8))
    }
}
