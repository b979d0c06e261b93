#!/usr/bin/env python3
"""Shows, or fails to show, that two programs give the same call-out: means and 90th percentiles within 1 %.

    equivalence.py --ours replications.csv… --twin twin.csv… [--margin 0.01] [--inputs inputs.json] [--csv FILE]
    equivalence.py --ours replications.csv… --plan

Both sides are CSV with the columns replication, measure, value (others are ignored); "never" counts as the horizon. For every
quantity the ratio twin / ours of the means, and of the 90th percentiles, is held against 1 - margin and 1 + margin by two
one-sided tests at 5 % each. The claim is that *all* of them lie within the margin; it is made only if every single test
rejects, so its error is at most 5 % without any correction (intersection-union test: Berger, Technometrics 24, 1982). Exit
code 0 if all are shown, 1 if any is not, for whatever reason, too few replications among them; 65 and 66 for bad and
missing files. `--plan` says how many replications each side needs so that equal programs pass 95 times in 100.

Standard library only.
"""

import argparse
import bisect
import csv
import json
import math
import pathlib
import statistics
import sys

# What is compared, and the step its values lie on: one for counts, a millisecond for minutes.
MILLISECOND = 1 / 60_000
QUANTITIES = {
    "people_reached": 1,
    "people_accepted": 1,
    "people_arrived": 1,
    "people_in_teams": 1,
    "calls_made": 1,
    "duplicate_contacts": 1,
    "reached_half_min": MILLISECOND,
    "checked_in_tenth_min": MILLISECOND,
    "checked_in_quarter_min": MILLISECOND,
    "checked_in_mean_min": MILLISECOND,
    "ready_first_min": MILLISECOND,
    "ready_half_min": MILLISECOND,
    "ready_80_min": MILLISECOND,
}
LEVEL = 0.05
PERCENTILE = 0.9
# Below this the normal approximation of a 90th percentile is not to be trusted.
LEAST = 500

NORMAL = statistics.NormalDist()
Z_TEST = NORMAL.inv_cdf(1 - LEVEL)
Z_WOODRUFF = NORMAL.inv_cdf(0.975)


class BadInput(Exception):
    """A file that cannot be compared."""


def read(paths, horizon):
    """The values of every quantity, all files together."""
    values = {name: [] for name in QUANTITIES}
    for path in paths:
        seen = set()
        with open(path, newline="", encoding="utf-8") as file:
            rows = csv.DictReader(file)
            if not {"replication", "measure", "value"} <= set(rows.fieldnames or ()):
                raise BadInput(f"{path}: columns replication, measure and value expected, found {rows.fieldnames}")
            for row in rows:
                name = row["measure"]
                if name not in QUANTITIES:
                    continue
                key = (row.get("variant"), row["replication"], name)
                if key in seen:
                    raise BadInput(f"{path}:{rows.line_num}: replication {key[1]} has {name} twice")
                seen.add(key)
                try:
                    value = horizon if row["value"] == "never" else min(float(row["value"]), horizon_of(name, horizon))
                except ValueError:
                    raise BadInput(f"{path}:{rows.line_num}: {row['value']!r} is not a number") from None
                if not math.isfinite(value):
                    raise BadInput(f"{path}:{rows.line_num}: {name} is {row['value']}")
                values[name].append(value)
        if len({variant for variant, _, _ in seen}) > 1:
            raise BadInput(f"{path}: more than one variant")
    return values


def horizon_of(name, horizon):
    """Times end at the horizon; counts have no such end."""
    return horizon if name.endswith("_min") else math.inf


class Sample:
    """The values of one quantity on one side."""

    def __init__(self, values, step):
        self.sorted = sorted(values)
        self.n = len(values)
        self.step = step

    def mean(self):
        """Mean and its standard error."""
        mean = math.fsum(self.sorted) / self.n
        # By hand: the standard library's variance works in fractions and takes a hundred times as long.
        variance = math.fsum((value - mean) ** 2 for value in self.sorted) / (self.n - 1)
        return mean, math.sqrt(variance / self.n)

    def quantile(self, p):
        """The quantile of the values, each spread evenly over its step.

        So it is a smooth function of the distribution also for counts, where the usual sample quantile jumps by a whole
        one and has no standard error; for times it is the order statistic to half a millisecond.
        """
        value = self.sorted[min(max(math.ceil(p * self.n) - 1, 0), self.n - 1)]
        below = bisect.bisect_left(self.sorted, value)
        equal = bisect.bisect_right(self.sorted, value) - below
        return value + self.step * ((p * self.n - below) / equal - 0.5)

    def percentile(self):
        """The 90th percentile and its standard error, from the order statistics around it.

        The rank of a quantile is binomial, so the quantiles at p plus and minus 1.96 sqrt(p (1 - p) / n) are a 95 % interval
        (Woodruff, JASA 47, 1952); its width over 2 * 1.96 is the standard error.
        """
        reach = Z_WOODRUFF * math.sqrt(PERCENTILE * (1 - PERCENTILE) / self.n)
        width = self.quantile(PERCENTILE + reach) - self.quantile(PERCENTILE - reach)
        return self.quantile(PERCENTILE), width / (2 * Z_WOODRUFF)


