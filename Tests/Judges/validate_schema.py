#!/usr/bin/env python3
"""Lets an independent judge, PyPI's `jsonschema`, look at the schema and at the shipped scenarios.

Run by `.ci/run` through Tests/Judges/run. Ours is the smaller validator in Tests/ScenarioFilesTests; this one shares no
line with it. Comments and trailing commas, which JSON does not have, are taken out here, strings left alone.
"""

import json
import pathlib
import re
import sys

import jsonschema

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/|,(?=(?:\s|//[^\n]*|/\*.*?\*/)*[}\]])', re.DOTALL)


def read(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(TOKEN.sub(lambda match: match.group() if match.group().startswith('"') else " ", text))


def main(folder):
    schema = json.loads((folder / "scenario.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    print("scenario.schema.json fits its metaschema")

    def check(path, rule):
        validator = jsonschema.Draft202012Validator(rule)
        errors = list(validator.iter_errors(read(path)))
        print(f"{path.relative_to(folder)}: {'fits' if not errors else errors[0].message[:200]}")
        return not errors

    def part(name):
        return {"$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}

    fits = [check(path, schema) for path in sorted(folder.glob("*.jsonc")) + sorted(folder.glob("validation/*.jsonc"))]
    for name in ("place", "incident", "plan"):
        fits += [check(path, part(name)) for path in sorted(folder.glob(f"**/{name}s/*.jsonc"))]
    # A judge that never says no is none.
    slips = [{}, {"title": 5}, {**read(folder / "reference-street.jsonc"), "titel": "x"}]
    refuses = [not jsonschema.Draft202012Validator(schema).is_valid(slip) for slip in slips]
    if not all(refuses):
        print("a scenario with an obvious slip fits")
    return 0 if len(fits) >= 5 and all(fits) and all(refuses) else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).resolve().parents[2] / "scenarios"))
