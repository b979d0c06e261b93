"""The page of the table, and the marked blocks of the READMEs, which nobody edits by hand."""

import re

BEGIN, END = "<!-- benchmarks: written by Benchmarks/run -->", "<!-- /benchmarks -->"

ENGLISH = ["workload", "case", "build", "unit", "ours", "compared with", "theirs", "ratio", "goal", "met"]
CHINESE = ["负载", "情形", "构建", "单位", "本程序", "对照", "对照值", "倍数", "目标", "达到"]
CHINESE_MET = {"yes": "是", "no": "否", "skipped": "未测"}


def table(rows, titles, met=lambda word: word):
    lines = ["| " + " | ".join(titles) + " |", "|---|---|---|---|---:|---|---:|---:|---:|---|"]
    for row in rows:
        workload, case, build, unit, ours, peer, value, ratio, goal, word = row.cells
        lines.append(f"| {workload} | {case} | {build} | {unit} | {ours} | {peer} | {value} | {ratio} | {goal} | {met(word)} |")
    return "\n".join(lines)


def write_page(rows, path, quick):
    path.write_text("\n".join([
        "# Benchmarks",
        "",
        "Made by `Benchmarks/run" + (" --quick" if quick else "") + "`, everything in one run, each side in turn."
        " Rates are medians of work done in a second of processor time, of one thread; `workers` and `flood-night` are"
        " wall time. A ratio above 1 means that pingji is better; where there is no peer, the limit to be kept stands in"
        " its place. All sides were held against theory: Erlang C for `mmc`, the M/M/1 formula for `mm1`, the rate of"
        " renewals for `phold`.",
        "",
        f"![ratios]({path.with_suffix('.svg').name})",
        "",
        table(rows, ENGLISH),
        "",
        "`phold`: Fujimoto's PHOLD with so many pending events, through the public interface of the kernel."
        " `mmc`: M/M/10 at 0.9 of its capacity, 10⁶ customers (10⁵ for Ciw and 10⁴ for salabim, whose cost a customer does"
        " not depend on their number; both keep records by default). `statistics`: with tallies, a histogram and means over time, compared with the"
        " same without. `mm1`: 10⁶ customers, each with the time it came. `growth`: the call-out of so many people in one"
        " queue; the limit is three times the time for a person among 10⁴.",
        "",
        "`closure`: twenty arcs close, then a new table of 200 sources and 5,000 targets; the arcs differ from repetition"
        " to repetition, and which part of the hierarchy the targets need is kept, as it hangs on the roads alone."
        " RoutingKit takes its partial update and pins its targets again, as its interface wants. `customize`: all weights"
        " anew. `one-to-all`: the time to every node from 16 sources in one call, per source. `order`: the order of nodes,"
        " and the arcs of a hierarchy of that order. `table`: the table of `closure` without closures; on two workers in"
        " wall time. What `routingkit-cch` spends on lists of Python numbers was measured and is not counted. All tables"
        " are equal entry by entry, pandana's in the mean within 2 %, because it rounds. The networks are made up like"
        " Luxembourg's (75,000 nodes, 174,000 arcs) and Auckland's (54,000 and 91,000) or given by path. `coverage`: 200"
        " teams, 100,000 cells, each team reaches 3 %. Build `v3` is `-Xcc -march=x86-64-v3`.",
        "",
    ]))


def update_readmes(rows, root):
    chosen = [row for row in rows if row.workload not in ("memory",)]
    note = "Measured by `Benchmarks/run` on two cores, every pair in one run; how is in [results/benchmarks.md](results/benchmarks.md)."
    chinese = "由 `Benchmarks/run` 在双核上测得,每对比较都在同一次运行中完成,做法见 [results/benchmarks.md](results/benchmarks.md)。"
    replace(root / "README.md", "\n\n".join([note, "![ratios](results/benchmarks.svg)", table(chosen, ENGLISH)]))
    replace(root / "README.zh-CN.md", "\n\n".join([
        chinese, "![倍数](results/benchmarks.svg)", table(chosen, CHINESE, CHINESE_MET.get)]))


def replace(path, block):
    """Puts `block` between the marks of a file; without marks there is nothing to keep up to date."""
    text = path.read_text()
    marked = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if not marked.search(text):
        raise SystemExit(f"{path.name} has no block between '{BEGIN}' and '{END}'")
    path.write_text(marked.sub(lambda _: f"{BEGIN}\n{block}\n{END}", text))