def compare(ours, twin, margin):
    """Difference, its standard error, the margin at which equivalence would be shown, and whether it is shown.

    All relative to ours. The tests are on twin - (1 - margin) ours and twin - (1 + margin) ours, so that ours counts as
    uncertain too.
    """
    (our, our_error), (its, its_error) = ours, twin
    if our <= 0:
        return math.nan, math.nan, math.inf, False

    def is_shown(margin):
        low = its - (1 - margin) * our
        high = (1 + margin) * our - its
        return low > Z_TEST * math.hypot(its_error, (1 - margin) * our_error) and high > Z_TEST * math.hypot(
            its_error, (1 + margin) * our_error
        )

    least, most = 0.0, 1.0
    if is_shown(most):
        for _ in range(50):
            middle = (least + most) / 2
            least, most = (least, middle) if is_shown(middle) else (middle, most)
    else:
        most = math.inf
    return its / our - 1, math.hypot(its_error, our_error) / our, most, is_shown(margin)


def statistics_of(values, step):
    """Mean and 90th percentile with standard errors; nothing if there are too few values."""
    if len(values) < LEAST:
        return None
    sample = Sample(values, step)
    return {"mean": sample.mean(), "p90": sample.percentile()}


def table(ours, twin, margin):
    """One row for every quantity and statistic."""
    rows = []
    for name, step in QUANTITIES.items():
        our = statistics_of(ours[name], step)
        its = statistics_of(twin[name], step)
        for statistic in ("mean", "p90"):
            if our is None or its is None:
                reason = f"fewer than {LEAST} replications ({len(ours[name])} ours, {len(twin[name])} twin)"
                rows.append((name, statistic, math.nan, math.nan, math.nan, math.nan, math.inf, False, reason))
                continue
            result = compare(our[statistic], its[statistic], margin)
            rows.append((name, statistic, our[statistic][0], its[statistic][0], *result, ""))
    return rows


def needed(values, margin, power=0.95):
    """Replications on each side so that equal programs pass all tests with this chance, by quantity and statistic."""
    beta = (1 - power) / (2 * len(QUANTITIES))
    z = Z_TEST + NORMAL.inv_cdf(1 - beta / 2)
    plan = {}
    for name, step in QUANTITIES.items():
        found = statistics_of(values[name], step)
        if found is None:
            raise BadInput(f"{name}: {len(values[name])} replications are too few to plan with")
        for statistic, (value, error) in found.items():
            spread = error * math.sqrt(2 * len(values[name])) / value
            plan[name, statistic] = math.ceil((z * spread / margin) ** 2)
    return plan


def show(rows, margin, file):
    print(f"{'quantity':24}{'':6}{'ours':>10}{'twin':>10}{'difference':>12}{'error':>9}{'shown within':>14}", file=file)
    for name, statistic, our, its, difference, error, within, is_shown, reason in rows:
        verdict = "" if is_shown else "  NOT SHOWN" + (f": {reason}" if reason else "")
        bound = f"±{within:.2%}" if math.isfinite(within) else "never"
        print(
            f"{name:24}{statistic:6}{our:10.3f}{its:10.3f}{difference:+12.3%}{error:9.3%}{bound:>14}{verdict}", file=file)
    failed = sum(not row[7] for row in rows)
    print(
        f"all {len(rows)} within ±{margin:.1%}: equivalent"
        if failed == 0
        else f"{failed} of {len(rows)} not shown to be within ±{margin:.1%}: not equivalent",
        file=file,
    )


def main(arguments=None):
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog="see the top of this file for the tests and the exit codes")
    parser.add_argument("--ours", nargs="+", required=True, metavar="CSV", help="replications.csv of `pingji run`")
    parser.add_argument("--twin", nargs="+", metavar="CSV", help="the same columns from the other program")
    parser.add_argument("--margin", type=float, default=0.01, help="largest relative difference (default 0.01)")
    parser.add_argument(
        "--inputs", default=pathlib.Path(__file__).with_name("inputs.json"), help="inputs.json, for the horizon")
    parser.add_argument("--csv", metavar="FILE", help="write the table there as CSV too")
    parser.add_argument("--plan", action="store_true", help="say how many replications are needed instead")
    options = parser.parse_args(arguments)
    if not options.plan and not options.twin:
        parser.error("--twin or --plan is needed")
    try:
        horizon = json.loads(pathlib.Path(options.inputs).read_text(encoding="utf-8"))["horizon"]
        ours = read(options.ours, horizon)
        if options.plan:
            plan = needed(ours, options.margin)
            for (name, statistic), count in plan.items():
                print(f"{name:24}{statistic:6}{count:>10,}")
            print(f"{'needed on each side':30}{max(plan.values()):>10,}")
            return 0
        rows = table(ours, read(options.twin, horizon), options.margin)
    except OSError as error:
        print(f"equivalence: {error}", file=sys.stderr)
        return 66
    except (BadInput, ValueError, KeyError) as error:
        print(f"equivalence: {error}", file=sys.stderr)
        return 65
    show(rows, options.margin, sys.stdout)
    if options.csv:
        with open(options.csv, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["quantity", "statistic", "ours", "twin", "difference", "error", "shown_within", "shown"])
            for row in rows:
                writer.writerow([*row[:7], "yes" if row[7] else "no"])
    return 0 if all(row[7] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
