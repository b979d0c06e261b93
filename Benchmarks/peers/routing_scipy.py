"""Dijkstra of `scipy.sparse.csgraph` from several sources in one call.

A sparse matrix has no zeros and one entry for a pair of nodes. So times are kept in units small enough that an arc of
zero milliseconds can count 2^-40 of one: not enough to change a whole millisecond on any way.
"""

import numpy
from roads import Roads, checksum
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra
from support import Stopwatch, options, report

given = options(task="one-to-all", network="", repetitions=1, seed=1)
roads = Roads(given.network)
tail, head, time = roads.cleaned()
matrix = csr_array((numpy.maximum(time, 2.0**-40), (tail, head)), shape=(roads.nodes, roads.nodes))
dijkstra(matrix, indices=[0])  # Warms up.
for repetition in range(given.repetitions):
    trees = given.task == "one-to-all"
    sources = roads.tree_sources(repetition) if trees else roads.sources
    stopwatch = Stopwatch()
    distances = dijkstra(matrix, indices=sources)
    rows = distances if trees else distances[:, roads.targets]
    seconds = stopwatch.seconds()
    report(len(sources) if trees else 1, seconds, checksum=checksum(rows))
