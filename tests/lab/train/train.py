#!/usr/bin/env python3
"""Learns loader/parse/extracted/model.c from texts with gold.

    train.py DIR… [--extra DIR=WEIGHT…] [--beside DIR=WEIGHT…] [--second] [--out FILE] [--folds N --models OUT]

DIR holds NAME.txt and NAME.gold.jsonl (see the corpus's README).  --extra: more of the same, never
predicted; its pages weigh WEIGHT times as much as those of DIR. --beside: pages that only the second forest for headings
(parallel.c) learns from. --second: learns nothing else, and puts it into FILE.
With --folds the documents are split N times (the same name is always in the same fold), and OUT/model_0.c … are learned
each without a fold: `make score` scores that fold's documents by it.

Features come from the C program alone (tests/lab/train/dump.c); this script only fits trees and word weights to them.
Needs numpy, scipy, scikit-learn and catboost.
"""
import argparse
import json
import os
import re
import subprocess
import tempfile
import zlib
from collections import Counter
from pathlib import Path

import catboost
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

TOP = Path(__file__).resolve().parents[3]
PARSE = TOP / "loader/parse"
EXTRACTED = PARSE / "extracted"
MODEL = EXTRACTED / "model.c"
WORDS_MOST, BUCKETS, WORD_SCALE, SCALE, STOP, TELLING, DEPTH = 24, 4096, 24, 8192, 6, 12, 6  # as in the C headers
KINDS = ("paragraph", "heading", "bullet", "row", "code", "quote", "bold", "other")
FOREST = dict(depth=DEPTH, l2_leaf_reg=5, rsm=0.3, border_count=64, bootstrap_type="Bernoulli",
              subsample=0.7, random_seed=7, thread_count=int(os.environ.get("THREADS", 2)), verbose=0,
              allow_writing_files=False)
# Behind how many trees a score below or above which log-odds is taken doubled, as the others would about do: of
# what was below, hardly any line of another fold had better odds than .4 in the end. Headings show their exact odds.
DECIDED = {"heading": (40, -1.8, 30)}
DECIDED_ELSE = (20, -2.5, 2.5)
TREES = dict(heading=400, parallel=50, bullet=200, row=80, code=60, quote=60, deeper=200, higher=200, unit=300)
RATES = dict.fromkeys(TREES, 0.08) | dict(deeper=0.05, higher=0.05, parallel=0.12, unit=0.1)
INNER = 4  # parts of what is learned from, each told by what was learned from the others
# How much pages of --extra count for a kind, beside their weights: few of them have tables like those of the corpus.
EXTRA_SHARE = dict(row=0.1)


def compile_program(name, build, model=MODEL, included=("extracted.c", "model.c")):
    """tests/lab/train/NAME.c with all that decides an article's lines, but the files that it includes by itself."""
    target = build / name
    sources = [TOP / "tests/lab/train" / (name + ".c"), model,
               *sorted(f for f in EXTRACTED.glob("*.c") if f.name not in included), *sorted((PARSE / "layout").glob("*.c")),
               PARSE / "cells.c", PARSE / "forest.c", PARSE / "speakers.c", PARSE / "speaker_names.c", TOP / "loader/input/article.c",
               *(TOP / "loader/base" / f for f in ("arena.c", "buf.c", "str.c", "utf8.c", "utf8_blocks.c", "error.c"))]
    subprocess.run(["gcc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O2", "-I", TOP / "loader", *sources, "-lutf8proc",
                    "-lm", "-o", target], check=True)
    return target


def kind_of(gold):
    if gold is None:
        return "other"
    if gold["type"].startswith("table"):
        return "row"
    if gold["type"] == "paragraph" and gold.get("bold"):
        return "bold"
    return gold["type"] if gold["type"] in KINDS else "other"


