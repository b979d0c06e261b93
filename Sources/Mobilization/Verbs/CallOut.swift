import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Call-out: reaches the people on an organization's lists, by phone tree and by group message, and gets their answers.
///
/// In the phone tree the office rings the first few of the list and everybody reached rings the next few, whether or not he
/// or she can come; who is not reached loses nobody, because the caller takes over that person's calls.
public struct CallOut: ~Copyable {
    /// What happens in a call-out.
    public enum Event: BitwiseCopyable, Sendable {
        /// An organization starts the lists of a level.
        case start(OrganizationNodeID, ResponseLevel)
        /// A call ends, answered or not.
        case callEnds(CallerID)
        /// Somebody reads the message.
        case read(PersonID)

        /// Its rank among what happens in one millisecond.
        var rank: EventPriority {
            switch self {
            case .callEnds: .early
            case .start, .read: .normal
            }
        }
    }

    /// The entry a caller is ringing, counted from 1 within the list, and how often it has rung.
    private var ringing: Column<CallerID, Int32>
    private var rings: Column<CallerID, UInt8>
    /// The chances on each list tonight, after shared effects.
    private var callAnsweredByDay: Column<CallListID, Float>
    private var callAnsweredByNight: Column<CallListID, Float>
    private var messageRead: Column<CallListID, Float>
    private var willingness: Column<CallListID, Float>
    private var tonight: Tonight?

    /// Calls made, answered or not.
    private(set) var calls = 0
    /// Contacts with people who had been reached already.
    private(set) var duplicates = 0

    init(_ world: World) {
        ringing = Column(repeating: 0, count: world.callLists.callers)
        rings = Column(repeating: 0, count: world.callLists.callers)
        callAnsweredByDay = Column(repeating: 0, count: world.callLists.lists.count)
        callAnsweredByNight = Column(repeating: 0, count: world.callLists.lists.count)
        messageRead = Column(repeating: 0, count: world.callLists.lists.count)
        willingness = Column(repeating: 0, count: world.callLists.lists.count)
    }

    /// Bytes of changing state a person takes here.
    static var bytesPerPerson: Int { MemoryLayout<Int32>.stride + MemoryLayout<UInt8>.stride }

    mutating func handle(
        _ event: Event, _ going: inout Going, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        switch event {
        case .start(let node, let level):
            for index in world.callLists.lists(of: node) where world.callLists.lists[index].level <= level {
                start(CallListID(index), world, random, &ledger, &schedule)
            }
        case .callEnds(let caller): callEnds(caller, &going, world, random, &ledger, &schedule)
        case .read(let person): reach(person, &going, world, random, &ledger, &schedule)
        }
    }

    // MARK: Starting a list

    private mutating func start(
        _ id: CallListID, _ world: World, _ random: RandomStream, _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        let list = world.callLists.lists[id.index]
        let people = world.callLists.people[list.entries]
        guard let first = people.first, ledger.people[first] == .standing else { return }
        let now = schedule.now.milliseconds
        setChances(id, list, isNight: world.clock.isNight(at: now), world, random)
        for person in people {
            ledger.move(person, to: .called, at: now)
            // Whoever is on duty stands beside the phone.
            if world.people.traits[person].contains(.onDuty) { schedule.tell(.callOut(.read(person))) }
        }
        if world.plan.callOut.channels.contains(.groupMessage) {
            for person in people where !world.people.traits[person].contains(.staleEntry) {
                let bits = random.bits(world.people.key[person], .messageAnswer)
                let soon = Double(messageRead[id])
                // Of those who do not read it soon, some do on waking or after work.
                let isLate = bits.uniform >= soon
                if isLate, bits.uniform >= soon + (1 - soon) * world.plan.callOut.messageReadLate { continue }
                let wait = isLate ? world.plan.callOut.messageLateDelay : world.plan.callOut.messageDelay
                guard let delay = wait.milliseconds(bits.secondUniform) else { continue }
                schedule.schedule(.callOut(.read(person)), after: delay)
            }
        }
        if world.plan.callOut.channels.contains(.phoneTree) {
            ringNext(office(of: id), at: 1, id, world, random, &schedule)
        }
    }

    /// What everybody in the place shares tonight, whatever the list.
    private struct Tonight {
        let callAnsweredByDay: Double
        let callAnsweredByNight: Double
        let messageReadByDay: Double
        let messageReadByNight: Double
        /// Half of the factor on everybody's willingness.
        let mood: Double

