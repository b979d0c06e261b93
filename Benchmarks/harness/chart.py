"""The chart of ratios: a bar for each row on a logarithmic scale, and a mark where its goal is.

Plain SVG with a style sheet for light and dark pages; no script, nothing to load.
"""

import math
from html import escape

LEFT, WIDTH, RIGHT, ROW, TOP = 290, 440, 90, 22, 46
STYLE = """
  text { font: 12px system-ui, sans-serif; fill: #1f2328 }
  .head { font-weight: 600 } .small { font-size: 11px; fill: #59636e }
  .grid { stroke: #d1d9e0 } .one { stroke: #59636e }
  .yes { fill: #2f7d55 } .no { fill: #b3402a } .goal { stroke: #9a6700; stroke-width: 2.5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .small { fill: #9198a1 } .grid { stroke: #3d444d } .one { stroke: #9198a1 }
    .yes { fill: #4fb07f } .no { fill: #e5725a } .goal { stroke: #e3b341 }
  }
"""


def write(rows, path):
    path.write_text(drawing([row for row in rows if row.ratio is not None]))


def drawing(rows):
    values = [row.ratio for row in rows] + [row.goal for row in rows] + [0.7, 2]
    low, high = math.log10(min(values)), math.log10(max(values) * 1.2)

    def x(value):
        return LEFT + WIDTH * (math.log10(value) - low) / (high - low)

    groups = []
    for row in rows:
        if not groups or groups[-1][0] != row.workload:
            groups.append((row.workload, []))
        groups[-1][1].append(row)
    bottom = TOP + ROW * (len(rows) + len(groups)) + 6
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + RIGHT} {bottom + 14}" role="img" '
        'aria-label="How many times better pingji is than what it is compared with">',
        f"<style>{STYLE}</style>",
        '<text class="head" x="12" y="18">How many times better, on a logarithmic scale</text>',
        f'<text class="small" x="{LEFT + WIDTH + RIGHT - 8}" y="18" text-anchor="end">the upright mark is the goal</text>',
    ]
    for value in ticks(low, high):
        parts.append(f'<line class="{"one" if value == 1 else "grid"}" x1="{x(value):.1f}" x2="{x(value):.1f}" '
                     f'y1="{TOP - 6}" y2="{bottom}"/>')
        parts.append(f'<text class="small" x="{x(value):.1f}" y="{TOP - 10}" text-anchor="middle">{value:g}×</text>')
    y = TOP
    for workload, members in groups:
        parts.append(f'<text class="head" x="12" y="{y + 16}">{escape(workload)}</text>')
        y += ROW
        for row in members:
            start, end = sorted((x(1), x(row.ratio)))
            label = f"{row.case} · {row.peer}" + ("" if row.build == "release" else f" · {row.build}")
            label = label if len(label) <= 40 else label[:39] + "…"
            parts.append(f'<text x="24" y="{y + 14}">{escape(label)}</text>')
            parts.append(f'<rect class="{row.met}" x="{start:.1f}" y="{y + 4}" width="{max(end - start, 1):.1f}" '
                         f'height="{ROW - 9}" rx="2"><title>{escape(row.summary)}</title></rect>')
            parts.append(f'<line class="goal" x1="{x(row.goal):.1f}" x2="{x(row.goal):.1f}" y1="{y + 1}" '
                         f'y2="{y + ROW - 2}"/>')
            parts.append(f'<text x="{max(end, x(row.goal)) + 6:.1f}" y="{y + 14}">{row.ratio:.3g}×</text>')
            y += ROW
    return "\n".join(parts + ["</svg>", ""])


def ticks(low, high):
    """Powers of ten, with 2 and 5 between them, that lie on the scale."""
    candidates = [step * 10.0**power for power in range(-2, 6) for step in (1, 2, 5)]
    chosen = [value for value in candidates if low <= math.log10(value) <= high]
    return [value for value in chosen if math.log10(value) % 1 == 0] if len(chosen) > 9 else chosen
