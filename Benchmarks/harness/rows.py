"""A row of the table: what was measured, of whom, and whether the goal is met."""

import csv
from dataclasses import dataclass
from typing import Optional

COLUMNS = ["workload", "case", "build", "unit", "ours", "peer", "peer_value", "ratio", "goal", "met", "subtracted"]


@dataclass
class Row:
    workload: str
    case: str
    #: Units that end in /s are better when larger, all others when smaller.
    unit: str
    #: None where a build of ours could not be made here.
    ours: Optional[float]
    peer: str
    #: None where the peer could not be measured.
    peer_value: Optional[float]
    goal: float
    build: str = "release"
    #: What was taken off the time of a peer that is asked through Python; empty where there is no such peer.
    subtracted: str = ""

    @property
    def ratio(self):
        """How many times better we are."""
        if self.peer_value is None or not self.ours:
            return None
        return self.ours / self.peer_value if self.unit.endswith("/s") else self.peer_value / self.ours

    @property
    def met(self):
        if self.ratio is None:
            return "skipped"
        return "yes" if self.ratio >= self.goal else "no"

    @property
    def cells(self):
        return [self.workload, self.case, self.build, self.unit, plain(self.ours), self.peer, plain(self.peer_value),
                plain(self.ratio), f"{self.goal:.3g}", self.met, self.subtracted]

    @property
    def summary(self):
        build = "" if self.build == "release" else f" ({self.build})"
        return f"{self.workload} {self.case}{build}: {plain(self.ours)} {self.unit}, {self.peer} {plain(self.peer_value)}, " \
               f"ratio {plain(self.ratio)} (goal {self.goal:.3g}): {self.met}"


def plain(value):
    """A figure with four digits that mean something, nothing for none."""
    if value is None:
        return ""
    return f"{value:.0f}" if abs(value) >= 1000 else f"{value:.4g}"


def write_csv(rows, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.cells for row in rows)