class Data:
    """All lines of all documents: features, words, kinds, weights, folds."""

    def __init__(self, dump, dirs, extra, beside, folds, build):
        names = subprocess.run([dump, "names"], capture_output=True, text=True, check=True).stdout.split()
        self.column = {name: i for i, name in enumerate(names)}
        files = [(d, f) for d in [*dirs, *extra, *beside] for f in sorted(Path(d).glob("*.txt"))]
        extra |= beside
        self.files = files
        out = build / "lines"
        subprocess.run([dump, "lines", out], input="".join(f"{f}\n" for _, f in files), text=True, check=True)
        raw = numpy.fromfile(out, dtype=numpy.int16).reshape(-1, len(names) + 4)
        place = numpy.ascontiguousarray(raw[:, :4]).view(numpy.int32)
        self.document, self.line = place[:, 0], place[:, 1]
        self.features = raw[:, 4:].copy()
        # these forests aren't given what layout tells: structure.c hands them what stands before it (LINE_FEATURES)
        self.features[:, [c for name, c in self.column.items() if name.startswith("lay_")]] = 0
        self.words = numpy.fromfile(str(out) + ".words", dtype=numpy.uint16).reshape(-1, WORDS_MOST + 1)
        self.gold = []
        for _, f in files:
            with open(f.with_suffix(".gold.jsonl"), encoding="utf-8") as lines:
                self.gold.append({o["line"]: o for o in map(json.loads, lines)})
        kinds = [kind_of(self.gold[d].get(int(n))) for d, n in zip(self.document, self.line)]
        self.kind = numpy.array([KINDS.index(k) for k in kinds])
        is_extra = numpy.array([d in extra for d, _ in files])
        crc = numpy.array([zlib.crc32(f.stem.encode()) for _, f in files])
        self.file_fold = numpy.where(is_extra, -1, crc % max(folds, 1))
        self.fold = self.file_fold[self.document]
        self.inner = (crc // 7 % INNER)[self.document]
        self.file_beside = numpy.array([d in beside for d, _ in files])
        self.beside = self.file_beside[self.document]
        self.share = numpy.array([extra.get(d, 1) for d, _ in files])
        self.weight = self.weights()
        self.matrix = words_matrix(self.words)

    def weights(self):
        lines = Counter(self.document)
        length = numpy.array([lines[d] for d in range(len(self.files))])
        weight = numpy.minimum(1, numpy.sqrt(150 / numpy.maximum(length, 1)))
        weight *= self.share
        times = Counter(f.stem for _, f in self.files)
        weight *= numpy.array([1 / times[f.stem] for _, f in self.files])  # a page that is in two folders
        for i, (d, f) in enumerate(self.files):
            if f.stem.startswith("wtq"):
                weight[i] *= 0.5
        return weight[self.document]

    def is_kind(self, kind):
        return self.kind == KINDS.index(kind)

    def of(self, name):
        return self.features[:, self.column[name]]


def words_matrix(words):
    n, count = len(words), words[:, 0].astype(int)
    rows, columns = [], []
    for j in range(WORDS_MOST):
        has = numpy.nonzero(count > j)[0]
        rows.append(has)
        columns.append(words[has, 1 + j].astype(int))
    has = numpy.nonzero(count)[0]
    rows += [has, has]
    columns += [BUCKETS + words[has, 1].astype(int), 2 * BUCKETS + words[has, count[has]].astype(int)]
    rows, columns = numpy.concatenate(rows), numpy.concatenate(columns)
    matrix = csr_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(n, 3 * BUCKETS))
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def word_weights(matrix, target, weight, lines):
    fit = LogisticRegression(C=0.3, max_iter=60, solver="liblinear")
    fit.fit(matrix[lines], target[lines], sample_weight=weight[lines])
    return numpy.clip(numpy.rint(fit.coef_[0] * WORD_SCALE), -127, 127).astype(int)


def word_features(weights, matrix, words):
    """What lexical_features in features.c computes."""
    begin = matrix[:, BUCKETS:2 * BUCKETS] @ weights[BUCKETS:2 * BUCKETS]
    end = matrix[:, 2 * BUCKETS:] @ weights[2 * BUCKETS:]
    total = matrix[:, :BUCKETS] @ weights[:BUCKETS] + begin + end
    count = numpy.maximum(words[:, 0].astype(int), 1)
    mean = numpy.trunc(total * 8 / count)
    return numpy.stack([total, mean, begin, end], 1).astype(numpy.int16)


def gates(data):
    """Who is asked what: the same as questions_for in structure.c."""
    none_near = numpy.minimum(data.of("pipe_before"), data.of("pipe_after"))
    none_near[data.of("pipes") > 0] = 0
    bare, unmarked = data.of("pipes") == 0, (data.of("marked") == 0) & (data.of("mark_only") == 0)
    row = (data.of("all_pipes") > 0) & (none_near <= 16)
    return {
        "heading": (data.of("chars") <= numpy.where(data.of("last") == STOP, 100, 160)) & bare & unmarked,
        "bullet": bare & (data.of("all_items") > 0),  # of those with a mark, only near rows
        "row": row,
        "code": bare & (data.of("all_codes") > 0) & (data.of("marked") == 0),
        "quote": bare & unmarked,
    }


