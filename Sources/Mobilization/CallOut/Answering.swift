import DenseTables
import EventKernel
import Organization
import RandomStreams

/// Answering: those of a list who are reached say yes or no, get ready and set out.
///
/// Everybody goes through the same steps, each at a time of his or her own; so each step is taken for the whole list before the next, and its
/// random numbers are drawn together.
struct Answering {
    /// Who is still in it, in the order of the list, and when each takes the next step.
    private var people: [PersonID] = []
    private var keys: [EntityKey] = []
    /// Which turn-out of theirs it is.
    private var occasion = Occasion()
    private var times: [Int64] = []
    private var uniform: [Double] = []
    private var durations: [Int64] = []
    private var exponents: [Double] = []
    private var bases: [Elementary.Base] = []
    private var nights = Waits()
    private var days = Waits()
    /// The chance of refusing at average readiness, for each role.
    private let refusal: [Elementary.Base]

    init(_ world: World) {
        refusal = world.plan.callOut.answers.map { Elementary.Base(1 - $0.willing) }
        let longest = world.callLists.longest
        people.reserveCapacity(longest)
        keys.reserveCapacity(longest)
        times.reserveCapacity(longest)
        uniform.reserveCapacity(longest)
        durations.reserveCapacity(longest)
        exponents.reserveCapacity(longest)
        bases.reserveCapacity(longest)
    }

    /// Takes everybody of a list who is reached as far as nobody can interfere: to a no, or to the muster point.
    mutating func answer(
        _ list: ArraySlice<PersonID>, _ contacts: Contacts, mood: Float, _ going: inout Going, _ world: World,
        _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        begin(list, contacts, &books)
        decide(world, random)
        refuse(mood: mood, world, random, &books)
        delay(world, random, &books)
        getReady(world, random, &books)
        setOut(&going, world, random, &books, &schedule)
    }

    // MARK: Steps

    private mutating func begin(_ list: ArraySlice<PersonID>, _ contacts: Contacts, _ books: inout Books) {
        occasion = contacts.occasion
        people.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        times.removeAll(keepingCapacity: true)
        for (entry, person) in list.enumerated() where contacts.reached[entry] != Distribution.never {
            books.move(person, to: .reached, at: contacts.reached[entry])
            people.append(person)
            keys.append(contacts.keys[entry])
            times.append(contacts.reached[entry])
        }
    }

    /// Everybody makes up his or her mind, or never does before the run ends.
    private mutating func decide(_ world: World, _ random: RandomStream) {
        random.draw(.acknowledge, occasion.raw, of: keys, into: &uniform)
        world.plan.callOut.decide.milliseconds(uniform, into: &durations)
        keep { $0.wait($1, $0.durations[$1], until: world.horizon) }
    }

    /// Some say no: the role's willingness, raised to the person's own readiness and tonight's mood.
    ///
    /// With chance p for the role, a person twice as ready as others refuses with chance (1 − p)²: always a chance, exactly p
    /// for somebody of average readiness on an average night. Over all people the share is lower, by some 8 % of p at the
    /// generator's spread of readiness, because the unready lose more than the ready gain.
    private mutating func refuse(
        mood: Float, _ world: World, _ random: RandomStream, _ books: inout Books
    ) {
        random.draw(.acceptance, occasion.raw, of: keys, into: &uniform)
        bases.removeAll(keepingCapacity: true)
        exponents.removeAll(keepingCapacity: true)
        for person in people {
            bases.append(refusal[Int(world.people.role[person].rawValue)])
            exponents.append(Double(world.people.propensity[person]) * Double(mood))
        }
        Elementary.raise(bases, to: &exponents)
        keep { all, index in
            let person = all.people[index]
            if world.people.traits[person].contains(.onDuty) { return true }
            // Of a role that is always willing nobody refuses, however unready.
            let isCertain = world.plan.callOut.answers[Int(world.people.role[person].rawValue)].willing >= 1
            if isCertain || all.uniform[index] < 1 - all.exponents[index] { return true }
            books.move(person, to: .declined, at: all.times[index])
            return false
        }
    }

