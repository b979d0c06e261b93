"""What the peers of routing share: the folder of a network, closures, and the checksum of a table."""

from pathlib import Path

import numpy

UNREACHABLE = 2**31 - 1
CLOSED_AT_ONCE = 20


class Roads:
    """A network as raw arrays, as the program `routing` writes it."""

    def __init__(self, folder):
        folder = Path(folder)

        def array(name, kind):
            return numpy.fromfile(folder / name, kind)

        self.folder = folder
        self.first_out = array("first_out", "<u4")
        self.head = array("head", "<u4")
        self.travel_time = array("travel_time", "<u4")
        self.latitude, self.longitude = array("latitude", "<f4"), array("longitude", "<f4")
        self.sources, self.targets = array("src200", "<u4"), array("tgt5000", "<u4")
        self.closures = array("closures", "<u4").reshape(-1, CLOSED_AT_ONCE)
        self.nodes = len(self.first_out) - 1
        self.tail = numpy.repeat(numpy.arange(self.nodes, dtype="u4"), numpy.diff(self.first_out))

    def closed(self, repetition, seed):
        """The arcs that are closed in a repetition, the same as ours."""
        return self.closures[(repetition + seed - 1) % len(self.closures)]

    def tree_sources(self, repetition):
        return self.sources[[(repetition * 16 + lane) % len(self.sources) for lane in range(16)]]

    def cleaned(self):
        """Tails, heads and times of one arc for each pair of nodes: the fastest of parallel arcs, and no loops.

        For matrices, in which an arc is one entry.
        """
        order = numpy.lexsort((self.travel_time, self.head, self.tail))
        tail, head, time = self.tail[order], self.head[order], self.travel_time[order]
        keep = numpy.ones(len(order), bool)
        keep[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
        keep &= tail != head
        return tail[keep], head[keep], time[keep]


def checksum(table):
    """The same figure as ours: entries times their places, modulo 2^52; infinity and None are unreachable."""
    entries = numpy.array(table, dtype=float).ravel()
    entries[~(entries < UNREACHABLE)] = UNREACHABLE
    places = numpy.arange(len(entries), dtype=numpy.uint64) % numpy.uint64(65_521) + numpy.uint64(1)
    total = (numpy.rint(entries).astype(numpy.uint64) * places).sum(dtype=numpy.uint64)
    return float(int(total) % 2**52)
