"""Workloads of roads and coverage: customizable hierarchies, trees, orders, tables, and who is within reach.

All sides read the same folder, and their tables must be equal entry by entry. Times are medians of processor time of one
thread, except for two workers, which save wall time: there one program makes a table on one worker and on two by turns, and the
row shows the pair whose ratio is the median. Ours take milliseconds and a slow moment of the machine some hundred, so they are repeated until they outlast one.
"""

import statistics

from measuring import NotTheSame, in_turn, middle_pair
from rows import Row, plain


#: How many of a unit are a second.
SECOND = {"ms": 1e3, "ms/tree": 1e3, "µs": 1e6}


def median(measured, unit):
    """The median processor time of a piece of work; None where nothing was measured."""
    return SECOND[unit] * statistics.median(run["cpu_seconds"] / run["work"] for run in measured) if measured else None


def networks(bench, *extra):
    """Folders by case: two regions made up, and those given by path with sources, targets and closures drawn."""
    folders = {}
    for like in ["luxembourg", "auckland", *extra]:
        folder = bench.scratch / like
        bench.tell("routing", "generate", folder, "--like", like)
        folders[like + "-sized"] = folder
    for given in bench.networks:
        folder = bench.scratch / ("given-" + given.resolve().name)
        bench.tell("routing", "copy", given.resolve(), "--out", folder)
        if any(given.glob("*query_reference_travel_time_length")):
            bench.tell("routing", "--verify", given.resolve())
        folders[given.resolve().name] = folder
    return folders


def check_same(measured):
    """Every side's tables have our checksums, repetition by repetition of each turn, in which ours has at least as many."""
    def checksums(some, turn):
        return [run["checksum"] for run in some if run["turn"] == turn]
    for turn in {run["turn"] for run in measured["ours"]}:
        ours = checksums(measured["ours"], turn)
        for who, some in measured.items():
            theirs = checksums(some or [], turn)
            if theirs != ours[: len(theirs)]:
                raise NotTheSame(f"{who} has a table other than ours: checksums {theirs[:3]} and {ours[:3]}")


def side(build):
    """What our side is called in a build."""
    return "ours" if build == "release" else "ours " + build


def measure(bench, program, task, peers, repetitions, check=check_same):
    """All builds of ours and all peers in turn on one task."""
    # What is made up for coverage has no seed.
    def ours(build):
        return lambda seed: bench.ours(program, *task, *(["--seed", seed] if program == "routing" else []), build=build)

    sides = bench.sides(ours("release"), peers)
    if "v3" in bench.builds:
        sides[side("v3")] = ours("v3")
    measured = in_turn(sides, repetitions)
    check(measured)
    return measured


def compared(bench, workload, case, measured, goals, unit="ms"):
    """A row for each peer and build; `goals` maps a peer to the goals of both builds."""
    for peer, by_build in goals.items():
        for build, goal in by_build.items():
            ours = measured.get(side(build))
            theirs = measured.get(peer)
            yield Row(workload, case, unit, median(ours, unit), bench.peers.name(peer), median(theirs, unit), goal, build,
                      subtracted(theirs, unit))


def subtracted(measured, unit):
    """What was taken off a peer's time: its Python's lists, if it measured them, otherwise nothing."""
    if not measured:
        return ""
    if "binding_seconds" not in measured[0]:
        return "nothing"
    return f"{plain(SECOND[unit] * statistics.median(run['binding_seconds'] for run in measured))} {unit}: Python's lists"


def both(release, v3=None):
    return {"release": release, "v3": release if v3 is None else v3}


def closure(bench):
    """Twenty arcs close, then a table of 200 sources and 5,000 targets, the arcs others in each repetition."""
    ours, theirs, outer = (40, 5, 3) if bench.quick else (60, 10, 5)
    for case, folder in networks(bench).items():
        peers = {"routingkit-cch": ("routing_routingkit.py", "--task", "closure", "--network", folder, "--repetitions", theirs)}
        measured = measure(bench, "routing", ["closure", folder, "--repetitions", ours], peers, outer)
        yield from compared(bench, "closure", case, measured, {"routingkit-cch": both(12, 15)})


def customize(bench):
    """All weights of a hierarchy given anew."""
    ours, theirs, outer = (200, 20, 3) if bench.quick else (300, 30, 5)
    for case, folder in networks(bench).items():
        peers = {"routingkit-cch": ("routing_routingkit.py", "--task", "customize", "--network", folder, "--repetitions", theirs)}
        measured = measure(bench, "routing", ["customize", folder, "--repetitions", ours], peers, outer)
        yield from compared(bench, "customize", case, measured, {"routingkit-cch": both(4.5, 5)})


def one_to_all(bench):
    """The time to every node, from sixteen sources at once; per source."""
    ours, theirs, outer = (60, 3, 3) if bench.quick else (120, 6, 5)
    for case, folder in networks(bench).items():
        peers = {name: (f"routing_{name}.py", "--task", "one-to-all", "--network", folder, "--repetitions", theirs)
                 for name in ["scipy", "igraph"]}
        measured = measure(bench, "routing", ["one-to-all", folder, "--repetitions", ours], peers, outer)
        yield from compared(bench, "one-to-all", case, measured, {"scipy": both(15), "igraph": both(15)},
                            unit="ms/tree")