        init(_ world: World, _ random: RandomStream) {
            let key = world.organization.key(of: OrganizationNodeID(0))
            let correlation = world.plan.callOut.channelCorrelation
            func shared(_ mean: Double, _ channel: UInt32) -> Double {
                CorrelatedAnswers.effectiveChance(
                    mean: mean, correlation: correlation, uniform: random.uniform(key, .channelEffect, channel))
            }
            callAnsweredByDay = shared(world.plan.callOut.callAnswered.day, 0)
            callAnsweredByNight = shared(world.plan.callOut.callAnswered.night, 0)
            messageReadByDay = shared(world.plan.callOut.messageRead.day, 1)
            messageReadByNight = shared(world.plan.callOut.messageRead.night, 1)
            mood = CorrelatedAnswers.effectiveChance(
                mean: 0.5, correlation: world.plan.callOut.willingnessCorrelation,
                uniform: random.uniform(key, .willingnessEffect))
        }
    }

    /// The chances on a list: those everybody shares tonight, moved by what the list shares.
    private mutating func setChances(
        _ id: CallListID, _ list: CallLists.List, isNight: Bool, _ world: World, _ random: RandomStream
    ) {
        let tonight = self.tonight ?? Tonight(world, random)
        self.tonight = tonight
        let key = world.organization.key(of: list.node)
        let occasion = UInt32(list.level.rawValue)
        let correlation = world.plan.callOut.listCorrelation
        func local(_ mean: Double, _ channel: UInt32) -> Float {
            Float(
                CorrelatedAnswers.effectiveChance(
                    mean: mean, correlation: correlation,
                    uniform: random.uniform(key, .nodeEffect, occasion << 8 | channel)))
        }
        if world.plan.callOut.channels.contains(.phoneTree) {
            callAnsweredByDay[id] = local(tonight.callAnsweredByDay, 0)
            callAnsweredByNight[id] = local(tonight.callAnsweredByNight, 0)
        }
        messageRead[id] = local(isNight ? tonight.messageReadByNight : tonight.messageReadByDay, 1)
        // One mood for the incident and one for the list, as a factor on everybody's willingness; its mean is 1.
        let mood = CorrelatedAnswers.effectiveChance(
            mean: 0.5, correlation: world.plan.callOut.willingnessCorrelation,
            uniform: random.uniform(key, .willingnessEffect, occasion))
        willingness[id] = Float(tonight.mood + mood)
    }

    // MARK: The phone tree

    private func office(of list: CallListID) -> CallerID { CallerID(raw: list.raw) }

    private func caller(entry: Int, _ world: World) -> CallerID { CallerID(world.callLists.lists.count + entry) }

    /// The list a caller belongs to and his or her place in the tree: 0 for the office, entries from 1.
    private func place(of caller: CallerID, _ world: World) -> (list: CallListID, place: Int) {
        let offices = world.callLists.lists.count
        if caller.index < offices { return (CallListID(raw: caller.raw), 0) }
        let entry = caller.index - offices
        let list = world.callLists.listOfEntry[entry]
        return (list, entry - world.callLists.lists[list.index].entries.lowerBound + 1)
    }

    /// Rings the entry at `place`, if there is one.
    private mutating func ringNext(
        _ caller: CallerID, at place: Int, _ id: CallListID, _ world: World, _ random: RandomStream,
        _ schedule: inout Schedule
    ) {
        let list = world.callLists.lists[id.index]
        guard place >= 1, place <= list.entries.count else { return }
        ringing[caller] = Int32(place)
        rings[caller] = 0
        ring(caller, id, world, random, &schedule)
    }

    private mutating func ring(
        _ caller: CallerID, _ id: CallListID, _ world: World, _ random: RandomStream, _ schedule: inout Schedule
    ) {
        let callee = person(at: Int(ringing[caller]), id, world)
        let occasion = UInt32(rings[caller])
        let uniform = random.uniform(world.people.key[callee], .phoneLength, occasion)
        guard let length = world.plan.callOut.call.milliseconds(uniform) else { return }
        calls += 1
        schedule.schedule(.callOut(.callEnds(caller)), after: length)
    }

    private func person(at place: Int, _ id: CallListID, _ world: World) -> PersonID {
        world.callLists.people[world.callLists.lists[id.index].entries.lowerBound + place - 1]
    }

