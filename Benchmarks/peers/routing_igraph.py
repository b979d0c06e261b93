"""Dijkstra of igraph from several sources in one call; it hands lists of Python floats back."""

import igraph
from roads import Roads, checksum
from support import Stopwatch, options, report

given = options(task="one-to-all", network="", repetitions=1, seed=1)
roads = Roads(given.network)
graph = igraph.Graph(n=roads.nodes, edges=list(zip(roads.tail.tolist(), roads.head.tolist())), directed=True)
# Loops of no use and arcs of zero milliseconds are nothing special here, nor are parallel arcs.
weights = roads.travel_time.tolist()
for repetition in range(given.repetitions):
    trees = given.task == "one-to-all"
    sources = (roads.tree_sources(repetition) if trees else roads.sources).tolist()
    # A target given twice is refused, so each is asked for once and put in its places afterwards.
    places = {target: place for place, target in enumerate(dict.fromkeys(roads.targets.tolist()))}
    targets = None if trees else list(places)
    origins = list(dict.fromkeys(sources))
    stopwatch = Stopwatch()
    rows = graph.distances(origins, targets, weights=weights, mode="out", algorithm="dijkstra")
    seconds = stopwatch.seconds()
    row = {source: index for index, source in enumerate(origins)}
    columns = range(roads.nodes) if trees else [places[target] for target in roads.targets.tolist()]
    table = [[rows[row[source]][column] for column in columns] for source in sources]
    report(len(sources) if trees else 1, seconds, checksum=checksum(table))
