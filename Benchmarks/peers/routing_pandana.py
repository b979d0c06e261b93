"""Pairs of nodes by pandana's contraction hierarchy, for a few rows of the table.

Pandana keeps times as floats and counts them in thousandths of what they are given in, within 32 bits: milliseconds
overflow, minutes do not, and what comes back is rounded. The mean is reported instead of a checksum.
"""

import os
import sys
import warnings

os.environ["OMP_NUM_THREADS"] = "1"
# Pandana's library tells its progress on standard output, past Python; what we report goes to a copy of it.
sys.stdout = os.fdopen(os.dup(1), "w")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

# It lists every pair without a way between.
warnings.simplefilter("ignore")

import numpy
import pandana
import pandas
from roads import Roads
from support import Stopwatch, options, report

given = options(task="table", network="", repetitions=1, seed=1, rows=10)
roads = Roads(given.network)
tail, head, time = roads.cleaned()
network = pandana.Network(
    pandas.Series(roads.longitude.astype(float)), pandas.Series(roads.latitude.astype(float)),
    pandas.Series(tail.astype("i8")), pandas.Series(head.astype("i8")),
    pandas.DataFrame({"minutes": time / 60_000}), twoway=False)
origins = numpy.repeat(roads.sources[: given.rows].astype("i8"), len(roads.targets))
destinations = numpy.tile(roads.targets.astype("i8"), given.rows)
for repetition in range(given.repetitions):
    stopwatch = Stopwatch()
    minutes = numpy.array(network.shortest_path_lengths(origins, destinations, imp_name="minutes"))
    seconds = stopwatch.seconds()
    reached = minutes < 4_000_000
    report(given.rows, seconds, mean_seconds=float(minutes[reached].mean() * 60), unreached=int((~reached).sum()))
