"""The queue M/M/c for Ciw, which keeps a record of every customer; reading the records is not measured."""

import ciw
from support import Stopwatch, options, report

given = options(servers=10, rate=9.0, customers=50_000, seed=1)
ciw.seed(given.seed)
network = ciw.create_network(
    arrival_distributions=[ciw.dists.Exponential(given.rate)],
    service_distributions=[ciw.dists.Exponential(1.0)],
    number_of_servers=[given.servers],
)
simulation = ciw.Simulation(network)
stopwatch = Stopwatch()
simulation.simulate_until_max_customers(given.customers)
seconds = stopwatch.seconds()
records = simulation.get_all_records()
report(
    len(records), seconds,
    mean_wait=sum(record.waiting_time for record in records) / len(records),
    mean_time_in_system=sum(record.exit_date - record.arrival_date for record in records) / len(records),
)
