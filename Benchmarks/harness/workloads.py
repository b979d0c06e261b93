"""What is measured: one function for each workload, which yields rows.

Every side of a workload is run in turn. Rates are medians over repetitions, of processor time; what is shared among
workers is wall time, because that is what more workers save.
"""

import json
import math
import re
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import scenarios
from measuring import Failed, NotTheSame, check_count, check_mean, check_same_mean, erlang_c_wait, in_turn, middle_pair, rate, runs
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
        """Where networks and scenarios that are made up lie."""
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
    }, 7 * repetitions)
    for who, some in both.items():
        check_mean(who, some, "mean_wait", theory, variance, ours_count)
    for side, case, peer, goal in [("ours", "statistics", "ours without statistics", 0.77),
                                   ("named", "named random numbers", "ours with a stream", 0.5)]:
        ours, without = middle_pair([(rate([run]), rate([beside])) for run, beside in zip(both[side], both["plain"])])
        yield Row("mmc", case, "arrivals/s", ours, peer, without, goal)


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
    yield from bench.rows("call-out", "513 people", "replications/s", measured, {"simpy": 45})


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
    """The shipped scenario, all of it, on two workers, with roads that close and without."""
    scenario = shipped(bench)
    opened = scenarios.make_open_roads(scenario.parent, bench.scratch / "open-roads")
    measured = in_turn({
        "ours": lambda seed: [run_scenario(bench, scenario, "--workers", 2)],
        "ours, open roads": lambda seed: [run_scenario(bench, opened, "--workers", 2)],
    }, 3 if bench.quick else 7)

    def median(side, figure):
        return statistics.median(run[figure] for run in measured[side])
    case = "30 replications x 3 variants"
    yield Row("flood-night", f"{case}, on 2 workers", "s", median("ours", "wall_seconds"), "limit", 13, 1)
    yield Row("flood-night", f"{case}, processor time", "CPU s", median("ours", "cpu_seconds"), "limit", 24, 1)
    yield Row("flood-night", f"{case}, memory", "MB", median("ours", "megabytes"), "limit", 250, 1)
    yield Row("flood-night", f"{case}, no road closes", "CPU s", median("ours, open roads", "cpu_seconds"),
              "the same with closures", median("ours", "cpu_seconds"), 1)
    # What a replication adds, between counts so far apart that a megabyte more or less does not matter; of one variant, whose records are as
    # long as any. Up to 500 whole rows are kept of each, and what is kept beyond grows far slower.
    few, many = 600, 1800
    options = ["--variant", "asIs", "--workers", 2, "--replications"]
    peaks = {count: run_scenario(bench, scenario, *options, count)["megabytes"] for count in (few, many)}
    slope = (peaks[many] - peaks[few]) / (many - few)
    yield Row("flood-night", f"memory of 10,000 replications, by the slope from {few} to {many}", "MB",
              peaks[few] + slope * (10_000 - few), "limit", 300, 1)


def city(bench):
    """Ten districts in one scenario, a run and its echo, the place made too, beside one district."""
    scenario = shipped(bench)
    ten = scenarios.make_city(scenario.parent, bench.scratch / "city")
    options = ["--variant", "asIs", "--replications", 1, "--workers", 2]
    measured = in_turn({
        "ours": lambda seed: [run_scenario(bench, ten, *options)],
        "ours, district": lambda seed: [run_scenario(bench, scenario, *options) for _ in range(5)],
    }, 5 if bench.quick else 7)
    people = {"ours": people_called(bench, ten), "ours, district": people_called(bench, scenario)}
    seconds = {side: statistics.median(run["cpu_seconds"] for run in some) for side, some in measured.items()}
    # Six seconds were promised of a city of which 96,507 people are called.
    yield Row("city", f"{people['ours']:,} people, a run and its echo", "CPU s", seconds["ours"], "limit",
              6 * people["ours"] / 96_507, 1)
    yield Row("city", f"{people['ours']:,} people, memory", "MB",
              statistics.median(run["megabytes"] for run in measured["ours"]), "limit", 400, 1)
    each = {side: 1e6 * seconds[side] / people[side] for side in people}
    yield Row("city", "growth", "µs/person", each["ours"], "limit: 1.3 x one district", 1.3 * each["ours, district"], 1)


def workers(bench):
    """The flood night on two workers and on one, with replications enough that starting does not count."""
    measured = in_turn({
        f"ours {count}": lambda seed, count=count: [
            run_scenario(bench, shipped(bench), "--replications", 60, "--workers", count)]
        for count in (2, 1)}, 2 if bench.quick else 5)
    walls = {name: statistics.median(run["wall_seconds"] for run in some) for name, some in measured.items()}
    yield Row("workers", "flood-night, 60 replications", "s", walls["ours 2"], "1 worker", walls["ours 1"], 1.85)