def fit_lines(data, train, dump, build, second=False):
    """Word weights and one forest for each kind, from the lines of `train`."""
    matrix, gate, learned = data.matrix, gates(data), train
    train = train & ~data.beside
    short = gate["heading"] & (data.words[:, 0] > 0)
    heading = data.is_kind("heading").astype(int)
    weight = data.weight * numpy.where(data.is_kind("bold"), 0.25, 1)
    lexical = [data.column[n] for n in ("word_sum", "word_mean", "word_begin", "word_end")]
    features = data.features.copy()
    for part in range(INNER):
        # a line's words may not be weighed by weights that have seen its heading
        seen = numpy.nonzero(train & short & (data.inner != part))[0]
        part_lines = numpy.nonzero(train & (data.inner == part))[0]
        w = word_weights(matrix, heading, weight, seen)
        features[numpy.ix_(part_lines, lexical)] = word_features(w, matrix[part_lines], data.words[part_lines])
    words = word_weights(matrix, heading, weight, numpy.nonzero(train & short)[0])
    features[numpy.ix_(data.beside, lexical)] = word_features(words, matrix[data.beside], data.words[data.beside])
    forests = {}
    # most paragraphs teach nothing: one in four stands for all
    plain = (data.kind == 0) & (data.of("chars") > 70) & (data.of("last") == STOP)
    kept = ~plain | (numpy.arange(len(plain)) % 4 == 0)
    for kind in ("heading", "bullet", "row", "code", "quote"):
        w = (weight if kind == "heading" else data.weight) * numpy.where(plain, 4, 1)
        w *= numpy.where(data.fold < 0, EXTRA_SHARE.get(kind, 1), 1)

        def fit(lines):
            lines = lines & gate[kind] & kept
            return fit_forest(features[lines], data.is_kind(kind)[lines], w[lines], kind)

        forests[kind] = fit(train)
        if kind == "heading":
            # what the second forest learns from: each line's odds by a forest that has not seen its page
            odds = numpy.zeros(len(train), dtype=numpy.float32)
            for part in range(INNER):
                lines = numpy.nonzero(train & gate[kind] & (data.inner == part))[0]
                odds[lines] = odds_of(fit(train & (data.inner != part)), features[lines], DECIDED[kind])
            lines = numpy.nonzero(gate[kind] & data.beside)[0]
            odds[lines] = odds_of(forests[kind], features[lines], DECIDED[kind])
            forests["parallel"] = fit_parallel(data, learned, odds, weight, dump, build)
            if second:
                break
    return words, forests, transitions(data, train)


def fit_parallel(data, train, odds, weight, dump, build):
    """The second forest for headings, over what the first says of lines that are alike (parallel.c)."""
    out = build / "parallel"
    odds.tofile(build / "odds")
    subprocess.run([dump, "parallel", out, build / "odds"], input="".join(f"{f}\n" for _, f in data.files), text=True,
                   check=True)
    count = int(subprocess.run([dump, "parallel-count"], capture_output=True, text=True, check=True).stdout)
    raw = numpy.fromfile(out, dtype=numpy.int16).reshape(-1, count + 2)
    lines = numpy.ascontiguousarray(raw[:, :2]).view(numpy.int32)[:, 0]
    raw, lines = raw[train[lines]], lines[train[lines]]
    return fit_forest(raw[:, 2:], data.is_kind("heading")[lines], weight[lines], "parallel")


def odds_of(model, features, decided):
    """What structure.c and forest.c compute."""
    base, trees = model
    first, hopeless, sure = decided
    scores, early = numpy.full(len(features), base, dtype=numpy.int64), None
    for number, (questions, borders, values, _) in enumerate(trees):
        if number == first:
            early = scores.copy()
        leaf = numpy.zeros(len(features), dtype=int)
        for q, b in zip(questions, borders):
            leaf = leaf * 2 + (features[:, q] > b)
        scores += values[leaf]
    settled = (early < hopeless * SCALE) | (early > sure * SCALE)
    return 1 / (1 + numpy.exp(-numpy.where(settled, 2 * early, scores) / SCALE))


