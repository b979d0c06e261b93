import RandomStreams
import Testing

@Suite struct PurposeTests {
    @Test func `the numbers of purposes are frozen`() {
        let frozen: [(Purpose, UInt32)] = [
            (.placeShape, 1), (.placeRoads, 2), (.placeGrids, 3), (.placeHouseholds, 4), (.placePeople, 5),
            (.placeHome, 6), (.placeWork, 7), (.placeTraits, 8), (.placeFacilities, 9), (.placeElevation, 10),
            (.assumption, 100),
            (.waterLevel, 201),
            (.detect, 300), (.verify, 301), (.consult, 302), (.order, 303), (.hopMiss, 305),
            (.hopDecide, 306), (.hopRelay, 307), (.deputyDelay, 308), (.handOff, 309),
            (.convert, 400),
            (.channelEffect, 500), (.nodeEffect, 501), (.willingnessEffect, 502), (.phoneAnswer, 503),
            (.phoneLength, 504), (.messageAnswer, 505), (.availability, 507), (.acceptance, 508),
            (.acknowledge, 509),
            (.prepare, 600), (.travelSpeed, 601), (.checkIn, 602), (.noShow, 603),
            (.form, 700), (.brief, 701), (.branchApproval, 702),
            (.doors, 900), (.refusals, 901), (.transfer, 902), (.work, 903),
        ]
        for (purpose, number) in frozen { #expect(purpose.rawValue == number) }
    }
}
