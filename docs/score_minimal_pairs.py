#!/usr/bin/env python3
"""Pairs of sentences that differ in a word or a denial, as two articles of one sentence each: what the comparison makes of them.

    python3 docs/score_minimal_pairs.py [folder of the sets] [synoptic]

The pairs are sought in ../shared/data/crossdoc or the folder given (Breaking NLI, CC BY-SA 4.0; CANNOT, CC BY-SA 4.0), which is not in this
repository, the command in target/tool; Python 3.9, nothing else. At most 120 pairs a kind, drawn with a fixed seed. A pair
counts as told otherwise if any group is a difference or a contradiction, else as told alike if any group is an agreement.
"""
import csv, json, random, subprocess, sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETS = ROOT.parent / "shared/data/crossdoc"
MOST = 120

def pairs(sets):
    """Kind, first sentence, second sentence."""
    for line in open(sets / "breaking-nli/data/dataset.jsonl", encoding="utf-8"):
        row = json.loads(line)
        yield f"Breaking NLI, {row['category']}, {row['gold_label']}", row["sentence1"], row["sentence2"]
    for path in sorted((sets / "cannot").glob("*/*.tsv")):
        rows = csv.reader(open(path, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        for row in rows:
            label = f", labelled {row[2]}" if len(row) > 2 else ""
            if len(row) > 1:
                yield f"CANNOT, {path.parent.name}{label}", row[0], row[1]

def main():
    given = [Path(a) for a in sys.argv[1:]]
    sets = next((p for p in given if p.is_dir()), SETS)
    command = next((p for p in given if p.is_file()), ROOT / "target/tool/synoptic")
    if not (sets / "breaking-nli").is_dir():
        sys.exit(f"{sets} has no folder `breaking-nli`; give the folder that holds the sets, see the note above.")
    kinds = defaultdict(list)
    for kind, a, b in pairs(sets):
        kinds[kind].append((a, b))
    for kind, rows in sorted(kinds.items()):
        rows = random.Random(1).sample(rows, MOST) if len(rows) > MOST else rows
        lines = "\n".join(json.dumps({"inputs": [{"text": a}, {"text": b}]}) for a, b in rows)
        done = subprocess.run([command, "jsonl", "--parts", "claims"], input=lines, capture_output=True, text=True, check=True)
        found = [{g["relation"] for g in json.loads(line)["claimDiff"]["groups"]} for line in done.stdout.splitlines()]
        differ = sum(bool(r & {"differ", "conflict"}) for r in found)
        agree = sum(r == {"agree"} for r in found)
        share = [round(100 * n / len(rows)) for n in (differ, len(rows) - differ - agree, agree)]
        print(f"{kind} ({len(rows)}): otherwise {share[0]}, silent {share[1]}, alike {share[2]}")

if __name__ == "__main__":
    main()
