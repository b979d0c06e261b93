"""What the peers share: options, processor time, and the line they print for each run."""

import argparse
import json
import time


def options(**defaults):
    """Reads --name VALUE for each default, in the type of the default."""
    parser = argparse.ArgumentParser()
    for name, value in defaults.items():
        parser.add_argument("--" + name, type=type(value), default=value)
    return parser.parse_args()


class Stopwatch:
    """User and system time of this process, the clock pingji is measured with."""

    def __init__(self):
        self.start = time.process_time()

    def seconds(self):
        return time.process_time() - self.start


def report(work, seconds, **figures):
    """Prints a run in the form Benchmarks/run reads."""
    print(json.dumps({"work": work, "cpu_seconds": seconds, **figures}), flush=True)
