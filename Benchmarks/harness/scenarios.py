"""Scenarios made of the shipped flood night, to measure how time grows with the place and what closed roads cost.

    python3 scenarios.py city|open-roads SCENARIOS_FOLDER OUT_FOLDER

`city` multiplies the published figures of the place tenfold: ten districts like the shipped one, side by side along one river, every
street so many times, each time one stretch further up, and all totals ten times larger. `open-roads` takes away what closes roads.
Nothing else of the scenario changes.
"""

import json
import re
import shutil
import sys
from pathlib import Path

DISTRICTS = 10
#: How far the next district lies: from where the river enters the shipped one to where it leaves it, in degrees.
EAST, NORTH = 0.30, 0.17
#: The figures of `generate` and of its parts that are totals of the place.
TOTALS = {
    (): ["area", "residents", "grids", "compounds", "areaCenters", "communityCenters"],
    ("river",): ["bridges"],
    ("rosters",): ["districtCadres", "registeredMembers", "volunteers", "units", "hospitals", "medicalStaff"],
}


def read(path):
    """A file of JSON with comments and trailing commas."""
    text = path.read_text(encoding="utf8")
    # Strings first, so that what looks like a comment within one stays.
    kept = re.sub(r'("(?:[^"\\]|\\.)*")|//[^\n]*', lambda found: found[1] or "", text)
    return json.loads(re.sub(r'("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])', lambda found: found[1] or "", kept))


def times(value, count):
    """A number, or one with its unit, so many times."""
    if isinstance(value, str):
        number, unit = value.split(maxsplit=1)
        return f"{float(number) * count:g} {unit}"
    return value * count


def multiply(part, key, count):
    figure = part[key]
    figure["value"] = times(figure["value"], count)
    if "range" in figure:
        figure["range"] = [times(bound, count) for bound in figure["range"]]


def moved(point, district):
    return [round(point[0] + EAST * district, 4), round(point[1] + NORTH * district, 4)]


def city(place, count):
    generate = place["generate"]
    streets = {}
    for district in range(count):
        for key, street in generate["streets"].items():
            copy = {**street, "seat": moved(street["seat"], district)}
            if district:
                copy["name"] = {language: f"{name} {district + 1}" for language, name in street["name"].items()}
            streets[key if district == 0 else f"{key}{district + 1}"] = copy
    generate["streets"] = streets
    course = generate["river"]["course"]
    generate["river"]["course"] = course + [
        moved(point, district) for district in range(1, count) for point in course[1:]]
    for path, keys in TOTALS.items():
        part = generate
        for name in path:
            part = part[name]
        for key in keys:
            multiply(part, key, count)
    return place


def copied(scenarios, out, change, *document):
    """Copies the scenarios with a changed document; returns the flood night's file."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(scenarios, out)
    path = out.joinpath(*document)
    path.write_text(json.dumps(change(read(path)), ensure_ascii=False, indent=1), encoding="utf8")
    return out / "meijiang-flood-night.jsonc"


def make_city(scenarios, out):
    return copied(scenarios, out, lambda place: city(place, DISTRICTS), "places", "meijiang.jsonc")


def make_open_roads(scenarios, out):
    def opened(incident):
        return {key: value for key, value in incident.items() if key not in ("passableDepth", "closures")}
    path = copied(scenarios, out, opened, "incidents", "flood-night.jsonc")
    # What people do about closed roads would be warned of as idle.
    plan = out / "plans" / "four-level.jsonc"
    kept = {key: value for key, value in read(plan).items() if key != "roads"}
    plan.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf8")
    return path


if __name__ == "__main__":
    makers = {"city": make_city, "open-roads": make_open_roads}
    if len(sys.argv) != 4 or sys.argv[1] not in makers:
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    print(makers[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3])))
