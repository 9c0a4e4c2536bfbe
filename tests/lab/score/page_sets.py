"""Public pages with known text, in one form: SET/NAME.html, and SET/NAME.json with the article's text ("text") or with
pieces of it and of what is not ("with", "without"). `page_sets.py OUT NAME=CLONE…` makes them of clones of public
repositories: scrapinghub (article-extraction-benchmark), wcxb (web-content-extraction-benchmark), trafilatura and
readability. Needs beautifulsoup4 and lxml.

Rules are tuned, and the model learns, on the pages whose name has an even first byte of its SHA-1; scores are those of
the others, and of wcxb-test, the test part of that set.
"""
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from pathlib import Path

WORD = re.compile(r"\w+")
SETS = ("scrapinghub", "wcxb-dev", "wcxb-test", "trafilatura", "readability")


def is_sealed(path):
    return path.parent.name == "wcxb-test" or hashlib.sha1(path.stem.encode()).digest()[0] % 2 == 1


def pages_of(top, sets, sealed):
    return [p for s in sets for p in sorted((top / s).glob("*.html")) if is_sealed(p) == sealed]


def gold_of(page):
    return json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))


# ---- scores: of one page, and of all of a set


def word_f1(text, gold):
    """WCXB's measure: words without order."""
    a, b = Counter(WORD.findall(text.lower())), Counter(WORD.findall(gold.lower()))
    return 2 * sum((a & b).values()) / max(sum(a.values()) + sum(b.values()), 1) if b else float(not a)


def shingles(text):
    words = WORD.findall(text)
    return Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)) if words[i:i + 4])


def spaced(text):
    return re.sub(r"\s+", " ", text).strip()


def score_page(name, gold, text):
    if name == "scrapinghub":  # its measure: groups of four words
        a, b = shingles(text), shingles(gold["text"])
        hit = sum((a & b).values())
        all_ = max(sum((a | b).values()), 1)
        return hit / all_, (sum(a.values()) - hit) / all_, (sum(b.values()) - hit) / all_
    if name == "trafilatura":  # its measure: pieces that are there
        text = spaced(text)
        hit = sum(spaced(w) in text for w in gold["with"])
        return hit, sum(spaced(w) in text for w in gold["without"]), len(gold["with"]) - hit
    return word_f1(text, gold["text"])


def score_set(name, scores):
    if name == "scrapinghub":
        precision = [a / (a + b) for a, b, _ in scores if a + b]
        recall = [a / (a + c) for a, _, c in scores if a + c]
        p, r = sum(precision) / max(len(precision), 1), sum(recall) / max(len(recall), 1)
        return 2 * p * r / max(p + r, 1e-9)
    if name == "trafilatura":
        hit, wrong, missed = (sum(s[i] for s in scores) for i in range(3))
        return 2 * hit / max(2 * hit + wrong + missed, 1)
    return sum(scores) / len(scores)


# ---- the sets, made of clones


def decoded(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        charset = re.search(rb"charset=[\"']?([\w-]+)", data[:4096])
    try:
        return data.decode(charset.group(1).decode() if charset else "windows-1252", "replace")
    except LookupError:
        return data.decode("windows-1252", "replace")


def put(top, name, stem, page, gold):
    folder = top / name
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w.-]", "_", stem)
    (folder / f"{stem}.html").write_text(decoded(page), encoding="utf-8", errors="replace")
    (folder / f"{stem}.json").write_text(json.dumps(gold), encoding="utf-8")


def put_scrapinghub(top, clone):
    for stem, gold in json.loads((clone / "ground-truth.json").read_text(encoding="utf-8")).items():
        put(top, "scrapinghub", stem, gzip.decompress((clone / f"html/{stem}.html.gz").read_bytes()),
            {"text": gold.get("articleBody", "")})


def put_wcxb(top, clone):
    for part in ("dev", "test"):
        for path in sorted((clone / part / "ground-truth").glob("*.json")):
            data = json.loads(path.read_text(encoding="utf-8"))
            put(top, f"wcxb-{part}", path.stem, gzip.decompress((clone / part / f"html/{path.stem}.html.gz").read_bytes()),
                {"text": data["ground_truth"].get("main_content") or "", "type": data["_internal"]["page_type"]["primary"]})


def put_trafilatura(top, clone):
    for gold in json.loads((clone / "tests/evaldata.json").read_text(encoding="utf-8")).values():
        for path in (clone / "tests/cache" / gold["file"], clone / "tests/eval" / gold["file"]):
            if path.is_file():
                put(top, "trafilatura", path.stem, path.read_bytes(), {k: gold[k] for k in ("with", "without")})
                break


def put_readability(top, clone):
    from bs4 import BeautifulSoup
    for folder in sorted((clone / "test/test-pages").iterdir()):
        text = BeautifulSoup((folder / "expected.html").read_bytes(), "lxml").get_text(" ")
        put(top, "readability", folder.name, (folder / "source.html").read_bytes(), {"text": text})


if __name__ == "__main__":
    for argument in sys.argv[2:]:
        set_name, _, place = argument.partition("=")
        globals()["put_" + set_name](Path(sys.argv[1]), Path(place))
