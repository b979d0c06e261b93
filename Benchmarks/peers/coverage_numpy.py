"""Coverage with numpy: all teams counted anew, or one team that moves.

`recount`: packed words, one and two teams told apart by two words a block, in place. `move`: a counter of eight bits a
cell, and the residents summed where it is at least one and two; `move-dot` sums by a product of floats of 32 bits, which is exact for fewer than 2^24 residents, `move-lists`
goes through the cells the team reaches and books only what changes.
"""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy
from support import Stopwatch, options, report

given = options(case="recount", repetitions=3, seed=1)
TEAMS, CELLS, DENSITY = 200, 100_000, 3


def mixed(number):
    """SplitMix64, as our side takes it."""
    number = number + numpy.uint64(0x9E3779B97F4A7C15)
    number = (number ^ (number >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
    return number ^ (number >> numpy.uint64(31))


hundred = numpy.uint64(100)
covered = numpy.stack([
    mixed(numpy.arange(team * CELLS, (team + 1) * CELLS, dtype=numpy.uint64)) % hundred < DENSITY
    for team in range(TEAMS)])
weights = (mixed(numpy.arange(10**9, 10**9 + CELLS, dtype=numpy.uint64)) % hundred + numpy.uint64(1)).astype("i4")


def recounts(count):
    packed = numpy.packbits(covered, axis=1, bitorder="little")
    packed = numpy.pad(packed, ((0, 0), (0, -packed.shape[1] % 8))).view(numpy.uint64)
    once, twice, both = (numpy.empty(packed.shape[1], numpy.uint64) for _ in range(3))
    checksum = 0
    stopwatch = Stopwatch()
    for _ in range(count):
        once.fill(0)
        twice.fill(0)
        for team in packed:
            numpy.bitwise_and(once, team, out=both)
            numpy.bitwise_or(twice, both, out=twice)
            numpy.bitwise_or(once, team, out=once)
        checksum += int(numpy.bitwise_count(once).sum()) + 2 * int(numpy.bitwise_count(twice).sum())
    return stopwatch.seconds(), checksum // count


def moves(count, summed):
    """Counters of all cells, and all residents summed again by `summed`."""
    rows = covered.astype(numpy.uint8)
    counts = rows.sum(axis=0, dtype=numpy.uint8)
    checksum = 0
    stopwatch = Stopwatch()
    for step in range(count):
        start, end = ends(step)
        numpy.subtract(counts, rows[start], out=counts)
        numpy.add(counts, rows[end], out=counts)
        checksum += summed(counts >= 1) + 2 * summed(counts >= 2)
    return stopwatch.seconds(), checksum


def list_moves(count):
    """Counters of all cells, and only the cells of the two sites looked at."""
    lists = [numpy.flatnonzero(row) for row in covered]
    residents = [weights[cells] for cells in lists]
    counts = covered.sum(axis=0, dtype=numpy.uint8)
    once, twice = int(weights[counts >= 1].sum()), int(weights[counts >= 2].sum())
    checksum = 0
    stopwatch = Stopwatch()
    for step in range(count):
        start, end = ends(step)
        before = counts[lists[start]]
        once -= int(residents[start].sum(where=before == 1))
        twice -= int(residents[start].sum(where=before == 2))
        counts[lists[start]] = before - 1
        before = counts[lists[end]]
        once += int(residents[end].sum(where=before == 0))
        twice += int(residents[end].sum(where=before == 1))
        counts[lists[end]] = before + 1
        checksum += once + 2 * twice
    return stopwatch.seconds(), checksum


def ends(step):
    home, away = step // 2, (step // 2 + 7) % TEAMS
    return (home, away) if step % 2 == 0 else (away, home)


floats = weights.astype("f4")
cases = {
    "recount": (200, recounts),
    "move": (2 * TEAMS, lambda count: moves(count, lambda mask: int((weights * mask).sum()))),
    "move-dot": (2 * TEAMS, lambda count: moves(count, lambda mask: int(floats.dot(mask)))),
    "move-lists": (2 * TEAMS, list_moves),
}
count, run = cases[given.case]
for _ in range(given.repetitions):
    seconds, checksum = run(count)
    report(count, seconds, checksum=float(checksum))
