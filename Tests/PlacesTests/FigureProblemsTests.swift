import Places
import RandomStreams
import Testing

@Suite struct FigureProblemsTests {
    private func problems(_ change: (inout PlaceFigures) -> Void) -> [PlaceProblem] {
        var figures = Meijiang.figures
        change(&figures)
        do throws(PlaceError) {
            _ = try PlaceGenerator.generate(figures, random: RandomStream(seed: 1, replication: 0))
            return []
        } catch { return error.problems }
    }

    @Test(arguments: [16.12, 0, -116.12, 180, -180, 117.6])
    func `a seat too far from the others is a problem of its own, and quickly`(longitude: Double) throws {
        let clock = ContinuousClock()
        var found: [PlaceProblem] = []
        let time = clock.measure { found = problems { $0.streets[2].seat.longitude = longitude } }
        #expect(found.count == 1)
        guard case .seatTooFar(street: 2, let kilometers, let most) = try #require(found.first) else {
            Issue.record("\(found)")
            return
        }
        // 800 cells of 151 m.
        #expect(most == 120 && kilometers > most)
        #expect(time < .seconds(5))
    }

    @Test func `so is a point of the river, and whatever lies near a pole`() {
        let course = problems { $0.river.course[1].longitude = 16.12 }
        guard case .courseTooFar(point: 1, _, 500)? = course.first, course.count == 1 else {
            Issue.record("\(course)")
            return
        }
        #expect(problems { $0.streets[1].seat.latitude = 90 } == [.figureOutOfRange(name: "streets[1].seat")])
        #expect(problems { $0.river.course[0].latitude = -85 } == [.figureOutOfRange(name: "river.course[0]")])
    }

    @Test func `a seat farther from all others than the district is wide is remote`() {
        #expect(Meijiang.figures.remoteSeats().isEmpty)
        var figures = Meijiang.figures
        figures.streets[3].seat.longitude += 0.5
        #expect(figures.remoteSeats() == [3])
        figures.streets = [figures.streets[3]]
        #expect(figures.remoteSeats().isEmpty, "one seat alone is far from nothing")
    }

    @Test func `a course that comes back to where it was does not offer one bridge twice`() {
        let found = problems { figures in
            let course = figures.river.course
            figures.river.course = course + course.reversed() + course
            figures.river.bridges = 40
        }
        // Whether there is room for so many is another question; the program answers.
        #expect(found.allSatisfy { if case .tooManyBridges = $0 { true } else { false } })
    }
}
