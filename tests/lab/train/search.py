#!/usr/bin/env python3
"""Searches better costs for loader/parse/extracted/costs.h: what a table's oddities cost beside the odds of its lines.

    search.py FOLDS DIR… [--rounds N] [--seed N]

FOLDS is what train.py --folds N --models FOLDS has left: each document's odds come from the model that was learned
without it. Prints the costs in their order in the file, each time better ones are found.
"""
import argparse
import json
import subprocess
import tempfile
import zlib
from pathlib import Path

from train import compile_program

INCLUDED = ("extracted.c", "model.c", "path.c", "structure.c")  # by search.c
KINDS = {"table_row": 0, "table_header": 0, "paragraph": 1, "bullet": 2, "heading": 3}


def gold_text(path, folder):
    """Each line's kind (-1: another), whether it goes on with a row, a row's last line, whether it is wholly bold."""
    with open(path.with_suffix(".gold.jsonl"), encoding="utf-8") as lines:
        gold = [json.loads(line) for line in lines]
    ends, last = {}, {}
    for o in gold:
        if KINDS.get(o["type"]) == 0:
            if (o.get("part") or 1) == 1:
                last[o["table"]] = o["line"]
            if o["table"] in last:
                ends[last[o["table"]]] = o["line"]
    out = [f"{path} {folder} {len(gold)}"]
    for o in gold:
        further = KINDS.get(o["type"]) == 0 and (o.get("part") or 1) > 1
        bold = bool(o.get("bold")) and o["type"] != "heading"
        out.append(f"{o['line']} {KINDS.get(o['type'], -1)} {further:d} {ends.get(o['line'], 0)} {bold:d}")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folds", type=Path)
    parser.add_argument("dirs", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    models = sorted(a.folds.glob("model_*.c"))
    with tempfile.TemporaryDirectory() as place:
        gold, odds = [], b""
        for fold, model in enumerate(models):
            program = compile_program("search", Path(place), model, INCLUDED)
            files = [(f, i) for i, d in enumerate(a.dirs) for f in sorted(d.glob("*.txt"))
                     if zlib.crc32(f.stem.encode()) % len(models) == fold]
            gold += [gold_text(f, i) for f, i in files]
            odds += subprocess.run([program, "odds"], input="".join(f"{f}\n" for f, _ in files).encode(),
                                   stdout=subprocess.PIPE, check=True).stdout
        (Path(place) / "odds").write_bytes(odds)
        subprocess.run([program, "costs", str(a.rounds), str(a.seed), Path(place) / "odds"], input="".join(gold),
                       text=True, check=True)


if __name__ == "__main__":
    main()
