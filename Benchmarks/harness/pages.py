"""The page of the table, and the marked blocks of the READMEs, which nobody edits by hand."""

import re

BEGIN, END = "<!-- benchmarks: written by Benchmarks/run -->", "<!-- /benchmarks -->"

ENGLISH = ["workload", "case", "unit", "ours", "compared with", "theirs", "ratio", "goal", "met"]
CHINESE = ["负载", "情形", "单位", "本程序", "对照", "对照值", "倍数", "目标", "达到"]
CHINESE_MET = {"yes": "是", "no": "否", "skipped": "未测"}


def table(rows, titles, met=lambda word: word):
    lines = ["| " + " | ".join(titles) + " |", "|---|---|---|---:|---|---:|---:|---:|---|"]
    for row in rows:
        workload, case, _, unit, ours, peer, value, ratio, goal, word = row.cells
        lines.append(f"| {workload} | {case} | {unit} | {ours} | {peer} | {value} | {ratio} | {goal} | {met(word)} |")
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
