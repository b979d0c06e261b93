"""The page of the table, and the marked blocks of the READMEs, which nobody edits by hand."""

import os
import re

BEGIN, END = "<!-- benchmarks: written by Benchmarks/run -->", "<!-- /benchmarks -->"

PAGE = ["workload", "case", "build", "unit", "ours", "compared with", "theirs", "ratio", "goal", "met", "subtracted"]
ENGLISH = ["work", "unit", "ours", "compared with", "theirs", "ratio", "goal", "met"]
CHINESE = ["负载", "单位", "本程序", "对照", "对照值", "倍数", "目标", "达到"]
CHINESE_WORDS = {
    "yes": "是", "no": "否", "skipped": "未测", "limit": "上限", "1 worker": "1 个线程", "limit: 3 x 10k": "上限：1 万人时每人用时的 3 倍",
    "s": "秒", "CPU s": "CPU 秒", "replications/s": "次/秒", "ns/person": "纳秒/人", "events/s": "事件/秒",
    "arrivals/s": "到达/秒", "objects/s": "对象/秒", "ms": "毫秒", "ms/tree": "毫秒/棵", "µs": "微秒",
}

#: What the READMEs show, of many rows: the beginnings of workload, case and peer, and how it is called in both languages.
SHOWN = [
    ("flood-night", "30 replications x 3 variants, on 2 workers", "", "the flood night: 90 runs and their echoes, two workers", "汛夜：90 次运行及其回声，两个线程"),
    ("flood-night", "30 replications x 3 variants, memory", "", "its memory", "其内存"),
    ("city", "", "limit", "a city of ten districts: one run and its echo", "十个区的城市：一次运行及其回声"),
    ("workers", "", "", "the flood night with 60 replications, two workers", "汛夜 60 次重复，两个线程"),
    ("call-out", "", "SimPy", "call-out of 513 people, against its twin", "513 人的呼叫，与独立重写的程序相比"),
    ("growth", "10M", "", "call-out of ten million people, time for each", "一千万人的呼叫，每人用时"),
    ("phold", "1k", "SimPy", "PHOLD with 1,000 pending events", "PHOLD，1,000 个待处理事件"),
    ("mmc", "plain", "SimPy", "M/M/10, a million customers", "M/M/10，一百万名顾客"),
    ("mm1", "", "cimba", "M/M/1, a million customers", "M/M/1，一百万名顾客"),
    ("closure", "luxembourg-sized", "routingkit", "twenty roads close, a new table of 200 × 5,000 travel times", "封闭二十条路后的 200 × 5,000 出行时间表"),
    ("one-to-all", "luxembourg-sized", "SciPy", "travel times from one node to 75,000", "从一个节点到 75,000 个节点的出行时间"),
    ("coverage", "recount", "NumPy", "coverage of 100,000 cells by 200 teams, counted anew", "200 支队伍对 100,000 个单元的覆盖，重新计数"),
]


def shown(rows):
    """For each entry of `SHOWN` the first row of the plain build, with its names."""
    plain = [row for row in rows if row.build == "release"]
    for workload, case, peer, english, chinese in SHOWN:
        for row in plain:
            if row.workload == workload and row.case.startswith(case) and row.peer.startswith(peer):
                yield row, english, chinese
                break


def table(titles, lines):
    """A table in which everything but words is aligned on the right."""
    words = {"workload", "case", "build", "unit", "compared with", "met", "subtracted", "work", "负载", "单位", "对照", "达到"}
    rule = "|" + "".join("---|" if title in words else "---:|" for title in titles)
    return "\n".join(["| " + " | ".join(titles) + " |", rule, *("| " + " | ".join(line) + " |" for line in lines)])


def short(row, name, words):
    """A row as the READMEs show it."""
    _, _, _, unit, ours, peer, value, ratio, goal, met, _ = row.cells
    return [name, words.get(unit, unit), ours, words.get(peer, peer), value, ratio, goal, words.get(met, met)]


def machine():
    """What a reader must know of the machine to judge the figures, and nothing that names it."""
    cores = os.cpu_count()
    return "one core" if cores == 1 else f"{cores} cores"


