"""Draws of NumPy's generator of the same family, Philox, for a list of as many people in one call."""

import os

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"

import numpy
from support import Stopwatch, options, report

given = options(shape="uniform", repetitions=3, seed=1)
PEOPLE, ROUNDS = 2000, 200
generator = numpy.random.Generator(numpy.random.Philox(given.seed))
draw = {
    "uniform": lambda: generator.uniform(2, 10, PEOPLE),
    "triangular": lambda: generator.triangular(1, 2, 6, PEOPLE),
    "exponential": lambda: generator.exponential(20, PEOPLE),
    "lognormal": lambda: generator.lognormal(numpy.log(10), 0.6, PEOPLE),
    "weibull": lambda: 12 * generator.weibull(1.5, PEOPLE),
}[given.shape]
for _ in range(given.repetitions):
    stopwatch = Stopwatch()
    for _ in range(ROUNDS):
        values = draw()
    report(PEOPLE * ROUNDS, stopwatch.seconds(), mean=float(values.mean()))
