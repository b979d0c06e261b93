"""PHOLD for salabim, a component with yield for each process: the faster of its two styles."""

import random

import salabim
from support import Stopwatch, options, report

given = options(pending=1000, events=100_000)
salabim.yieldless(False)
rng = random.Random(42)
env = salabim.Environment(trace=False)
counts = [0] * given.pending


class Process(salabim.Component):
    def process(self):
        while True:
            yield self.hold(0.1 + rng.expovariate(1.0))
            counts[int(rng.random() * given.pending)] += 1


for _ in range(given.pending):
    Process()

unit = 1.1 / given.pending
env.run(till=unit * max(given.pending, given.events // 5))  # Warms up.
before = sum(counts)
stopwatch = Stopwatch()
env.run(till=env.now() + unit * given.events)
seconds = stopwatch.seconds()
report(sum(counts) - before, seconds, expected_events=given.events)
