#!/usr/bin/env python3
"""More training data from web pages: HTML files → NAME.txt and NAME.gold.jsonl.

    gold_from_html.py OUT FILE…        FILE: .html, .html.gz

The extractor is asked twice for each page, for plain text and for XML. The characters of both are compared in order, and
each line of the text gets the kind of the elements that most of its characters come from. Pages where more than 2 % of
the characters don't agree are left out. Needs lxml_html_clean and the trafilatura whose texts are wanted: 1.12.2, or 2.2.0,
which keeps the white space of line breaks.
"""
import gzip
import json
import re
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path

from lxml import etree
from trafilatura import extract

OPTIONS = dict(include_tables=True, include_links=False, include_comments=False)
BLOCKS = ("head", "p", "item", "row", "quote", "code")
REACH = 40  # characters of the XML that the text may lack


def solid(text):
    return "".join(text.split())


def kind_of(tag, kind, level, element):
    if tag == "head" and kind != "table_row":
        return "heading", int(re.sub(r"\D", "", element.get("rend") or "") or 2)
    if tag in ("cell", "row", "table"):
        return "table_row", level
    if tag == "item":
        return "bullet", level
    if tag == "quote" and kind != "table_row":
        return "quote", level
    if tag in ("p", "code") and kind is None:
        return {"p": "paragraph", "code": "code"}[tag], level
    return kind, level


def characters(element, kind, level, out, block):
    """All characters but white space, each with its kind, level and block number."""
    tag = element.tag if isinstance(element.tag, str) else ""
    kind, level = kind_of(tag, kind, level, element)
    block[0] += tag in BLOCKS
    own = (kind or "paragraph", level, block[0])
    out += [(c, *own) for c in solid(element.text or "")]
    for child in element:
        characters(child, kind, level, out, block)
        out += [(c, *own) for c in solid(child.tail or "")]


def bold_paragraphs(xml):
    bold = set()
    for p in etree.fromstring(xml.encode()).iter("p"):
        marked = "".join(solid("".join(h.itertext())) for h in p.iter("hi") if "#b" in (h.get("rend") or ""))
        if marked and marked == solid("".join(p.itertext())):
            bold.add(marked)
    return bold


def line_gold(body, source, at):
    """(kind, level, block, next position, characters that did not agree) of a line."""
    votes, levels, blocks, wrong = Counter(), {}, Counter(), 0
    for c in body:
        if at < len(source) and source[at][0] == c:
            _, kind, level, block = source[at]
            votes[kind] += 1
            levels[kind] = level
            blocks[block] += 1
            at += 1
        elif c not in "-|":
            wrong += 1
            ahead = [i for i in range(at, min(at + REACH, len(source))) if source[i][0] == c]
            at = ahead[0] + 1 if ahead else at
    if not votes:
        return "table_row" if "|" in body else "bullet" if body == "-" else "paragraph", None, None, at, wrong
    kind = votes.most_common(1)[0][0]
    if kind == "heading" and votes[kind] < 0.9 * len(body):
        kind = "other"
    return kind, levels.get("heading") if kind == "heading" else None, blocks.most_common(1)[0][0], at, wrong


def gold_of(text, source, bold):
    gold, at, before, wrong, total = [], 0, None, 0, 1
    for number, line in enumerate(text.split("\n"), 1):
        body = solid(line)
        if not body:
            continue
        if re.fullmatch(r"[-|]+", body) and "---" in body:
            gold.append({"line": number, "type": "table_delimiter", "level": None})
            continue
        kind, level, block, at, bad = line_gold(body, source, at)
        wrong += bad
        total += len(body)
        entry = {"line": number, "type": kind, "level": level, "block": block}
        if block is not None and block == before:
            entry["part"] = 2
        if kind == "paragraph" and body in bold:
            entry["bold"] = True
        before = block
        gold.append(entry)
    return gold if wrong <= 0.02 * total else None


def convert(job):
    out, path = job
    html = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = extract(html, output_format="txt", include_formatting=False, **OPTIONS)
    xml = extract(html, output_format="xml", include_formatting=False, **OPTIONS)
    formatted = extract(html, output_format="xml", include_formatting=True, **OPTIONS)
    if not text or not xml or len(text) < 500:
        return 0
    source = []
    characters(etree.fromstring(xml.encode()).find("main"), None, None, source, [0])
    gold = gold_of(text, source, bold_paragraphs(formatted) if formatted else set())
    if gold is None:
        return 0
    name = path.name.split(".html")[0].replace(" ", "_")
    (out / f"{name}.txt").write_text(text, encoding="utf-8")
    (out / f"{name}.gold.jsonl").write_text("".join(json.dumps(o) + "\n" for o in gold), encoding="utf-8")
    return 1


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with Pool(2) as pool:
        print(sum(pool.imap_unordered(convert, [(out, Path(f)) for f in sys.argv[2:]])), "pages")


if __name__ == "__main__":
    main()
