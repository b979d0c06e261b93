"""Running programs in turn, and making sure that they did the same work."""

import json
import math
import statistics
import subprocess
import sys


class NotTheSame(Exception):
    """Two programs did different work, or one does not agree with theory."""


class Failed(Exception):
    """A program did not run."""


def runs(command, cwd=None):
    """The runs a program reports, one line of JSON each."""
    finished = subprocess.run([str(part) for part in command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True)
    if finished.returncode:
        lines = finished.stderr.strip().splitlines() or ["no message"]
        raise Failed(f"{' '.join(map(str, command))} ended with {finished.returncode}: {lines[-1]}")
    return [json.loads(line) for line in finished.stdout.splitlines() if line.startswith("{")]


def in_turn(sides, repetitions):
    """Runs every side once, then every side again, so that a slow moment of the machine meets all of them.

    `sides` maps a name to a function of the seed that returns runs, and each run is marked with its turn. A peer that
    fails is left out, and that is said; our own failure is an error.
    """
    measured = {name: [] for name in sides}
    for repetition in range(repetitions):
        for name, run in sides.items():
            if measured[name] is None:
                continue
            try:
                measured[name] += [{**some, "turn": repetition} for some in run(1 + repetition)]
            except Failed as reason:
                if name.startswith("ours"):
                    raise
                print(f"   skipped {name}: {reason}", file=sys.stderr, flush=True)
                measured[name] = None
    return measured


def rate(measured):
    """The median of work done in a processor second."""
    return statistics.median(run["work"] / run["cpu_seconds"] for run in measured)


def middle_pair(pairs):
    """The pair of figures whose ratio is the median: measured one right after the other, its sides met the same machine."""
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]


def check_count(who, measured, key):
    """PHOLD: in a stretch of simulated time the events are as many as the theory of renewals says.

    Their delays have the mean 1.1 and the deviation 1, so the deviation of their number is about 0.91 of its root; half
    a percent is left for what remains of the start.
    """
    for run in measured:
        expected = run[key]
        tolerance = 0.005 * expected + 5 * 0.91 * math.sqrt(expected)
        if abs(run["work"] - expected) > tolerance:
            raise NotTheSame(f"{who} handled {run['work']} events where {expected:.0f} ± {tolerance:.0f} are due")


def check_mean(who, measured, key, theory, variance, customers):
    """The mean of all runs lies within five standard errors of theory; `variance` is that of a mean, times its count.

    Runs that begin with nobody there are a little too fast: short ones are left two percent more.
    """
    for run in measured:
        if run["work"] < customers:
            raise NotTheSame(f"{who} served {run['work']} customers of {customers}")
    mean = statistics.fmean(run[key] for run in measured)
    served = sum(run["work"] for run in measured)
    tolerance = 5 * math.sqrt(variance / served) + (0.02 * theory if customers < 100_000 else 0)
    if abs(mean - theory) > tolerance:
        raise NotTheSame(f"{who}: {key} {mean:.4f} where theory says {theory:.4f} ± {tolerance:.4f}")


def check_same_mean(figure, deviation, measured):
    """The means of all sides lie within five standard errors of ours; `deviation` is that of one replication."""
    def mean(some):
        return sum(run[figure] * run["work"] for run in some) / sum(run["work"] for run in some)
    for who, some in measured.items():
        if not some:
            continue
        pairs = [some, measured["ours"]]
        tolerance = 5 * deviation * math.sqrt(sum(1 / sum(run["work"] for run in side) for side in pairs))
        if abs(mean(some) - mean(measured["ours"])) > tolerance:
            raise NotTheSame(f"{who}: {figure} {mean(some):.2f} where ours is {mean(measured['ours']):.2f} ± {tolerance:.2f}")


def erlang_c_wait(servers, rate):
    """The mean wait at the queue M/M/c with a mean service of 1 (Erlang 1917)."""
    term = total = 1.0
    for busy in range(1, servers):
        term *= rate / busy
        total += term
    last = term * rate / servers * servers / (servers - rate)
    return last / (total + last) / (servers - rate)
