#!/usr/bin/env python3
"""Learns loader/parse/html/select_model.c: whether a unit of a page is the article's.

    page_units.py SETS [--out FILE]

SETS holds what tests/lab/score/page_sets.py makes; the model learns from the half that isn't sealed. A unit's gold is the
share of its words that align with the gold's text (longest common subsequence), or which pieces it holds. Features come
from the C program alone (dump_html.c). Needs rapidfuzz, and what train.py does.
"""
import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy
from rapidfuzz.distance import LCSseq

import train

sys.path.insert(0, str(train.TOP / "tests/lab/score"))
import page_sets  # noqa: E402

OUT = train.PARSE / "html/select_model.c"
# How much a page of each set counts. What readability expects is its own output; the pieces are few and short.
WEIGHTS = {"scrapinghub": 2, "wcxb-dev": 1, "trafilatura": 1, "readability": 0.5}
PIECE = 0.08
SOURCES = ("characters", "content", "decode", "element", "formula", "run", "select", "tokenizer", "tree")


def compile_dump(build, model=False):
    """dump_html.c with all that it needs of the loader; without `model` there need be none yet."""
    target, base = build / "dump_html", train.TOP / "loader/base"
    html = [f for f in (train.PARSE / "html").glob("*.c")
            if re.split(r"[_.]", f.name)[0] in SOURCES and f.name != "select_model.c"]
    if not model:
        (build / "none.c").write_text('#include "parse/html/select_model.h"\nconst struct forest SELECT_MODEL = {0};\n')
    subprocess.run(["gcc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", "-I", train.TOP / "loader",
                    train.TOP / "tests/lab/train/dump_html.c", OUT if model else build / "none.c", *html,
                    *(train.PARSE / f for f in ("forest.c", "html_reference.c", "html_reference_names.c", "links.c")),
                    *(base / f for f in ("arena.c", "buf.c", "str.c", "utf8.c", "utf8_blocks.c", "error.c")), "-lm",
                    "-o", target], check=True)
    return target


def read_units(dump, pages, build):
    names = subprocess.run([dump, "names"], capture_output=True, text=True, check=True).stdout.split()
    out = build / "units"
    subprocess.run([dump, "units", out], input="".join(f"{p}\n" for p in pages), text=True, check=True)
    raw = numpy.fromfile(out, dtype=numpy.int16).reshape(-1, len(names) + 4)
    page = numpy.ascontiguousarray(raw[:, :2]).view(numpy.int32)[:, 0]
    texts = (build / "units.texts").read_text(encoding="utf-8", errors="replace").split("\n")[:-1]
    assert len(texts) == len(raw), (len(texts), len(raw))
    return page, raw[:, 4:], texts


def shares_of(texts, gold):
    """The share of each unit's words that align with the gold, and how many words it has."""
    words = [page_sets.WORD.findall(t.lower()) for t in texts]
    numbers = {}
    want = [numbers.setdefault(w, len(numbers)) for w in page_sets.WORD.findall(gold.lower())]
    have = [numbers.setdefault(w, len(numbers)) for unit in words for w in unit]
    hit = numpy.zeros(len(have))
    if len(have) * len(want) < 6e8:
        for o in LCSseq.opcodes(have, want):
            if o.tag == "equal":
                hit[o.src_start:o.src_end] = 1
    count = numpy.array([len(unit) for unit in words])
    sums, ends = numpy.concatenate([[0], numpy.cumsum(hit)]), numpy.cumsum(count)
    return (sums[ends] - sums[ends - count]) / numpy.maximum(count, 1), count


def pieces_of(texts, gold):
    """1 for the longest unit that holds a piece of the article, 0 for short ones that hold other pieces, -1 else."""
    texts, share = [page_sets.spaced(t) for t in texts], numpy.full(len(texts), -1.0)
    for piece in map(page_sets.spaced, gold["without"]):
        for i, t in enumerate(texts):
            if piece in t and len(t) < 8 * len(piece) + 40:
                share[i] = 0
    for piece in map(page_sets.spaced, gold["with"]):
        found = [(len(t), i) for i, t in enumerate(texts) if piece in t]
        if found:
            share[max(found)[1]] = 1
    return share


def labels_of(pages, page, texts):
    share, weight = numpy.full(len(texts), -1.0), numpy.zeros(len(texts))
    bounds = numpy.searchsorted(page, numpy.arange(len(pages) + 1))
    for path, a, b in zip(pages, bounds, bounds[1:]):
        gold, name = page_sets.gold_of(path), path.parent.name
        if "text" not in gold:
            share[a:b] = pieces_of(texts[a:b], gold)
            weight[a:b] = WEIGHTS[name] * PIECE * (share[a:b] >= 0)
        elif b > a:
            share[a:b], count = shares_of(texts[a:b], gold["text"])
            weight[a:b] = WEIGHTS[name] * numpy.sqrt(count) / max(numpy.sqrt(count).sum(), 1)
    return share >= 0.5, weight * numpy.abs(2 * share - 1) * (share >= 0) * 1000


def model_text(base, trees):
    out = ['// Written by tests/lab/train/page_units.py: not to be edited.\n// clang-format off\n',
           '#include "parse/html/select_model.h"\n\nstatic const struct tree trees[] = {\n']
    for questions, borders, values, _ in trees:
        parts = (", ".join(map(str, part)) for part in (questions, borders, values))
        out.append("    {" + ", ".join("{%s}" % part for part in parts) + "},\n")
    out.append(f"}};\nconst struct forest SELECT_MODEL = {{.trees = trees, .count = {len(trees)}, .base = {base}}};\n")
    return "".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    a = parser.parse_args()
    pages = page_sets.pages_of(a.sets, WEIGHTS, sealed=False)
    with tempfile.TemporaryDirectory() as place:
        build = Path(place)
        page, features, texts = read_units(compile_dump(build), pages, build)
    told, weight = labels_of(pages, page, texts)
    base, trees = train.fit_forest(features[weight > 0], told[weight > 0], weight[weight > 0], "unit")
    a.out.write_text(model_text(base, trees), encoding="utf-8")


if __name__ == "__main__":
    main()
