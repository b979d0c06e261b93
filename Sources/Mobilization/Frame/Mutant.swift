#if MUTANTS
    /// A rule broken on purpose, to show that the audit notices.
    ///
    /// Tests pass one to a run; no program that is shipped knows any, because only builds for testing define `MUTANTS`. Each verb keeps the
    /// broken copy beside the rule and counts how often it made a difference. Laws about donors get theirs with the verbs they bind.
    public enum Mutant: Sendable, CaseIterable {
        /// The count of people being called is not lowered when one of them is reached.
        case personInTwoStates
        /// People go to the desk without having stood in the queue.
        case personSkipsStep
        /// Teams are at work before they are there.
        case teamSkipsStep
        /// Tasks are opened a second time on being done.
        case taskSkipsStep
        /// Organizations fall back to everyday work on the way to their emergency form.
        case organizationSkipsStep
        /// Time before a person's step is not booked.
        case personHoursLost
        /// Time before a person's step is booked to the state that comes after it.
        case hoursOfAnotherState
        /// A state's count is raised as of the time at which the state before it was entered.
        case countRaisedTooSoon
        /// The first party to come starts the work, with the other or without.
        case taskServedEarly
        /// Teams are there in the moment they are sent.
        case teamArrivesAtOnce
        /// Where a team has gone is not noted, so that it sets out from its old place again.
        case teamStaysBehind
        /// Tasks open when the hazard warrants their level, whether anybody has ordered it or not.
        case servedWithoutOrder
        /// An order opens tasks the hazard has not made yet.
        case servedBeforeItAppears
        /// The last to join a team is put down for the next team as well.
        case personInTwoTeams
        /// Everybody goes to the first open team, full or not.
        case teamOverfull
        /// A team starts with less than its minimum.
        case teamTooWeak
        /// A crew on post is booked with less than nobody.
        case negativeStrength
        /// Nobody under way hears that a road has closed.
        case closureUnheard
        /// Coverage is not told when a team leaves.
        case departureUntold
        /// The time somebody took to get ready is not noted.
        case stageLost
        /// A unit of a station takes a call while it serves another.
        case unitServesTwo
        /// The time a call waited is not booked.
        case waitUnbooked

        /// The law it breaks.
        public var law: Law {
            switch self {
            case .personInTwoStates, .personSkipsStep, .teamSkipsStep, .taskSkipsStep, .organizationSkipsStep,
                .unitServesTwo:
                .oneState
            case .personHoursLost: .personHours
            case .hoursOfAnotherState, .countRaisedTooSoon, .waitUnbooked: .littlesLaw
            case .taskServedEarly, .teamArrivesAtOnce, .teamStaysBehind, .servedWithoutOrder, .servedBeforeItAppears:
                .servedInTime
            case .personInTwoTeams, .teamOverfull, .teamTooWeak, .negativeStrength: .teamStrength
            case .closureUnheard: .openRoads
            case .departureUntold: .coverage
            case .stageLost: .stagesAddUp
            }
        }
    }

    /// The rule broken in a run, if any, and how often that made a difference.
    struct Sabotage {
        /// The rule.
        var mutant: Mutant?
        /// How often it made a difference.
        var count = 0

        /// Whether any rule is broken.
        var isOn: Bool { mutant != nil }

        /// Whether `rule` is the one.
        func breaks(_ rule: Mutant) -> Bool { mutant == rule }
    }
#endif