def order(bench):
    """The order of nodes, and the arcs a hierarchy of that order has; RoutingKit's counted by our own hierarchy."""
    for case, folder in networks(bench).items():
        kept = folder / "order-of-routingkit"
        kept.unlink(missing_ok=True)
        peers = {"routingkit-cch": ("routing_routingkit.py", "--task", "order", "--network", folder,
                                    "--repetitions", 1, "--order", kept)}
        measured = measure(bench, "routing", ["order", folder, "--repetitions", 2], peers, 2 if bench.quick else 5,
                           check=lambda measured: None)
        yield from compared(bench, "order", case, measured, {"routingkit-cch": both(round(1 / 1.2, 3))})
        ours = measured["ours"][0]["hierarchy_arcs"]
        theirs = bench.ours("routing", "order", folder, "--order", kept)[0]["hierarchy_arcs"] if kept.exists() else None
        yield Row("order", case + " hierarchy", "arcs", ours, bench.peers.name("routingkit-cch"), theirs, 1)


#: A table of 5,000 targets is made by one worker up to some size; both networks are past it with so many sources.
SHARED_SOURCES = 800


def table(bench):
    """200 sources and 5,000 targets with a metric as it is; more sources on one and on two workers; memory for a million nodes."""
    ours, theirs, turns = (30, 2, 1) if bench.quick else (60, 2, 3)
    inner, outer = (30, 7) if bench.quick else (60, 9)
    for case, folder in networks(bench).items():
        peers = {
            "routingkit-cch": ("routing_routingkit.py", "--task", "table", "--network", folder, "--repetitions", theirs),
            "scipy": ("routing_scipy.py", "--task", "table", "--network", folder),
            "igraph": ("routing_igraph.py", "--task", "table", "--network", folder),
            "pandana": ("routing_pandana.py", "--network", folder, "--rows", 10),
        }
        measured = measure(bench, "routing", ["table", folder, "--repetitions", ours], peers, turns, check=check_tables)
        for run in measured.get("pandana") or []:
            run["work"] /= 200  # Ten rows of two hundred.
        # Nothing was promised of these, so the goal is to be better at all.
        yield from compared(bench, "table", case, measured, {peer: both(1) for peer in peers})

        by_workers = in_turn({
            side(build): lambda seed, build=build: bench.ours(
                "routing", "workers", folder, "--sources", SHARED_SOURCES, "--repetitions", inner, build=build)
            for build in bench.builds}, outer)
        check_same(by_workers)
        for build in bench.builds:
            two, one = middle_pair([(run["wall_seconds"], run["one_worker_wall_seconds"])
                                    for run in by_workers[side(build)]])
            yield Row("table", f"{case}, {SHARED_SOURCES} sources, on 2 workers", "s", two, "1 worker", one, 1.7, build)

    folder = networks(bench, "million")["million-sized"]
    run = bench.ours("routing", "memory", folder)[0]
    yield Row("table", "1M nodes, memory", "bytes", run["peak_memory_bytes"], "limit", 4 * 2**30, 1)


def check_tables(measured):
    """Exact sides have our checksum; pandana, which rounds, has our mean of its ten rows within two percent."""
    check_same({who: some for who, some in measured.items() if who != "pandana"})
    ours = measured["ours"][0]["mean_seconds_of_ten_rows"]
    for run in measured.get("pandana") or []:
        if abs(run["mean_seconds"] / ours - 1) > 0.02:
            raise NotTheSame(f"pandana: mean of ten rows {run['mean_seconds']:.2f} s where ours is {ours:.2f} s")


def coverage(bench):
    """200 teams and 100,000 cells: all counted anew, and one team that moves, beside the least a move can cost."""
    ours, theirs, outer = (40, 3, 5) if bench.quick else (80, 5, 9)
    forms = {
        "recount": ("recount", "recount", both(5.5, 7)),
        # Three ways to write a move with numpy, of which nothing was promised.
        "move": ("move", "move", both(1)),
        "move, numpy by products of floats": ("move", "move-dot", both(1)),
        "move, numpy by lists of cells": ("move", "move-lists", both(1)),
    }
    for case, (task, form, goals) in forms.items():
        peers = {"numpy": ("coverage_numpy.py", "--case", form, "--repetitions", theirs)}
        measured = measure(bench, "covering", [task, "--repetitions", ours], peers, outer)
        yield from compared(bench, "coverage", case, measured, {"numpy": goals}, unit="µs")

        if case == "move":
            yield from memory_floor(bench, measured)


def memory_floor(bench, measured):
    """A move beside the least it can cost, which the same program measures after every repetition.

    The quickest of each: with a neighbor on the same core neither is what memory allows, and what decides takes more of the blow.
    """
    for build in bench.builds:
        runs = measured[side(build)]
        ours, floor = (SECOND["µs"] * min(run[figure] / run["work"] for run in runs) for figure in ["cpu_seconds", "floor_seconds"])
        yield Row("coverage", "move, memory floor", "µs", ours, "memory floor", floor, 1 / 1.3, build)


ROAD_WORKLOADS = {
    "closure": closure, "customize": customize, "one-to-all": one_to_all, "order": order, "table": table,
    "coverage": coverage,
}
