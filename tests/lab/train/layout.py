#!/usr/bin/env python3
"""Learns loader/parse/extracted/model_layout.c: what is a heading, and what a menu or a footer, in text that programs
other than the main model's extractor print.

    layout.py PAGES TEXTS [--out FILE] [--test LIST] [--names LIST]

PAGES holds STEM.html, TEXTS a folder a program with STEM.txt. --names: only these stems; --test: leave these out, and say
how well they are told. The page's own markup is the gold: a line is a heading where its letters and digits are those of
an h1 to h6 outside of navigation, lists and tables; it is a menu or a footer where the page has it only in those. Lines
and features come from the C program (dump.c), trees are fitted and written as by train.py, whose packages it needs, and
lxml.
"""
import argparse
import re
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path

import catboost
import lxml.html
import numpy

import train

OUT = train.EXTRACTED / "model_layout.c"
AWAY = "ancestor-or-self::nav|ancestor-or-self::header|ancestor-or-self::footer|ancestor-or-self::aside"
# What people call the parts of a page that are not its article.
NAMES = re.compile(r"(?<![a-z])(nav(bar|igation)?|menu|footer|header|sidebar|breadcrumbs?|cookies?|consent|share|sharing|"
                   r"social|newsletter|related|recommend(ed|ations)?|teasers?|widgets?|banner|toolbar|tags|pagination|"
                   r"search|login|ads?|promo)(?![a-z])", re.I)
ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"}
PARTS = "//nav|//header|//footer|//aside|//form|//select|//button|//div|//ul|//section|//ol"
SKIP = "//script|//style|//noscript|//template|//svg|//comment()"
OTHER, HEADING, LEFTOVER, UNKNOWN = range(4)
FORM_OPEN, FORM_ITEM = 0, 1  # of enum line_form


def key(text):
    return "".join(c for c in text.lower() if c.isalnum())


def page_gold(path):
    """Keys of headings, keys that are neither, and the page's letters in and out of navigation."""
    tree = lxml.html.document_fromstring(path.read_bytes().decode("utf-8", "replace").encode(),
                                         parser=lxml.html.HTMLParser(encoding="utf-8"))
    for x in tree.xpath(SKIP):
        if x.getparent() is not None:
            x.drop_tree()
    headings, ignored = set(), {key(t.text_content()) for t in tree.xpath("//title")}
    for x in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6"):
        k = key(x.text_content())
        away = x.xpath(AWAY) and x.tag != "h1"
        (ignored if away or x.xpath("ancestor::li|ancestor::td|ancestor::th") else headings).add(k)
    headings.discard("")
    body = tree.find("body")
    whole = len(key(body.text_content())) if body is not None else 0
    away = []
    for x in tree.xpath(PARTS):
        if x.getparent() is None or not is_away(x, whole):
            continue
        away.append(key(x.text_content()))
        for h in x.xpath(".//h1"):
            headings.add(key(h.text_content()))
        x.drop_tree()
    return headings, ignored - headings, "|".join(away), key(tree.text_content())


def is_away(x, whole):
    """Whether an element is no part of the article: by its tag, its role, its name, or as a list of links."""
    if x.tag in ("nav", "header", "footer", "aside", "form", "select", "button"):
        return x.tag != "header" or not x.xpath("ancestor::article")
    text = key(x.text_content())
    if not text or len(text) * 2 > whole:
        return False
    if x.get("role") in ROLES or NAMES.search(f"{x.get('class') or ''} {x.get('id') or ''}".replace("_", "-")):
        return True
    linked = sum(len(key(a.text_content())) for a in x.iter("a"))
    return x.tag in ("ul", "ol") and len(x) > 2 and linked * 10 >= len(text) * 9


def label(text, gold):
    headings, ignored, away, body = gold
    k = key(text)
    if k in headings:
        return HEADING
    if not k or k in ignored:
        return UNKNOWN
    inside = k in body
    return LEFTOVER if k in away and not inside else OTHER


def read_data(dump, files, build):
    names = subprocess.run([dump, "names"], capture_output=True, text=True, check=True).stdout.split()
    listing = "".join(f"{f}\n" for f in files)
    for mode in ("lines", "texts"):
        subprocess.run([dump, mode, build / mode], input=listing, text=True, check=True)
    raw = numpy.memmap(build / "lines", dtype=numpy.int16, mode="r").reshape(-1, len(names) + 4)
    rows = [line.rstrip("\n").split("\t", 4) for line in
            open(build / "texts", encoding="utf-8", errors="replace", newline="\n")]
    assert len(rows) == len(raw), (len(rows), len(raw))
    return names, raw, rows


