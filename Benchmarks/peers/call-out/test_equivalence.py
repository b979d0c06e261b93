"""Tests of equivalence.py: python3 -m unittest discover Benchmarks/peers/call-out"""

import contextlib
import csv
import io
import pathlib
import random
import tempfile
import unittest

import equivalence

# About the means and spreads of the call-out itself.
SHAPES = {
    name: (460, 7) if name == "people_reached" else (250, 19) if step == 1 else (80, 7)
    for name, step in equivalence.QUANTITIES.items()
}


def sample(seed, n, factor=1.0, spread=1.0, only=None):
    """Replications of a program whose quantity `only` (all if None) is scaled, or spread wider about the same mean."""
    source = random.Random(seed)
    values = {}
    for name, (mean, deviation) in SHAPES.items():
        changed = only is None or only == name
        m, s = mean * (factor if changed else 1), deviation * (spread if changed else 1)
        drawn = [source.gauss(m, s) for _ in range(n)]
        values[name] = [float(round(x)) if equivalence.QUANTITIES[name] == 1 else x for x in drawn]
    return values


def write(path, values):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["variant", "replication", "measure", "value"])
        for name, numbers in values.items():
            writer.writerows(("asIs", index, name, number) for index, number in enumerate(numbers))
        writer.writerow(["asIs", 0, "roster_people", 513])


class EquivalenceTests(unittest.TestCase):
    N = 20_000

    @classmethod
    def setUpClass(cls):
        cls.ours = sample(1, cls.N)

    def shown(self, twin, ours=None):
        return {(row[0], row[1]): row[7] for row in equivalence.table(ours or self.ours, twin, 0.01)}

    def test_equal_programs_pass(self):
        for seed in (2, 3, 4):
            self.assertTrue(all(self.shown(sample(seed, self.N)).values()))

    def test_a_shift_of_two_percent_fails_in_both_directions(self):
        for factor in (0.98, 1.02):
            shown = self.shown(sample(5, self.N, factor=factor))
            self.assertFalse(any(shown.values()))

    def test_a_shift_of_one_quantity_fails_for_that_one_alone(self):
        shown = self.shown(sample(6, self.N, factor=1.02, only="calls_made"))
        self.assertEqual({key for key, good in shown.items() if not good}, {("calls_made", "mean"), ("calls_made", "p90")})

    def test_a_wider_spread_about_the_same_mean_fails_in_the_percentile_alone(self):
        shown = self.shown(sample(7, self.N, spread=1.4, only="ready_half_min"))
        self.assertEqual([key for key, good in shown.items() if not good], [("ready_half_min", "p90")])

    def test_overlapping_intervals_of_too_few_replications_fail(self):
        self.assertFalse(all(self.shown(sample(8, 600), sample(9, 600)).values()))
        few = self.shown(sample(8, 100), sample(9, 100))
        self.assertFalse(any(few.values()))

    def test_a_difference_of_exactly_the_margin_passes_at_most_once_in_twenty(self):
        passed = {"mean": 0, "p90": 0}
        source = random.Random(10)
        for _ in range(400):
            ours = equivalence.statistics_of([source.gauss(100, 10) for _ in range(2_000)], equivalence.MILLISECOND)
            twin = equivalence.statistics_of([source.gauss(101, 10.1) for _ in range(2_000)], equivalence.MILLISECOND)
            for statistic in passed:
                passed[statistic] += equivalence.compare(ours[statistic], twin[statistic], 0.01)[3]
        for statistic, count in passed.items():
            # 5 % of 400 is 20, with a standard deviation of 4.4; four of them.
            self.assertLessEqual(count, 38, statistic)

    def test_the_standard_errors_are_those_of_repeated_samples(self):
        source = random.Random(11)
        for draw, step in ((lambda: source.gauss(80, 7), equivalence.MILLISECOND), (lambda: float(round(source.gauss(250, 19))), 1)):
            found = [equivalence.statistics_of([draw() for _ in range(2_000)], step) for _ in range(300)]
            for statistic in ("mean", "p90"):
                values = [one[statistic][0] for one in found]
                stated = sum(one[statistic][1] for one in found) / len(found)
                observed = equivalence.statistics.stdev(values)
                self.assertAlmostEqual(stated / observed, 1, delta=0.15)

    def test_as_many_replications_as_planned_are_enough(self):
        need = max(equivalence.needed(self.ours, 0.01).values())
        passed = sum(all(self.shown(sample(20 + k, need), sample(40 + k, need)).values()) for k in range(6))
        self.assertGreaterEqual(passed, 5)

    def test_files_are_read_and_never_is_the_horizon(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            write(folder / "ours.csv", self.ours)
            write(folder / "twin.csv", sample(2, self.N))
            inputs = folder / "inputs.json"
            inputs.write_text('{"horizon": 700}')
            call = ["--ours", str(folder / "ours.csv"), "--inputs", str(inputs)]
            with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()):
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "twin.csv")]), 0)
                self.assertIn("equivalent", out.getvalue())
                write(folder / "twin.csv", sample(2, self.N, factor=1.02))
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "twin.csv")]), 1)
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "none.csv")]), 66)
                (folder / "bad.csv").write_text("a,b\n1,2\n")
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "bad.csv")]), 65)
                (folder / "twice.csv").write_text("replication,measure,value\n0,calls_made,1\n0,calls_made,2\n")
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "twice.csv")]), 65)
                # A quantity that is missing is not shown.
                missing = {k: v for k, v in sample(2, self.N).items() if k != "calls_made"}
                write(folder / "missing.csv", missing)
                self.assertEqual(equivalence.main([*call, "--twin", str(folder / "missing.csv")]), 1)
            (folder / "never.csv").write_text("replication,measure,value\n0,ready_80_min,never\n1,ready_80_min,900\n2,calls_made,900\n")
            read = equivalence.read([folder / "never.csv"], 700)
            self.assertEqual(read["ready_80_min"], [700, 700])
            self.assertEqual(read["calls_made"], [900])


if __name__ == "__main__":
    unittest.main()