def transitions(data, train):
    """How much likelier a role is behind another, for lines behind a bar at the end and for others."""
    role = numpy.where(data.kind >= 6, 0, data.kind)
    pair = numpy.nonzero((data.document[1:] == data.document[:-1]) & train[1:])[0]
    bar = data.of("pipe_last")[pair] == 0
    table = numpy.zeros((2, 6, 6))
    for b in (0, 1):
        lines = pair[bar == b]
        numpy.add.at(table[b], (role[lines], role[lines + 1]), data.weight[lines + 1])
    prior = table.sum((0, 1)) + 1
    prior /= prior.sum()
    table += 30 * prior
    table /= table.sum(2, keepdims=True)
    return numpy.clip(numpy.rint(numpy.log(table / prior) * SCALE), -32767, 32767).astype(int)


def fit_forest(features, target, weight, kind):
    """Oblivious trees: (base, [(features, thresholds, leaf values, leaf weights)]), all scaled and in the order of
    struct tree, where the first answer is the highest bit of a leaf's number."""
    fit = catboost.CatBoostClassifier(iterations=TREES[kind], **FOREST | dict(learning_rate=RATES[kind]))
    fit.fit(features, target.astype(int), sample_weight=weight)
    with tempfile.TemporaryDirectory() as place:
        fit.save_model(place + "/model.json", format="json")
        with open(place + "/model.json", encoding="utf-8") as text:
            model = json.load(text)
    factor, (base,) = model["scale_and_bias"]
    order = [int(f"{leaf:0{DEPTH}b}"[::-1], 2) for leaf in range(1 << DEPTH)]
    trees = []
    for tree in model["oblivious_trees"]:
        splits = tree["splits"]
        missing = DEPTH - len(splits)  # nothing is greater than the threshold of those
        questions = [s["float_feature_index"] for s in splits] + [0] * missing
        borders = [int(numpy.floor(s["border"])) for s in splits] + [32767] * missing
        empty = [0] * (((1 << DEPTH) - len(tree["leaf_values"])))
        values = numpy.array(tree["leaf_values"] + empty)[order] * factor * SCALE
        values = numpy.clip(numpy.rint(values), -32768, 32767).astype(int)
        trees.append((questions, borders, values, numpy.array(tree["leaf_weights"] + empty)[order]))
    return round(base * SCALE), trees


def fit_levels(data, dump, files, build):
    rows, signs, weight = [], [], []
    begins = set(zip(data.document.tolist(), data.line.tolist()))  # layout may have joined a line to another
    for i in files:
        gold = [(n, o["level"]) for n, o in sorted(data.gold[i].items())
                if o["type"] == "heading" and o["level"] and (i, n) in begins]
        rows.append(f"{data.files[i][1]} {' '.join(str(n) for n, _ in gold)}\n")
        signs += [numpy.sign(b - a) for (_, a), (_, b) in zip(gold, gold[1:])]
        weight += [data.share[i] * min(1, (30 / max(len(gold), 1)) ** 0.5)] * max(len(gold) - 1, 0)
    names = subprocess.run([dump, "level-names"], capture_output=True, text=True, check=True).stdout.split()
    out = build / "levels"
    subprocess.run([dump, "levels", out], input="".join(rows), text=True, check=True)
    features = numpy.fromfile(out, dtype=numpy.int16).reshape(-1, len(names) + 4)[:, 4:]
    assert len(features) == len(signs), (len(features), len(signs))
    signs, weight = numpy.array(signs), numpy.array(weight)
    return {"deeper": fit_forest(features, signs > 0, weight, "deeper"),
            "higher": fit_forest(features, signs < 0, weight, "higher")}


