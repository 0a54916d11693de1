#!/usr/bin/env python3
"""Expressions of time against the cases of Recognizers-Text (Microsoft, MIT licence), which are not in this repository.

    python3 docs/score_recognizers.py [--errors] [DateTimeModel.json] [synoptic]

The cases are sought in ../shared/data/specs/recognizers-datetime, the command in target/tool; Python 3.9, nothing else.
A case is a sentence with the moment at which it is said. It is solved if each expression that it expects is met by one of
ours that overlaps it and has its value, and if nothing is found where nothing is expected:

- a date or a span of dates: the same first and last day (theirs ends before the day they name);
- a date with a time of day, a time of day: the same hour and minute, and the day if they name one;
- a length: as many seconds; a repetition, a part of the day: the same TIMEX3 value or its ending.

Cases that leave the direction open ("Oct/2", said in November) expect a past and a future reading; one of them is enough,
and they are counted apart, as the set is made of appointments and takes the future first.
"""
import json, re, subprocess, sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS = {"S": 1, "H": 3600, "D": 86400, "W": 604800, "Y": 31536000}

def seconds(value):
    """Seconds of a TIMEX3 duration: a month has 30 days, a year 365, as in the set."""
    total, clock = 0.0, False
    for number, letter in re.findall(r"([\d.]*)([A-Z])", value[1:]):
        clock |= letter == "T"
        if number:
            total += float(number) * (60 if clock and letter == "M" else 2592000 if letter == "M" else SECONDS.get(letter, 0))
    return total

def same(timex, want):
    """Has an expression of ours this reading of theirs?"""
    kind, value, days = want["type"], want.get("value", ""), (timex["earliest"], timex["latest"])
    if kind == "date":
        return days == (value, value)
    if kind == "daterange":
        if not (want.get("start") and want.get("end")):
            return (want.get("start") or "")[:10] in days[:1] or (want.get("end") or "")[:10] in days
        last = date.fromisoformat(want["end"][:10]) - timedelta(days=1)
        return days == (want["start"][:10], str(last))
    if kind == "time":
        return timex["value"].partition("T")[2][:5] == value[:5]
    if kind == "datetime":
        return days[0] == value[:10] and timex["value"].partition("T")[2][:5] == value[11:16]
    if kind == "duration":
        return timex["value"].startswith("P") and "X" not in timex["value"] and abs(seconds(timex["value"]) - float(value or -1)) < 1
    part = want.get("timex", "").rpartition("T")[2]
    day = (want.get("start") or "")[:10]
    return timex["value"] == want.get("timex") or (
        kind in ("timerange", "datetimerange") and part.isalpha() and timex["value"].endswith("T" + part)
        and (kind == "timerange" or days[0] == day))

def main():
    args = [a for a in sys.argv[1:] if a != "--errors"]
    cases = Path(args[0]) if args else ROOT.parent / "shared/data/specs/recognizers-datetime/DateTimeModel.json"
    command = args[1] if len(args) > 1 else str(ROOT / "target/tool/synoptic")
    for path in (cases, Path(command)):
        if not path.exists():
            sys.exit(f"{path} is not there; give the cases and the command as arguments")
    cases = json.loads(cases.read_text("utf-8-sig"))
    docs = [{"id": i, "text": c["Input"], "published": c.get("Context", {}).get("ReferenceDateTime", "")[:10]}
            for i, c in enumerate(cases)]
    run = subprocess.run([command, "jsonl", "--parts", "timeline"], input="\n".join(map(json.dumps, docs)),
                         capture_output=True, text=True, check=True)
    found = {o["id"]: o["timeline"]["expressions"] for o in map(json.loads, run.stdout.splitlines())}
    count = Counter()
    for i, case in enumerate(cases):
        ours, wanted, met = found.get(i, []), case["Results"], 0
        readings = [r["Resolution"].get("values", []) if r.get("Resolution") else [] for r in wanted]
        for r, values in zip(wanted, readings):
            near = [t for t in ours if t["span"]["start"] <= r["End"] and r["Start"] < t["span"]["end"]]
            count["expressions"] += 1
            count["overlapped"] += bool(near)
            met += any(same(t, v) for t in near for v in values)
        count["met"] += met
        group = "open" if any(len(v) > 1 for v in readings) else "told"
        solved = met == len(wanted) and (wanted or not ours)
        count[group] += 1
        count[group, "solved"] += bool(solved)
        if not solved and "--errors" in sys.argv:
            print(case["Input"], [r["Text"] for r in wanted], [(t["value"], t["edtf"]) for t in ours], sep="\t")
    for group, words in (("told", "cases that name their direction"), ("open", "cases that leave it open")):
        print(f"{words}: {count[group]}, solved {100 * count[group, 'solved'] / max(1, count[group]):.1f} %")
    print(f"expressions: {count['expressions']}, overlapped {100 * count['overlapped'] / max(1, count['expressions']):.1f} %, "
          f"with the value {100 * count['met'] / max(1, count['expressions']):.1f} %")

main()