def forest_text(name, fit, trees):
    base, rows = trees
    out = [f"static const struct tree {name.lower()}_trees[] = {{\n"]
    for questions, borders, values, _ in rows:
        parts = (", ".join(map(str, part)) for part in (questions, borders, values))
        out.append("    {" + ", ".join("{%s}" % part for part in parts) + "},\n")
    first, low, high = fit
    out.append(f"}};\nconst struct forest MODEL_{name} = {{{name.lower()}_trees, {len(rows)}, {base}, {first}, "
               f"{low * train.SCALE:.0f}, {high * train.SCALE:.0f}}};\n\n")
    return "".join(out)


def score(name, odds, truth, weight):
    best = (0, 0, 0, 0)
    for cut in numpy.arange(0.1, 0.95, 0.05):
        told = odds > cut
        hit = (weight * (told & truth)).sum()
        p, r = hit / max((weight * told).sum(), 1e-9), hit / max((weight * truth).sum(), 1e-9)
        best = max(best, (2 * p * r / max(p + r, 1e-9), cut, p, r))
    print(f"{name}: F1 {best[0]:.3f} at odds over {best[1]:.2f} (precision {best[2]:.3f}, recall {best[3]:.3f})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--test", type=Path)
    parser.add_argument("--programs", nargs="*")
    a = parser.parse_args()
    names = set(a.names.read_text().split()) if a.names else None
    test = set(a.test.read_text().split()) if a.test else set()
    programs = a.programs or sorted(p.name for p in a.texts.iterdir() if p.is_dir())
    files = [f for p in programs for f in sorted((a.texts / p).glob("*.txt"))
             if (names is None or f.stem in names) and f.stat().st_size > 200]
    golds = {f.stem: page_gold(a.pages / f"{f.stem}.html") for f in {x.stem: x for x in files}.values()}
    with tempfile.TemporaryDirectory() as place:
        build = Path(place)
        columns, raw, rows = read_data(train.compile_program("dump", build), files, build)
        column = {n: i + 4 for i, n in enumerate(columns)}
        laid = numpy.array(raw[:, column["lay_wrapped"]] > 0) | (raw[:, column["lay_page"]] > 0)
        document = numpy.array([int(r[0]) for r in rows])
        labels = numpy.array([label(r[4], golds[files[d].stem]) if k else UNKNOWN
                              for r, d, k in zip(rows, document, laid)])
        is_test = numpy.array([f.stem in test for f in files])[document]
        form = numpy.array([int(r[3]) for r in rows])
        chars, last = raw[:, column["chars"]], raw[:, column["last"]]
        short = chars <= numpy.where(last == train.STOP, 100, 160)
        gates = {HEADING: laid & (form == FORM_OPEN) & short & (labels != UNKNOWN),
                 LEFTOVER: laid & (form <= FORM_ITEM) & (labels != UNKNOWN)}
        gate = gates[LEFTOVER]
        # long documents and whole pages must not drown the others
        length = numpy.bincount(document, weights=gate, minlength=len(files))
        weight = numpy.minimum(1, numpy.sqrt(60 / numpy.maximum(length, 1)))[document]
        models = {}
        for name, kind, trees in (("LAID_HEADING", HEADING, 300), ("LEFTOVER", LEFTOVER, 200)):
            rows_in = numpy.nonzero(gates[kind] & ~is_test)[0]
            train.TREES[name], train.RATES[name] = trees, 0.08
            models[name] = train.fit_forest(numpy.array(raw[rows_in, 4:]), labels[rows_in] == kind, weight[rows_in], name)
            print(name, len(rows_in), "lines,", int((labels[rows_in] == kind).sum()), "such")
            if test:
                tell(name, models[name], raw, rows, files, labels, kind, weight, gates[kind] & is_test, document)
        with open(a.out, "w", encoding="utf-8") as out:
            out.write("// Written by tests/lab/train/layout.py: not to be edited.\n// clang-format off\n")
            out.write('#include "parse/extracted/features.h"\n#include "parse/extracted/model.h"\n\n')
            out.write(f'_Static_assert(FEATURE_COUNT == {len(columns)}, "learned from these features: learn anew");\n\n')
            for name, model in models.items():
                out.write(forest_text(name, (40, -2.5, 30), model))


def odds_of(model, features):
    base, trees = model
    scores = numpy.full(len(features), base, dtype=numpy.int64)
    for questions, borders, values, _ in trees:
        leaf = numpy.zeros(len(features), dtype=int)
        for q, b in zip(questions, borders):
            leaf = leaf * 2 + (features[:, q] > b)
        scores += values[leaf]
    return 1 / (1 + numpy.exp(-scores / train.SCALE))


def tell(name, model, raw, rows, files, labels, kind, weight, gate, document):
    at = numpy.nonzero(gate)[0]
    odds = odds_of(model, numpy.array(raw[at, 4:]))
    programs = numpy.array([files[d].parent.name for d in document[at]])
    score(name, odds, labels[at] == kind, numpy.ones(len(at)))
    for program in sorted(set(programs)):
        mine = programs == program
        score(f"  {program}", odds[mine], labels[at][mine] == kind, numpy.ones(mine.sum()))


if __name__ == "__main__":
    main()
