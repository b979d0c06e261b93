"""The queue M/M/c for salabim with its default monitors, which its users get unless they turn them off."""

import random

import salabim
from support import Stopwatch, options, report

given = options(servers=10, rate=9.0, customers=5_000, seed=1)
salabim.yieldless(False)
rng = random.Random(given.seed)
env = salabim.Environment(trace=False)
servers = salabim.Resource("servers", capacity=given.servers)
waits = stays = served = 0


class Customer(salabim.Component):
    def process(self):
        global waits, stays, served
        arrival = env.now()
        yield self.request(servers)
        waits += env.now() - arrival
        yield self.hold(rng.expovariate(1.0))
        self.release()
        stays += env.now() - arrival
        served += 1


class Source(salabim.Component):
    def process(self):
        for _ in range(given.customers):
            yield self.hold(rng.expovariate(given.rate))
            Customer()


Source()
stopwatch = Stopwatch()
env.run()
report(served, stopwatch.seconds(), mean_wait=waits / served, mean_time_in_system=stays / served)
