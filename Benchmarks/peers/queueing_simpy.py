"""The queue M/M/c for SimPy as its users write it: a process for each customer, who requests a server."""

import random

import simpy
from support import Stopwatch, options, report

given = options(servers=10, rate=9.0, customers=100_000, seed=1)
rng = random.Random(given.seed)
env = simpy.Environment()
servers = simpy.Resource(env, capacity=given.servers)
waits = stays = served = 0


def customer():
    global waits, stays, served
    arrival = env.now
    with servers.request() as request:
        yield request
        waits += env.now - arrival
        yield env.timeout(rng.expovariate(1.0))
    stays += env.now - arrival
    served += 1


def source():
    for _ in range(given.customers):
        yield env.timeout(rng.expovariate(given.rate))
        env.process(customer())


env.process(source())
stopwatch = Stopwatch()
env.run()
report(served, stopwatch.seconds(), mean_wait=waits / served, mean_time_in_system=stays / served)
