"""The articles of the benchmark, made once and kept: a folder of text files, one NDJSON, the same compressed."""
import json
import os
import random
import re
import subprocess
import sys

TOP = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..'))
CORPUS = os.environ.get("BENCH_CORPUS", os.path.join(TOP, "..", "shared", "corpus"))
SAMPLES = os.path.join(TOP, "tests", "articles")
PER_FOLDER = 1000


def vary(text, rng):
    """The same lines with other numbers and with words swapped, so that no two articles are alike."""
    lines = []
    for line in text.split("\n"):
        line = re.sub(r"\d+", lambda m: str(rng.randrange(10 ** len(m.group()))), line)
        words = line.split(" ")
        if len(words) > 8 and "|" not in line:
            i = rng.randrange(2, len(words) - 2)
            words[i], words[i - 1] = words[i - 1], words[i]
        lines.append(" ".join(words))
    return "\n".join(lines)


def multiply_samples(count, ndjson, folder):
    names = sorted(os.listdir(SAMPLES))
    texts = [open(os.path.join(SAMPLES, name), encoding="utf-8").read() for name in names]
    with open(ndjson, "w", encoding="utf-8") as records:
        for k in range(count):
            name, extension = os.path.splitext(names[k % len(names)])
            article = {"id": "%s-%09d" % (name, k), "text": vary(texts[k % len(texts)], random.Random(k))}
            records.write(json.dumps(article, ensure_ascii=False) + "\n")
            path = os.path.join(folder, "%06d" % (k // PER_FOLDER))
            os.makedirs(path, exist_ok=True)
            with open(os.path.join(path, article["id"] + extension), "w", encoding="utf-8", newline="\n") as file:
                file.write(article["text"])


def multiply_corpus(count, ndjson, folder):
    command = [sys.executable, os.path.join(CORPUS, "multiply.py"), os.path.join(CORPUS, "articles.ndjson"), str(count)]
    subprocess.run(command + ["--ndjson", ndjson], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(command + ["--txt", folder, "--per-dir", str(PER_FOLDER)], check=True, stderr=subprocess.DEVNULL)


def is_real():
    return os.path.isfile(os.path.join(CORPUS, "multiply.py"))


def make(count, folder):
    """Paths by name: text, ndjson, zstd."""
    real = is_real()
    folder = os.path.join(folder, "%s-%d" % ("corpus" if real else "samples", count))
    paths = {"text": os.path.join(folder, "text"), "ndjson": os.path.join(folder, "articles.ndjson"),
             "zstd": os.path.join(folder, "articles.ndjson.zst")}
    if not os.path.exists(paths["zstd"]):
        os.makedirs(paths["text"], exist_ok=True)
        (multiply_corpus if real else multiply_samples)(count, paths["ndjson"], paths["text"])
        subprocess.run(["zstd", "-q", "-f", paths["ndjson"], "-o", paths["zstd"]], check=True)
    return paths


def markdown():
    """Folder of Markdown files: the corpus's, or the samples'."""
    folder = os.path.join(CORPUS, "markdown")
    return folder if os.path.isdir(folder) else SAMPLES


def size(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(path) for name in names)