def going(bench):
    """Changes of the roads in a flood night, worked in one after the other, beside working everything out anew at each."""
    options = [shipped(bench), "--replications", 5 if bench.quick else 20, "--seed"]
    measured = in_turn({
        "ours": lambda seed: bench.ours("going", "kept", *options, seed),
        "ours, anew": lambda seed: bench.ours("going", "anew", *options, seed),
    }, 3 if bench.quick else 5)
    if any(kept["checksum"] != anew["checksum"] for kept, anew in zip(measured["ours"], measured["ours, anew"])):
        raise NotTheSame("going: grids kept up to date are not those worked out anew")
    kept, anew = (1e6 / rate(measured[side]) for side in ["ours", "ours, anew"])
    yield Row("going", "a change of the roads", "µs", kept, "everything anew", anew, 1)


def draws(bench):
    """Random durations for a list of 2,000 people, each by its name, in lanes and one by one, beside numpy's next 2,000 of Philox."""
    repetitions, outer = (5, 3) if bench.quick else (9, 5)
    for shape, mean in DRAWN_MEANS.items():
        peers = {"numpy": ("draws_numpy.py", "--shape", shape, "--repetitions", repetitions)}
        sides = bench.sides(
            lambda seed, shape=shape: bench.ours("draws", shape, "list", "--repetitions", repetitions), peers)
        sides["single"] = lambda seed, shape=shape: bench.ours("draws", shape, "single", "--repetitions", repetitions)
        measured = in_turn(sides, outer)
        for who, some in measured.items():
            for run in some or []:
                if abs(run["mean"] / mean - 1) > 0.15:
                    raise NotTheSame(f"{who}: {shape} has the mean {run['mean']:.3f} where theory says {mean:.3f}")
        ours, single, theirs = (
            1e9 / rate(some) if some else None for some in (measured["ours"], measured["single"], measured.get("numpy")))
        means = {run["mean"] for side in ("ours", "single") for run in measured[side]}
        if len(means) != len({run["mean"] for run in measured["ours"]}):
            raise NotTheSame(f"draws: {shape} comes to other numbers in a list than one by one")
        yield Row("draws", f"{shape}, a list", "ns", ours, "ours one by one", single, 1)
        # A number by name costs more than the next one of a stream; nothing was promised of these.
        yield Row("draws", f"{shape}, a list", "ns", ours, bench.peers.name("numpy"), theirs, 0.2,
                  subtracted="nothing" if theirs else "")


#: The means of what `draws` draws.
DRAWN_MEANS = {
    "uniform": 6, "triangular": 3, "exponential": 20, "lognormal": 10 * math.exp(0.18),
    "weibull": 12 * math.gamma(1 + 1 / 1.5),
}


def memory(bench):
    """What a person takes, as the program itself explains it."""
    street = explained(bench, bench.root / "scenarios" / "reference-street.jsonc")
    changing, everything = map(int, re.search(r"memory a person\s+(\d+) bytes change in a run, (\d+) in all",
                                              street).groups())
    yield Row("memory", "changing state a person", "bytes", changing, "limit", 64, 1)
    yield Row("memory", "all a person", "bytes", everything, "limit", 128, 1)


def shipped(bench):
    return bench.root / "scenarios" / "meijiang-flood-night.jsonc"


def people_called(bench, scenario):
    """How many people a scenario's plan calls, as the program itself explains it."""
    return int(re.search(r"the plan calls\s+([\d,]+)", explained(bench, scenario))[1].replace(",", ""))


def explained(bench, scenario):
    return subprocess.run([bench.binaries / "pingji", "explain", scenario, "--lang", "en"], check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def run_scenario(bench, scenario, *options):
    """One run of a scenario by the program, with the costs it notes itself."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "result"
        subprocess.run([str(part) for part in [bench.binaries / "pingji", "run", scenario, "--quiet",
                                               "--out", out, *options]], check=True, stdout=subprocess.DEVNULL)
        timings = json.loads((out / "timings.json").read_text())
    return {"cpu_seconds": timings["cpuSeconds"], "wall_seconds": timings["wallSeconds"],
            "megabytes": timings["peakMemoryBytes"] / 1e6}


WORKLOADS = {
    "phold": phold, "mmc": mmc, "mm1": mm1, "call-out": call_out, "growth": growth, "workers": workers,
    "flood-night": flood_night, "city": city, "going": going, "draws": draws, "memory": memory, **ROAD_WORKLOADS,
}
