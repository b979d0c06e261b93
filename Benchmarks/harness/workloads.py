"""What is measured: one function for each workload, which yields rows.

Every side of a workload is run in turn. Rates are medians over repetitions, of processor time; `workers` and
`flood-night` are wall time, because that is what more workers save.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from measuring import Failed, check_count, check_mean, check_same_mean, erlang_c_wait, in_turn, rate, runs
from peers import Environment
from roads import ROAD_WORKLOADS
from rows import Row


@dataclass
class Bench:
    root: Path
    #: Where the programs of each build are: `release`, and `v3` where the processor has what that needs.
    builds: dict
    quick: bool
    peers: Environment
    #: Road networks given by path, beside those made up.
    networks: list = field(default_factory=list)

    @property
    def binaries(self):
        return self.builds["release"]

    @property
    def scratch(self):
        """Where networks that are made up lie."""
        return self.root / ".build" / "networks"

    def ours(self, program, *options, build="release"):
        return runs([self.builds[build] / program, *options])

    def tell(self, program, *options):
        """Runs a program of ours for what it does, not for what it costs."""
        self.ours(program, *options)

    def sides(self, ours, peers):
        """Our side, and those peers that can be had; `peers` maps a name to a script with its options."""
        sides = {"ours": ours}
        if self.peers.python():
            for name, (script, *options) in peers.items():
                sides[name] = lambda seed, script=script, options=options: runs(
                    self.peers.command(script, *options, *(["--seed", seed] if not str(script).startswith("phold") else [])))
        return sides

    def rows(self, workload, case, unit, measured, goals):
        """A row for each peer with its goal; a peer that was not measured is skipped."""
        ours = rate(measured["ours"])
        for peer, goal in goals.items():
            theirs = measured.get(peer)
            yield Row(workload, case, unit, ours, self.peers.name(peer), rate(theirs) if theirs else None, goal)


def phold(bench):
    """Processes that schedule one another at random: the event queue alone, through its public interface."""
    cases = [("1k", 1_000, 500_000, 25), ("100k", 100_000, 300_000, 45), ("1M", 1_000_000, 600_000, 60)]
    for case, pending, events, goal in cases:
        repetitions = (1 if pending == 1_000_000 else 3) if bench.quick else (3 if pending == 1_000_000 else 7)
        events = events // 2 if bench.quick else events
        peers = {"simpy": ("phold_simpy.py", "--pending", pending, "--events", events)}
        goals = {"simpy": goal}
        # Salabim takes minutes to set up a hundred thousand components.
        if pending <= (1_000 if bench.quick else 100_000):
            peers["salabim"] = ("phold_salabim.py", "--pending", pending, "--events", events // 5)
            goals["salabim"] = 1
        ours = lambda seed, pending=pending: bench.ours(
            "phold", "--pending", pending, "--events", 3_000_000, "--repetitions", 3, "--json")
        measured = in_turn(bench.sides(ours, peers), repetitions)
        for who, some in measured.items():
            check_count(who, some or [], "expected_events")
        yield from bench.rows("phold", case, "events/s", measured, goals)


def mmc(bench):
    """Ten servers and one line, 0.9 of their capacity asked for: the model everybody writes first.

    Ciw keeps records and salabim its monitors, as they do unless told otherwise, and so they serve fewer customers;
    the cost of a customer does not depend on their number.
    """
    ours_count = 1_000_000
    counts = {"simpy": 150_000 if bench.quick else 1_000_000, "ciw": 20_000 if bench.quick else 100_000,
              "salabim": 2_000 if bench.quick else 10_000}
    station = ["--servers", 10, "--rate", 9]
    peers = {name: (f"queueing_{name}.py", *station, "--customers", count) for name, count in counts.items()}
    plain = lambda seed: bench.ours("queueing", *station, "--customers", ours_count, "--seed", seed)
    repetitions = 3 if bench.quick else 5
    measured = in_turn(bench.sides(plain, peers), repetitions)
    theory = erlang_c_wait(10, 9.0)
    # The deviation of the mean wait of 10^6 customers is 0.014, measured over many runs of several programs.
    variance = 0.014**2 * 1e6
    for who, some in measured.items():
        if some:
            check_mean(who, some, "mean_wait", theory, variance, {"ours": ours_count, **counts}[who])
    yield from bench.rows("mmc", "plain", "arrivals/s", measured, {"simpy": 100, "ciw": 100, "salabim": 100})

    both = in_turn({
        "ours": lambda seed: bench.ours("queueing", *station, "--statistics", "--seed", seed),
        "plain": plain,
        "named": lambda seed: bench.ours("queueing", *station, "--random", "named", "--seed", seed),
    }, 3 * repetitions)
    for who, some in both.items():
        check_mean(who, some, "mean_wait", theory, variance, ours_count)
    yield Row("mmc", "statistics", "arrivals/s", rate(both["ours"]), "ours without statistics", rate(both["plain"]),
              0.77)
    yield Row("mmc", "named random numbers", "arrivals/s", rate(both["named"]), "ours with a stream", rate(both["plain"]),
              0.5)


def mm1(bench):
    """One server and a million customers, each with the time it came, against a compiled engine."""
    station = ["--servers", 1, "--rate", 0.9, "--customers", 1_000_000]
    ours = lambda seed: bench.ours("queueing", *station, "--seed", seed)
    measured = in_turn(bench.sides(ours, {"cimba": ("queueing_cimba.py", *station)}), 5 if bench.quick else 15)
    # The variance of a mean wait of M/M/1, times the count: r(2 + 5r - 4r² + r³) / (1 - r)⁴ (Daley 1968), r = 0.9.
    variance = 0.9 * (2 + 5 * 0.9 - 4 * 0.9**2 + 0.9**3) / 0.1**4
    for who, some in measured.items():
        if some:
            check_mean(who, some, "mean_time_in_system", 10.0, variance, 1_000_000)
    yield from bench.rows("mm1", "1M objects", "objects/s", measured, {"cimba": 3})


def call_out(bench):
    """The call-out of 513 people against its twin, which was written from docs/call-out.md alone.

    Replications on one worker, reading the inputs and writing the results left out on both sides.
    """
    folder = bench.root / "Benchmarks" / "peers" / "call-out"
    replications, theirs = (1000, 40) if bench.quick else (4000, 200)
    measured = in_turn(bench.sides(
        lambda seed: bench.ours("callout", folder / "call-out.jsonc", "--replications", replications, "--seed", seed),
        {"simpy": (Path("call-out") / "twin.py", "--inputs", folder / "inputs.json", "--json",
                   "--replications", theirs)}), 3 if bench.quick else 5)
    for figure, deviation in {"people_reached": 6.7, "people_arrived": 17.3, "calls_made": 42.5}.items():
        check_same_mean(figure, deviation, measured)
    yield from bench.rows("call-out", "513 people", "replications/s", measured, {"simpy": 100})


def growth(bench):
    """One call-out in one queue: the time for a person may grow no more than threefold from 10⁴ to 10⁷ people."""
    sizes = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000, "10M": 10_000_000}
    measured = {}
    for case, people in sizes.items():
        repetitions = max(1, min(20, 1_000_000 // people)) if not bench.quick or people <= 100_000 else 1
        measured[case] = sum((bench.ours("growth", "--people", people) for _ in range(repetitions)), [])
        reached = {run["people_reached"] / run["work"] for run in measured[case]}
        if len(reached) != 1 or not 0.9 < min(reached) < 1:
            raise Failed(f"growth {case}: shares of people reached {sorted(reached)}, expected one near 0.96")
    limit = 3 * 1e9 / rate(measured["10k"])
    for case, some in measured.items():
        yield Row("growth", case, "ns/person", 1e9 / rate(some), "limit: 3 x 10k", limit, 1)
    largest = measured["10M"][-1]
    yield Row("growth", "10M memory", "bytes/person", largest["peak_memory_bytes"] / largest["work"], "limit", 600, 1)


def flood_night(bench):
    """The shipped scenario, all of it, on two workers."""
    yield Row("flood-night", "30 replications x 3 variants on 2 workers", "s", walls(bench)[2], "limit", 20, 1)


def workers(bench):
    """The same on two workers and on one."""
    yield Row("workers", "flood-night", "s", walls(bench)[2], "1 worker", walls(bench)[1], 1.85)


def memory(bench):
    """What a person takes, as the program itself explains it."""
    explained = subprocess.run(
        [bench.binaries / "pingji", "explain", "scenarios/reference-street.jsonc", "--lang", "en"], check=True,
        stdout=subprocess.PIPE, text=True).stdout
    changing, everything = map(int, re.search(r"memory a person\s+(\d+) bytes change in a run, (\d+) in all",
                                              explained).groups())
    yield Row("memory", "changing state a person", "bytes", changing, "limit", 64, 1)
    yield Row("memory", "all a person", "bytes", everything, "limit", 128, 1)


def run_scenario(bench, scenario, *options):
    """One run of a scenario by the program, with the times it notes itself."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "result"
        subprocess.run([str(part) for part in [bench.binaries / "pingji", "run", scenario, "--quiet",
                                               "--out", out, *options]], check=True, stdout=subprocess.DEVNULL)
        timings = json.loads((out / "timings.json").read_text())
        manifest = json.loads((out / "manifest.json").read_text())
    replications = manifest["replications"]
    work = len(manifest["variants"]) * (replications if isinstance(replications, int) else len(replications))
    return {"work": work, "cpu_seconds": timings["cpuSeconds"], "wall_seconds": timings["wallSeconds"]}


_walls = {}


def walls(bench):
    """Median wall seconds of the flood night on one and on two workers, measured once for both workloads."""
    if not _walls:
        scenario = bench.root / "scenarios" / "meijiang-flood-night.jsonc"
        measured = in_turn({name: lambda seed, count=count: [run_scenario(bench, scenario, "--workers", count)]
                            for name, count in {"ours": 2, "one": 1}.items()}, 3 if bench.quick else 7)
        _walls.update({count: statistics.median(run["wall_seconds"] for run in measured[name])
                       for name, count in {"ours": 2, "one": 1}.items()})
    return _walls


WORKLOADS = {
    "phold": phold, "mmc": mmc, "mm1": mm1, "call-out": call_out, "growth": growth, "workers": workers,
    "flood-night": flood_night, "memory": memory, **ROAD_WORKLOADS,
}
