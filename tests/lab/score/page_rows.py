"""The rows of pages, by the stem of their names: headings, bullets and paragraphs as texts, and cells by table, row and column."""
import collections
import csv
import os
import subprocess
import tempfile

csv.field_size_limit(1 << 28)


def rows(binary, pages, options=()):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run([binary, "export", "-q", f"--output={d}", *options, *pages], check=False)
        t = {n: list(csv.DictReader(open(f"{d}/{n}.csv", newline=""))) for n in
             ("documents", "sections", "paragraphs", "bullets", "table_columns", "table_cells")}
    of, by = {}, {}
    for r in t["documents"]:
        stem = os.path.basename(r["source"])[:-5]
        of[stem] = by[r["document_id"]] = dict(h=[], li=[], p=[], rows=collections.defaultdict(dict))
    for r in t["sections"]:
        if r["heading_origin"] != "none": by[r["document_id"]]["h"].append(r["heading"])
    for r in t["paragraphs"]: by[r["document_id"]]["p"].append(r["label"] + r["text"])
    for r in t["bullets"]: by[r["document_id"]]["li"].append(r["label"] + r["text"])
    for r in t["table_columns"]:
        by[r["document_id"]]["rows"][r["table_no"], 0][int(r["column_no"])] = r["header"] or ""
    for r in t["table_cells"]:
        if r["spanned"] == "f": by[r["document_id"]]["rows"][r["table_no"], int(r["row_no"])][int(r["column_no"])] = r["text"]
    return of
