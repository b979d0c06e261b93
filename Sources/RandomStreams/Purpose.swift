/// What a random number is for: the table of all purposes and their fixed numbers.
///
/// A number is part of the name of every draw made with it. So it is never changed and never used again for something
/// else, not even after its purpose is gone: add new purposes with new numbers, in the gap after their verb's last one.
@frozen
public enum Purpose: UInt32, Sendable, BitwiseCopyable {
    // MARK: Making a place, 1...99

    /// The outline and center of a generated area.
    case placeShape = 1
    /// The road network of a generated area.
    case placeRoads = 2
    /// How an area is divided into grids.
    case placeGrids = 3
    /// Households of a grid.
    case placeHouseholds = 4
    /// Who belongs to an organization.
    case placePeople = 5
    /// Where a person lives.
    case placeHome = 6
    /// Where a person works.
    case placeWork = 7
    /// Fixed traits of a person.
    case placeTraits = 8
    /// Where facilities stand.
    case placeFacilities = 9
    /// The height of the ground.
    case placeElevation = 10
    /// Where somebody of a scattered group lives.
    case placeScatter = 11

    // MARK: Experiment, 100...199

    /// The value of an assumption within its stated range.
    case assumption = 100

    // MARK: Hazard, 200...299

    /// How high the water rises.
    case waterLevel = 201

    // MARK: Command, 300...399

    /// How long until a signal is noticed.
    case detect = 300
    /// How long verifying takes.
    case verify = 301
    /// How long the consultation takes.
    case consult = 302
    /// How long writing and issuing the order takes.
    case order = 303
    /// Whether a level misses the order.
    case hopMiss = 305
    /// How long a level needs to decide.
    case hopDecide = 306
    /// How long a level needs to pass the order on.
    case hopRelay = 307
    /// How long until a deputy steps in.
    case deputyDelay = 308
    /// How long handing a task to another department takes.
    case handOff = 309

    // MARK: Conversion, 400...499

    /// How long an organization needs to convert to emergency duty.
    case convert = 400

    // MARK: Call-out, 500...599

    /// How a channel fares in this incident, shared by everybody it reaches.
    case channelEffect = 500
    /// How an organization node answers in this incident, shared by its people.
    case nodeEffect = 501
    /// How willing people are in this incident, shared by all.
    case willingnessEffect = 502
    /// Whether a person answers the phone.
    case phoneAnswer = 503
    /// How long a call lasts.
    case phoneLength = 504
    /// Whether a person answers a message.
    case messageAnswer = 505
    /// Whether a person is free to come.
    case availability = 507
    /// Whether a person agrees to come.
    case acceptance = 508
    /// Whether and when a person acknowledges.
    case acknowledge = 509

    // MARK: Muster, 600...699

    /// How long a person needs to get ready.
    case prepare = 600
    /// How fast a person travels.
    case travelSpeed = 601
    /// How long checking in takes.
    case checkIn = 602
    /// Whether a person who said yes comes at all.
    case noShow = 603

    // MARK: Forming, 700...799

    /// How long forming a team takes.
    case form = 700
    /// How long briefing a team takes.
    case brief = 701
    /// How long approving a temporary branch takes.
    case branchApproval = 702

    // MARK: Field work, 900...999

    /// Who opens the door.
    case doors = 900
    /// Who refuses to leave.
    case refusals = 901
    /// How long bringing people to a shelter takes.
    case transfer = 902
    /// How long the work takes.
    case work = 903

    // MARK: Service, 1200...1299

    /// When a call comes after the one before it, and how long it takes to serve.
    case call = 1200
    /// How long a unit needs to get to a call.
    case callTravel = 1201
}