def write_page(rows, path, quick):
    path.write_text("\n".join([
        "# Benchmarks",
        "",
        f"Made by `Benchmarks/run{' --quick' if quick else ''}` on {machine()}, everything in one run, each side in turn."
        " Rates are medians of work done in a second of processor time, of one thread; what is shared among workers"
        " (`workers`, `flood-night … on 2 workers`, `table … on 2 workers`) is wall time. What differs by little"
        " (`mmc statistics`, `named random numbers`, `table … on 2 workers`) is measured in pairs, one side right after the"
        " other, and the pair whose ratio is the median is shown. A ratio above 1 means that"
        " pingji is better; where there is no peer, the limit to be kept stands in its place. All sides were held against"
        " theory: Erlang C for `mmc`, the M/M/1 formula for `mm1`, the rate of renewals for `phold`, the means of"
        " `draws`.",
        "",
        "**Subtracted** says what was taken off the time of a peer that is asked through Python. `routingkit-cch` takes"
        " and gives lists of Python numbers: that is measured by the same calls with as many arcs, sources and targets on"
        " a network of two nodes, where nothing is computed, and the least of five such calls is taken off. SciPy, igraph,"
        " pandana and NumPy hand over arrays or build their answer in one call: nothing is taken off, and of NumPy's short"
        " operations on whole rows the calls are part of what is measured. SimPy, salabim and Ciw are Python themselves.",
        "",
        f"![ratios]({path.with_suffix('.svg').name})",
        "",
        table(PAGE, (row.cells for row in rows)),
        "",
        "`phold`: Fujimoto's PHOLD with so many pending events, through the public interface of the kernel."
        " `mmc`: M/M/10 at 0.9 of its capacity, 10⁶ customers (10⁵ for Ciw and 10⁴ for salabim, whose cost a customer does"
        " not depend on their number; both keep records by default). `statistics`: with tallies, a histogram and means over time, compared with the"
        " same without. `mm1`: 10⁶ customers, each with the time it came. `growth`: the call-out of so many people in one"
        " queue; the limit is three times the time for a person among 10⁴.",
        "",
        "`flood-night`: the shipped scenario with its echoes, 180 runs; `no road closes`: the same without closures and"
        " without water on roads. Its memory for 10,000 replications is not run but reckoned, of one variant, by what a"
        " replication adds between the two counts stated. `city`: ten districts like the shipped one in one scenario"
        " (`Benchmarks/harness/scenarios.py`), one run and its echo, the place made too; the limit is 6 s for every 96,507"
        " people called, and `growth` is the time for a person beside that in the district alone. `workers`: enough"
        " replications for the first place not to count. `going`: the changes of the roads in a night, worked in one after"
        " the other with nobody under way: ways between all sites, and the grids around the teams' sites; `everything"
        " anew` customizes the hierarchy, works out all ways and looks at all those grids after each. `draws`: durations"
        " of 2,000 people, each by the name of its number, all of a list at once and one by one; NumPy takes the next 2,000 of a stream of Philox in one call.",
        "",
        "`closure`: twenty arcs close, then a new table of 200 sources and 5,000 targets; the arcs differ from repetition"
        " to repetition, and which part of the hierarchy the targets need is kept, as it hangs on the roads alone."
        " RoutingKit takes its partial update and pins its targets again, as its interface wants. `customize`: all weights"
        " anew. `one-to-all`: the time to every node from 16 sources in one call, per source. `order`: the order of nodes,"
        " and the arcs of a hierarchy of that order. `table`: the table of `closure` without closures. On two workers the"
        " table has 800 sources: a table is shared from a million arcs on, those of all batches of sixteen sources"
        " together, because below that waking a worker counts (`HierarchyTravelTimes.leastSharedArcs`); smaller ones are"
        " made by one worker. All tables are equal entry by entry, pandana's in the mean within 2 %, because it rounds. The"
        " networks are made up like Luxembourg's (75,000 nodes, 174,000 arcs) and Auckland's (54,000 and 91,000) or given"
        " by path.",
        "",
        "`coverage`: 200 teams, 100,000 cells, each team reaches 3 %. `recount`: of ours one, two and three teams told"
        " apart, of NumPy's one and two. `move`: a team goes from one site to another, by the call that runs make."
        " `memory floor`: what that costs at least in this layout. The cells of both sites and their marks are read (5 bytes"
        " each), and of each cell the residents are read (4 bytes) and the counter is read and written (2 bytes), where"
        " they lie scattered over 600 KB; by the simplest loop, which decides nothing and checks nothing, in the same"
        " program, the quickest repetition of each. A move may take 1.3 times that. Build `v3` is `-Xcc -march=x86-64-v3`.",
        "",
    ]))


def update_readmes(rows, root):
    page, chart = "[results/benchmarks.md](results/benchmarks.md)", "(results/benchmarks.svg)"
    note = f"Measured by `Benchmarks/run` on {machine()}, every pair in one run. How, and all other rows: {page}."
    cores = os.cpu_count()
    chinese = f"由 `Benchmarks/run` 在 {cores} 核上测得，每对比较都在同一次运行中完成。做法和其余各行见 {page}。"
    english = [short(row, name, {}) for row, name, _ in shown(rows)]
    chosen = [short(row, name, CHINESE_WORDS) for row, _, name in shown(rows)]
    replace(root / "README.md", "\n\n".join([note, f"![ratios]{chart}", table(ENGLISH, english)]))
    replace(root / "README.zh-CN.md", "\n\n".join([chinese, f"![倍数]{chart}", table(CHINESE, chosen)]))


def replace(path, block):
    """Puts `block` between the marks of a file; without marks there is nothing to keep up to date."""
    text = path.read_text()
    marked = re.compile(re.escape(BEGIN) + ".*?" + re.escape(END), re.DOTALL)
    if not marked.search(text):
        raise SystemExit(f"{path.name} has no block between '{BEGIN}' and '{END}'")
    path.write_text(marked.sub(lambda _: f"{BEGIN}\n{block}\n{END}", text))
