"""PHOLD for SimPy, with callbacks on timeouts: in the middle as fast as with processes, and with less memory."""

import random

import simpy
from support import Stopwatch, options, report

given = options(pending=1000, events=300_000)
rng = random.Random(42)
env = simpy.Environment()
counts = [0] * given.pending


def handler(process):
    def handle(event):
        counts[process] += 1
        schedule(handlers[int(rng.random() * given.pending)])

    return handle


def schedule(handle):
    env.timeout(0.1 + rng.expovariate(1.0)).callbacks.append(handle)


handlers = [handler(process) for process in range(given.pending)]
for handle in handlers:
    schedule(handle)

unit = 1.1 / given.pending  # The mean time between two events.
env.run(until=unit * max(given.pending, given.events // 5))  # Warms up.
before = sum(counts)
stopwatch = Stopwatch()
env.run(until=env.now + unit * given.events)
seconds = stopwatch.seconds()
report(sum(counts) - before, seconds, expected_events=given.events)