    /// "I cannot leave now, I will come when I can": some mean it.
    private mutating func delay(_ world: World, _ random: RandomStream, _ books: inout Books) {
        random.draw(.availability, occasion.raw, of: keys, into: &uniform)
        keep { all, index in
            let person = all.people[index]
            if world.people.traits[person].contains(.onDuty) { return true }
            let role = Int(world.people.role[person].rawValue)
            let band = Int(world.clock.band(at: all.times[index]).rawValue)
            if all.uniform[index] < world.plan.callOut.answers[role].available[band] { return true }
            let later = random.bits(all.keys[index], .availability, all.occasion.attempt(1).raw)
            if later.uniform < world.plan.callOut.comesLater,
                let delay = world.plan.callOut.laterDelay.milliseconds(later.secondUniform)
            {
                return all.wait(index, delay, until: world.horizon)
            }
            books.move(person, to: .declined, at: all.times[index])
            return false
        }
    }

    /// Those who said yes get ready; whoever is on duty is.
    private mutating func getReady(_ world: World, _ random: RandomStream, _ books: inout Books) {
        random.draw(.prepare, occasion.raw, of: keys, into: &uniform)
        durations.removeAll(keepingCapacity: true)
        nights.begin()
        days.begin()
        for (index, person) in people.enumerated() {
            books.move(person, to: .preparing, at: times[index])
            durations.append(0)
            if world.people.traits[person].contains(.onDuty) { continue }
            if world.clock.isNight(at: times[index]) {
                nights.add(index, uniform[index])
            } else {
                days.add(index, uniform[index])
            }
        }
        nights.end(world.plan.muster.prepareNight)
        days.end(world.plan.muster.prepareDay)
        for (index, delay) in zip(nights.who, nights.lengths) { durations[index] = delay }
        for (index, delay) in zip(days.who, days.lengths) { durations[index] = delay }
        keep { $0.wait($1, $0.durations[$1], until: world.horizon) }
        random.draw(.noShow, occasion.raw, of: keys, into: &uniform)
        keep { all, index in
            let person = all.people[index]
            if world.people.traits[person].contains(.onDuty) { return true }
            if all.uniform[index] >= world.plan.muster.noShow { return true }
            books.move(person, to: .noShow, at: all.times[index])
            return false
        }
    }

    /// Whoever is ready sets out and is there as foreseen, unless roads may change before.
    private mutating func setOut(
        _ going: inout Going, _ world: World, _ random: RandomStream, _ books: inout Books, _ schedule: inout Schedule
    ) {
        random.draw(.travelSpeed, occasion.raw, of: keys, into: &uniform)
        Pace.own(world).quantiles(of: &uniform)
        for (index, person) in people.enumerated() {
            let start = times[index]
            if world.people.traits[person].contains(.onDuty) {
                // Whoever is on duty is there already.
                books.move(person, to: .traveling, at: start)
                schedule.schedule(.muster(.arrive(person)), at: SimulationTime(milliseconds: start))
            } else if going.setOut(
                person, at: start, Pace(of: person, own: uniform[index], world), world, &schedule)
            {
                books.move(person, to: .traveling, at: start)
            } else {
                schedule.schedule(.muster(.setOut(person)), at: SimulationTime(milliseconds: start))
            }
        }
    }

    // MARK: Who is left

    /// Puts somebody's next step off; false if it falls after the end of the run, and the person stays where he or she is.
    private mutating func wait(_ index: Int, _ delay: Int64, until horizon: Int64) -> Bool {
        guard delay <= horizon - times[index] else { return false }
        times[index] += delay
        return true
    }

    /// Keeps those for whom `stays` holds, which is asked once for each, in order.
    @inline(__always)
    private mutating func keep(_ stays: (inout Self, Int) -> Bool) {
        var kept = 0
        for index in people.indices where stays(&self, index) {
            if kept < index {
                people[kept] = people[index]
                keys[kept] = keys[index]
                times[kept] = times[index]
            }
            kept += 1
        }
        people.removeLast(people.count - kept)
        keys.removeLast(keys.count - kept)
        times.removeLast(times.count - kept)
    }
}
