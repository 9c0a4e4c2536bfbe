"""The parsers alone, over the same bytes in memory: megabytes a second of processor time, instructions a byte."""
import os
import re
import shutil
import statistics
import subprocess

import articles

PART = 2_000_000  # bytes that callgrind gets: it is slow
SECONDS = "0.4"
TURNS = 5


def part_of(folder, place):
    """A folder of copies of files of PART bytes together, the same ones each time: links that lead out of it are not
    followed."""
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    total = 0
    files = sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names
                   if name.endswith((".txt", ".md")))
    for path in files:
        if total < PART:
            total += os.path.getsize(path)
            shutil.copy(path, place)
    return place


def head_of(ndjson, place):
    """Whole lines of PART bytes together."""
    with open(ndjson, "rb") as source, open(place, "wb") as part:
        while part.tell() < PART and (line := source.readline()):
            part.write(line)
    return place


def speed(program, contender, path):
    size, passes, seconds = subprocess.run([program, contender, SECONDS, path], check=True, stdout=subprocess.PIPE,
                                           text=True).stdout.split()
    return int(size) * int(passes) / float(seconds) / 1e6


def instructions(program, contender, path):
    """A byte, of one pass."""
    answer = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--collect-atstart=no",
                             "--toggle-collect=measured_pass", program, contender, "0", path], check=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    collected = re.search(r"Collected : (\d+)", answer.stderr)
    return int(collected.group(1)) / int(answer.stdout.split()[0])


def run(build, folder, paths):
    program = os.path.join(build, "bench", "parsers")
    texts = {"extracted text": part_of(paths["text"], os.path.join(folder, "part-text")),
             "Markdown": part_of(articles.markdown(), os.path.join(folder, "part-markdown"))}
    result = {}
    print("\n%-26s %16s %8s %15s %12s" % ("parsers, one core", "", "MB/s", "min-max", "instr./byte"))
    counted = dict(texts, NDJSON=head_of(paths["ndjson"], os.path.join(folder, "part.ndjson")))
    for text, path in list(texts.items()) + [("NDJSON", paths["ndjson"])]:
        contenders = ["read", "ready"]
        if text != "NDJSON":
            contenders = ["parse", "rows", "md4c", "cmark-gfm", "clean"] + contenders
        speeds = {contender: [] for contender in contenders}
        for _ in range(TURNS):
            for contender in contenders:
                speeds[contender].append(speed(program, contender, path))
        for contender in contenders:
            cost = instructions(program, contender, counted[text])
            values = speeds[contender]
            result.setdefault(text, {})[contender] = {"mb_per_s": statistics.median(values), "min": min(values),
                                                      "max": max(values), "instructions_per_byte": cost}
            print("%-26s %16s %8.0f %15s %12s" % (contender, text, statistics.median(values), "%.0f-%.0f" % (
                min(values), max(values)), "%.2f" % cost))
    return result
