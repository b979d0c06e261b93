"""Measures pingji and its peers in turn, on the same work, and writes a table, a page and a chart of the ratios."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import chart
import measuring
import pages
import peers
from roads import ROAD_WORKLOADS
from rows import write_csv
from workloads import WORKLOADS, Bench

ROOT = Path(__file__).resolve().parents[2]


def arguments():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description=__doc__,
        epilog="Exit codes: 0 all goals met or skipped, 1 a goal missed, 64 wrong use, 70 a program of ours failed or the work was not the same.",
    )
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help="all if none is named: " + ", ".join(WORKLOADS))
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, some twenty minutes in all on two quiet cores")
    parser.add_argument("--out", type=Path, default=ROOT / "results" / "benchmarks.csv", metavar="FILE",
                        help="the CSV; the page and the chart go beside it (results/benchmarks.csv)")
    parser.add_argument("--binaries", type=Path, metavar="FOLDER", help="use the programs there instead of building")
    parser.add_argument("--binaries-v3", type=Path, metavar="FOLDER", help="the same of the build for x86-64-v3")
    parser.add_argument("--network", type=Path, metavar="FOLDER", action="append", default=[],
                        help="a road network as raw arrays (first_out, head, travel_time, latitude, longitude) to measure"
                             " on too; may be repeated")
    parser.add_argument("--venv", type=Path, metavar="FOLDER", default=ROOT / ".build" / "peers",
                        help="where the peers are kept (.build/peers)")
    parser.error = lambda message: (print(f"Benchmarks/run: {message}", file=sys.stderr), sys.exit(64))
    given = parser.parse_args()
    unknown = [name for name in given.workloads if name not in WORKLOADS]
    if unknown:
        parser.error(f"unknown workload {', '.join(unknown)}; there are {', '.join(WORKLOADS)}")
    return given


def builds(given, names):
    """Where the programs of each build are, built unless folders were given."""
    found = dict(given)
    if "release" not in found:
        subprocess.run(["swift", "build", "-c", "release"], check=True, stdout=sys.stderr)
        found["release"] = ROOT / ".build" / "release"
    if "v3" in found or not any(name in ROAD_WORKLOADS for name in names):
        return found
    if "release" in given or not has_v3():
        reason = "--binaries-v3 was not given" if "release" in given else "this processor has no AVX2"
        print(f"   skipped build v3: {reason}", file=sys.stderr, flush=True)
        return found
    for product in ["routing", "covering"]:
        subprocess.run(["swift", "build", "-c", "release", "-Xcc", "-march=x86-64-v3", "--scratch-path", ".build/v3",
                        "--product", product], check=True, stdout=sys.stderr)
    found["v3"] = ROOT / ".build" / "v3" / "release"
    return found


def has_v3():
    """Whether this processor runs programs built for x86-64-v3."""
    try:
        flags = set(Path("/proc/cpuinfo").read_text().split())
    except OSError:
        return False
    return {"avx2", "bmi1", "bmi2", "fma", "movbe", "f16c"} <= flags


def main():
    given = arguments()
    out = given.out.resolve()
    networks = [folder.resolve() for folder in given.network]
    folders = {name: folder.resolve() for name, folder in
               {"release": given.binaries, "v3": given.binaries_v3}.items() if folder}
    os.chdir(ROOT)
    names = given.workloads or list(WORKLOADS)
    bench = Bench(
        root=ROOT, builds=builds(folders, names), quick=given.quick, networks=networks,
        peers=peers.Environment(given.venv, ROOT / "Benchmarks" / "peers"))
    rows = []
    try:
        for name in names:
            print(f"== {name}", file=sys.stderr, flush=True)
            for row in WORKLOADS[name](bench):
                print("   " + row.summary, file=sys.stderr, flush=True)
                rows.append(row)
    except measuring.NotTheSame as difference:
        print(f"Benchmarks/run: the work was not the same: {difference}", file=sys.stderr)
        return 70
    except measuring.Failed as reason:
        print(f"Benchmarks/run: {reason}", file=sys.stderr)
        return 70
    write_csv(rows, out)
    pages.write_page(rows, out.with_suffix(".md"), quick=given.quick)
    chart.write(rows, out.with_suffix(".svg"))
    # The README shows a run of all workloads only, so that its figures always belong together.
    if out == ROOT / "results" / "benchmarks.csv" and not given.workloads:
        pages.update_readmes(rows, ROOT)
    return 1 if any(row.met == "no" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