class Likeness:
    """What speaks for a cell's standing below another: struct likeness, by a logistic regression over true pairs of
    neighbouring rows and pairs of other columns."""

    FIELDS = (("first", 6, 6), ("last", 6, 6), ("digits", 3, 3), ("lines", 3, 3), ("ratio", 1, 5), ("same", 1, 1))

    def __init__(self, data, dump, files, build):
        files = [i for i in files if data.file_fold[i] >= 0]  # the others' gold doesn't tell tables apart
        out = build / "cells"
        names = "".join(f"{data.files[i][1]}\n" for i in files)
        subprocess.run([dump, "cells", out], input=names, text=True, check=True)
        self.cells = numpy.fromfile(out, dtype=numpy.int32).reshape(-1, 8)
        self.places, place = {}, 0
        for name, rows, columns in self.FIELDS:
            self.places[name] = place
            place += rows * columns
        above, below, weight = self.pairs(data, files)
        x = self.design(above, below, place)
        y = numpy.arange(len(above)) % 2 == 0
        weight[~y] *= weight[y].sum() / weight[~y].sum()
        fit = LogisticRegression(C=0.3, max_iter=300)
        fit.fit(x, y, sample_weight=weight / weight.mean())
        self.weights = numpy.rint(fit.coef_[0] * SCALE).astype(int)
        self.base = round(fit.intercept_[0] * SCALE)

    def pairs(self, data, files):
        """Bars above each other in neighbouring rows behind a table's first, each followed by one of another column."""
        choice = numpy.random.default_rng(5)
        above, below, weight = [], [], []
        ends = numpy.searchsorted(self.cells[:, 0], numpy.arange(len(files) + 1))
        for number, i in enumerate(files):
            lines = {}
            for bar in range(ends[number], ends[number + 1]):
                lines.setdefault(self.cells[bar, 1], []).append(bar)
            rows = []
            for n, o in sorted(data.gold[i].items()):
                if kind_of(o) == "row" and o["type"] != "table_delimiter":
                    if (o.get("part") or 1) == 1:
                        rows.append([o["table"], [], 0])
                    elif not rows or rows[-1][0] != o["table"]:
                        continue
                    rows[-1][1].extend(lines.get(n, ()))
                    rows[-1][2] += 1
            share = 1 / max(1, len(rows) / 40) ** 0.5
            share *= 0.4 if "wikitables" in str(data.files[i][0]) else 1
            seen = set()
            for a, b in zip(rows, rows[1:]):
                n = len(a[1])
                if a[0] == b[0] and a[0] in seen and 1 < n <= 20 and n == len(b[1]) and a[1][-1] - a[1][0] == n - 1:
                    for k in range(n):
                        other = (k + 1 + choice.integers(n - 1)) % n
                        above += [a[1][k], a[1][other]]
                        below += [b[1][k]] * 2
                        weight += [share / n * (3 if a[2] > 1 else 1)] * 2
                seen.add(a[0])
        return self.cells[above], self.cells[below], numpy.array(weight)

    def design(self, above, below, width):
        """One column a weight; the same as grid_alike in grid.c."""
        small, large = numpy.minimum(above[:, 6], below[:, 6]), numpy.maximum(above[:, 6], below[:, 6])
        x = numpy.zeros((len(above), width), dtype=numpy.float32)
        each = numpy.arange(len(above))
        for name, column, size in (("first", 2, 6), ("last", 3, 6), ("digits", 4, 3), ("lines", 5, 3)):
            x[each, self.places[name] + above[:, column] * size + below[:, column]] = 1
        x[each, self.places["ratio"] + numpy.where(large > 0, (small + 2) * 4 // (large + 2), 4)] = 1
        x[:, self.places["same"]] = (above[:, 5] > 0) & (above[:, 7] == below[:, 7]) & (small == large)
        return x

    def text(self):
        fields = []
        for name, rows, columns in self.FIELDS:
            w = self.weights[self.places[name]:self.places[name] + rows * columns].reshape(rows, columns)
            rows = [", ".join(map(str, row)) for row in w]
            fields.append(f"    .{name} = " + (rows[0] if w.size == 1 else "{%s}" % rows[0] if len(rows) == 1 else
                                               "{%s}" % ", ".join("{%s}" % row for row in rows)))
        return "const struct likeness MODEL_LIKENESS = {\n" + ",\n".join(fields) + f",\n    .base = {self.base},\n}};\n\n"


def means_of(values, weights):
    """What the leaves below each node say on average: of node 1, the root, and of 2n and 2n + 1, those below node n."""
    total, weight = numpy.zeros(2 << DEPTH), numpy.zeros(2 << DEPTH)
    leaves = 1 << DEPTH
    total[leaves:], weight[leaves:] = values * weights, weights
    for n in range(leaves - 1, 0, -1):
        total[n], weight[n] = total[2 * n] + total[2 * n + 1], weight[2 * n] + weight[2 * n + 1]
    means = numpy.where(weight > 0, total / numpy.maximum(weight, 1e-9), 0)
    for n in range(2, leaves):  # nobody came here
        if weight[n] <= 0:
            means[n] = means[n // 2]
    return numpy.rint(means[:leaves]).astype(int)


def write_rows(out, items, per_row):
    for i in range(0, len(items), per_row):
        out.write("    " + ", ".join(items[i:i + per_row]) + ",\n")


def forest_text(kind, base, trees):
    name = {"bullet": "ITEM"}.get(kind, kind.upper())
    out = [f"static const struct tree {kind}_trees[] = {{\n"]
    for questions, borders, values, _ in trees:
        row = (", ".join(map(str, part)) for part in (questions, borders, values))
        out.append("    {" + ", ".join("{%s}" % part for part in row) + "},\n")
    first, hopeless, sure = DECIDED.get(kind, DECIDED_ELSE)
    out.append(f"}};\nconst struct forest MODEL_{name} = {{{kind}_trees, {len(trees)}, {base}, {first}, "
               f"{hopeless * SCALE:.0f}, {sure * SCALE:.0f}}};\n\n")
    return "".join(out)


def write_second(path, base, trees):
    """Puts the second forest into a model that is there, before what says of a line's role (MODEL_NEXT)."""
    text = Path(path).read_text(encoding="utf-8")
    text = re.sub(r"static const struct tree parallel_trees.*?const struct forest MODEL_PARALLEL.*?\n+", "", text, flags=re.S)
    before, mark, after = text.partition("const int16_t MODEL_NEXT")
    Path(path).write_text(before + forest_text("parallel", base, trees) + mark + after, encoding="utf-8")


def write_model(path, words, forests, table, likeness):
    with open(path, "w", encoding="utf-8") as out:
        out.write("// Written by tests/lab/train/train.py: not to be edited.\n// clang-format off\n")
        out.write('#include "parse/extracted/model.h"\n\n')
        for kind, (base, trees) in forests.items():
            out.write(forest_text(kind, base, trees))
            if kind == "heading":
                out.write("const int16_t MODEL_HEADING_MEANS[FOREST_TELLING][FOREST_LEAVES] = {\n")
                for _, _, values, weights in trees[:TELLING]:
                    out.write("    {" + ", ".join(map(str, means_of(values, weights))) + "},\n")
                out.write("};\n\n")
        out.write("const int16_t MODEL_NEXT[2][MODEL_ROLES][MODEL_ROLES] = {\n")
        for half in table:
            out.write("    {" + ", ".join("{" + ", ".join(map(str, row)) + "}" for row in half) + "},\n")
        out.write("};\n\n")
        out.write(likeness.text())
        out.write(f"const int8_t MODEL_WORDS[3][1 << SHAPE_BUCKET_BITS] = {{\n")
        for part in range(3):
            out.write("    {\n")
            write_rows(out, [str(v) for v in words[part * BUCKETS:(part + 1) * BUCKETS]], 30)
            out.write("    },\n")
        out.write("};\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dirs", nargs="+")
    parser.add_argument("--extra", nargs="*", default=[])
    parser.add_argument("--beside", nargs="*", default=[])
    parser.add_argument("--second", action="store_true")
    parser.add_argument("--out", default=MODEL)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--models")
    a = parser.parse_args()
    extra, beside = ({d: float(weight) for d, weight in (e.split("=") for e in those)} for those in (a.extra, a.beside))
    with tempfile.TemporaryDirectory() as place:
        build = Path(place)
        dump = compile_program("dump", build)
        data = Data(dump, a.dirs, extra, beside, a.folds, build)
        for fold in range(a.folds or 1):
            train = data.fold != fold if a.folds else data.fold > -2
            if a.second:
                write_second(a.out, *fit_lines(data, train, dump, build, second=True)[1]["parallel"])
                break
            words, forests, table = fit_lines(data, train, dump, build)
            files = numpy.nonzero(~data.file_beside & ((data.file_fold != fold) if a.folds else True))[0]
            forests |= fit_levels(data, dump, files, build)
            target = Path(a.models) / f"model_{fold}.c" if a.folds else a.out
            write_model(target, words, forests, table, Likeness(data, dump, files, build))


if __name__ == "__main__":
    main()
