"""RoutingKit's customizable contraction hierarchy by way of `routingkit-cch`, on one thread.

The binding hands lists of Python integers back and forth. What that costs is measured by the same calls on a network
of two nodes, with as many arcs and targets and nothing to compute, and taken off, so that RoutingKit's own code is what
is compared; the whole time is reported as `binding_seconds` more.

`closure` takes the fastest way it has: the partial update of the arcs closed and reopened instead of a new metric.
Targets must be pinned again for each metric, because no query may be alive while a metric changes.
"""

import os

os.environ["RUST_BACKTRACE"] = "0"

import numpy
import routingkit_cch
from roads import UNREACHABLE, Roads, checksum
from support import Stopwatch, options, report

given = options(task="closure", network="", repetitions=3, seed=1, order="")
roads = Roads(given.network)
tail, head, weights = roads.tail.tolist(), roads.head.tolist(), roads.travel_time.tolist()


def timed(work):
    stopwatch = Stopwatch()
    result = work()
    return stopwatch.seconds(), result


def least(work):
    """The least of some runs: what a call costs at any rate."""
    return min(timed(work)[0] for _ in range(5))


def computed_order():
    return routingkit_cch.compute_order_inertial(
        roads.nodes, tail, head, roads.latitude.tolist(), roads.longitude.tolist())


def pair(arcs):
    """A metric of two nodes with so many parallel arcs: the binding's work without the hierarchy's."""
    cch = routingkit_cch.CCH([0, 1], [0] * arcs, [1] * arcs, False)
    return routingkit_cch.CCHMetric(cch, [10**6] * arcs)


def table(metric, sources):
    pinned = routingkit_cch.CCHOneToMany(metric, targets)
    return [pinned.distances_from(source) for source in sources]


def table_binding(sources, targets):
    """The seconds the lists of a table cost."""
    pinned = routingkit_cch.CCHOneToMany(pair(1), [1] * targets)
    return least(lambda: [pinned.distances_from(0) for _ in range(sources)])


if given.task == "order":
    for _ in range(given.repetitions):
        seconds, order = timed(computed_order)
        report(1, seconds)
    if given.order:
        numpy.array(order, dtype="<u4").tofile(given.order)
    raise SystemExit

order = numpy.fromfile(given.order, "<u4").tolist() if given.order else computed_order()
cch = routingkit_cch.CCH(order, tail, head, False)
targets, sources = roads.targets.tolist(), roads.sources.tolist()

if given.task == "customize":
    binding_pair = pair(len(weights))
    binding = least(lambda: binding_pair.reset(weights))
    metric = routingkit_cch.CCHMetric(cch, weights)
    for repetition in range(given.repetitions):
        changed = roads.travel_time.copy()
        changed[roads.closed(repetition, given.seed)] = UNREACHABLE
        changed = changed.tolist()
        seconds, _ = timed(lambda: metric.reset(changed))
        report(1, seconds - binding, binding_seconds=binding, checksum=checksum(table(metric, sources[:16])))
elif given.task == "closure":
    binding = table_binding(len(sources), len(targets))
    metric = routingkit_cch.CCHMetric(cch, weights)
    updater = routingkit_cch.CCHMetricPartialUpdater(cch)
    table(metric, sources)
    before = []
    for repetition in range(given.repetitions):
        closed = roads.closed(repetition, given.seed).tolist()
        changes = {arc: weights[arc] for arc in before} | {arc: UNREACHABLE for arc in closed}
        before = closed

        def answer():
            updater.apply(metric, changes)
            return table(metric, sources)

        seconds, rows = timed(answer)
        report(1, seconds - binding, binding_seconds=binding, checksum=checksum(rows))
elif given.task == "table":
    binding = table_binding(len(sources), len(targets))
    metric = routingkit_cch.CCHMetric(cch, weights)
    for repetition in range(given.repetitions):
        seconds, rows = timed(lambda: table(metric, sources))
        report(1, seconds - binding, binding_seconds=binding, checksum=checksum(rows))
else:
    raise SystemExit(f"this peer has no {given.task}")
