import BenchmarkSupport
import Coverage
import Foundation

/// Measures coverage: all teams counted anew, one team that moves with the totals kept up to date, or the least that a move can cost.
let arguments = CommandLine.arguments
guard arguments.count == 4, ["recount", "move", "floor"].contains(arguments[1]), arguments[2] == "--repetitions",
    let repetitions = Int(arguments[3]), repetitions > 0
else {
    print("usage: covering recount|move|floor --repetitions N")
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

/// A team goes from its site to another's and back, then the next team does, with the same call the runs of pingji make.
func move() {
    var tally = CoverageTally(cells: CoverageCase.cells)
    for team in 0..<CoverageCase.teams { change(team, comes: true, &tally) }
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
        print(MeasuredRun(work: count, seconds: seconds, figures: ["checksum": Double(checksum)]).json)
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

/// What a move costs at least in this layout: the lists of two sites are read, and of each of their cells the residents are read and the
/// counter is read and written, by the simplest loop and without deciding anything.
func floor() {
    var counts = [UInt16](repeating: 1, count: CoverageCase.cells)
    let count = 2 * CoverageCase.teams
    for _ in 0..<repetitions {
        var (residents, marks) = (UInt32(), UInt8())
        let seconds = ProcessorClock.seconds {
            for step in 0..<count {
                let (from, to) = ends(step)
                for (site, change) in [(from, UInt16.max), (to, 1)] {
                    sweep(place.row(of: site), by: change, &counts, &residents, &marks)
                }
            }
        }
        // Every team is back where it was, so every counter must be; the sums keep the compiler from leaving the reading out.
        precondition(counts.allSatisfy { $0 == 1 } && marks == 1)
        print(MeasuredRun(work: count, seconds: seconds, figures: ["residents": Double(residents)]).json)
    }
}

@inline(never)
func sweep(
    _ row: Range<Int>, by change: UInt16, _ counts: inout [UInt16], _ residents: inout UInt32, _ marks: inout UInt8
) {
    var (sum, union) = (residents, marks)
    counts.withUnsafeMutableBufferPointer { counts in
        place.cells.withUnsafeBufferPointer { cells in
            place.marks.withUnsafeBufferPointer { marks in
                place.residents.withUnsafeBufferPointer { weights in
                    for index in row {
                        let cell = Int(cells[index])
                        counts[cell] &+= change
                        sum &+= weights[cell]
                        union |= marks[index]
                    }
                }
            }
        }
    }
    (residents, marks) = (sum, union)
}

switch arguments[1] {
case "recount": recount()
case "move": move()
default: floor()
}
