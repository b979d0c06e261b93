"""The queue M/M/1 for cimba: every customer is an object, its time of arrival, in a store in front of a server.

The model is compiled before the clock starts; its generator draws the delays, which is faster than its input streams.
"""

import cimba
import cimba.random as draws
from support import Stopwatch, options, report

given = options(servers=1, rate=0.9, customers=1_000_000, seed=1)
if given.servers != 1:
    raise SystemExit("this peer has one server")


class Station(cimba.Model):
    customers: cimba.Param[int]
    gap: cimba.Param[float]
    line: cimba.Store[float]
    stays: cimba.Output[float]
    served: cimba.Output[float]

    @cimba.on_start
    def open(self):
        self.stays = 0.0
        self.served = 0.0

    @cimba.process
    def arrivals(self):
        for _ in range(self.customers):
            cimba.hold(draws.exponential(self.gap))
            self.line.put(cimba.now())

    @cimba.process
    def server(self):
        while True:
            arrival = self.line.get()
            cimba.hold(draws.exponential(1.0))
            self.stays = self.stays + (cimba.now() - arrival)
            self.served = self.served + 1.0


def experiment(customers):
    station = Station()
    station.customers = customers
    station.gap = 1.0 / given.rate
    return station, cimba.Experiment(station, replications=1, seed=given.seed)


experiment(1000)[1].run(workers=1)  # Compiles.
station, measured = experiment(given.customers)
stopwatch = Stopwatch()
results = measured.run(workers=1)[station]
seconds = stopwatch.seconds()
served = int(results.served.values[0, 0])
report(served, seconds, mean_time_in_system=float(results.stays.values[0, 0]) / served)
