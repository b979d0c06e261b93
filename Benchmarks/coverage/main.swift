import BenchmarkSupport
import Coverage
import DenseTables
import Foundation

/// Measures coverage: all teams counted anew, or one team that moves with the totals kept up to date.
let arguments = CommandLine.arguments
guard arguments.count == 4, ["recount", "move"].contains(arguments[1]), arguments[2] == "--repetitions",
    let repetitions = Int(arguments[3]), repetitions > 0
else {
    print("usage: covering recount|move --repetitions N")
    exit(64)
}

let place = CoverageCase()

/// Each count is under a clock of its own, because the same count twice in a row the compiler would do once.
func recount() {
    let bits = CoverageBits(cells: CoverageCase.cells, reached: place.reached)
    let count = 200
    for _ in 0..<repetitions {
        var checksum: Int64 = 0
        var seconds = 0.0
        for _ in 0..<count {
            seconds += ProcessorClock.seconds {
                let counts = bits.counts()
                checksum &+= counts.x &+ 2 &* counts.y
            }
        }
        print(MeasuredRun(work: count, seconds: seconds, figures: ["checksum": Double(checksum / Int64(count))]).json)
    }
}

/// A team goes from its site to another's and back, then the next team does.
func move() {
    let reach = CoverageReach(minutes: 10, weights: place.weights, cells: place.reached)
    var tally = CoverageTally(reach)
    for team in 0..<CoverageCase.teams { tally.add(SiteID(team), reach) }
    let count = 2 * CoverageCase.teams
    for _ in 0..<repetitions {
        var checksum: Int64 = 0
        let seconds = ProcessorClock.seconds {
            for step in 0..<count {
                let (home, away) = (SiteID(step / 2), SiteID((step / 2 + 7) % CoverageCase.teams))
                tally.remove(step % 2 == 0 ? home : away, reach)
                tally.add(step % 2 == 0 ? away : home, reach)
                checksum &+= tally.residents.x &+ 2 &* tally.residents.y
            }
        }
        print(MeasuredRun(work: count, seconds: seconds, figures: ["checksum": Double(checksum)]).json)
    }
}

if arguments[1] == "recount" { recount() } else { move() }