    private mutating func callEnds(
        _ caller: CallerID, _ going: inout Going, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        let (id, own) = place(of: caller, world)
        let place = Int(ringing[caller])
        let callee = person(at: place, id, world)
        let isStale = world.people.traits[callee].contains(.staleEntry)
        let uniform = random.uniform(world.people.key[callee], .phoneAnswer, UInt32(rings[caller]))
        let isNight = world.clock.isNight(at: schedule.now.milliseconds)
        if !isStale, uniform < Double(isNight ? callAnsweredByNight[id] : callAnsweredByDay[id]) {
            reach(callee, &going, world, random, &ledger, &schedule)
            // The one reached starts on the next few, and the caller goes on.
            let entry = world.callLists.lists[id.index].entries.lowerBound + place - 1
            let child = self.caller(entry: entry, world)
            ringNext(child, at: place * world.plan.callOut.span + 1, id, world, random, &schedule)
            ringNext(caller, at: following(place, of: own, missed: false, id, world), id, world, random, &schedule)
        } else if Int(rings[caller]) < world.plan.callOut.retries {
            rings[caller] += 1
            ring(caller, id, world, random, &schedule)
        } else {
            ringNext(caller, at: following(place, of: own, missed: true, id, world), id, world, random, &schedule)
        }
    }

    /// The place a caller rings after `place`: the calls of one who was missed come first, then the next of the same row.
    ///
    /// Place 0 rings 1…s, place p rings ps+1…ps+s. Returns 0 when nobody is left.
    private func following(_ place: Int, of caller: Int, missed: Bool, _ id: CallListID, _ world: World) -> Int {
        let span = world.plan.callOut.span
        let count = world.callLists.lists[id.index].entries.count
        if missed, place * span + 1 <= count { return place * span + 1 }
        var place = place
        while place != caller {
            let parent = (place - 1) / span
            if place < min(parent * span + span, count) { return place + 1 }
            place = parent
        }
        return 0
    }

    // MARK: Answers

    /// Reaches somebody; what he or she says to that, and when, nobody can change any more, so it is booked now.
    private mutating func reach(
        _ person: PersonID, _ going: inout Going, _ world: World, _ random: RandomStream, _ ledger: inout Ledger,
        _ schedule: inout Schedule
    ) {
        guard ledger.people[person] == .called else {
            duplicates += 1
            return
        }
        let now = schedule.now.milliseconds
        ledger.move(person, to: .reached, at: now)
        let uniform = random.uniform(world.people.key[person], .acknowledge)
        guard let delay = world.plan.callOut.decide.milliseconds(uniform) else { return }
        answer(person, at: now + delay, &going, world, random, &ledger, &schedule)
    }

    private func answer(
        _ person: PersonID, at time: Int64, _ going: inout Going, _ world: World, _ random: RandomStream,
        _ ledger: inout Ledger, _ schedule: inout Schedule
    ) {
        guard time <= world.horizon else { return }
        let role = Int(world.people.role[person].rawValue)
        let key = world.people.key[person]
        let isOnDuty = world.people.traits[person].contains(.onDuty)
        guard isOnDuty || isWilling(person, world.plan.callOut.answers[role].willing, world, random) else {
            return ledger.move(person, to: .declined, at: time)
        }
        let band = Int(world.clock.band(at: time).rawValue)
        if isOnDuty || random.uniform(key, .availability) < world.plan.callOut.answers[role].available[band] {
            return Muster.getReady(person, at: time, &going, world, random, &ledger, &schedule)
        }
        // "I cannot leave now, I will come when I can": some mean it.
        let later = random.bits(key, .availability, 1)
        guard later.uniform < world.plan.callOut.comesLater,
            let delay = world.plan.callOut.laterDelay.milliseconds(later.secondUniform)
        else { return ledger.move(person, to: .declined, at: time) }
        Muster.getReady(person, at: time + delay, &going, world, random, &ledger, &schedule)
    }

    /// Whether somebody says yes: the role's willingness, raised to the person's own readiness and tonight's mood.
    ///
    /// With chance p for the role, a person twice as ready as others refuses with chance (1 − p)²: always a chance, exactly p
    /// for somebody of average readiness on an average night. Over all people the share is lower, by some 8 % of p at the
    /// generator's spread of readiness, because the unready lose more than the ready gain.
    private func isWilling(
        _ person: PersonID, _ willing: Double, _ world: World, _ random: RandomStream
    ) -> Bool {
        if willing >= 1 { return true }
        let mood = Double(willingness[world.callLists.list(of: person, world.people)])
        let readiness = Double(world.people.propensity[person]) * mood
        return random.uniform(world.people.key[person], .acceptance) < 1 - Elementary.power(1 - willing, readiness)
    }
}
