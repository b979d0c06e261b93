import BenchmarkSupport
import Coverage
import Foundation

/// Measures coverage: all teams counted anew, or one team that moves with the totals kept up to date, beside the least that can cost.
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

/// A team goes from its site to another's and back, then the next team does, with the same call the runs of pingji make; after each repetition
/// the memory floor is measured for as many moves.
func move() {
    var tally = CoverageTally(cells: CoverageCase.cells)
    for team in 0..<CoverageCase.teams { change(team, comes: true, &tally) }
    var floor = MemoryFloor(place)
    let count = 2 * CoverageCase.teams
    for _ in 0..<repetitions {
        var checksum: Int64 = 0
        let seconds = ProcessorClock.seconds {
            for step in 0..<count {
                let (from, to) = ends(step)
                change(from, comes: false, &tally)
                change(to, comes: true, &tally)
                checksum &+= tally.residents.x &+ 2 &* tally.residents.y
            }
        }
        let least = ProcessorClock.seconds { for step in 0..<count { floor.move(ends(step)) } }
        precondition(floor.isSettled, "every team is back where it was, so every counter must be")
        print(
            MeasuredRun(
                work: count, seconds: seconds,
                figures: ["checksum": Double(checksum), "floor_seconds": least, "floor_sum": Double(floor.sum)]
            ).json)
    }
}

/// Where the team stands that moves in a step, and where it goes.
func ends(_ step: Int) -> (from: Int, to: Int) {
    let (home, away) = (step / 2, (step / 2 + 7) % CoverageCase.teams)
    return step % 2 == 0 ? (home, away) : (away, home)
}

func change(_ site: Int, comes: Bool, _ tally: inout CoverageTally) {
    let row = place.row(of: site)
    let (cells, marks) = (place.cells[row], place.marks[row])
    if comes {
        tally.add(to: cells, marked: marks, with: 1, place.residents)
    } else {
        tally.remove(from: cells, marked: marks, with: 1, place.residents)
    }
}

if arguments[1] == "recount" { recount() } else { move() }
